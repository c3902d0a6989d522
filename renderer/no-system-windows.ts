/**
 * Some things of the web open a window of the system, which no lock of a page's closes: the dialog for a file, the glass that takes a
 * colour from the screen. The kiosk needs none of them: whoever asks gets nothing. `npm run prove:escapes` looks at the display itself.
 */
const isForFiles = (target: unknown): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.type === 'file';

window.addEventListener(
  'click',
  (event) => {
    const field = event.composedPath()[0];
    // Not every click can be prevented; one on a field for words opens nothing.
    if (isForFiles(field)) field.type = 'text';
  },
  true,
);

// A field that is on no page tells no window of its clicks.
const { click, showPicker, dispatchEvent: tell } = HTMLInputElement.prototype;
function close(name: string, value: unknown): void {
  Object.defineProperty(HTMLInputElement.prototype, name, { value, writable: false, configurable: false });
}
close('click', function (this: HTMLInputElement) {
  if (!isForFiles(this)) click.call(this);
});
close('showPicker', function (this: HTMLInputElement) {
  if (!isForFiles(this)) showPicker.call(this);
});
close('dispatchEvent', function (this: HTMLInputElement, event: Event) {
  return isForFiles(this) ? false : tell.call(this, event);
});

for (const name of [
  'showOpenFilePicker',
  'showSaveFilePicker',
  'showDirectoryPicker',
  'EyeDropper',
  'documentPictureInPicture',
])
  Object.defineProperty(window, name, { value: undefined, writable: false, configurable: false });
