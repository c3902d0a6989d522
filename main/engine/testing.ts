import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { CallInput } from '../../shared/contract/ipc.ts';
import type { KioskState, SlipState } from '../../shared/contract/kiosk-state.ts';
import type { ComplaintAnswers } from '../../shared/domain/complaint.ts';
import { systemClock } from '../system-clock.ts';
import { type Engine, startEngine } from './engine.ts';
import type { EngineOptions } from './options.ts';

const projectFolder = join(import.meta.dirname, '..', '..');

export interface TestEngine {
  engine: Engine;
  folder: string;
  states: KioskState[];
  slips: SlipState[];
  /** Ends it and starts it again on the same folder, as after a restart. */
  restart(options?: Partial<EngineOptions>): Promise<TestEngine>;
  close(): Promise<void>;
}

/** The real engine on a folder of its own. */
export function startTestEngine(
  config: unknown,
  options: Partial<EngineOptions> & { folder?: string } = {},
): TestEngine {
  const { folder = mkdtempSync(join(tmpdir(), 'engine-')), ...rest } = options;
  writeFileSync(join(folder, 'config.json'), typeof config === 'string' ? config : JSON.stringify(config));
  const states: KioskState[] = [];
  const slips: SlipState[] = [];
  const engine = startEngine({
    dataFolder: folder,
    content: join(projectFolder, 'resources/content'),
    printerProfiles: join(projectFolder, 'resources/printers'),
    wilayah: join(projectFolder, 'resources/wilayah'),
    nativeBinding: undefined,
    clock: systemClock,
    appVersion: '0.0.0',
    runtime: `Node ${process.versions.node}`,
    onKioskChange: (state) => states.push(state),
    onSlipChange: (slip) => slips.push(slip),
    ...rest,
  });
  return {
    engine,
    folder,
    states,
    slips,
    async restart(more = {}) {
      await engine.stop();
      return startTestEngine(config, { folder, ...rest, ...more });
    },
    async close() {
      await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The smallest complaint: three answers. */
export function aComplaint(fields: Partial<ComplaintAnswers> = {}): CallInput<'submission.submit'> {
  return {
    submissionId: uuidv7(),
    flowVersion: 1,
    language: 'id',
    body: {
      kind: 'complaint',
      answers: {
        subject: 'self',
        situation: 'abroad',
        category: 'GAJI',
        consents: [],
        doubts: [],
        ...fields,
      },
    },
  };
}
