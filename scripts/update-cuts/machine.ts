import { spawn } from 'node:child_process';
import { createPublicKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { versionName } from '../../shared/contract/release.ts';
import { writeAbout } from '../release/about.ts';
import { makeRelease } from '../release/make-release.ts';

/** How a version behaves that stands in for a package. */
export type Behaviour =
  | 'good'
  /** Brings the database to its form and dies. */
  | 'crashes'
  /** Does not start at all. */
  | 'dead'
  /** Never says that it is healthy. */
  | 'ill';

export interface Cut {
  /** Before, in the middle of, or after the n-th program that `apply-update` runs. */
  at: number;
  how: 'before' | 'half' | 'after';
}

const PROJECT = join(import.meta.dirname, '..', '..');
export const APPLY_UPDATE = join(PROJECT, 'build', 'linux', 'libexec', 'apply-update');
const PROGRAMS = [
  'basename',
  'cat',
  'chmod',
  'cp',
  'cut',
  'df',
  'grep',
  'head',
  'ln',
  'mkdir',
  'mv',
  'openssl',
  'readlink',
  'rm',
  'sed',
  'sha256sum',
  'sync',
  'tail',
  'tar',
  'test',
  'tr',
];

/** An installed kiosk in a folder: the real script, the real database, and programs that stand in for packages. */
export class Machine {
  readonly root = mkdtempSync(join(tmpdir(), 'update-'));
  readonly data = join(this.root, 'var/lib/pos-migran/kiosk');
  readonly state = join(this.root, 'var/lib/pos-migran-update');
  readonly versions = join(this.root, 'opt/pos-migran/versions');
  readonly key: KeyObject = generateKeyPairSync('ed25519').privateKey;
  /** Every ticket number that a visitor was shown. */
  readonly shown = join(this.root, 'shown');
  private readonly shims = join(this.root, 'shims');
  /** As the kernel tells it: another one after each time the machine was down. */
  private readonly bootId = join(this.root, 'boot_id');

  constructor() {
    for (const folder of [this.data, this.versions, join(this.root, 'etc/pos-migran'), this.shims])
      mkdirSync(folder, { recursive: true });
    const pem = createPublicKey(this.key).export({ type: 'spki', format: 'pem' });
    writeFileSync(join(this.root, 'etc/pos-migran/release-key.pem'), pem);
    writeFileSync(this.shown, '');
    this.powerUp();
    writeVersion(join(this.versions, '0.1.0'), '0.1.0', {
      version: '0.1.0',
      build: 1,
      behaviour: 'good',
      database: 0,
    });
    symlinkSync('versions/0.1.0', join(this.root, 'opt/pos-migran/current'));
    for (const name of PROGRAMS) writeShim(this.shims, name);
  }

  /** The machine comes up again after the power was gone. */
  powerUp(): void {
    writeFileSync(this.bootId, `${randomUUID()}\n`);
  }

  /** Signs a version and lays it where the app would, with the wish to have it. `spoil` changes what lies there. */
  async stage(
    {
      version,
      build,
      behaviour,
      database,
    }: { version: string; build: number; behaviour: Behaviour; database: number },
    spoil: (staged: string) => void = () => {},
    key = this.key,
  ): Promise<void> {
    const folder = join(this.root, 'package');
    const staged = join(this.data, 'updates/staged');
    rmSync(folder, { recursive: true, force: true });
    rmSync(staged, { recursive: true, force: true });
    mkdirSync(join(this.data, 'updates'), { recursive: true });
    writeVersion(folder, versionName({ version, build }), { version, build, behaviour, database });
    await makeRelease({
      folder,
      privateKey: key,
      out: staged,
      notes: 'Contoh',
      followsBuild: 0,
      followsDatabase: 0,
    });
    spoil(staged);
    writeFileSync(join(staged, 'apply'), '');
  }

  /** What root does before each start. Gives the exit code; null: the power went. */
  async applyUpdate(cut: Cut | null = null, args: string[] = []): Promise<number | null> {
    const counter = join(this.root, 'counter');
    writeFileSync(counter, '');
    return await this.run(APPLY_UPDATE, args, {
      PATH: `${this.shims}:${process.env.PATH ?? ''}`,
      POS_MIGRAN_ROOT: this.root,
      POS_MIGRAN_USER: '',
      POS_MIGRAN_BOOT_ID: this.bootId,
      CUT_COUNTER: counter,
      CUT_AT: String(cut?.at ?? 0),
      CUT_HOW: cut?.how ?? 'after',
    });
  }

  /** So many programs the last `applyUpdate` ran. */
  steps(): number {
    return readFileSync(join(this.root, 'counter')).length;
  }

  /** Runs what `current` names, to its end or until the power goes. */
  async start(killAfterMs: number | null = null): Promise<number | null> {
    const program = join(this.root, 'opt/pos-migran/current/pos-migran-kiosk');
    return await this.run(
      program,
      [],
      { ...process.env, STAND_IN_ROOT: this.root, NODE_COMPILE_CACHE: join(tmpdir(), 'update-stand-in') },
      killAfterMs,
    );
  }

  running(): string {
    return basename(readlinkSync(join(this.root, 'opt/pos-migran/current')));
  }

  isStartable(): boolean {
    return existsSync(join(this.root, 'opt/pos-migran/current/pos-migran-kiosk'));
  }

  stateFile(name: string): string {
    const path = join(this.state, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  private run(
    command: string,
    args: string[],
    env: NodeJS.ProcessEnv,
    killAfterMs: number | null = null,
  ): Promise<number | null> {
    return new Promise((resolve, reject) => {
      // A group of its own: the power goes for all that it started.
      const child = spawn(command, args, { env, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
      let said = '';
      child.stderr.on('data', (bytes) => (said += bytes));
      const timer =
        killAfterMs === null
          ? null
          : setTimeout(() => {
              if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
            }, killAfterMs);
      child.on('error', reject);
      child.on('close', (code) => {
        if (timer) clearTimeout(timer);
        if (code === LOST) reject(new Error(`a shown ticket is gone: ${said}`));
        else resolve(code);
      });
    });
  }
}

/** Exit code of the stand-in when a ticket that was shown is not in the database. */
export const LOST = 99;

function writeVersion(
  folder: string,
  name: string,
  about: { version: string; build: number; behaviour: Behaviour; database: number },
): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  writeFileSync(
    join(folder, 'resources/release'),
    writeAbout({ ...about, platform: 'linux', arch: 'x64', kind: 'test' }),
  );
  const standIn = join(PROJECT, 'scripts/update-cuts/stand-in.ts');
  const program = join(folder, 'pos-migran-kiosk');
  const end =
    about.behaviour === 'dead'
      ? 'exit 1'
      : `exec "${process.execPath}" "${standIn}" ${name} ${about.behaviour} ${about.database}`;
  writeFileSync(program, `#!/bin/sh\n${end}\n`);
  chmodSync(program, 0o755);
  // Something to be cut in while it is unpacked.
  cpSync(join(PROJECT, 'package-lock.json'), join(folder, 'resources/ballast'));
}

/** Stands before a program of the same name: counts, and cuts the power where it is told. */
function writeShim(folder: string, name: string): void {
  const path = join(folder, name);
  // The disk's own flush takes seconds on a busy machine and changes nothing for a killed process.
  const real = name === 'sync' ? 'true' : name;
  writeFileSync(
    path,
    `#!/bin/sh
PATH=\${PATH#*:}
printf x >>"$CUT_COUNTER"
n=$(wc -c <"$CUT_COUNTER")
[ "$n" -eq "$CUT_AT" ] || exec ${real} "$@"
case $CUT_HOW in
  before) ;;
  half) ${real} "$@" & sleep 0.004 ;;
  after) ${real} "$@" ;;
esac
kill -9 0
`,
  );
  chmodSync(path, 0o755);
}
