import type { KioskContent } from '../../shared/contract/content.ts';
import type { KioskState, SlipState } from '../../shared/contract/kiosk-state.ts';
import type { Clock } from '../../shared/lib/clock.ts';
import type { Network } from '../desk/link-test/network.ts';
import type { StickPort } from '../desk/sticks.ts';
import type { UpdatePlaces } from '../updates/places.ts';

export interface UpdateOptions {
  places: UpdatePlaces;
  build: number;
  /** Nobody has used the kiosk for so long, ms. */
  idleForMs: () => number;
  /** Ends the app a moment later, so that a staged version is put in place before it starts again. */
  leave: () => void;
}

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
  /** Ends the app and starts it again a moment later, so that whoever asked still gets the answer. Left out: nothing happens. */
  relaunch?: () => void;
  /** False only in a package for the field. */
  isTestBuild?: boolean;
  /** What the self-check found wrong with the machine, one word each. Left out: nothing was checked. */
  unlocked?: () => readonly string[];
  /** How this kiosk updates itself. Left out: it does not. */
  update?: UpdateOptions;
  /** Left out: the machine's own. */
  network?: Network;
  /** Left out: those that the operating system has mounted. */
  sticks?: StickPort;
}
