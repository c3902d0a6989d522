import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Child, startChild } from '../../scripts/lib/child.ts';
import { startWire } from './wire.ts';

const peersFolder = join(import.meta.dirname, '..', 'peers');
const READY_WITHIN_MS = 60_000;
const LONGEST_RUN_MS = 900_000;

const Ready = z.object({ url: z.url() });
const PouchResult = z.object({ arrived: z.number(), ms: z.number(), denied: z.number(), error: z.number() });
const RxResult = z.object({ arrived: z.number(), failing: z.number() });

export type Refusal = 'none' | 'forbidden' | 'too-large';

/** Installs the other engines beside the bench on its first use; the product's own packages stay as they are. */
export function installPeers(note: (line: string) => void): void {
  if (existsSync(join(peersFolder, 'node_modules', 'rxdb'))) return;
  note('installing the peers of the bench (about 350 packages, once) …');
  const flags = ['install', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund'];
  const done = spawnSync('npm', flags, { cwd: peersFolder, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`the peers could not be installed: ${done.stderr?.slice(-300)}`);
}

/** `liveMs` 0: one replication to its end; otherwise a live one that retries, stopped after that time. */
export async function runPouchDB(
  documents: string,
  options: { refusal: Refusal; refusedId: string; liveMs: number },
): Promise<z.infer<typeof PouchResult> & { bytes: { up: number; down: number } }> {
  const server = await startPeer('pouchdb-server.mjs', [options.refusal, options.refusedId]);
  const { url } = Ready.parse(await server.ready(READY_WITHIN_MS));
  const wire = await startWire(url);
  try {
    const client = await startPeer('pouchdb.mjs', [documents, wire.url, String(options.liveMs)]);
    const result = PouchResult.parse(await client.ready(LONGEST_RUN_MS));
    return { ...result, bytes: wire.bytes() };
  } finally {
    await wire.close();
    await server.end();
  }
}

export async function runRxDB(
  documents: string,
  options: { refusedId: string; batchSize: number; forMs: number },
): Promise<z.infer<typeof RxResult>> {
  const { refusedId, batchSize, forMs } = options;
  const child = await startPeer('rxdb.mjs', [documents, refusedId, String(batchSize), String(forMs)]);
  return RxResult.parse(await child.ready(LONGEST_RUN_MS));
}

function startPeer(program: string, args: string[]): Promise<Child> {
  return startChild({
    name: program,
    command: process.execPath,
    args: [join(peersFolder, program), ...args],
    cwd: peersFolder,
    print: (line) => process.stderr.write(`${line}\n`),
  });
}
