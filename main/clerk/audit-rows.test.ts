import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { aCounter, BUDI, given } from './testing.ts';

async function aBusyCounter() {
  const counter = await aCounter();
  const { number } = await counter.submitKind('lead');
  for (let i = 0; i < 7; i++)
    given(await counter.clerk['clerk.serve']({ number, served: i % 2 === 0 }, BUDI));
  const read = async (before: number | null, limit: number) =>
    given(await counter.clerk['clerk.audit']({ before, limit }, BUDI));
  return { ...counter, read };
}

test('pages go back from the newest line to the first, each line once', async () => {
  const { read } = await aBusyCounter();
  const seen: number[] = [];
  let before: number | null = null;
  do {
    const page = await read(before, 3);
    seen.push(...page.lines.map(({ sequence }) => sequence));
    before = page.older;
  } while (before !== null);
  expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1]);
  expect(await read(null, 7)).toMatchObject({
    older: null,
    isWhole: true,
    lines: [{ sequence: 7, who: '0007', act: 'ticket.serve' }, ...Array(6).fill({})],
  });
});

test.each([
  ['a line that was changed', "UPDATE audit SET who = '0001' WHERE sequence = 3"],
  ['a line that was removed', 'DELETE FROM audit WHERE sequence = 3'],
  ['a line that was cut off at the end', 'DELETE FROM audit WHERE sequence = 7'],
])('%s by another program is noticed, also after the chain was found whole', async (_what, sql) => {
  const { read, folder } = await aBusyCounter();
  expect((await read(null, 5)).isWhole).toBe(true);
  const other = new Database(join(folder, 'kiosk.db'));
  other.exec(sql);
  other.close();
  expect((await read(null, 5)).isWhole).toBe(false);
});

test('a line that was added by this app leaves the chain whole', async () => {
  const { read, clerk } = await aBusyCounter();
  expect((await read(null, 5)).isWhole).toBe(true);
  given(await clerk['clerk.open-day']({}, BUDI));
  expect(await read(null, 1)).toMatchObject({ isWhole: true, lines: [{ sequence: 8, act: 'day.open' }] });
});
