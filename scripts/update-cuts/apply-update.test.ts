import { generateKeyPairSync } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Machine } from './machine.ts';
import { runUpdateRounds } from './rounds.ts';

let machine: Machine;
beforeEach(() => {
  machine = new Machine();
});
afterEach(() => machine.remove());

const next = { version: '0.2.0', build: 2, behaviour: 'good', database: 1 } as const;
const NAME = '0.2.0-2';

async function boots(times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    expect(await machine.applyUpdate()).toBe(0);
    await machine.start();
  }
}

test('a good version is tried once, closed to visitors, and stays; what it no longer needs goes', async () => {
  await boots(1);
  const shown = readFileSync(machine.shown, 'utf8');
  await machine.stage(next);
  await boots(1);
  expect(machine.running()).toBe(NAME);
  expect(readFileSync(machine.shown, 'utf8')).toBe(shown);
  await boots(1);
  expect(machine.stateFile('result')).toBe(`installed ${NAME} -\n`);
  expect(readFileSync(machine.shown, 'utf8').length).toBeGreaterThan(shown.length);
  for (const left of ['updates/before', 'updates/staged'])
    expect(existsSync(join(machine.data, left)), left).toBe(false);
  expect(machine.stateFile('trial')).toBe('');
  // The version that came with the deb is no update, and stays; updates before the last one go.
  await machine.stage({ ...next, version: '0.3.0', build: 3 });
  await boots(2);
  await machine.stage({ ...next, version: '0.4.0', build: 4 });
  await boots(2);
  expect(machine.running()).toBe('0.4.0-4');
  const kept = ['0.1.0', NAME, '0.3.0-3', '0.4.0-4'].filter((name) =>
    existsSync(join(machine.versions, name)),
  );
  expect(kept).toEqual(['0.1.0', '0.3.0-3', '0.4.0-4']);
}, 60_000);

test.each(['crashes', 'dead', 'ill'] as const)(
  'a version that is %s gets two starts, then the one before is back with its database and the bad one never comes again',
  async (behaviour) => {
    await boots(1);
    await machine.stage({ ...next, behaviour });
    await boots(2);
    expect(machine.running()).toBe(NAME);
    await boots(1);
    expect(machine.running()).toBe('0.1.0');
    expect(machine.stateFile('result')).toBe(`rolled-back ${NAME} update.not-healthy\n`);
    expect(existsSync(join(machine.versions, NAME))).toBe(false);
    await machine.stage(next);
    await boots(1);
    expect(machine.running()).toBe('0.1.0');
    expect(machine.stateFile('result')).toBe(`refused ${NAME} update.bad\n`);
  },
  60_000,
);

test('a good version outlives five power cuts in its trial; one that takes the machine down each time does not', async () => {
  await boots(1);
  await machine.stage(next);
  for (let n = 0; n < 5; n++) {
    expect(await machine.applyUpdate()).toBe(0);
    expect(machine.running()).toBe(NAME);
    // The power goes before the version has said that it is healthy.
    machine.powerUp();
  }
  await boots(2);
  expect(machine.stateFile('result')).toBe(`installed ${NAME} -\n`);

  await machine.stage({ ...next, version: '0.3.0', build: 3 });
  let starts = 0;
  for (; machine.stateFile('bad') === '' && starts < 20; starts++) {
    expect(await machine.applyUpdate()).toBe(0);
    machine.powerUp();
  }
  expect(machine.running()).toBe(NAME);
  expect(machine.stateFile('bad')).toBe('0.3.0-3 update.not-healthy\n');
  // Five that do not count, two that do, and the one that finds them.
  expect(starts).toBe(8);
}, 60_000);

test('crashes count between power cuts, and a note of an older script is read', async () => {
  await boots(1);
  await machine.stage({ ...next, behaviour: 'crashes' });
  await boots(1);
  // As it was written before boots were told apart.
  writeFileSync(join(machine.state, 'trial'), `${NAME} 0.1.0 1\n`);
  await boots(1);
  expect(machine.stateFile('trial')).toMatch(/ 2 \S+ 0\n$/);
  machine.powerUp();
  // The power went behind a crash: one start more, and no other.
  await boots(1);
  expect(machine.running()).toBe(NAME);
  await boots(1);
  expect(machine.running()).toBe('0.1.0');
  expect(machine.stateFile('bad')).toBe(`${NAME} update.not-healthy\n`);
}, 60_000);

test.each([
  ['a changed sheet', 'update.forged', (at: string) => appendFileSync(join(at, 'sheet'), 'notes more\n')],
  ['a changed archive', 'update.damaged', (at: string) => appendFileSync(join(at, 'bundle.tar.gz'), 'x')],
  ['no signature', 'update.unreadable', (at: string) => rmSync(join(at, 'sheet.sig'))],
  [
    'a signature of nobody',
    'update.forged',
    (at: string) => writeFileSync(join(at, 'sheet.sig'), Buffer.alloc(64, 7)),
  ],
])('%s is refused once, and what runs goes on', async (_what, code, spoil) => {
  await machine.stage(next, spoil);
  await boots(1);
  expect(machine.running()).toBe('0.1.0');
  expect(machine.stateFile('result').split(' ')[0]).toBe('refused');
  expect(machine.stateFile('result').trim().split(' ')[2]).toBe(code);
  expect(existsSync(join(machine.data, 'updates/staged'))).toBe(false);
});

test('a version signed by another key, an older one and the same one are not taken', async () => {
  await machine.stage(next, () => {}, generateKeyPairSync('ed25519').privateKey);
  await boots(1);
  expect(machine.stateFile('result')).toContain('update.forged');
  await machine.stage({ ...next, version: '9.9.9', build: 1 });
  await boots(1);
  expect(machine.stateFile('result')).toContain('update.not-newer');
  expect(machine.running()).toBe('0.1.0');
});

test('without the release key nothing is taken', async () => {
  rmSync(join(machine.root, 'etc/pos-migran/release-key.pem'));
  await machine.stage(next);
  await boots(1);
  expect(machine.running()).toBe('0.1.0');
  expect(machine.stateFile('result')).toContain('update.forged');
});

test('a crash in the field falls back only to a version that writes the same database', async () => {
  await machine.stage({ ...next, database: 0 });
  await boots(3);
  expect(await machine.applyUpdate(null, ['fall-back'])).toBe(0);
  expect(machine.running()).toBe('0.1.0');
  expect(machine.stateFile('bad')).toBe(`${NAME} update.crash-loop\n`);
  await machine.stage({ ...next, version: '0.3.0', build: 3, database: 1 });
  await boots(3);
  expect(machine.running()).toBe('0.3.0-3');
  expect(await machine.applyUpdate(null, ['fall-back'])).toBe(1);
  expect(machine.running()).toBe('0.3.0-3');
}, 60_000);

test('what an earlier cut left behind is cleared away', async () => {
  mkdirSync(join(machine.versions, 'x.unfinished'));
  symlinkSync('versions/none', join(machine.root, 'opt/pos-migran/current.new'));
  await boots(1);
  expect(machine.running()).toBe('0.1.0');
  expect(existsSync(join(machine.versions, 'x.unfinished'))).toBe(false);
});

test('power cuts leave a kiosk that starts, with every ticket, whatever the version is like', async () => {
  const { cuts, faults } = await runUpdateRounds(5, 20);
  expect(faults).toEqual([]);
  expect(cuts.inRoot).toBeGreaterThan(0);
}, 240_000);
