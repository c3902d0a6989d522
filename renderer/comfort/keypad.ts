import { type Arrow, type Place, placeAfter, placeAfterSpot, readingOrder } from './arrow-keys.ts';

const CONTROLS = 'button:not(:disabled), input:not(:disabled), textarea:not(:disabled), a[href]';
const ARROWS: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

/** Where the keys were last, for when the control under them is gone. */
interface Spot {
  screen: string;
  place: Place;
}

/**
 * Works every screen with a keypad: arrows move between controls, Enter presses, Escape or Backspace goes back. A text
 * field keeps left and right for its caret until that is at its end; up and down leave it, also for the keys on the
 * screen. Returns the stop.
 */
export function startKeypad(target: Window): () => void {
  const page = target.document;
  let spot: Spot | null = null;

  const onFocus = ({ target: focused }: FocusEvent) => {
    if (!(focused instanceof Element) || !focused.matches(CONTROLS)) return;
    spot = { screen: nameOf(layerOf(page)), place: placeOf(focused) };
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const layer = layerOf(page);
    const active = page.activeElement;
    if (ARROWS.includes(event.key)) {
      const arrow = event.key as Arrow;
      if (isField(active) && movesCaret(active, arrow)) return;
      // Groups of choices have arrows of their own, which choose as they move; here only Enter chooses.
      take(event);
      move(layer, active, arrow, spot)?.focus();
      return;
    }
    if (event.key === 'Enter') {
      if (active instanceof HTMLInputElement && ['radio', 'checkbox'].includes(active.type)) {
        take(event);
        active.click();
      } else if (!active?.matches(CONTROLS)) {
        take(event);
        firstOf(layer)?.focus();
      }
      return;
    }
    if (event.key === 'Backspace' && !isField(active)) {
      take(event);
      const typed = layer.querySelector<HTMLElement>('[data-typing] [data-named="delete"]');
      if (typed) typed.click();
      else goBack(layer, page);
    }
    // The keys on the screen and dialogs close by Escape themselves.
    if (event.key === 'Escape' && !isDialog(layer) && !layer.querySelector('[data-typing]'))
      goBack(layer, page);
  };

  target.addEventListener('keydown', onKey, true);
  target.addEventListener('focusin', onFocus);
  return () => {
    target.removeEventListener('keydown', onKey, true);
    target.removeEventListener('focusin', onFocus);
  };
}

function move(layer: Element, active: Element | null, arrow: Arrow, spot: Spot | null): HTMLElement | null {
  const controls = controlsIn(layer);
  const places = placesOf(controls);
  const from = active instanceof HTMLElement ? controls.indexOf(active) : -1;
  if (from >= 0) {
    const next = placeAfter(places, from, arrow);
    if (next !== null) return controls[next] ?? null;
    // Out of a field every arrow must lead somewhere: left and right are its caret's.
    if (!isField(active)) return null;
    return (
      controls[placeAfter(places, from, arrow === 'ArrowDown' ? 'ArrowRight' : 'ArrowLeft') ?? from] ?? null
    );
  }
  if (spot && spot.screen === nameOf(layer)) {
    const next = placeAfterSpot(places, spot.place, arrow);
    if (next !== null) return controls[next] ?? null;
  }
  return firstOf(layer);
}

/** Where hands begin on this screen, or the first control there is. */
function firstOf(layer: Element): HTMLElement | null {
  const controls = controlsIn(layer);
  const order = readingOrder(placesOf(controls)).map((index) => controls[index]);
  return order.find((control) => control?.closest('[data-hands]')) ?? order[0] ?? null;
}

/** What takes keys now: the dialog on top, or the page. */
function layerOf(page: Document): Element {
  const dialogs = [...page.querySelectorAll('[role="dialog"], [role="alertdialog"]')];
  return dialogs.at(-1) ?? page.body;
}

function isDialog(layer: Element): boolean {
  return layer.hasAttribute('role');
}

function nameOf(layer: Element): string {
  if (isDialog(layer)) return layer.id;
  const screens = [...layer.querySelectorAll<HTMLElement>('[data-screen]')];
  return screens.at(-1)?.dataset.screen ?? '';
}

function controlsIn(layer: Element): HTMLElement[] {
  return [...layer.querySelectorAll<HTMLElement>(CONTROLS)].filter((control) => {
    if (control.closest('[inert]')) return false;
    const { width, height } = placeBox(control);
    return width > 0 && height > 0;
  });
}

/** Chosen things are small hidden inputs inside a large label: the label is what is seen. */
function placeBox(control: Element): DOMRect {
  return (control.closest('label') ?? control).getBoundingClientRect();
}

function placeOf(control: Element): Place {
  const { left, top, right, bottom } = placeBox(control);
  return { left, top, right, bottom };
}

/**
 * Places as if nothing had to turn pages: what stands below such a region, its page buttons and the bar, comes after all
 * that is in it.
 */
function placesOf(controls: readonly HTMLElement[]): Place[] {
  return controls.map((control) => {
    const place = placeOf(control);
    const hidden = control.ownerDocument.querySelector('[data-scrolls]');
    if (!hidden || hidden.contains(control) || place.top < hidden.getBoundingClientRect().bottom - 1)
      return place;
    const below = hidden.scrollHeight - hidden.clientHeight - hidden.scrollTop;
    return { ...place, top: place.top + below, bottom: place.bottom + below };
  });
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Left and right belong to the caret as long as it has letters on that side. */
function movesCaret(field: Field, arrow: Arrow): boolean {
  if (arrow === 'ArrowLeft') return field.selectionEnd !== 0;
  return arrow === 'ArrowRight' && field.selectionStart !== field.value.length;
}

function isField(element: Element | null): element is Field {
  if (element instanceof HTMLTextAreaElement) return true;
  return element instanceof HTMLInputElement && !['radio', 'checkbox'].includes(element.type);
}

function goBack(layer: Element, page: Document): void {
  if (isDialog(layer)) {
    const closing = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    (page.activeElement ?? layer).dispatchEvent(closing);
    return;
  }
  const ways = [...layer.querySelectorAll<HTMLElement>('[data-back] button:not(:disabled)')];
  ways
    .filter((way) => !way.closest('[inert]'))
    .at(-1)
    ?.click();
}

function take(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
