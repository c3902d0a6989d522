import type { KioskContent } from '../../shared/contract/content.ts';
import type { KioskState, SlipState } from '../../shared/contract/kiosk-state.ts';
import type { Clock } from '../../shared/lib/clock.ts';

export interface EngineOptions {
  /** config.json, database, key, logs. */
  dataFolder: string;
  /** Folder of the content pack. */
  content: string;
  /** Folder of the printer profiles. */
  printerProfiles: string;
  /** Folder of the regions. */
  wilayah: string;
  /** Compiled SQLite for a runtime that cannot use the packaged one. */
  nativeBinding: string | undefined;
  clock: Clock;
  appVersion: string;
  /** Which Electron or Node this is, for the heartbeat. */
  runtime: string;
  onKioskChange: (state: KioskState) => void;
  onSlipChange: (slip: SlipState) => void;
  /** What may be said is different from what the screens read last. */
  onContentChange?: (content: KioskContent) => void;
}
