import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { keepConfigPromise } from '../config/promise.ts';
import { readConfig } from '../config/read.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import { aClock, databaseAt } from '../db/testing.ts';
import { anAuditOf, cutAfterLine } from '../staff/testing.ts';
import type { HubClient } from '../sync/hub-client.ts';
import { type EnrolDeps, enrolAtDesk, matchesEnrolmentCode } from './enrol.ts';

const CODE = 'CONTOH-1234';
type EnrolAnswer = Awaited<ReturnType<HubClient['enrol']>>;

const admitted: EnrolAnswer = {
  ok: true,
  value: {
    protocol: 'pos-migran-hub/1',
    epoch: randomUUID(),
    kioskId: randomUUID(),
    kioskCode: '222',
    office: { name: 'Kantor Pos Contoh', timeZone: 'Asia/Jakarta' },
    sealingRecipients: ['age1contoh'],
    rootKey: null,
    hubTime: 1,
  },
};
const refused: EnrolAnswer = {
  ok: false,
  problem: { code: 'hub.bad-request', hubCode: 'enrolment.unknown-code', fromHub: true },
};

function aDesk(answer: EnrolAnswer, hubUrl: string | null = 'https://hub.example', cutAfter?: string) {
  const db = databaseAt();
  const folder = dirname(db.name);
  const clock = aClock();
  const asked: string[] = [];
  const restarts: boolean[] = [];
  const deps: EnrolDeps = {
    db,
    folder,
    hubUrl,
    publicKey: 'A'.repeat(43),
    appVersion: '0.0.0',
    audit: cutAfterLine(anAuditOf(db, folder, clock), cutAfter),
    openHub(url) {
      asked.push(url);
      return { enrol: async () => answer, close: async () => {} };
    },
    onEnrolled: (needsRestart) => restarts.push(needsRestart),
  };
  const enrol = (url: string | null = null) =>
    enrolAtDesk(deps, { code: CODE, hubUrl: url }, { who: 'setup' });
  const acts = () => db.prepare('SELECT who, act, about FROM audit').all();
  return { db, folder, enrol, acts, asked, restarts };
}

test('a code that the hub takes makes this kiosk known, is noted, and opens the setup door later', async () => {
  const { db, enrol, acts, restarts } = aDesk(admitted);
  expect(await enrol()).toEqual({
    ok: true,
    value: { kioskCode: '222', officeName: 'Kantor Pos Contoh', needsRestart: false },
  });
  expect(findEnrolment(db)).toMatchObject({ kioskCode: '222' });
  expect(acts()).toEqual([{ who: 'setup', act: 'kiosk.enrol', about: '222' }]);
  expect(restarts).toEqual([false]);
  expect(await matchesEnrolmentCode(db, null, CODE)).toBe(true);
  expect(await matchesEnrolmentCode(db, CODE, 'SALAH-0000')).toBe(false);
  expect(JSON.stringify(db.prepare('SELECT * FROM fact').all())).not.toContain(CODE);
});

test('a code that the hub refuses changes nothing but the audit log', async () => {
  const { db, enrol, acts, restarts } = aDesk(refused);
  expect(await enrol()).toMatchObject({ problem: { code: 'enrolment.unknown-code' } });
  expect(findEnrolment(db)).toBeNull();
  expect(acts()).toEqual([{ who: 'setup', act: 'kiosk.enrol-failed', about: 'enrolment.unknown-code' }]);
  expect(restarts).toEqual([]);
});

test('a new hub address is written beside what stands in config.json, only once the hub answered', async () => {
  const good = aDesk(admitted, null);
  const path = join(good.folder, 'config.json');
  writeFileSync(path, '{ "printer": null, "officeName": "Kantor Contoh" }');
  expect(await good.enrol('https://new.example')).toMatchObject({ value: { needsRestart: true } });
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
    printer: null,
    officeName: 'Kantor Contoh',
    hubUrl: 'https://new.example',
  });
  expect(good.restarts).toEqual([true]);
  const bad = aDesk(refused, null);
  await bad.enrol('https://new.example');
  expect(() => readFileSync(join(bad.folder, 'config.json'))).toThrow();
});

test('an address that cannot be written down is told before the code is used up', async () => {
  const { folder, enrol, asked } = aDesk(admitted);
  writeFileSync(join(folder, 'config.json'), '{ "printer": ');
  expect(await enrol('https://new.example')).toMatchObject({ problem: { code: 'config.malformed' } });
  expect(asked).toEqual([]);
});

test('power that goes right after the line about an enrolment: the next start writes the new address', async () => {
  const { db, folder, enrol, acts } = aDesk(admitted, null, 'kiosk.enrol');
  await expect(enrol('https://new.example')).rejects.toThrow('the power is gone');
  expect(acts()).toEqual([{ who: 'setup', act: 'kiosk.enrol', about: '222' }]);
  expect(findEnrolment(db)).not.toBeNull();
  expect(keepConfigPromise(db, folder)).toEqual({ ok: true, value: { wasOpen: true } });
  expect(readConfig(folder)).toMatchObject({ value: { hubUrl: 'https://new.example' } });
});

test('without an address there is nobody to ask', async () => {
  const { enrol, asked } = aDesk(admitted, null);
  expect(await enrol()).toMatchObject({ problem: { code: 'desk.no-hub' } });
  expect(asked).toEqual([]);
});

test('before anything was typed here, the code of config.json opens the setup door', async () => {
  const { db } = aDesk(admitted);
  expect(await matchesEnrolmentCode(db, CODE, CODE)).toBe(true);
  expect(await matchesEnrolmentCode(db, null, CODE)).toBe(false);
});
