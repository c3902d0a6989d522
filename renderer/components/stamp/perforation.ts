/**
 * Outline of a postage stamp: a rectangle from (-margin, -margin) whose edges have round teeth.
 * The teeth are spread so that every edge holds a whole number of them.
 */
export function perforatedOutline(width: number, height: number, margin: number, hole: number): string {
  const [w, h] = [width + 2 * margin, height + 2 * margin];
  const edge = (length: number, dx: number, dy: number) => {
    const count = Math.max(1, Math.round(length / (hole * 3)));
    const pitch = length / count;
    const flat = (pitch - 2 * hole) / 2;
    const tooth =
      `l${round(dx * flat)} ${round(dy * flat)}` +
      `a${hole} ${hole} 0 0 0 ${round(dx * 2 * hole)} ${round(dy * 2 * hole)}` +
      `l${round(dx * flat)} ${round(dy * flat)}`;
    return tooth.repeat(count);
  };
  return `M${-margin} ${-margin}${edge(w, 1, 0)}${edge(h, 0, 1)}${edge(w, -1, 0)}${edge(h, 0, -1)}Z`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
