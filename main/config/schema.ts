import { z } from 'zod';
import { EnrolmentRequest } from '../../shared/contract/hub-api.ts';
import { ExtraLanguage } from '../../shared/domain/language.ts';

export const HubUrl = z.url({ protocol: /^https?$/ });

/** Which printer hangs here, and how it is spoken to. */
export const PrinterSetting = z.strictObject({
  profile: z.string().min(1).max(40),
  /** `tcp://host:port`, the path of a device, or `printer:QUEUE`. */
  address: z.string().min(1).max(200),
});

/**
 * What a technician may write into `config.json`. Everything may be left out; an empty file is a working kiosk that
 * is not enrolled and has no printer.
 */
export const Config = z.strictObject({
  /** Where the hub answers. Null: this kiosk only records. */
  hubUrl: HubUrl.nullable().default(null),
  /** One-time code from the hub; used once, then it may stay or go. */
  enrolmentCode: EnrolmentRequest.shape.code.nullable().default(null),
  printer: PrinterSetting.nullable().default(null),
  /** How long a new roll of paper is, in metres: the office's own setting, as the box of its rolls says. */
  paperRollMetres: z.number().min(5).max(400).default(80),
  /** Shown until the hub has told the office's name. */
  officeName: z.string().min(1).max(80).default('Kantor Pos'),
  /** Shows the examples that are shipped, and says on every screen that this is practice. Never in a lobby. */
  trainingMode: z.boolean().default(false),
  /** Where the voice comes out. `headset` only where nothing but an earphone jack makes a sound: private parts are read then. */
  audio: z.enum(['off', 'speaker', 'headset']).default('off'),
  idle: z
    .strictObject({
      askAfterSeconds: z.number().int().min(60).max(600).default(90),
      /** From the question to the wipe. Never under 20 s: slow readers lose their text. */
      wipeAfterSeconds: z.number().int().min(20).max(600).default(30),
    })
    .default({ askAfterSeconds: 90, wipeAfterSeconds: 30 }),
  /** Short labels that no native speaker has read yet; the language screen says so. */
  extraLanguages: z.array(ExtraLanguage).max(ExtraLanguage.options.length).default([]),
  /** Folders that count as USB sticks besides the removable disks that are mounted; for kiosk images that mount them themselves. */
  stickFolders: z.array(z.string().min(1).max(200)).max(8).default([]),
  /**
   * How much of the screen's height a seated person reaches, from its lower edge, in percent: where 1,220 mm above the
   * floor falls. 73 is a standing 32-inch panel (708 mm high) whose lower edge hangs at 700 mm. Under 50 a screen
   * cannot hold its controls: hang the panel lower.
   */
  reachPercent: z.number().int().min(50).max(100).default(73),
});
export type Config = z.infer<typeof Config>;

export const CONFIG_KEYS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(Config.shape),
  printer: ['profile', 'address'],
  idle: ['askAfterSeconds', 'wipeAfterSeconds'],
};
