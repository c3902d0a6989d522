import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { chmod, cp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { prepareDemo } from '../hub/src/demo/prepare-demo.ts';
import { startHub } from '../hub/src/start-hub.ts';
import { readArguments } from '../scripts/lib/arguments.ts';
import { SKIPPED_EXIT_CODE } from '../scripts/test/counts.ts';
import { startBadNetwork } from '../simulator/network/bad-network.ts';
import { startSoftwarePrinter } from '../simulator/printer/software-printer.ts';
import { type CleanRoot, makeCleanRoot } from './installed/clean-root.ts';
import {
  askKioskctl,
  DATA,
  kioskctl,
  noteEnd,
  sandboxOf,
  startInstalled,
  writeSettings,
} from './installed/installed-kiosk.ts';
import { CannotShow, expectAbleMachine } from './installed/machine.ts';
import { proveUpdates, STICK } from './installed/prove-updates.ts';
import { openReleaseDesk, type ReleaseDesk } from './installed/release-desk.ts';
import { megabytes, openReport } from './installed/report.ts';
import { untilReady } from './kiosk-state.ts';
import { Visitor } from './visitor.ts';

/**
 * `npm run prove:installed [-- --deb FILE --base FOLDER --pictures FOLDER]`: a bare Debian 12, the deb with what it depends on, the
 * set-up, the kiosk in its own session as its own user with the sandbox on, a complaint that reaches the hub, kioskctl, an update from
 * the hub, one from a stick, a broken one that is rolled back, the page for
 * repairs, and everything gone again. Needs root and Debian's archive; run `npm run package` before. A machine that
 * cannot show it says so and ends with 77.
 */
const { values } = readArguments('npm run prove:installed', {
  deb: { type: 'string', takes: 'FILE' },
  base: { type: 'string', takes: 'FOLDER' },
  pictures: { type: 'string', takes: 'FOLDER' },
});
/** Bookkeeping of apt and dpkg, and what every program leaves. An empty /opt goes with the last package that had something in it. */
const OTHERS =
  /^\/(proc|sys|dev|run|tmp|var\/(cache|log|tmp)|var\/lib\/(dpkg|apt|systemd)|etc\/(group|gshadow|passwd|shadow|subuid|subgid)-?$|\.outside|kiosk\.deb|etc\/ld\.so\.cache|root\/|opt$)/;
const OURS_TO_KEEP = /^\/(etc\/pos-migran|var\/lib\/pos-migran)/;

const report = openReport('installed');
const { told, expectThat, timed } = report;

const deb = values.deb ?? (await builtDeb());
told(`${deb.split('/').at(-1)} · ${megabytes((await stat(deb)).size)}`);
const root = await bareSystem();
const hubFolder = mkdtempSync(join(tmpdir(), 'installed-hub-'));
const hub = await startHub({ dataFolder: hubFolder, officerToken: randomUUID() });
const network = await startBadNetwork({ target: { host: '127.0.0.1', port: Number(new URL(hub.url).port) } });
const releaseFolder = mkdtempSync(join(tmpdir(), 'installed-releases-'));
const printer = await startSoftwarePrinter();
try {
  await prove(root);
} catch (error) {
  expectThat('the proof goes to its end', false, error instanceof Error ? error.stack : String(error));
} finally {
  await printer.close();
  await network.close();
  await hub.close();
  rmSync(releaseFolder, { recursive: true, force: true });
  rmSync(hubFolder, { recursive: true, force: true });
  await root.close();
}
const faults = report.faults();
told(faults.length === 0 ? 'all good' : `${faults.length} failed: ${faults.join('; ')}`);
process.exit(faults.length === 0 ? 0 : 1);

/** Ends this program where the machine cannot show any of it: a machine says so, and no kiosk is at fault. */
async function bareSystem(): Promise<CleanRoot> {
  try {
    await expectAbleMachine({ hasBase: values.base !== undefined });
    return await timed('bare Debian 12', () => makeCleanRoot(values.base ?? null));
  } catch (error) {
    if (!(error instanceof CannotShow)) throw error;
    told(
      `NOT SHOWN on this machine: that the package installs, runs, updates itself and goes · ${error.message}`,
    );
    process.exit(SKIPPED_EXIT_CODE);
  }
}

async function prove(root: CleanRoot): Promise<void> {
  // The screen of the trial, and what the deb will pull in, are there before, so that "nothing stays" is about the kiosk alone.
  await timed("Debian's packages that it depends on, and a screen for the trial", async () => {
    const needed = await dependsOf(deb);
    const { code, output } = await root.run([
      'sh',
      '-c',
      `apt-get update -q && apt-get install -y -q --no-install-recommends xvfb systemd-sysv ${needed.join(' ')}`,
    ]);
    expectThat('what it depends on is in Debian 12', code === 0, output);
  });
  await cp(deb, join(root.folder, 'kiosk.deb'));
  await chmod(join(root.folder, 'kiosk.deb'), 0o644);
  const before = await root.list(OTHERS);

  await timed('apt install', async () => {
    const { code, output } = await root.run(['apt-get', 'install', '-y', '-q', '/kiosk.deb']);
    expectThat('the deb installs', code === 0, output);
  });
  told(`installed size · ${megabytes(await sizeOf(join(root.folder, 'opt/pos-migran')))}`);
  await timed('install.sh', async () => {
    const { code, output } = await root.run(['/opt/pos-migran/install.sh']);
    expectThat('install.sh sets up', code === 0, output);
  });
  const once = await root.list(OTHERS);
  await root.run(['/opt/pos-migran/install.sh']);
  expectThat(
    'install.sh a second time changes nothing',
    difference(once, await root.list(OTHERS)).length === 0,
  );
  const office = { officeName: 'Kantor Pos Contoh', timeZone: 'Asia/Jakarta', validDays: 1 } as const;
  const enrolmentCode = await hub.makeEnrolmentCode(office);
  await prepareDemo(hub.database, office.officeName, new Date());
  const releases = await openReleaseDesk(hub, releaseFolder);
  await releases.atHub('settings', 'set', 'fleet', 'updateBytesPerHour=10000000000');
  writeFileSync(join(root.folder, 'etc/pos-migran/release-key.pem'), releases.releaseKey);
  const check = await root.run(['/opt/pos-migran/install.sh', '--check']);
  expectThat('install.sh --check finds nothing wrong', check.code === 0, check.output);
  await root.run(['chmod', '777', '/var/lib/pos-migran']);
  await root.run(['systemctl', 'unmask', 'getty@.service']);
  const loose = await root.run(['/opt/pos-migran/install.sh', '--check']);
  expectThat(
    '--check finds an open folder and an open console',
    loose.code === 1 && /^fail data/m.test(loose.output) && /^fail consoles/m.test(loose.output),
    loose.output,
  );
  await root.run(['/opt/pos-migran/install.sh']);
  expectThat(
    'install.sh closes both again',
    (await root.run(['/opt/pos-migran/install.sh', '--check'])).code === 0,
  );
  for (const unit of [
    'pos-migran-kiosk.service',
    'pos-migran-firewall.service',
    'pos-migran-stick@.service',
  ]) {
    const { code, output } = await root.run(['systemd-analyze', 'verify', `/etc/systemd/system/${unit}`]);
    expectThat(`systemd accepts ${unit}`, code === 0 && !/Unknown|Failed/.test(output), output);
  }

  await writeSettings(root, {
    hubUrl: `http://127.0.0.1:${network.port}`,
    enrolmentCode,
    printer: { profile: 'epson-80', address: `tcp://127.0.0.1:${printer.port}` },
    stickFolders: [STICK],
  });
  await serve(root, releases);
  await repair(root);
  await leave(root, before);
}

async function serve(root: CleanRoot, releases: ReleaseDesk): Promise<void> {
  let kiosk = await startInstalled(root);
  told(`first screen · ${(kiosk.startedInMs / 1000).toFixed(1)} s after the start`);
  try {
    const { ownNamespace, filtered } = sandboxOf(kiosk.session);
    expectThat("Chromium's sandbox is on: own namespace, filtered calls", ownNamespace && filtered);
    await untilReady(kiosk.page);
    await picture(kiosk.page, 'first-screen');
    const visitor = await Visitor.at(kiosk.page);
    await visitor.begin();
    await visitor.fillSmallestComplaint();
    const ticket = await visitor.send();
    await picture(kiosk.page, 'ticket');
    expectThat('a complaint gets its number', ticket.number.length > 0);
    await visitor.press(visitor.words.corner.leave);
    await kioskctl(root, ['sync', '--wait'], 'pos-migran');
    expectThat('it is at the hub', (await ticketsAtHub()).includes(ticket.number));
    for (const user of ['pos-migran', 'root'] as const) {
      const { code, output } = await timed(`kioskctl as ${user}`, () =>
        kioskctl(root, ['status', '--json'], user),
      );
      const line = output.split('\n').find((one) => one.startsWith('{')) ?? '';
      expectThat(
        `kioskctl answers ${user}`,
        code < 2 && line.includes('"running":true'),
        `${code} ${output}`,
      );
    }
    const refused = await kioskctl(root, ['status', '--json'], 'nobody');
    expectThat(
      'kioskctl refuses another user',
      refused.code === 4 && refused.output.includes('ctl.no-right'),
      `${refused.code} ${refused.output}`,
    );
    const doctor = await kioskctl(root, ['doctor'], 'pos-migran');
    told(`kioskctl doctor says:\n${doctor.output.trim()}`);
    expectThat('doctor tells of the machine', /consoles|konsol/.test(doctor.output), doctor.output);
    kiosk = await proveUpdates({ root, report, releases, network, ticketsAtHub, picture }, kiosk, ticket);
  } finally {
    await kiosk.stop();
  }
}

async function ticketsAtHub(): Promise<string[]> {
  const { rows } = await hub.database.pool.query<{ ticket_number: string }>(
    'SELECT ticket_number FROM submission',
  );
  return rows.map((row) => row.ticket_number);
}

/** Five ends within ten minutes, as systemd tells of them. */
async function crashAgainAndAgain(root: CleanRoot): Promise<void> {
  for (let end = 0; end < 5; end++) await noteEnd(root, 1);
}

async function repair(root: CleanRoot): Promise<void> {
  await crashAgainAndAgain(root);
  const before = await startInstalled(root);
  await untilReady(before.page);
  const { said } = await askKioskctl<{ running: string; result: { code: string } | null }>(root, [
    'update',
    'status',
  ]);
  await before.stop();
  expectThat(
    'after five ends in ten minutes the version before runs, on the same records',
    said.running.startsWith('0.2.0-') && said.result?.code === 'update.crash-loop',
    JSON.stringify(said),
  );
  await crashAgainAndAgain(root);
  const kiosk = await startInstalled(root);
  try {
    const text = await kiosk.page.locator('body').innerText();
    await picture(kiosk.page, 'repair');
    expectThat(
      'where that does not stay up either it shows the page for repairs',
      /sedang diperbaiki/.test(text),
      text,
    );
  } finally {
    await kiosk.stop();
  }
  await rm(join(root.folder, 'run/pos-migran-starts'), { recursive: true, force: true });
}

async function leave(root: CleanRoot, before: Map<string, string>): Promise<void> {
  await timed('apt remove', async () => {
    const { code, output } = await root.run(['apt-get', 'remove', '-y', '-q', 'pos-migran-kiosk*']);
    expectThat('the deb goes', code === 0, output);
  });
  const left = difference(before, await root.list(OTHERS)).filter((path) => !OURS_TO_KEEP.test(path));
  expectThat('nothing of it is left but data and settings', left.length === 0, left.join(' '));
  const name = (await readdir(join(root.folder, 'var/lib/dpkg/info'))).find((file) =>
    /^pos-migran.*postrm$/.test(file),
  );
  const kept = await root.run([`/var/lib/dpkg/info/${name}`, 'purge']);
  expectThat(
    'purge keeps the records of a kiosk that was not retired',
    kept.code === 0 && (await exists(join(root.folder, DATA, 'kiosk.db'))),
    kept.output,
  );
  // What the desk's "Pensiunkan" erases first of all.
  for (const file of ['kiosk.db', 'kiosk-key.pem']) await rm(join(root.folder, DATA, file), { force: true });
  const gone = await root.run(['apt-get', 'purge', '-y', '-q', 'pos-migran-kiosk*']);
  const rest = difference(before, await root.list(OTHERS));
  expectThat('after a retirement purge leaves nothing', gone.code === 0 && rest.length === 0, rest.join(' '));
}

async function picture(page: Page, name: string): Promise<void> {
  if (values.pictures) await page.screenshot({ path: join(values.pictures, `${name}.png`) });
}

function difference(before: Map<string, string>, after: Map<string, string>): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}

async function dependsOf(deb: string): Promise<string[]> {
  const whole = await readFile(join(import.meta.dirname, '..', 'electron-builder.yml'), 'utf8');
  const list = /^deb:[\s\S]*?\n {2}depends:\n([\s\S]*?)\n {2}\w/m.exec(whole)?.[1];
  if (list === undefined) throw new Error(`what ${deb} depends on is not to be read`);
  return list.split('\n').map((line) => line.replace(/^\s*- /, '').split(' | ')[0] ?? '');
}

async function builtDeb(): Promise<string> {
  const dist = join(import.meta.dirname, '..', 'out', 'package', 'dist');
  const found = (await readdir(dist)).find((file) => file.endsWith('.deb'));
  if (found === undefined) throw new Error('there is no deb: run npm run package first');
  return join(dist, found);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true });
  const sizes = entries.map(async (entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sizeOf(path);
    return entry.isFile() ? (await stat(path)).size : 0;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
