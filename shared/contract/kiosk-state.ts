import { z } from 'zod';
import { ExtraLanguage } from '../domain/language.ts';

/** Why a slip did not come out, or why nobody can be sure. */
export const SlipTrouble = z.enum([
  'out-of-paper',
  'cover-open',
  'unreachable',
  'offline',
  'timed-out',
  'connection-lost',
  'buffer-not-cleared',
  'interrupted',
  'visit-ended',
  /** It came out, nobody took it, and the printer drew it back. */
  'taken-back',
  'not-configured',
]);
export type SlipTrouble = z.infer<typeof SlipTrouble>;

/**
 * The life of a slip. `failed`: surely nothing usable came out. `unknown`: a person must look.
 * `handed-over`: the counter prints it as a copy; this screen never will.
 */
export const SlipState = z.object({
  slipId: z.uuid(),
  state: z.enum(['queued', 'printing', 'printed', 'failed', 'unknown', 'handed-over']),
  trouble: SlipTrouble.nullable(),
});
export type SlipState = z.infer<typeof SlipState>;

export const PrinterState = z.enum([
  'ready',
  'paper-low',
  'out-of-paper',
  'cover-open',
  'offline',
  'unreachable',
  'not-configured',
  'unknown',
]);
export type PrinterState = z.infer<typeof PrinterState>;

/** Whether a paper would come out now. Where not, nobody is asked to try it. */
export function canPrint(printer: PrinterState | undefined): boolean {
  return printer === 'ready' || printer === 'paper-low';
}

/** What the screens must know about the machine they run on. Times are Unix ms. */
export const KioskState = z.object({
  /** `out-of-service` closes everything but the emergency page. */
  mode: z.enum(['ready', 'information-only', 'out-of-service']),
  /** Why the mode is not `ready`. */
  trouble: z
    .enum(['not-enrolled', 'database', 'newer-database', 'disk-full', 'configuration', 'content', 'updating'])
    .nullable(),
  /** One line for the technician on the out-of-service screen: what is wrong and what to do. Never personal data. */
  troubleLine: z.object({ id: z.string(), en: z.string() }).nullable(),
  kioskCode: z.string().nullable(),
  officeName: z.string(),
  timeZone: z.string(),
  printer: PrinterState,
  link: z.object({
    state: z.enum(['online', 'offline', 'gateway', 'hub-trouble', 'unknown']),
    heardFromHubAt: z.number().nullable(),
  }),
  /** The device clock ran backwards or differs from the hub by more than five minutes. */
  clockSuspect: z.boolean(),
  /** Records and photos that the hub does not have yet. */
  waiting: z.number().int().nonnegative(),
  /** Examples are shown, and every screen says that this is practice. */
  isTraining: z.boolean(),
  /**
   * Where the voice comes out. `speaker`: others hear it, so nothing private is read. `headset`: only to be set where nothing but
   * an earphone jack makes a sound.
   */
  audio: z.enum(['off', 'speaker', 'headset']),
  idle: z.object({ askAfterMs: z.number(), wipeAfterMs: z.number() }),
  /** Offered beside Indonesian and English; none unless a technician turned them on. */
  extraLanguages: z.array(ExtraLanguage),
  /** How much of the screen's height, from its lower edge, a seated person reaches: percent. */
  reachPercent: z.number(),
});
export type KioskState = z.infer<typeof KioskState>;
