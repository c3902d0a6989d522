import { type SpawnOptions, spawnSync } from 'node:child_process';

const ACCOUNT = 'postgres';
const USERADD_TRIES = 5;
const BETWEEN_USERADD_MS = 500;

/** The operating-system account that PostgreSQL runs under. */
export interface Account {
  uid: number;
  gid: number;
}

/** How to start a program of PostgreSQL: the command line to put in front of it, and the options to spawn with. */
export interface Launch {
  account: Account | null;
  command(program: string, args: string[]): [string, string[]];
  options: Pick<SpawnOptions, 'uid' | 'gid' | 'cwd'>;
}

/**
 * PostgreSQL refuses to run as root, so as root it runs as the user `postgres`, made here where there is none. That user
 * may not be able to enter the folder that the project lies in (a home folder is closed to others); it then gets the one
 * capability to pass through closed folders, nothing else.
 */
export function prepareLaunch(needed: string[]): Launch {
  if (process.getuid?.() !== 0) {
    return { account: null, command: (program, args) => [program, args], options: {} };
  }
  const account = findAccount() ?? makeAccount();
  const direct: Launch = {
    account,
    command: (program, args) => [program, args],
    options: { ...account, cwd: '/' },
  };
  if (canEnter(direct, needed)) return direct;
  for (const capability of ['+dac_read_search', '+dac_override']) {
    const through = throughSetpriv(account, capability);
    if (canEnter(through, needed)) return through;
  }
  throw new Error(
    `the user ${ACCOUNT} cannot enter ${needed.join(' or ')}: move the project out of a closed folder, start the hub as a normal user, or set DATABASE_URL`,
  );
}

function throughSetpriv(account: Account, capability: string): Launch {
  const switches = [
    `--reuid=${account.uid}`,
    `--regid=${account.gid}`,
    '--clear-groups',
    `--inh-caps=-all,${capability}`,
    `--ambient-caps=-all,${capability}`,
  ];
  return {
    account,
    command: (program, args) => ['setpriv', [...switches, '--', program, ...args]],
    options: { cwd: '/' },
  };
}

function canEnter(launch: Launch, needed: string[]): boolean {
  return needed.every((path) => {
    const [program, args] = launch.command('/bin/sh', ['-c', 'test -x "$1"', 'sh', path]);
    return spawnSync(program, args, launch.options).status === 0;
  });
}

function findAccount(): Account | null {
  const uid = numberFrom('-u');
  const gid = numberFrom('-g');
  return uid === null || gid === null ? null : { uid, gid };
}

function makeAccount(): Account {
  // Two that make it at once get in each other's way; the one that was refused may come before the other has finished.
  for (let attempt = 1; attempt < USERADD_TRIES; attempt++) {
    useradd();
    const account = findAccount();
    if (account) return account;
    pause(BETWEEN_USERADD_MS);
  }
  const made = useradd();
  const account = findAccount();
  if (!account) {
    const why = made.stderr || made.error?.message || 'no reason given';
    throw new Error(`PostgreSQL does not run as root and the user ${ACCOUNT} could not be made: ${why}`);
  }
  return account;
}

function useradd(): { stderr: string; error?: Error | undefined } {
  return spawnSync('useradd', ['--system', '--user-group', '--no-create-home', ACCOUNT], {
    encoding: 'utf8',
  });
}

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

function numberFrom(which: '-u' | '-g'): number | null {
  const { status, stdout } = spawnSync('id', [which, ACCOUNT], { encoding: 'utf8' });
  return status === 0 ? Number.parseInt(stdout, 10) : null;
}
