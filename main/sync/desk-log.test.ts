import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { DeskLogBody } from '../../shared/contract/desk-log.ts';
import { saveEnrolment } from '../db/repositories/enrolment.ts';
import { aClock, databaseAt } from '../db/testing.ts';
import { exampleId } from '../jobs/testing.ts';
import { openAudit } from '../staff/audit.ts';
import { openDeskLogSender } from './desk-log.ts';
import { learnHubEpoch } from './hub-epoch.ts';
import { anEnrolment } from './testing.ts';

/** Keeps lines as the hub does: once each. */
function aHub() {
  const told: DeskLogBody[] = [];
  const held = new Set<number>();
  return {
    told,
    held,
    deskLog: async (body: DeskLogBody) => {
      told.push(body);
      const before = Math.max(0, ...held);
      for (const { sequence } of body.lines) held.add(sequence);
      const isBehindGap = (body.lines[0]?.sequence ?? 0) > before + 1;
      const value = {
        protocol: 'pos-migran-hub/1' as const,
        epoch: exampleId(1),
        hubTime: 0,
        goOnAfter: isBehindGap ? before : Math.max(0, ...held),
      };
      return { ok: true as const, value };
    },
  };
}

function aKiosk() {
  const db = databaseAt();
  const clock = aClock();
  const folder = join(db.name, '..');
  const log = { info: () => undefined };
  const audit = openAudit({ db, folder, bootId: exampleId(2), clock, kioskNow: clock.now, log });
  learnHubEpoch(db, exampleId(1), 0);
  const hub = aHub();
  const round = { hub, signal: new AbortController().signal, onProgress: () => undefined };
  let sender = openDeskLogSender(db);
  return {
    db,
    hub,
    act: (count: number) => {
      for (let n = 0; n < count; n++)
        audit.note({ who: '0007', act: 'queue.retry', about: `job-${n}`, reason: null });
    },
    send: () => sender.send({ ...round, isTimeUp: () => false }),
    /** The time of the step is over after so many pages. */
    sendPages(pages: number) {
      let left = pages;
      return sender.send({ ...round, isTimeUp: () => left-- <= 0 });
    },
    restart: () => {
      sender = openDeskLogSender(db);
    },
  };
}

test('every line goes once and in order, in pages, and goes on where the time ran out', async () => {
  const { act, sendPages, send, hub } = aKiosk();
  act(120);
  await sendPages(1);
  expect(hub.held.size).toBe(100);
  expect(await send()).toBeNull();
  const sent = hub.told.flatMap(({ lines }) => lines.map(({ sequence }) => sequence));
  expect(sent).toEqual(Array.from({ length: 120 }, (_, at) => at + 1));
  expect(hub.told.map(({ lines }) => lines.length)).toEqual([100, 20]);
});

test('where nothing happened nothing is told, but the ends of the chain are after every start', async () => {
  const { act, send, hub, restart } = aKiosk();
  await send();
  expect(hub.told).toEqual([]);
  act(2);
  await send();
  await send();
  expect(hub.told).toHaveLength(1);
  restart();
  await send();
  expect(hub.told).toHaveLength(2);
  expect(hub.told[1]).toMatchObject({ lines: [], end: { sequence: 2 }, head: { sequence: 2 } });
});

test('an answer that is lost costs a twin, and a hub that has lost lines gets them again', async () => {
  const { act, send, hub } = aKiosk();
  act(5);
  await send();
  hub.held.clear();
  hub.held.add(1).add(2);
  act(1);
  await send();
  expect([...hub.held].toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
});

test('a hub of a new epoch gets everything from the beginning', async () => {
  const { act, send, hub, db } = aKiosk();
  act(3);
  await send();
  hub.held.clear();
  learnHubEpoch(db, exampleId(3), 0);
  await send();
  expect([...hub.held]).toEqual([1, 2, 3]);
});

test('a kiosk that was enrolled as another one tells everything under its new name', async () => {
  const { act, send, hub, db } = aKiosk();
  act(3);
  await send();
  hub.held.clear();
  saveEnrolment(db, { ...anEnrolment(), kioskId: exampleId(9) });
  await send();
  expect([...hub.held]).toEqual([1, 2, 3]);
});

test('a hub that never gets further is asked once a round', async () => {
  const { act, send, hub } = aKiosk();
  act(101);
  const { deskLog } = hub;
  let asked = 0;
  hub.deskLog = async (body) => {
    asked += 1;
    const answer = await deskLog(body);
    return { ...answer, value: { ...answer.value, goOnAfter: 0 } };
  };
  await send();
  expect(asked).toBe(1);
});

test('a line that was spoiled goes as it lies there, however long it became', async () => {
  const { act, send, hub, db } = aKiosk();
  act(2);
  const other = new Database(db.name);
  other
    .prepare('UPDATE audit SET reason = ?, hash = ? WHERE sequence = 2')
    .run('x'.repeat(9000), 'z'.repeat(64));
  other.close();
  expect(await send()).toBeNull();
  expect(hub.told[0]?.lines[1]).toMatchObject({ sequence: 2, hash: 'z'.repeat(64) });
  expect(hub.told[0]?.lines[1]?.reason).toHaveLength(2000);
});

test('a hub of an earlier version is no trouble', async () => {
  const { act, send, hub } = aKiosk();
  act(1);
  const refused = { code: 'hub.refused', detail: '', fromHub: true, hubCode: 'route.unknown' } as const;
  Object.assign(hub, { deskLog: async () => ({ ok: false, problem: refused }) });
  expect(await send()).toBeNull();
});
