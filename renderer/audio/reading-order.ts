import { computeAccessibleName } from 'dom-accessibility-api';
import type { AudioTexts } from '../texts/audio.id.ts';

/** One thing to say, and what it stands on: it is marked while it is being said. */
export interface Passage {
  text: string;
  element: Element;
  /** Hers alone: what she typed or chose, her number, her status. Said into earphones only. */
  isPrivate: boolean;
}

/** Controls and pictures are one passage each, by their accessible names. */
const CONTROL =
  'button, a[href], input, textarea, [role="radio"], [role="checkbox"], [role="switch"], [role="img"], img';
/** Inline elements belong to the sentence around them. */
const INLINE = new Set(['B', 'BDI', 'EM', 'I', 'SMALL', 'SPAN', 'STRONG', 'TIME', 'WBR']);

/**
 * Everything on a screen in the order in which it is read: question, reasons, what can be answered, the bar, the corner. It follows
 * the document, as a screen reader does; what is hidden from that is not here either.
 */
export function readingOf(root: Element, words: AudioTexts): Passage[] {
  const passages: Passage[] = [];
  let sentence = '';
  let start: Element = root;

  function flush(): void {
    const text = sentence.replace(/\s+/g, ' ').trim();
    if (text !== '') passages.push({ text, element: start, isPrivate: isPrivate(start) });
    sentence = '';
  }

  function walk(element: Element): void {
    if (isSilent(element)) return;
    const control = controlOf(element);
    if (control !== null) {
      flush();
      const text = controlText(control, element, words);
      if (text !== '') passages.push({ text, element, isPrivate: isPrivate(element) });
      const state = stateText(control, words);
      if (state !== '') passages.push({ text: state, element, isPrivate: true });
      return;
    }
    // What is private never shares a sentence with what is not.
    const isInline =
      !element.hasAttribute('data-private') &&
      INLINE.has(element.tagName) &&
      getComputedStyle(element).display.startsWith('inline');
    if (!isInline) {
      flush();
      start = element;
      const label =
        element.tagName === 'FIELDSET' || element.getAttribute('role') === 'group' ? labelOf(element) : '';
      if (label !== '') passages.push({ text: label, element, isPrivate: false });
    }
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        if (sentence.trim() === '') start = element;
        sentence += child.textContent ?? '';
      } else if (child instanceof Element) {
        // Parts that only the layout keeps apart must not run together.
        sentence += ' ';
        walk(child);
        sentence += ' ';
      }
    }
    if (!isInline) flush();
  }

  walk(root);
  flush();
  return passages;
}

/** The control itself; for a label around one, that one: its words are the control's name and are said once. */
function controlOf(element: Element): Element | null {
  if (element.matches(CONTROL)) return element;
  return element.tagName === 'LABEL' ? element.querySelector('input, textarea') : null;
}

function controlText(element: Element, around: Element, words: AudioTexts): string {
  const name = around === element ? nameOf(element) : partsOf(around).join(' ').replace(/\s+/g, ' ').trim();
  if (name === '') return '';
  return [kindOf(element, words), name, isOff(element) ? words.closed : '']
    .filter((part) => part !== '')
    .join('. ');
}

/** Parts that stand apart on the card are kept apart: run together they would be words that no clip knows. */
function nameOf(element: Element): string {
  const isNamedElsewhere = element.matches(
    '[aria-label], [aria-labelledby], input, textarea, img, [role="img"]',
  );
  return (isNamedElsewhere ? computeAccessibleName(element) : partsOf(element).join(' '))
    .replace(/\s+/g, ' ')
    .trim();
}

function partsOf(element: Element): string[] {
  return [...element.childNodes].flatMap((child) => {
    if (child.nodeType === Node.TEXT_NODE) return [child.textContent ?? ''];
    if (!(child instanceof Element) || isSilent(child)) return [];
    return child.matches('[aria-label], [role="img"], img') ? [computeAccessibleName(child)] : partsOf(child);
  });
}

function kindOf(element: Element, words: AudioTexts): string {
  const role = element.getAttribute('role');
  if (role === 'img' || element.tagName === 'IMG') return words.picture;
  if (element.matches('input[type="radio"], input[type="checkbox"]')) return words.choice;
  if (role === 'radio' || role === 'checkbox' || role === 'switch') return words.choice;
  if (element.matches('input, textarea')) return words.field;
  return words.button;
}

/** What she chose or typed. */
function stateText(element: Element, words: AudioTexts): string {
  if (element instanceof HTMLInputElement && (element.type === 'radio' || element.type === 'checkbox')) {
    return element.checked ? words.chosen : '';
  }
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    return element.type === 'password' ? '' : element.value.trim();
  }
  const isOn =
    element.getAttribute('aria-checked') === 'true' || element.getAttribute('aria-pressed') === 'true';
  return isOn ? words.chosen : '';
}

function labelOf(element: Element): string {
  return element.querySelector(':scope > legend') === null ? (element.getAttribute('aria-label') ?? '') : '';
}

function isOff(element: Element): boolean {
  return element.matches(':disabled, [aria-disabled="true"], [data-disabled]');
}

function isPrivate(element: Element): boolean {
  return element.closest('[data-private]') !== null;
}

function isSilent(element: Element): boolean {
  if (element.matches('[aria-hidden="true"], [hidden], [inert], script, style, svg:not([role="img"])'))
    return true;
  if (element.matches('fieldset[data-layout]')) return true;
  const { display, visibility } = getComputedStyle(element);
  return display === 'none' || visibility === 'hidden';
}
