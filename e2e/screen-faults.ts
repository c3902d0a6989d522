/** What a person would trip over on one screen, as it is painted now. Times and colours are looked at elsewhere. */
export interface ScreenFault {
  rule:
    | 'cut-text'
    | 'out-of-screen'
    | 'small-target'
    | 'small-text'
    | 'overlap'
    | 'unreachable'
    | 'above-reach';
  /** Where, in a person's words as far as there are any. */
  detail: string;
}

/** CSS px: 20 mm on a lobby panel. */
const LEAST_TARGET = 88;
const LEAST_TEXT = 22;

/**
 * Looks at the page from inside: runs in the browser, so it may use nothing of this file but its argument. `reachPx` is
 * how far from the upper edge controls begin in low-reach mode, 0 where that is off.
 */
export function findScreenFaults({
  leastTarget,
  leastText,
  reachPx,
}: {
  leastTarget: number;
  leastText: number;
  reachPx: number;
}): ScreenFault[] {
  const faults: ScreenFault[] = [];
  const SLACK = 2;
  const overlay = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].at(-1);
  const top = overlay ?? document.body;

  const isShown = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    return (
      box.width > 1 &&
      box.height > 1 &&
      element.checkVisibility({ visibilityProperty: true }) &&
      element.closest('[inert]') === null
    );
  };
  const nameOf = (element: Element): string => {
    const words = (element.getAttribute('aria-label') ?? element.textContent ?? '')
      .trim()
      .replace(/\s+/g, ' ');
    const place = element.closest('[class]')?.className;
    return `"${words.slice(0, 50)}" <${element.tagName.toLowerCase()} ${typeof place === 'string' ? place.slice(0, 50) : ''}>`;
  };
  /** The region that turns pages around an element: what lies outside of it is one press away, not cut off. */
  const scrollerOf = (element: Element): Element | null => element.closest('[data-scrolls]');
  const report = (rule: ScreenFault['rule'], element: Element, detail = '') =>
    faults.push({ rule, detail: `${nameOf(element)} ${detail}`.trim() });

  const controls = [...top.querySelectorAll('button, input, textarea, a[href]')]
    .map((control) => control.closest('label') ?? control)
    .filter((control, at, all) => all.indexOf(control) === at && isShown(control));

  const ownText = [...top.querySelectorAll('*')].filter(
    (element) =>
      isShown(element) &&
      element.closest('svg') === null &&
      [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && /\S/.test(node.nodeValue ?? ''),
      ) &&
      getComputedStyle(element).clipPath === 'none' &&
      element.closest('[aria-hidden="true"][data-touch-guard]') === null,
  );

  /**
   * The room that an element's words take. Clamped lines end with their element, on purpose. A font stands a little out of
   * tightly set lines, above the first and below the last: that much is nothing cut off.
   */
  const wordsOf = (element: Element): DOMRect => {
    const style = getComputedStyle(element);
    if (style.webkitLineClamp !== 'none' && style.webkitLineClamp !== '')
      return element.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(element);
    const box = range.getBoundingClientRect();
    const out = Number.parseFloat(style.fontSize) * 0.06;
    return new DOMRect(box.left, box.top + out, box.width, Math.max(0, box.height - 2 * out));
  };

  /** The nearest box around words that the eye sees: it has a ground of its own, or a line at its side. */
  const drawnBoxOf = (element: Element): Element | null => {
    for (let around: Element | null = element; around && around !== top; around = around.parentElement) {
      const { backgroundColor, borderRightWidth, borderRightStyle } = getComputedStyle(around);
      const hasGround = !/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor);
      if (hasGround || (borderRightStyle !== 'none' && Number.parseFloat(borderRightWidth) > 0))
        return around;
    }
    return null;
  };

  for (const element of ownText) {
    if (Number.parseFloat(getComputedStyle(element).fontSize) < leastText - 0.01) {
      report('small-text', element, getComputedStyle(element).fontSize);
    }
    const words = wordsOf(element);
    const scroller = scrollerOf(element);
    for (
      let around: Element | null = element;
      around && around !== top.parentElement;
      around = around.parentElement
    ) {
      if (around === scroller) break;
      const style = getComputedStyle(around);
      const isClamped = style.webkitLineClamp !== 'none' && style.webkitLineClamp !== '';
      if (style.overflow === 'visible' || isClamped) continue;
      if (style.overflowY === 'auto' || style.overflowY === 'scroll') break;
      const box = around.getBoundingClientRect();
      if (
        words.right > box.right + SLACK ||
        words.left < box.left - SLACK ||
        words.bottom > box.bottom + SLACK ||
        words.top < box.top - SLACK
      ) {
        report('cut-text', element, `by ${around.className}`);
        break;
      }
    }
    const isOutSide = words.right > innerWidth + SLACK || words.left < -SLACK;
    const isOutLength = !scroller && (words.bottom > innerHeight + SLACK || words.top < -SLACK);
    if (isOutSide || isOutLength) report('out-of-screen', element);
    const drawn = element.matches('textarea') ? null : drawnBoxOf(element);
    if (drawn) {
      const box = drawn.getBoundingClientRect();
      if (words.right > box.right + SLACK || words.left < box.left - SLACK)
        report('cut-text', element, 'runs over the side of its box');
    }
    const control = element.closest('button, label, a[href]');
    if (control && isShown(control)) {
      const box = control.getBoundingClientRect();
      if (
        words.right > box.right + SLACK ||
        words.left < box.left - SLACK ||
        words.bottom > box.bottom + SLACK ||
        words.top < box.top - SLACK
      ) {
        report('cut-text', element, 'runs over its button');
      }
    }
  }

  /** A field without the sides that its words keep free: a button to clear it stands there and covers nothing. */
  const roomOf = (control: Element): DOMRect => {
    const box = control.getBoundingClientRect();
    if (control.tagName !== 'INPUT') return box;
    const { paddingLeft, paddingRight } = getComputedStyle(control);
    const [left, right] = [Number.parseFloat(paddingLeft), Number.parseFloat(paddingRight)];
    return new DOMRect(box.left + left, box.top, box.width - left - right, box.height);
  };
  const isWholeScreen = (box: DOMRect) => box.width * box.height > innerWidth * innerHeight * 0.4;
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  controls.forEach((control, at) => {
    const box = control.getBoundingClientRect();
    if (box.width < leastTarget * rem - SLACK || box.height < leastTarget * rem - SLACK) {
      // Keys stand side by side in rows of ten: what counts is the height, and that no key is narrower than two thirds.
      const isKey = control.closest('[data-layout]') !== null && box.width >= (leastTarget * rem * 2) / 3;
      if (!isKey || box.height < leastTarget * rem - SLACK) {
        report('small-target', control, `${Math.round(box.width)}x${Math.round(box.height)}`);
      }
    }
    const scroller = scrollerOf(control);
    if (!scroller) {
      if (
        box.left < -SLACK ||
        box.top < -SLACK ||
        box.right > innerWidth + SLACK ||
        box.bottom > innerHeight + SLACK
      ) {
        report('out-of-screen', control);
      }
      if (reachPx > 0 && box.bottom < reachPx + leastTarget - SLACK) {
        report(
          'above-reach',
          control,
          `${Math.round(box.top)}–${Math.round(box.bottom)} of ${Math.round(reachPx)}`,
        );
      }
      const x = Math.min(innerWidth - 1, Math.max(0, box.left + box.width / 2));
      const y = Math.min(innerHeight - 1, Math.max(0, box.top + box.height / 2));
      const hit = document.elementFromPoint(x, y);
      if (hit && !control.contains(hit) && !hit.contains(control))
        report('unreachable', control, `under ${nameOf(hit)}`);
    }
    const own = roomOf(control);
    for (const other of controls.slice(at + 1)) {
      if (control.contains(other) || other.contains(control)) continue;
      if (scrollerOf(other) !== scroller) continue;
      const beside = roomOf(other);
      const wide = Math.min(own.right, beside.right) - Math.max(own.left, beside.left);
      const high = Math.min(own.bottom, beside.bottom) - Math.max(own.top, beside.top);
      // The picture that begins a visit is one button; the corner stands on it.
      if (isWholeScreen(box) || isWholeScreen(beside)) continue;
      if (wide > SLACK && high > SLACK) report('overlap', control, `and ${nameOf(other)}`);
    }
  });

  // Words over words: only of neighbours that stand apart in the page.
  const blocks = ownText.filter(
    (element) => !ownText.some((other) => other !== element && other.contains(element)),
  );
  // Line by line: the box around two words that run on in one paragraph holds the whole width of both lines.
  const linesOf = (block: Element) => [...block.getClientRects()];
  const meet = (one: DOMRect, other: DOMRect) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 6 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 8;
  blocks.forEach((block, at) => {
    for (const other of blocks.slice(at + 1)) {
      if (block.closest('[data-screen]') !== other.closest('[data-screen]')) continue;
      if (scrollerOf(other) !== scrollerOf(block)) continue;
      if (linesOf(block).some((line) => linesOf(other).some((next) => meet(line, next))))
        report('overlap', block, `and words ${nameOf(other)}`);
    }
  });
  return faults;
}

export const LIMITS = { leastTarget: LEAST_TARGET, leastText: LEAST_TEXT };
