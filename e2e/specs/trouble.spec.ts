import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Kiosk } from '../kiosk.ts';
import { type Lobby, openLobby } from '../lobby.ts';
import { Visitor } from '../visitor.ts';

let lobby: Lobby;
let kiosk: Kiosk | null = null;
const folders: string[] = [];

beforeAll(async () => {
  lobby = await openLobby();
});
afterEach(async () => {
  await kiosk?.close();
  kiosk = null;
});
afterAll(async () => {
  await lobby.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-trouble-'));
  folders.push(folder);
  return folder;
}

test('a malformed config.json closes the kiosk with a line for the technician, and the numbers stay reachable', async () => {
  kiosk = await lobby.startKiosk({ dataFolder: aFolder(), config: '{ "hubUrl": "http://127.0.0.1:1",, }' });
  const visitor = await Visitor.at(kiosk.page);
  await visitor.sees('lobby.closed');
  expect(await visitor.text()).toMatch(/config\.json.*baris 1/);
  expect(await visitor.text()).not.toMatch(/Error|at .*\.(js|ts|cjs):\d/);
  await visitor.press(visitor.words.corner.emergency);
  await visitor.sees('lobby.emergency');
  expect(await visitor.text()).toContain('0800-1000');
});

test('an unknown key is named together with the key that was meant', async () => {
  kiosk = await lobby.startKiosk({ dataFolder: aFolder(), config: { hubURL: 'http://127.0.0.1:1' } });
  const visitor = await Visitor.at(kiosk.page);
  await visitor.sees('lobby.closed');
  expect(await visitor.text()).toContain('hubURL');
  expect(await visitor.text()).toContain('hubUrl');
});

test('a database of a newer app closes the kiosk and is left as it is', async () => {
  const dataFolder = aFolder();
  const db = new Database(join(dataFolder, 'kiosk.db'));
  db.pragma('user_version = 4711');
  db.close();
  kiosk = await lobby.startKiosk({ dataFolder });
  const visitor = await Visitor.at(kiosk.page);
  await visitor.sees('lobby.closed');
  expect(await visitor.text()).toContain(visitor.words.closed.reason['newer-database']);
  const again = new Database(join(dataFolder, 'kiosk.db'), { readonly: true });
  expect(again.pragma('user_version', { simple: true })).toBe(4711);
  again.close();
});

test('a damaged database is set aside and the kiosk takes complaints again', async () => {
  const dataFolder = aFolder();
  writeFileSync(join(dataFolder, 'kiosk.db'), Buffer.alloc(65_536, 0x2a));
  kiosk = await lobby.startKiosk({ dataFolder });
  const visitor = await Visitor.at(kiosk.page);
  await visitor.begin();
});

test('a kiosk that is not enrolled gives information and says that complaints are taken at the counter', async () => {
  kiosk = await lobby.startKiosk({ dataFolder: aFolder(), config: {} });
  const visitor = await Visitor.at(kiosk.page);
  await visitor.begin();
  expect(await visitor.text()).toContain(visitor.words.closed.informationOnly);
});

const canMount = process.platform === 'linux' && process.getuid?.() === 0;

test.runIf(canMount)('a full disk: information only, and the emergency page works', async () => {
  const dataFolder = aFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', dataFolder]);
  try {
    kiosk = await lobby.startKiosk({ dataFolder, config: lobby.config });
    const visitor = await Visitor.at(kiosk.page);
    await visitor.begin();
    expect(await visitor.text()).toContain(visitor.words.closed.informationOnly);
    await visitor.press(visitor.words.corner.emergency);
    await visitor.sees('lobby.emergency');
    await kiosk.close();
    kiosk = null;
  } finally {
    execFileSync('umount', ['-l', dataFolder]);
  }
});
