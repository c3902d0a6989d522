import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DEMO_STAFF } from '../../hub/src/demo/prepare-demo.ts';
import { readRootState } from '../../main/updates/root-state.ts';
import { type ReleaseSheet, versionName } from '../../shared/contract/release.ts';
import type { BadNetwork } from '../../simulator/network/bad-network.ts';
import { readKioskState, untilReady } from '../kiosk-state.ts';
import { Technician } from '../technician.ts';
import { lookUp } from '../ticket-look-up.ts';
import { type TicketSeen, Visitor } from '../visitor.ts';
import type { CleanRoot } from './clean-root.ts';
import {
  askKioskctl,
  DATA,
  type InstalledKiosk,
  kioskctl,
  kioskUser,
  noteEnd,
  START_AGAIN,
  show,
  startSession,
} from './installed-kiosk.ts';
import { breakMain, type ReleaseDesk } from './release-desk.ts';
import { megabytes, type Report, seconds } from './report.ts';

export interface UpdatesProof {
  root: CleanRoot;
  report: Report;
  releases: ReleaseDesk;
  /** The kiosk's only way to the hub. */
  network: BadNetwork;
  /** Ticket numbers that the hub has. */
  ticketsAtHub(): Promise<string[]>;
  picture(page: InstalledKiosk['page'], name: string): Promise<void>;
}

/** What `kioskctl update status --json` says. */
interface Standing {
  running: string;
  staged: string | null;
  notTaken: string | null;
  result: { outcome: string; name: string; code: string } | null;
  bad: { name: string; code: string }[];
}

/** Below the root; its unit mounts real ones here. */
export const STICK = '/run/pos-migran-sticks/STIK-CONTOH';
const STATE = 'var/lib/pos-migran-update';

/**
 * A second build from the hub, a third from a stick while the line is cut, and a fourth that destroys the database and ends. `kiosk` runs
 * the first build and ends here; `ticket` was given before. Answers with the kiosk that runs at the end.
 */
export async function proveUpdates(
  proof: UpdatesProof,
  kiosk: InstalledKiosk,
  ticket: TicketSeen,
): Promise<InstalledKiosk> {
  const { root, report, releases } = proof;
  const first = realpathSync(join(root.folder, 'opt/pos-migran/current'));
  const { said } = await askKioskctl<Standing>(root, ['update', 'status']);
  const build = Number(said.running.split('-')[1]);
  report.told(`runs ${said.running}`);
  const second = await report.timed('second version made and signed', () =>
    releases.make(first, { version: '0.2.0', build: build + 1 }),
  );
  report.told(
    `one version · ${megabytes(second.sheet.bytes)}, unpacked ${megabytes(second.sheet['unpacked-bytes'])}`,
  );
  const third = await releases.make(first, { version: '0.3.0', build: build + 2 });
  const fourth = await releases.make(first, {
    version: '0.4.0',
    build: build + 3,
    database: second.sheet.database + 1,
    change: breakMain(DATA),
  });
  const fromHub = await proveFromHub(proof, kiosk, second);
  const fromStick = await proveFromStick(proof, fromHub, third);
  return proveRolledBack(proof, fromStick, { broken: fourth, before: versionName(third.sheet), ticket });
}

type Release = { folder: string; sheet: ReleaseSheet };

async function proveFromHub(
  proof: UpdatesProof,
  kiosk: InstalledKiosk,
  { folder, sheet }: Release,
): Promise<InstalledKiosk> {
  const { root, report } = proof;
  const name = versionName(sheet);
  await offer(proof, folder, name);
  await report.timed(`${name} brought from the hub, in the background`, () => untilStaged(proof, name));
  await askByCommand(proof);
  const next = await throughUpdate(proof, kiosk, 1);
  await expectRunning(proof, { name, result: `installed ${name} -` });
  await kioskctl(root, ['sync', '--wait'], 'pos-migran');
  const [listed] = await rowsOf(proof, name);
  report.expectThat('the hub counts it as running', listed?.running === 1, JSON.stringify(listed));
  return next;
}

