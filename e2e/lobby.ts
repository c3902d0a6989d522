import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningHub, startHub } from '../hub/src/start-hub.ts';
import { type SoftwarePrinter, startSoftwarePrinter } from '../simulator/printer/software-printer.ts';
import { type Display, PORTRAIT, startDisplay } from './display.ts';
import { type Kiosk, type KioskOptions, makeDataFolder, removeDataFolder, startKiosk } from './kiosk.ts';

/** A post office for tests: a real hub, a printer, a screen; and a kiosk that can be started again and again. */
export interface Lobby {
  hub: RunningHub;
  /** The hub's data, for commands beside it. */
  hubFolder: string;
  printer: SoftwarePrinter;
  display: Display;
  dataFolder: string;
  /** What config.json says unless a test says otherwise. */
  config: Record<string, unknown>;
  startKiosk(options?: Partial<KioskOptions>): Promise<Kiosk>;
  /** Ends every kiosk that runs here; another one can be started afterwards. */
  closeKiosks(): Promise<void>;
  close(): Promise<void>;
}

export interface LobbyOptions {
  size?: { width: number; height: number };
  config?: Record<string, unknown>;
  /** What the hub is to know before the first kiosk enrols. */
  prepareHub?: (hub: RunningHub, officeName: string) => Promise<void>;
  /** The kiosk's way to the hub, given the hub's own address. */
  route?: (hubUrl: string) => Promise<string>;
}

export const OFFICER_TOKEN = 'an-example-officer-token';
export const OFFICE_NAME = 'Kantor Pos Contoh';

export async function openLobby(options: LobbyOptions = {}): Promise<Lobby> {
  const ends: (() => unknown)[] = [];
  const hubFolder = mkdtempSync(join(tmpdir(), 'kiosk-hub-'));
  ends.push(() => rmSync(hubFolder, { recursive: true, force: true }));
  const display = await startDisplay(options.size ?? PORTRAIT);
  ends.push(display.stop);
  const hub = await startHub({
    dataFolder: hubFolder,
    officerToken: OFFICER_TOKEN,
    // Screens of tests make this machine slow: that is no reason for the kiosk to come later.
    bearable: { loopMs: Number.POSITIVE_INFINITY, databaseMs: Number.POSITIVE_INFINITY },
  });
  ends.push(hub.close);
  const printer = await startSoftwarePrinter();
  ends.push(printer.close);
  const dataFolder = makeDataFolder();
  ends.push(() => removeDataFolder(dataFolder));
  const enrolmentCode = await hub.makeEnrolmentCode({
    officeName: OFFICE_NAME,
    timeZone: 'Asia/Jakarta',
    validDays: 1,
  });
  await options.prepareHub?.(hub, OFFICE_NAME);
  const config = {
    hubUrl: (await options.route?.(hub.url)) ?? hub.url,
    enrolmentCode,
    printer: { profile: 'epson-80', address: `tcp://127.0.0.1:${printer.port}` },
    ...options.config,
  };
  const kiosks: Kiosk[] = [];
  async function closeKiosks(): Promise<void> {
    for (const kiosk of kiosks.splice(0)) await kiosk.close().catch(() => {});
  }
  return {
    hub,
    hubFolder,
    printer,
    display,
    dataFolder,
    config,
    async startKiosk(more = {}) {
      const kiosk = await startKiosk({ display: display.name, config, dataFolder, ...more });
      kiosks.push(kiosk);
      return kiosk;
    },
    closeKiosks,
    async close() {
      await closeKiosks();
      for (const end of ends.reverse()) await end();
    },
  };
}
