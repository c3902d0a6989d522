interface Room {
  /** Height for rows and page buttons together. All measures in one unit. */
  height: number;
  gap: number;
  /** Height of the page buttons with the gap above them. */
  pager: number;
}

/** Which rows stand on which page, as `[from, to)`: as many as fit, in order; at least one, however tall it is. */
export function packPages(heights: readonly number[], { height, gap, pager }: Room): [number, number][] {
  const whole = heights.reduce((sum, row) => sum + row, 0) + gap * Math.max(0, heights.length - 1);
  if (whole <= height) return [[0, heights.length]];
  const pages: [number, number][] = [];
  let from = 0;
  let used = 0;
  heights.forEach((row, at) => {
    const withRow = used + (at === from ? 0 : gap) + row;
    if (at > from && withRow > height - pager) {
      pages.push([from, at]);
      from = at;
      used = row;
    } else used = withRow;
  });
  pages.push([from, heights.length]);
  return pages;
}
