/** Height in rem that the grid and its page buttons share. */
export interface Room {
  height: number;
}

interface Measures {
  room: Room | null;
  rowHeight: number;
  gap: number;
  /** Height of the page buttons with the gap above them, rem. */
  pager: number;
  columns: number;
  count: number;
  /** There is more before or behind these items: the page buttons stand there in any case. */
  goesOn?: boolean;
}

/** How many items one page holds: all of them without page buttons, or what is left beside the buttons; at least one row. */
export function countFitting({ room, rowHeight, gap, pager, columns, count, goesOn }: Measures): number {
  if (room === null) return Math.max(1, count);
  const rowsIn = (height: number) => Math.floor((height + gap) / (rowHeight + gap));
  const whole = rowsIn(room.height) * columns;
  if (count <= whole && !goesOn) return Math.max(1, count);
  return Math.max(1, rowsIn(room.height - pager)) * columns;
}

/** The page that holds item `first`; `page` counts from 0. */
export function pageOf(
  first: number,
  perPage: number,
  count: number,
): { page: number; pages: number; from: number; to: number } {
  const pages = Math.max(1, Math.ceil(count / perPage));
  const page = Math.min(pages - 1, Math.max(0, Math.floor(first / perPage)));
  return { page, pages, from: page * perPage, to: Math.min(count, (page + 1) * perPage) };
}
