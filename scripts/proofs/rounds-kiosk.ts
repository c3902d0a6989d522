import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { startEngine } from '../../main/engine/engine.ts';
import { systemClock } from '../../main/system-clock.ts';

/**
 * The kiosk's whole engine as a process that may be killed at any moment: takes complaints for ever, writes `ticket id number` to
 * standard output after each answer (what stands there was shown to a visitor), and asks for a round again and again, as a
 * technician at the desk would. Writes `rest` when nothing waits and it was told to take nothing more.
 * Arguments: data folder with its config.json, `take` or `rest`.
 */
const [folder = '', mode] = process.argv.slice(2);
const resources = join(import.meta.dirname, '..', '..', 'resources');
const BETWEEN_ROUNDS_MS = 150;
const PERSON = { who: 'kioskctl' };

const engine = startEngine({
  dataFolder: folder,
  content: join(resources, 'content'),
  printerProfiles: join(resources, 'printers'),
  wilayah: join(resources, 'wilayah'),
  nativeBinding: undefined,
  clock: systemClock,
  appVersion: '0.0.0-proof',
  runtime: `Node ${process.versions.node}`,
  onKioskChange: () => undefined,
  onSlipChange: () => undefined,
});

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

async function takeForEver(): Promise<void> {
  for (;;) {
    const submissionId = uuidv7();
    const answer = await engine.handlers['submission.submit']({
      submissionId,
      flowVersion: 1,
      language: 'id',
      body: {
        kind: 'complaint',
        answers: {
          subject: 'self',
          situation: 'abroad',
          category: 'GAJI',
          story: `Contoh laporan ${randomUUID()}`,
          consents: [],
          doubts: [],
        },
      },
    });
    if (answer.ok) say(`ticket ${submissionId} ${answer.value.number}`);
    else await wait(50);
    await wait(Math.random() * 40);
  }
}

async function roundsForEver(): Promise<void> {
  say('ready');
  // A killed process writes no cache, and the next start should be short.
  flushCompileCache();
  for (;;) {
    await engine.desk['desk.sync-now']({}, PERSON);
    await wait(BETWEEN_ROUNDS_MS);
    const state = await engine.handlers['kiosk.read']({});
    if (mode === 'rest' && state.ok && state.value.waiting === 0) say('rest');
  }
}

void roundsForEver();
if (mode === 'take') void takeForEver();
