import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DayReport } from '../../../shared/contract/clerk.ts';
import {
  DeskLogAnswer,
  type DeskLogBody,
  deskLogRoutes,
  type LogLine,
  textOfLine,
} from '../../../shared/contract/desk-log.ts';
import { startTestHub, type TestHub } from '../../testing/test-hub.ts';
import { send, type TestKiosk } from '../../testing/test-kiosk.ts';
import { verifyDeskLog } from '../desk-logs/verify-desk-log.ts';
import { listDays } from '../repositories/desk-logs.ts';

let served: TestHub;
let kiosk: TestKiosk;

beforeAll(async () => {
  served = await startTestHub();
});
afterAll(() => served.close());

const pool = () => served.hub.database.pool;

/** Lines as a kiosk writes them, from one number on. */
function chain(count: number, { after = null as LogLine | null, boot = 'boot' } = {}): LogLine[] {
  const lines: LogLine[] = [];
  for (let n = 0; n < count; n++) {
    const before = lines.at(-1) ?? after;
    const line = {
      sequence: (before?.sequence ?? 0) + 1,
      at: 1_000 + n,
      bootId: boot,
      monotonicMs: n,
      who: '0007',
      act: 'queue.retry',
      about: null,
      reason: null,
      previous: before?.hash ?? '0'.repeat(64),
    };
    lines.push({ ...line, hash: createHash('sha256').update(textOfLine(line)).digest('hex') });
  }
  return lines;
}

const endOf = (lines: readonly LogLine[]) => {
  const last = lines.at(-1);
  return last === undefined ? null : { sequence: last.sequence, hash: last.hash };
};

/** What a kiosk with this table says after it has sent `lines` of it. */
function bodyOf(table: readonly LogLine[], lines = table, head = endOf(table)): DeskLogBody {
  return { lines: [...lines], end: endOf(table), head, days: [] };
}

async function tell(body: DeskLogBody, who = kiosk): Promise<DeskLogAnswer> {
  const answer = await send(served.hub.url, await who.sign(deskLogRoutes.deskLog.path, body));
  expect(answer.status).toBe(200);
  return DeskLogAnswer.parse(answer.body);
}

async function faults() {
  const { faults: inChain, noted } = await verifyDeskLog(pool(), kiosk.kioskId);
  const said = (list: { fault: string; sequence: number }[]) =>
    list.map(({ fault, sequence }) => `${fault} ${sequence}`);
  return { inChain: said(inChain), noted: said(noted) };
}

const without = (lines: readonly LogLine[], sequence: number) =>
  lines.filter((line) => line.sequence !== sequence);

test('lines in order are whole, also when pages come twice or in two requests at once', async () => {
  kiosk = await served.enrol();
  const table = chain(30);
  const first = bodyOf(table, table.slice(0, 20));
  const [one, other] = await Promise.all([tell(first), tell(first)]);
  expect([one.goOnAfter, other.goOnAfter]).toEqual([20, 20]);
  expect((await tell(bodyOf(table, table.slice(20)))).goOnAfter).toBe(30);
  const verdict = await verifyDeskLog(pool(), kiosk.kioskId);
  expect(verdict).toEqual({ lines: 30, heldTo: 30, faults: [], noted: [] });
});

test.each<[string, (table: LogLine[]) => DeskLogBody, { inChain: string[]; noted: string[] }]>([
  [
    'a line that was taken out of the middle',
    (table) => bodyOf(without(table, 4)),
    { inChain: ['missing 5'], noted: ['missing 5'] },
  ],
  [
    'a first line that was taken out',
    (table) => bodyOf(without(table, 1)),
    { inChain: ['missing 2'], noted: ['missing 2'] },
  ],
  [
    'a last line that was taken out',
    (table) => bodyOf(without(table, 6), without(table, 6), endOf(table)),
    { inChain: [], noted: ['missing 6'] },
  ],
  [
    'a line that was changed',
    (table) => bodyOf(table.map((line) => (line.sequence === 3 ? { ...line, who: '0001' } : line))),
    { inChain: ['changed 3'], noted: ['changed 3'] },
  ],
  [
    'a line that was changed together with its hash',
    (table) =>
      bodyOf(
        table.map((line) => {
          if (line.sequence !== 3) return line;
          const other = { ...line, who: '0001' };
          return { ...other, hash: createHash('sha256').update(textOfLine(other)).digest('hex') };
        }),
      ),
    { inChain: ['broken 4'], noted: ['broken 4'] },
  ],
  [
    'two lines that changed places',
    (table) =>
      bodyOf(
        table.map((line) => {
          const other = table.find(({ sequence }) => sequence === 7 - line.sequence) ?? line;
          return line.sequence === 3 || line.sequence === 4 ? { ...other, sequence: line.sequence } : line;
        }),
      ),
    {
      inChain: ['broken 3', 'broken 4', 'broken 5', 'changed 3', 'changed 4'],
      noted: ['broken 3', 'broken 4', 'broken 5', 'changed 3', 'changed 4'],
    },
  ],
  [
    'the file that says where the chain ends',
    (table) => bodyOf(table, table, null),
    { inChain: [], noted: ['no-head 6'] },
  ],
  [
    'text that no database likes',
    (table) => bodyOf(table.map((line) => (line.sequence === 2 ? { ...line, who: '\u0000\ud800' } : line))),
    { inChain: ['changed 2'], noted: ['changed 2'] },
  ],
  [
    'a number from nowhere',
    (table) =>
      bodyOf(
        table.map((line) => (line.sequence === 6 ? { ...line, sequence: Number.MAX_SAFE_INTEGER } : line)),
      ),
    {
      inChain: [`changed ${Number.MAX_SAFE_INTEGER}`, `missing ${Number.MAX_SAFE_INTEGER}`],
      noted: [`changed ${Number.MAX_SAFE_INTEGER}`, `missing ${Number.MAX_SAFE_INTEGER}`],
    },
  ],
])('%s is kept and noted, never refused', async (_what, spoil, expected) => {
  kiosk = await served.enrol();
  await tell(spoil(chain(6)));
  const found = await faults();
  expect({ inChain: found.inChain.toSorted(), noted: found.noted.toSorted() }).toEqual(expected);
});

