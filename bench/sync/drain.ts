import { openProofKiosk } from '../../scripts/proofs/kiosk.ts';
import { aMovableClock } from '../../scripts/proofs/movable-clock.ts';
import { startWire, type WireLike } from './wire.ts';

export interface Drained {
  records: number;
  /** Of whole rounds until nothing waited. */
  ms: number;
  rounds: number;
  bytes: { up: number; down: number };
  lostSegments: number;
}

const MOST_ROUNDS = 50;

/** Lets so many complaints wait in a new kiosk folder, enrolled at the hub. */
export async function fillKiosk(
  folder: string,
  hub: { url: string; enrolmentCode: string },
  records: number,
): Promise<void> {
  const kiosk = await openProofKiosk({
    folder,
    hubUrl: hub.url,
    code: hub.enrolmentCode,
    clock: aMovableClock(),
  });
  for (let n = 0; n < records; n++) await kiosk.submit(n);
  await kiosk.close();
}

/** Sends everything that waits in a folder, round after round; the same deadlines as in the field. */
export async function drainKiosk(folder: string, hubUrl: string, like: WireLike | null): Promise<Drained> {
  const wire = await startWire(hubUrl, like);
  const kiosk = await openProofKiosk({ folder, hubUrl: wire.url, code: '', clock: aMovableClock() });
  try {
    const records = kiosk.state().waiting;
    const began = performance.now();
    let rounds = 0;
    while (kiosk.state().waiting > 0 && rounds < MOST_ROUNDS) {
      await kiosk.round();
      rounds += 1;
    }
    const ms = performance.now() - began;
    if (kiosk.state().waiting > 0) throw new Error('the queue did not drain');
    return { records, ms, rounds, bytes: wire.bytes(), lostSegments: wire.lostSegments() };
  } finally {
    await kiosk.close();
    await wire.close();
  }
}