async function proveFromStick(
  proof: UpdatesProof,
  kiosk: InstalledKiosk,
  { folder, sheet }: Release,
): Promise<InstalledKiosk> {
  const { root, report, releases, network } = proof;
  const name = versionName(sheet);
  await network.set({ mode: 'refuse' });
  const ticket = await complain(proof, kiosk);
  await offer(proof, folder, name);
  const stick = join(root.folder, STICK);
  mkdirSync(stick, { recursive: true });
  const { kioskCode } = JSON.parse(await releases.atHub('kiosks')) as { kioskCode: string };
  await releases.atHub('stick', 'fill', stick, '--kiosk', kioskCode, '--with-files');
  await root.run(['chown', '-R', 'pos-migran:', STICK]);
  const read = await report.timed(`${name} read from a stick, without a line`, () =>
    kioskctl(root, ['update', 'import'], 'pos-migran'),
  );
  report.expectThat('kioskctl takes the version from the stick', read.code === 0, read.output);
  await untilStaged(proof, name);
  await askAtDesk(proof, kiosk);
  const next = await throughUpdate(proof, kiosk, 1);
  await expectRunning(proof, { name, result: `installed ${name} -` });
  await expectStillWaiting(proof, next);
  await network.set({ mode: 'pass' });
  await expectAtHub(proof, ticket);
  return next;
}

async function proveRolledBack(
  proof: UpdatesProof,
  kiosk: InstalledKiosk,
  { broken, before, ticket }: { broken: Release; before: string; ticket: TicketSeen },
): Promise<InstalledKiosk> {
  const { root, report, network, releases } = proof;
  const name = versionName(broken.sheet);
  await offer(proof, broken.folder, name);
  await untilStaged(proof, name);
  await network.set({ mode: 'refuse' });
  const waiting = await complain(proof, kiosk, async () => {
    const { output } = await kioskctl(root, ['update', 'apply-now'], 'pos-migran');
    report.expectThat(
      'no version is put in place while a visitor is there',
      output.includes('update.in-use'),
      output,
    );
  });
  // Two starts, because a power cut may have ended the first one; then never again.
  await askByCommand(proof);
  const back = await throughUpdate(proof, kiosk, 2);
  await expectRunning(proof, { name: before, result: `rolled-back ${name} update.not-healthy` });
  await expectStillWaiting(proof, back);
  const { said } = await askKioskctl<Standing>(root, ['update', 'status']);
  report.expectThat(
    'the version is known as bad, and what the hub still offers is not taken',
    said.bad.some((one) => one.name === name) && said.notTaken === 'update.bad' && said.staged === null,
    JSON.stringify(said),
  );
  report.expectThat(
    'nothing of its folder is left',
    !(await readdir(join(root.folder, 'opt/pos-migran/versions'))).includes(name),
  );
  await back.stop();
  const again = await stagedByForce(proof, broken.folder);
  report.expectThat('put there by force it is refused', again === `refused ${name} update.bad`, again);

  const next = await show(await startSession(root));
  await network.set({ mode: 'pass' });
  await expectAtHub(proof, waiting);
  const [listed] = await rowsOf(proof, name);
  report.expectThat(
    'the hub stops offering it by itself',
    listed?.isOffered === false && listed.withdrawnBecause === 'failed' && listed.failed === 1,
    JSON.stringify(listed),
  );
  const visitor = await Visitor.at(next.page);
  await visitor.begin();
  const text = await lookUp(visitor, ticket);
  report.expectThat(
    'the ticket of the first version is found on the screen',
    text.replace(/[^A-Z0-9]/g, '').includes(ticket.number.replace('-', '')),
    text,
  );
  await proof.picture(next.page, 'look-up');
  report.told(`the hub says: ${await releases.atHub('releases', 'list')}`);
  return next;
}

interface Listed {
  name: string;
  isOffered: boolean;
  running: number;
  failed: number;
  withdrawnBecause: string | null;
}

async function rowsOf({ releases }: UpdatesProof, name: string): Promise<Listed[]> {
  const all = (await releases.atHub('releases', 'list'))
    .split('\n')
    .map((line) => JSON.parse(line) as Listed);
  return all.filter((one) => one.name === name);
}

/** To every kiosk; one that it fails at is enough to stop it. */
async function offer({ releases }: UpdatesProof, folder: string, name: string): Promise<void> {
  await releases.atHub('releases', 'add', folder, '--stops-after', '1');
  await releases.atHub('releases', 'rollout', name, '--percent', '100');
}

async function untilStaged({ root }: UpdatesProof, name: string): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    // A hub on a busy machine asks kiosks to come later; a technician does not wait for that.
    await kioskctl(root, ['sync'], 'pos-migran');
    const { said } = await askKioskctl<Standing>(root, ['update', 'status']);
    if (said.staged === name) return;
    if (performance.now() > until) throw new Error(`${name} does not come: ${JSON.stringify(said)}`);
    await pause(1_000);
  }
}
const PATIENCE_MS = 600_000;

/** By command. A slip on its way out is let out first, and a visitor goes before all of it. */
async function askByCommand({ root, report }: UpdatesProof): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const { code, output } = await kioskctl(root, ['update', 'apply-now'], 'pos-migran');
    if (/update\.(printing|in-use)/.test(output) && performance.now() < until) {
      await pause(1_000);
      continue;
    }
    return report.expectThat('kioskctl update apply-now is obeyed', code === 0, output);
  }
}

