import type { RoundProgress } from '../../shared/contract/desk.ts';
import { reasonFor } from '../jobs/reasons.ts';

export type RoundStep = RoundProgress['steps'][number]['step'];
export type StepState = RoundProgress['steps'][number]['state'];

/** In the order in which a round takes them. */
export const ROUND_STEPS: readonly RoundStep[] = [
  'probe',
  'heartbeat',
  'push',
  'statuses',
  'deliveries',
  'photos',
  'report',
];

/** Follows one round after the other, for the technician who watches. Times are Unix ms of the device clock. */
export interface ProgressBoard {
  /** A round begins with so many records to send. */
  begin(toSend: number, now: number): void;
  step(step: RoundStep, state: 'running' | 'done' | 'failed'): void;
  /** What the hub has said of records since; only its own word counts. */
  settled(counts: { acknowledged: number; setAside: number }): void;
  /** `trouble`: the code by which it ended. Null: every step went through. Steps that were not reached are skipped. */
  end(trouble: string | null, now: number): void;
  read(nextInMs: number | null): RoundProgress;
}

export function createProgressBoard(): ProgressBoard {
  let isRunning = false;
  let steps = allAs('waiting');
  let counts = { toSend: 0, sent: 0, setAside: 0 };
  let startedAt: number | null = null;
  let endedAt: number | null = null;
  let trouble: string | null = null;

  return {
    begin(toSend, now) {
      isRunning = true;
      steps = allAs('waiting');
      counts = { toSend, sent: 0, setAside: 0 };
      startedAt = now;
      endedAt = null;
      trouble = null;
    },
    step(step, state) {
      if (isRunning) steps.set(step, state);
    },
    settled({ acknowledged, setAside }) {
      const sent = counts.sent + acknowledged;
      const aside = counts.setAside + setAside;
      // What was recorded during the round goes with it.
      counts = { toSend: Math.max(counts.toSend, sent + aside), sent, setAside: aside };
    },
    end(code, now) {
      isRunning = false;
      for (const [step, state] of steps) {
        if (state === 'waiting') steps.set(step, 'skipped');
        if (state === 'running') steps.set(step, 'failed');
      }
      endedAt = now;
      trouble = code;
    },
    read: (nextInMs) => ({
      isRunning,
      steps: [...steps].map(([step, state]) => ({ step, state })),
      ...counts,
      startedAt,
      endedAt,
      trouble: trouble === null ? null : { code: trouble, said: reasonFor(trouble) },
      nextInMs,
    }),
  };
}

function allAs(state: StepState): Map<RoundStep, StepState> {
  return new Map(ROUND_STEPS.map((step) => [step, state]));
}