test('a gap that is filled later is whole in the chain and stays noted', async () => {
  kiosk = await served.enrol();
  const table = chain(6);
  await tell(bodyOf(table, table.slice(0, 2)));
  expect((await tell(bodyOf(table, table.slice(4)))).goOnAfter).toBe(2);
  expect((await tell(bodyOf(table, table.slice(2)))).goOnAfter).toBe(6);
  expect(await faults()).toEqual({ inChain: [], noted: ['missing 5'] });
});

test('a restored database is noticed before it writes a line, and its lines beside the earlier ones are a fork', async () => {
  kiosk = await served.enrol();
  const table = chain(6);
  await tell(bodyOf(table));
  const restored = table.slice(0, 4);
  // Its file beside the database came back with it.
  await tell(bodyOf(restored, []));
  expect((await faults()).noted).toEqual(['went-back 4']);
  const other = [...restored, ...chain(2, { after: restored.at(-1) ?? null, boot: 'later' })];
  await tell(bodyOf(other, other.slice(4)));
  const { inChain, noted } = await faults();
  expect(inChain).toEqual(['fork 5', 'fork 6']);
  expect(noted.toSorted()).toEqual(['fork 5', 'fork 6', 'went-back 4']);
  expect((await verifyDeskLog(pool(), kiosk.kioskId)).lines).toBe(8);
});

test('a restored database whose file was kept goes on behind the newest line and is noticed', async () => {
  kiosk = await served.enrol();
  const table = chain(6);
  await tell(bodyOf(table));
  await tell(bodyOf(table.slice(0, 4), [], endOf(table)));
  const next = chain(1, { after: table.at(-1) ?? null });
  await tell(bodyOf([...table.slice(0, 4), ...next], next));
  expect(await faults()).toEqual({ inChain: [], noted: ['went-back 4'] });
});

test('a fork far behind is seen at its end', async () => {
  kiosk = await served.enrol();
  const table = chain(3);
  await tell(bodyOf(table));
  const other = chain(3, { boot: 'later' });
  await tell(bodyOf(other, []));
  expect((await faults()).noted).toEqual(['fork 3']);
});

test('a chain of many pages is walked across their edges', async () => {
  kiosk = await served.enrol();
  const table = chain(2_050);
  for (let at = 0; at < table.length; at += 100) {
    const page = table.slice(at, at + 100);
    await tell(bodyOf(table, at === 1_000 ? page.slice(1) : page));
  }
  const { lines, faults: found } = await verifyDeskLog(pool(), kiosk.kioskId);
  expect({ lines, found }).toEqual({ lines: 2_049, found: [{ fault: 'missing', sequence: 1_002 }] });
}, 60_000);

test('a day that was closed is kept once, and with other figures beside it', async () => {
  kiosk = await served.enrol();
  const figures = DayReport.parse({
    day: '2026-11-22',
    openedAt: 1,
    openedBy: '0007',
    closedAt: 2,
    closedBy: '0007',
    recorded: [{ kind: 'lead', count: 3 }],
    served: 1,
    papers: { printed: 3, copies: 1, unknown: 0, handedOver: 0 },
    staffCalls: 0,
    waiting: 0,
    setAside: 0,
  });
  const id = randomUUID();
  const table = chain(1);
  const days = [{ id, figures }];
  await tell({ ...bodyOf(table), days });
  await tell({ ...bodyOf(table, []), days });
  expect((await listDays(pool(), kiosk.kioskId)).map(({ figures: kept }) => kept)).toEqual([figures]);
  await tell({ ...bodyOf(table, []), days: [{ id, figures: { ...figures, served: 9 } }] });
  expect((await listDays(pool(), kiosk.kioskId)).map(({ figures: { served: count } }) => count)).toEqual([
    1, 9,
  ]);
});

test('nobody changes or removes what was kept, and a kiosk writes in its own log alone', async () => {
  kiosk = await served.enrol();
  await tell(bodyOf(chain(2)));
  for (const sql of [
    'UPDATE audit_line SET sequence = sequence + 1',
    'DELETE FROM audit_line',
    'TRUNCATE audit_line',
    'DELETE FROM audit_fault',
    'DELETE FROM day_report',
  ]) {
    await expect(pool().query(sql)).rejects.toThrow('is only added to');
  }
  const other = await served.enrol();
  await tell(bodyOf(chain(3, { boot: 'other' })), other);
  expect((await verifyDeskLog(pool(), kiosk.kioskId)).lines).toBe(2);
  const unsigned = { path: deskLogRoutes.deskLog.path, body: bodyOf(chain(1)) };
  const answer = await fetch(new URL(unsigned.path, served.hub.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(unsigned.body),
  });
  expect(answer.status).toBe(401);
});
