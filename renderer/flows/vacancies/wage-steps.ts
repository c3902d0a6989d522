const ROUND = [1, 2, 2.5, 5, 10];
const MOST_STEPS = 5;

/**
 * Round amounts between the least and the greatest wage that occur, to choose "at least this much" from. Empty where all
 * wages are about the same.
 */
export function wageSteps(lowest: number, highest: number): number[] {
  const span = highest - lowest;
  if (!(span > highest / 100)) return [];
  const rough = span / MOST_STEPS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (ROUND.find((round) => round * power >= rough) ?? 10) * power;
  const steps: number[] = [];
  for (let at = Math.floor(lowest / step) + 1; at * step <= highest && steps.length < MOST_STEPS + 1; at++) {
    steps.push(Number((at * step).toPrecision(12)));
  }
  return steps;
}
