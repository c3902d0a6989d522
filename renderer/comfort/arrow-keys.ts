/** Where a control stands on the screen, CSS px. */
export interface Place {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/**
 * Indices of the places as a person reads them: row by row from the top, each from the left. A place belongs to a row
 * when its middle is level with the row's first one.
 */
export function readingOrder(places: readonly Place[]): number[] {
  const byTop = [...places.keys()].sort(
    (a, b) => topOf(places, a) - topOf(places, b) || leftOf(places, a) - leftOf(places, b) || a - b,
  );
  const rows: { bottom: number; members: number[] }[] = [];
  for (const index of byTop) {
    const place = places[index] as Place;
    const row = rows.at(-1);
    if (row && (place.top + place.bottom) / 2 < row.bottom) row.members.push(index);
    else rows.push({ bottom: place.bottom, members: [index] });
  }
  return rows.flatMap(({ members }) =>
    members.sort(
      (a, b) => leftOf(places, a) - leftOf(places, b) || topOf(places, a) - topOf(places, b) || a - b,
    ),
  );
}

/**
 * The place that an arrow leads to from place number `from`. Left and right follow the reading order round in a circle,
 * so that these two alone lead everywhere and nothing is a trap; up and down lead to the nearest place that is really
 * above or below, or nowhere (null).
 */
export function placeAfter(places: readonly Place[], from: number, arrow: Arrow): number | null {
  if (arrow === 'ArrowLeft' || arrow === 'ArrowRight') {
    const order = readingOrder(places);
    const step = arrow === 'ArrowRight' ? 1 : -1;
    return order[(order.indexOf(from) + step + order.length) % order.length] ?? null;
  }
  const origin = places[from] as Place;
  return nearestBeyond(places, origin, arrow, from);
}

/** The same from a spot where no control is any more, such as a page button that has done its work. */
export function placeAfterSpot(places: readonly Place[], spot: Place, arrow: Arrow): number | null {
  const all = [...places, spot];
  const self = all.length - 1;
  if (arrow === 'ArrowUp' || arrow === 'ArrowDown') return nearestBeyond(all, spot, arrow, self);
  const next = placeAfter(all, self, arrow);
  return next === self ? null : next;
}

/** Sideways distance weighs double: what stands straight below is meant before what stands nearer but aside. */
const ASIDE = 2;
/** Px that neighbours may reach into each other, by borders and shadows. */
const TOUCHING = 4;

function nearestBeyond(
  places: readonly Place[],
  origin: Place,
  arrow: 'ArrowUp' | 'ArrowDown',
  self: number,
): number | null {
  let best: { index: number; far: number; aside: number } | null = null;
  places.forEach((place, index) => {
    if (index === self) return;
    const gap = arrow === 'ArrowDown' ? place.top - origin.bottom : origin.top - place.bottom;
    if (gap < -TOUCHING) return;
    const apart = Math.max(0, place.left - origin.right, origin.left - place.right);
    const aside = Math.abs(place.left + place.right - origin.left - origin.right) / 2;
    const far = gap + apart * ASIDE;
    if (!best || far < best.far || (far === best.far && aside < best.aside)) best = { index, far, aside };
  });
  return (best as { index: number } | null)?.index ?? null;
}

function topOf(places: readonly Place[], index: number): number {
  return places[index]?.top ?? 0;
}

function leftOf(places: readonly Place[], index: number): number {
  return places[index]?.left ?? 0;
}
