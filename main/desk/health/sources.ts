import type { PrinterState } from '../../../shared/contract/kiosk-state.ts';
import type { SyncState } from '../../sync/sync.ts';

/** Everything health is made from, read at one moment. Times are Unix ms of the device clock unless said otherwise. */
export interface HealthSources {
  now: number;
  /** Null: no hub is configured. */
  sync: Pick<SyncState, 'link' | 'clockSuspect' | 'trouble' | 'stuckRounds'> | null;
  kioskCode: string | null;
  submissions: { waiting: number; oldestWaitingAt: number | null };
  photos: { waiting: number; oldestWaitingAt: number | null };
  setAside: number;
  printer: PrinterState;
  /** How many papers the roll may still hold. Null: nothing to guess from. */
  papersLeft: number | null;
  disk: { freeBytes: number | null; hasReserve: boolean; isFull: boolean };
  database: {
    /** A damaged database was replaced at this moment; null: never. */
    recoveredAt: number | null;
    salvaged: number;
    /** By the time that never runs backwards. */
    copiedAgoMs: number | null;
    /** What the last check said; null: not checked by a person yet. */
    isSound: boolean | null;
  };
  content: { isOld: boolean; from: 'installed' | 'hub' | 'last-good' };
  /** Kinds of signed documents whose newest version was not taken. */
  refusedDocuments: readonly string[];
  /** Null: none ever came. */
  staffAccounts: number | null;
  /** What the self-check found wrong with the machine, one word each; see `self-check/`. */
  unlocked: readonly string[];
  /** A setting was changed that holds only after a restart. */
  needsRestart: boolean;
}