/** By finger, at the technician's desk. */
async function askAtDesk({ picture }: UpdatesProof, { page }: InstalledKiosk): Promise<void> {
  const technician = await Technician.at(page);
  const account = DEMO_STAFF.find(({ roles }) => roles.includes('technician'));
  if (!account) throw new Error('no example account is a technician');
  await technician.signsIn(account);
  await technician.opens('versions');
  await technician.sees('desk.versions');
  await picture(page, 'versions');
  await technician.press(technician.words.versions.update.apply);
  await technician.sees('desk.apply-update');
  await picture(page, 'apply-update');
  await technician.press(technician.words.versions.update.applyNow);
}

/** From its end, which was asked for, to the kiosk that serves again. `trials`: starts on trial until it is settled. */
async function throughUpdate(
  { root, report }: UpdatesProof,
  kiosk: InstalledKiosk,
  trials: number,
): Promise<InstalledKiosk> {
  const began = performance.now();
  const code = await kiosk.session.ended;
  await kiosk.browser.close().catch(() => {});
  report.expectThat(
    'the kiosk ends and asks to be started again',
    code === START_AGAIN,
    kiosk.session.output(),
  );
  await noteEnd(root, code);
  let tried = 0;
  for (;;) {
    const started = await startSession(root);
    if (readRootState(join(root.folder, STATE)).trial === null) {
      const next = await show(started);
      await untilReady(next.page);
      report.expectThat(`starts on trial: ${trials}`, tried === trials, String(tried));
      report.told(`away from visitors · ${seconds(performance.now() - began)}`);
      return next;
    }
    tried += 1;
    if (tried > MOST_TRIALS) throw new Error('the trial does not end');
    await noteEnd(root, await started.session.ended);
  }
}
const MOST_TRIALS = 5;

async function expectRunning(
  { root, report }: UpdatesProof,
  { name, result }: { name: string; result: string },
): Promise<void> {
  const { said } = await askKioskctl<Standing>(root, ['update', 'status']);
  const { output } = await kioskctl(root, ['update', 'status'], 'pos-migran');
  report.told(`kioskctl update status says:\n${output.trim()}`);
  const last = said.result && `${said.result.outcome} ${said.result.name} ${said.result.code}`;
  report.expectThat(`${name} runs`, said.running === name && last === result, JSON.stringify(said));
}

/** What was recorded while the line was cut is on this kiosk alone. `meanwhile`: while the visitor stands there. */
async function complain(
  { report }: UpdatesProof,
  kiosk: InstalledKiosk,
  meanwhile: () => Promise<void> = async () => {},
): Promise<TicketSeen> {
  const visitor = await Visitor.at(kiosk.page);
  await visitor.begin();
  await meanwhile();
  await visitor.fillSmallestComplaint();
  const ticket = await visitor.send();
  await visitor.press(visitor.words.corner.leave);
  report.expectThat(
    'a complaint without a line waits on the kiosk',
    (await readKioskState(kiosk.page)).waiting === 1,
  );
  return ticket;
}

async function expectStillWaiting({ report }: UpdatesProof, kiosk: InstalledKiosk): Promise<void> {
  const { waiting, mode } = await readKioskState(kiosk.page);
  report.expectThat('the complaint from before still waits there', waiting === 1 && mode === 'ready', mode);
}

async function expectAtHub(proof: UpdatesProof, { number }: TicketSeen): Promise<void> {
  const sent = await kioskctl(proof.root, ['sync', '--wait'], 'pos-migran');
  const there = await proof.ticketsAtHub();
  proof.report.expectThat(
    'with the line back it arrives at the hub, once',
    there.filter((one) => one === number).length === 1,
    sent.output,
  );
}

/** The bad version once more, laid where a staged one lies, with the wish: what the program says that puts versions in place. */
async function stagedByForce({ root }: UpdatesProof, release: string): Promise<string> {
  const staged = join(root.folder, DATA, 'updates/staged');
  const { uid, gid } = await kioskUser(root);
  cpSync(release, staged, { recursive: true });
  writeFileSync(join(staged, 'apply'), '');
  for (const file of ['', 'bundle.tar.gz', 'sheet', 'sheet.sig', 'apply']) {
    chownSync(join(staged, file), uid, gid);
    chmodSync(join(staged, file), 0o700);
  }
  await root.run(['/opt/pos-migran/libexec/choose-version']);
  const { result } = readRootState(join(root.folder, STATE));
  return existsSync(staged) ? 'it still lies there' : `${result?.outcome} ${result?.name} ${result?.code}`;
}
