import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { chmod, cp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startHub } from '../hub/src/start-hub.ts';
import { startSoftwarePrinter } from '../simulator/printer/software-printer.ts';
import { type CleanRoot, makeCleanRoot } from './installed/clean-root.ts';
import { DATA, kioskctl, sandboxOf, startInstalled, writeSettings } from './installed/installed-kiosk.ts';
import { untilReady } from './kiosk-state.ts';
import { Visitor } from './visitor.ts';

/**
 * `npm run prove:installed [-- --deb FILE --base FOLDER --pictures FOLDER]`: a bare Debian 12, the deb with what it depends on, the
 * set-up, the kiosk in its own session as its own user with the sandbox on, a complaint that reaches the hub, kioskctl, the page for
 * repairs, and everything gone again. Needs root, debootstrap and Debian's archive; run `npm run package` before.
 */
const { values } = parseArgs({
  options: { deb: { type: 'string' }, base: { type: 'string' }, pictures: { type: 'string' } },
});
/** Bookkeeping of apt and dpkg, and what every program leaves. An empty /opt goes with the last package that had something in it. */
const OTHERS =
  /^\/(proc|sys|dev|run|tmp|var\/(cache|log|tmp)|var\/lib\/(dpkg|apt|systemd)|etc\/(group|gshadow|passwd|shadow|subuid|subgid)-?$|\.outside|kiosk\.deb|etc\/ld\.so\.cache|root\/|opt$)/;
const OURS_TO_KEEP = /^\/(etc\/pos-migran|var\/lib\/pos-migran)/;

const faults: string[] = [];
const told = (line: string) => console.log(`installed · ${line}`);
const expectThat = (what: string, isSo: boolean, detail = '') => {
  told(
    `${isSo ? 'good' : 'FAILED'} · ${what}${isSo || detail === '' ? '' : ` · ${detail.trim().slice(-1200)}`}`,
  );
  if (!isSo) faults.push(what);
};
async function timed<T>(what: string, act: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const made = await act();
  told(`${what} · ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return made;
}

const deb = values.deb ?? (await builtDeb());
told(`${deb.split('/').at(-1)} · ${((await stat(deb)).size / 1e6).toFixed(1)} MB`);
const root = await timed('bare Debian 12', () => makeCleanRoot(values.base ?? null));
const hubFolder = mkdtempSync(join(tmpdir(), 'installed-hub-'));
const hub = await startHub({ dataFolder: hubFolder, officerToken: randomUUID() });
const printer = await startSoftwarePrinter();
try {
  await prove(root);
} finally {
  await printer.close();
  await hub.close();
  rmSync(hubFolder, { recursive: true, force: true });
  await root.close();
}
told(faults.length === 0 ? 'all good' : `${faults.length} failed: ${faults.join('; ')}`);
process.exit(faults.length === 0 ? 0 : 1);

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
  told(`installed size · ${((await sizeOf(join(root.folder, 'opt/pos-migran'))) / 1e6).toFixed(0)} MB`);
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
  writeFileSync(join(root.folder, 'etc/pos-migran/release-key.pem'), 'an example\n');
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

  const enrolmentCode = await hub.makeEnrolmentCode({
    officeName: 'Kantor Pos Contoh',
    timeZone: 'Asia/Jakarta',
    validDays: 1,
  });
  await writeSettings(root, {
    hubUrl: hub.url,
    enrolmentCode,
    printer: { profile: 'epson-80', address: `tcp://127.0.0.1:${printer.port}` },
  });
  await complain(root);
  await repair(root);
  await leave(root, before);
}

async function complain(root: CleanRoot): Promise<void> {
  const kiosk = await startInstalled(root);
  told(`first screen · ${(kiosk.startedInMs / 1000).toFixed(1)} s after the start`);
  try {
    const { ownNamespace, filtered } = sandboxOf(kiosk.session);
    expectThat("Chromium's sandbox is on: own namespace, filtered calls", ownNamespace && filtered);
    await untilReady(kiosk.page);
    const visitor = await Visitor.at(kiosk.page);
    await visitor.begin();
    await visitor.fillSmallestComplaint();
    const { number } = await visitor.send();
    await picture(kiosk.page, 'ticket');
    expectThat('a complaint gets its number', number.length > 0);
    await kioskctl(root, ['sync', '--wait'], 'pos-migran');
    const { rows } = await hub.database.pool.query<{ ticket_number: string }>(
      'SELECT ticket_number FROM submission',
    );
    expectThat(
      'it is at the hub',
      rows.some((row) => row.ticket_number === number),
    );
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
  } finally {
    await kiosk.stop();
  }
}

async function repair(root: CleanRoot): Promise<void> {
  for (let end = 0; end < 5; end++) {
    await root.run(['/opt/pos-migran/libexec/note-end'], { SERVICE_RESULT: 'exit-code', EXIT_STATUS: '1' });
  }
  const kiosk = await startInstalled(root);
  try {
    const text = await kiosk.page.locator('body').innerText();
    await picture(kiosk.page, 'repair');
    expectThat(
      'after five ends in ten minutes it shows the page for repairs',
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

async function picture(page: { screenshot(options: { path: string }): Promise<unknown> }, name: string) {
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
