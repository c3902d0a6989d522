import { createPrivateKey, randomBytes, randomUUID, sign } from 'node:crypto';
import { v7 } from 'uuid';
import { systemTimers } from '../../main/jobs/timers.ts';
import { createHubClient } from '../../main/sync/hub-client.ts';
import type { HubAnswer, HubTrouble } from '../../main/sync/hub-verdict.ts';
import { createPushLimits } from '../../main/sync/push-limits.ts';
import { createRoundScheduler, type RoundEnd } from '../../main/sync/scheduler.ts';
import { signRequest } from '../../main/sync/sign-request.ts';
import type { Submission } from '../../shared/domain/submission.ts';
import { type KioskCode, type TicketNumber, ticketNumberOf } from '../../shared/domain/ticket.ts';
import type { Clock } from '../../shared/lib/clock.ts';
import type { Identity, Setting } from './messages.ts';

/** What a simulated kiosk tells the process that plays it. */
export interface Notes {
  answered(call: string, ms: number): void;
  failed(trouble: HubTrouble): void;
  acknowledged(id: string, hubNumber: string): void;
  setAside(id: string): void;
  heard(): void;
  drained(): void;
}

/** As committed at the kiosk: enough to make the same record again, byte for byte. */
interface Waiting {
  id: string;
  counter: number;
  recordedAt: number;
}

const RECORD_OVERHEAD_BYTES = 500;
const clock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };

export type SimulatedKiosk = ReturnType<typeof createKiosk>;

/**
 * A kiosk without screen and disk: the kiosk's own scheduler, hub client, signatures and batch rules over a queue in
 * memory. A record leaves the queue only by the hub's word for it.
 */
export function createKiosk(identity: Identity, setting: Setting, notes: Notes) {
  const key = createPrivateKey({ key: Buffer.from(identity.privateKey), format: 'der', type: 'pkcs8' });
  const bootId = randomUUID();
  const limits = createPushLimits();
  const queue: Waiting[] = [];
  let counter = 0;

  const hub = createHubClient({
    hubUrl: setting.hubUrl,
    clock,
    sign: (request) =>
      signRequest({
        ...request,
        keyId: identity.kioskId,
        sign: (message) => sign(null, message, key),
        created: clock.now(),
        nonce: randomBytes(18).toString('base64url'),
      }),
  });

  function recordOf({ id, counter: own, recordedAt }: Waiting): Submission {
    return {
      id,
      kind: 'complaint',
      flowVersion: 1,
      language: 'id',
      urgency: 2,
      ticketNumber: ticketOf(own),
      kioskCode: identity.kioskCode as KioskCode,
      sequence: own + 1,
      recordedAt,
      bootId,
      monotonicMs: own * 1000,
      sealed: setting.sealed.base64,
      sealedSha256: setting.sealed.sha256,
    };
  }

  const ticketOf = (own: number): TicketNumber => ticketNumberOf(identity.kioskCode as KioskCode, own);

  async function timed<T>(
    call: string,
    signal: AbortSignal,
    ask: () => Promise<HubAnswer<T>>,
  ): Promise<HubAnswer<T>> {
    const began = performance.now();
    const answer = await ask();
    if (answer.ok) notes.answered(call, performance.now() - began);
    else if (!signal.aborted) notes.failed(answer.problem);
    return answer;
  }

  async function run(signal: AbortSignal, onProgress: () => void): Promise<RoundEnd> {
    const probe = await timed('probe', signal, () => hub.probe(signal));
    if (!probe.ok) return endOf(probe.problem);
    const beat = await timed('heartbeat', signal, () => hub.heartbeat(readHeartbeat(), signal));
    if (!beat.ok) return endOf(beat.problem);
    const { slot } = beat.value;
    limits.allow(slot);
    onProgress();
    notes.heard();
    while (queue.length > 0 && !signal.aborted) {
      const batch = takeBatch();
      const pushed = await timed('push', signal, () => hub.push(batch.map(recordOf), signal));
      if (!pushed.ok) {
        if (pushed.problem.retryAfterMs === undefined) limits.shrink(batch.length);
        return endOf(pushed.problem);
      }
      limits.grow();
      for (const outcome of pushed.value.outcomes) {
        if (outcome.outcome === 'accepted') notes.acknowledged(outcome.id, outcome.hubNumber);
        if (outcome.outcome === 'refused' || outcome.outcome === 'needs-person') notes.setAside(outcome.id);
        if (outcome.outcome !== 'retry') forget(outcome.id);
      }
      onProgress();
    }
    if (queue.length === 0) notes.drained();
    const page = await timed('statuses', signal, () => hub.ticketStatuses({ cursor: 0, limit: 100 }, signal));
    if (!page.ok) return endOf(page.problem);
    return slot === null ? { ok: true } : { ok: true, nextRoundInMs: slot.nextRoundInMs };
  }

  function readHeartbeat() {
    return {
      appVersion: '0.0.0-fleet',
      runtime: 'simulated',
      deviceTime: clock.now(),
      bootId,
      monotonicMs: Math.floor(clock.monotonic()),
      waiting: queue.length,
      oldestWaitingAt: queue[0]?.recordedAt ?? null,
      setAside: 0,
      printer: 'ready',
      freeDiskBytes: null,
      nextTicketCounter: counter,
    };
  }

  function takeBatch(): Waiting[] {
    const { records, bytes } = limits.current();
    const each = setting.sealed.base64.length + RECORD_OVERHEAD_BYTES;
    return queue.slice(0, Math.max(1, Math.min(records, Math.floor(bytes / each))));
  }

  function forget(id: string): void {
    const index = queue.findIndex((waiting) => waiting.id === id);
    if (index >= 0) queue.splice(index, 1);
  }

  const newScheduler = () =>
    createRoundScheduler({
      run,
      clock,
      timers: systemTimers,
      random: Math.random,
      onStuck: () => notes.failed({ code: 'link.timed-out', detail: 'stuck', fromHub: false }),
      onTrouble: (what, error) => {
        throw new Error(what, { cause: error });
      },
    });
  let scheduler = newScheduler();

  return {
    start: () => scheduler.start(),
    /** Commits a record. Nothing is sent by this alone. */
    commit(): { id: string; ticketNumber: string } {
      const waiting = { id: v7(), counter, recordedAt: clock.now() };
      counter += 1;
      queue.push(waiting);
      return { id: waiting.id, ticketNumber: ticketOf(waiting.counter) };
    },
    nudge: () => scheduler.nudge(),
    /** The power comes back: whatever was planned is forgotten. */
    async restart(): Promise<void> {
      await scheduler.stop();
      scheduler = newScheduler();
      scheduler.start();
    },
    waiting: () => queue.length,
    async stop(): Promise<void> {
      await Promise.all([scheduler.stop(), hub.close()]);
    },
  };
}

function endOf({ retryAfterMs }: HubTrouble): RoundEnd {
  return retryAfterMs === undefined ? { ok: false } : { ok: false, retryAfterMs };
}
