import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, cp, lstat, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotShow, isWithoutArchive, lastLine } from './machine.ts';

/** A bare Debian 12 in a folder: what a technician has after the installer of the system. */
export interface CleanRoot {
  folder: string;
  run(command: readonly string[], env?: Record<string, string>): Promise<{ code: number; output: string }>;
  /** Keeps running; ends with `stop`, and everything that it started with it. */
  start(command: readonly string[], env?: Record<string, string>): Started;
  /** Every file, link and folder with what it holds, by path; `leaveOut` is tried on each path. */
  list(leaveOut: RegExp): Promise<Map<string, string>>;
  /** Ends what still runs, and removes the folder. */
  close(): Promise<void>;
}

export interface Started {
  pid: number;
  output(): string;
  ended: Promise<number>;
  stop(): Promise<void>;
}

/**
 * The new root of a mount namespace of its own, because a process in a mere chroot may make no user namespace, and Chromium's sandbox
 * is made of those. What is mounted inside goes with the last process: nothing stays behind that a later `rm` could walk into.
 */
const INSIDE = `set -e
mount --bind "$NEW" "$NEW" && cd "$NEW"
mount --rbind /dev dev && mount -t tmpfs tmpfs dev/shm && mount -t sysfs -o ro sysfs sys
mkdir -p .outside && pivot_root . .outside && cd /
mount -t proc proc proc && umount -l .outside && rmdir .outside
exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"`;

/** `base`: a folder that debootstrap made, copied; else one is made now. Throws `CannotShow` where Debian's archive is far. */
export async function makeCleanRoot(base: string | null): Promise<CleanRoot> {
  const folder = await mkdtemp(join(tmpdir(), 'clean-root-'));
  if (base === null) {
    const made = await finish('debootstrap', ['--variant=minbase', 'bookworm', folder], process.env);
    if (made.code !== 0) {
      await rm(folder, { recursive: true, force: true });
      if (isWithoutArchive(made.output))
        throw new CannotShow(`Debian's archive is not to be reached: ${lastLine(made.output)}`);
      throw new Error(`debootstrap: ${made.output.slice(-800)}`);
    }
  } else await finish('cp', ['-a', '--reflink=auto', `${base}/.`, folder], process.env);
  // It becomes `/` for every user inside.
  await chmod(folder, 0o755);
  for (const file of ['resolv.conf', 'hosts']) await cp(`/etc/${file}`, join(folder, 'etc', file));
  // A package must not start anything: nothing runs in this root but what the trial starts.
  await writeFile(join(folder, 'usr/sbin/policy-rc.d'), '#!/bin/sh\nexit 101\n', { mode: 0o755 });

  const inside = (command: readonly string[], env: Record<string, string>) =>
    [
      [
        '--mount',
        '--pid',
        '--fork',
        '--kill-child',
        '--propagation',
        'private',
        'sh',
        '-c',
        INSIDE,
        'inside',
      ],
      Object.entries(env).map(([name, value]) => `${name}=${value}`),
      command,
    ].flat();
  const outer = { ...process.env, NEW: folder };
  const running = new Set<Started>();
  return {
    folder,
    run: (command, env = {}) => finish('unshare', inside(command, env), outer),
    start(command, env = {}) {
      // Whatever way this process goes, the session goes with it.
      const child = spawn('setpriv', ['--pdeathsig', 'KILL', 'unshare', ...inside(command, env)], {
        env: outer,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (data) => (output += String(data)));
      const ended = new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)));
      const started: Started = {
        pid: child.pid ?? 0,
        output: () => output,
        ended,
        async stop() {
          child.kill('SIGTERM');
          const patience = setTimeout(() => child.kill('SIGKILL'), 10_000);
          await ended;
          clearTimeout(patience);
        },
      };
      running.add(started);
      void ended.then(() => running.delete(started));
      return started;
    },
    async list(leaveOut) {
      const found = new Map<string, string>();
      await walk('', found, leaveOut);
      return found;
    },
    async close() {
      await Promise.all([...running].map((one) => one.stop()));
      await rm(folder, { recursive: true, force: true });
    },
  };

  async function walk(at: string, found: Map<string, string>, leaveOut: RegExp): Promise<void> {
    for (const entry of await readdir(join(folder, at), { withFileTypes: true })) {
      const path = `${at}/${entry.name}`;
      if (leaveOut.test(path)) continue;
      found.set(path, await whatIs(join(folder, path)));
      if (entry.isDirectory()) await walk(path, found, leaveOut);
    }
  }
}

async function whatIs(path: string): Promise<string> {
  const found = await lstat(path);
  const rights = `${found.uid}:${found.gid} ${(found.mode & 0o7777).toString(8)}`;
  if (found.isSymbolicLink()) return `link to ${await readlink(path)}`;
  if (!found.isFile()) return rights;
  return `${rights} ${createHash('sha256')
    .update(await readFile(path))
    .digest('hex')}`;
}

function finish(command: string, args: readonly string[], env: NodeJS.ProcessEnv) {
  return new Promise<{ code: number; output: string }>((resolve) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)));
    child.on('error', (error) => resolve({ code: 127, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? -1, output }));
  });
}
