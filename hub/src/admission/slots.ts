import {
  type HeartbeatAnswer,
  MAX_BATCH_BYTES,
  MAX_BATCH_RECORDS,
} from '../../../shared/contract/hub-api.ts';

/** The fleet as all hub processes on the database see it together. */
export interface FleetView {
  /** Hub processes that serve now. */
  processes: number;
  /** Kiosks that were heard within a day. */
  kiosks: number;
  /** How hard the hub works: below 0.5 it has air, at 1 it is full, above it turns callers away. */
  pressure: number;
}

export type Slot = NonNullable<HeartbeatAnswer['slot']>;

/** What a kiosk does by itself, without a slot. */
const USUAL_WINDOW_MS = 60_000;
const LONGEST_WINDOW_MS = 15 * 60_000;
const HAS_AIR_BELOW = 0.5;
/** Multiples of it fill the unit evenly, for any number of kiosks. */
const GOLDEN = 0.6180339887498949;

/**
 * When this kiosk's next round begins and how large its batches may be. Every kiosk has its own moment in a window that all
 * hub processes reckon alike, so rounds are spread evenly whatever brought the kiosks together. The window is as long as the
 * number of kiosks and the load ask for. Null: there is air for the usual pace.
 */
export function slotFor(
  kioskOrdinal: number,
  fleet: FleetView,
  roundsPerSecond: number,
  now: number,
): Slot | null {
  const windowMs = windowFor(fleet, roundsPerSecond);
  if (windowMs <= USUAL_WINDOW_MS && fleet.pressure < HAS_AIR_BELOW) return null;
  const moment = ((kioskOrdinal * GOLDEN) % 1) * windowMs;
  const earliest = now + windowMs / 2;
  const untilMoment = (((moment - earliest) % windowMs) + windowMs) % windowMs;
  return { nextRoundInMs: Math.round(windowMs / 2 + untilMoment), ...batchFor(fleet.pressure) };
}

/** Milliseconds in which every kiosk has one round. */
export function windowFor({ processes, kiosks, pressure }: FleetView, roundsPerSecond: number): number {
  const needed = (kiosks / (Math.max(1, processes) * roundsPerSecond)) * 1000;
  const stretch = 1 + Math.max(0, pressure - HAS_AIR_BELOW) * 2;
  return Math.min(LONGEST_WINDOW_MS, Math.max(USUAL_WINDOW_MS, needed) * stretch);
}

/** Small batches hold a connection for less time and come in between one another. */
function batchFor(pressure: number): Pick<Slot, 'batchRecords' | 'batchBytes'> {
  const share = pressure < HAS_AIR_BELOW ? 1 : pressure < 1 ? 2 : 4;
  return { batchRecords: MAX_BATCH_RECORDS / share, batchBytes: MAX_BATCH_BYTES / share };
}
