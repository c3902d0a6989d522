import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PORTRAIT, startDisplay } from '../../e2e/display.ts';
import { describeRuntime, resolveElectron, runtimeEnvironment } from './resolve.ts';

type Report = ReturnType<typeof import('./use-database.cjs').useDatabase>;
type Probe = { report: Report; facts: { wasEarly: boolean; name: string; version: string; path: string } };

const require = createRequire(import.meta.url);
const library = require.resolve('better-sqlite3');
const { useDatabase } = require('./use-database.cjs') as typeof import('./use-database.cjs');
const probeApp = join(import.meta.dirname, 'probe-app');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runtime-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function expectSoundUsage(report: Report): void {
  expect(report).toMatchObject({
    journal: 'wal',
    synchronous: 2,
    changes: 1,
    code: 'SQLITE_CONSTRAINT_PRIMARYKEY',
    rows: 1,
    aggregate: 42,
    called: 42,
    many: 780,
    iterated: [{ named: 'r1' }],
    columns: ['named'],
    facts: { reader: true, source: 'SELECT id AS named FROM record', memory: false },
    frozen: false,
    integrity: 'ok',
  });
}

test('the binding of this machine’s Electron stores and returns everything under Node too', async () => {
  const { nativeBinding } = await resolveElectron();
  const report = useDatabase(library, folder, nativeBinding);
  expectSoundUsage(report);
  expect(report.read).toEqual({
    id: 'r1',
    big: 9_007_199_254_740_993n,
    body: Buffer.from([0, 27, 255]),
    note: 'ñ 🙂 كلمة',
  });
});

test('the binding stays sound when garbage is collected between uses', async () => {
  const { nativeBinding } = await resolveElectron();
  const { setFlagsFromString } = await import('node:v8');
  const { runInNewContext } = await import('node:vm');
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const Database = require(library) as typeof import('better-sqlite3');
  const db = new Database(':memory:', nativeBinding === undefined ? {} : { nativeBinding });
  const select = db.prepare('SELECT :first AS a, :second AS b');
  db.exec('CREATE TABLE one (id INTEGER PRIMARY KEY) STRICT');
  for (let round = 0; round < 20; round++) {
    collect();
    expect(select.get({ first: round, second: 'x' })).toEqual({ a: round, b: 'x' });
    expect(() => db.prepare('SELECT missing FROM one')).toThrow(
      expect.objectContaining({ code: 'SQLITE_ERROR' }),
    );
  }
  db.close();
});

test('Electron starts an app from its folder before it is ready, with SQLite and a window of its own', async () => {
  const runtime = await resolveElectron();
  const display = process.platform === 'linux' ? await startDisplay(PORTRAIT) : null;
  try {
    const app = await _electron.launch({
      executablePath: runtime.executablePath,
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--user-data-dir=${folder}/user`,
        probeApp,
      ],
      env: {
        ...(process.env as Record<string, string>),
        ...runtimeEnvironment(runtime),
        ...(display === null ? {} : { DISPLAY: display.name }),
        PROBE_LIBRARY: library,
        PROBE_FOLDER: folder,
      },
    });
    try {
      const window = await app.firstWindow();
      expect(await window.locator('h1').textContent()).toBe('siap');
      const probe = await app.evaluate(() => {
        const { report, facts } = (globalThis as unknown as { probe: Probe }).probe;
        return { report: { ...report, read: null }, facts };
      });
      expectSoundUsage({ ...probe.report, read: undefined });
      expect(probe.facts).toEqual({
        wasEarly: true,
        name: 'pos-migran-probe',
        version: '1.2.3',
        path: probeApp,
      });
    } finally {
      await app.close();
    }
  } finally {
    await display?.stop();
  }
});

test('the line for reports says when it is not the Electron of a release', () => {
  const versions = { executablePath: '/x', version: '33.2.1', chromium: '130.0', node: '20.18.1' };
  expect(describeRuntime({ ...versions, kind: 'fallback', nativeBinding: '/y.node' })).toContain(
    'never for a release',
  );
  expect(describeRuntime({ ...versions, kind: 'official' })).toBe(
    'Electron 33.2.1 (official), Chromium 130.0, Node 20.18.1',
  );
});
