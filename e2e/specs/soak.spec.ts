import { expect, test } from 'vitest';
import { seededRandom } from '../../scripts/lib/seeded-random.ts';
import { planVisits } from '../soak/plan.ts';

const VISITS = 2_000;
const plan = planVisits(VISITS, seededRandom(7));
const at = (isSo: (visit: (typeof plan)[number]) => unknown) => plan.filter(isSo).map((visit) => visit.at);

test('the same seed soaks in the same way', () => {
  expect(planVisits(VISITS, seededRandom(7))).toEqual(plan);
  expect(planVisits(VISITS, seededRandom(8))).not.toEqual(plan);
});

test('every fault ends before the next of its kind begins', () => {
  for (const part of ['printer', 'link'] as const) {
    const turns = plan.flatMap((visit) => (visit[part] === undefined ? [] : [visit[part] !== null]));
    expect(turns.length).toBeGreaterThan(60);
    expect(turns).toEqual(turns.map((_, turn) => turn % 2 === 0));
  }
});

test('a leak has half of the visits in one program, and a tenth in one page, to show itself', () => {
  expect(at((visit) => visit.isProgramKilled).length).toBeGreaterThan(3);
  expect(Math.max(...at((visit) => visit.isProgramKilled))).toBeLessThanOrEqual(VISITS / 2);
  expect(at((visit) => visit.page).length).toBeGreaterThan(10);
  expect(Math.max(...at((visit) => visit.page))).toBeLessThanOrEqual(VISITS * 0.9);
});

test('a short run has each fault too', () => {
  const short = planVisits(30, seededRandom(7));
  for (const key of ['printer', 'link', 'page', 'isProgramKilled'] as const)
    expect(short.some((visit) => visit[key])).toBe(true);
});
