import { cleanText } from '../../../shared/lib/clean-text.ts';
import type { RegionDraft, RegistrationDraft } from './draft.ts';

export const LEVELS = ['province', 'regency', 'district', 'village'] as const;
export type Level = (typeof LEVELS)[number];

export function isLevel(step: string): step is Level {
  return LEVELS.some((level) => level === step);
}

/** What a region below it is remembered under: its code, or its name where it was written by hand. */
export function keyOfRegion(region: RegionDraft | undefined): string {
  return region ? (region.code ?? `~${region.name}`) : '';
}

function aboveOf(level: Level): Level | null {
  return LEVELS[LEVELS.indexOf(level) - 1] ?? null;
}

/** The region of this level that still lies in the regions chosen above it. */
export function regionAt(level: Level, draft: RegistrationDraft): RegionDraft | undefined {
  const region = draft[level];
  const above = aboveOf(level);
  const parent = above === null ? undefined : regionAt(above, draft);
  if (region === undefined || cleanText(region.name) === '') return undefined;
  return region.below === keyOfRegion(parent) ? region : undefined;
}

/** Where the list of this level is looked up: a code, null for the provinces, undefined where only writing is left. */
export function listedBelow(level: Level, draft: RegistrationDraft): string | null | undefined {
  const above = aboveOf(level);
  return above === null ? null : regionAt(above, draft)?.code;
}

/** A region of this level under those chosen above it now. */
export function regionDraft(
  level: Level,
  draft: RegistrationDraft,
  chosen: { code?: string; name: string },
): RegionDraft {
  const above = aboveOf(level);
  return { ...chosen, below: keyOfRegion(above === null ? undefined : regionAt(above, draft)) };
}
