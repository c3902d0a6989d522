import { openingLines, openingTitle } from '../../../shared/domain/opening-lines.ts';
import type { SlipSection } from '../../../shared/domain/slip.ts';
import type { SlipSource } from './place.ts';

/** When the counter is open, for a slip that sends her there. None where nobody has said it: a slip never guesses. `at`: Unix ms. */
export function openingSections(
  { content, language }: Pick<SlipSource, 'content' | 'language'>,
  at: number,
): SlipSection[] {
  const { openingHours } = content;
  if (openingHours === undefined) return [];
  const items = openingLines(openingHours, at, language).map((text) => ({ text }));
  return [{ title: openingTitle(language), items }];
}
