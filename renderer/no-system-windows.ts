/**
 * Some things of the web open a window of its own on the display, which no lock of a page's closes: the dialog for a file, the glass that
 * takes a colour from the screen, the boxes that choose a colour or a day. The kiosk needs none of them: whoever asks gets nothing.
 * `npm run prove:escapes` looks at the display itself.
 */
const OPENS_WINDOWS = new Set(['file', 'color', 'date', 'datetime-local', 'month', 'week', 'time']);
const opensWindow = (target: unknown): target is HTMLInputElement =>
  target instanceof HTMLInputElement && OPENS_WINDOWS.has(target.type);

window.addEventListener(
  'click',
  (event) => {
    const field = event.composedPath()[0];
    // Not every click can be prevented; one on a field for words opens nothing.
    if (opensWindow(field)) field.type = 'text';
  },
  true,
);

// A field that is on no page tells no window of its clicks.
const { click, showPicker, dispatchEvent: tell } = HTMLInputElement.prototype;
function close(name: string, value: unknown): void {
  Object.defineProperty(HTMLInputElement.prototype, name, { value, writable: false, configurable: false });
}
close('click', function (this: HTMLInputElement) {
  if (!opensWindow(this)) click.call(this);
});
close('showPicker', function (this: HTMLInputElement) {
  if (!opensWindow(this)) showPicker.call(this);
});
close('dispatchEvent', function (this: HTMLInputElement, event: Event) {
  return opensWindow(this) ? false : tell.call(this, event);
});

for (const name of [
  'showOpenFilePicker',
  'showSaveFilePicker',
  'showDirectoryPicker',
  'EyeDropper',
  'documentPictureInPicture',
])
  Object.defineProperty(window, name, { value: undefined, writable: false, configurable: false });
