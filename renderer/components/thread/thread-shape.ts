const HEIGHT = 1000;
const MIDDLE = 32;
const SWAY = 7;
const TURNS = 2.5;

/** How far from the left the thread hangs at `y` (0 to 1), in a box 64 wide. */
export function threadX(y: number): number {
  return MIDDLE + SWAY * Math.sin(y * TURNS * 2 * Math.PI);
}

/** One continuous line from top to bottom in a box of 64 x 1000. */
export const THREAD_PATH = Array.from({ length: 101 }, (_, at) => {
  const y = at / 100;
  return `${at === 0 ? 'M' : 'L'}${threadX(y).toFixed(2)} ${(y * HEIGHT).toFixed(1)}`;
}).join('');

/** Where the knots of `steps` steps sit: evenly, clear of both ends. `y` is 0 to 1. */
export function knotsOf(steps: number): { x: number; y: number }[] {
  return Array.from({ length: steps }, (_, at) => {
    const y = (at + 0.75) / (steps + 0.5);
    return { x: threadX(y), y };
  });
}
