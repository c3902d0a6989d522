import type { Bilingual, Country, Provenance } from '../../shared/contract/content.ts';
import { checkText, checkTexts, type TextLimits } from './check-texts.ts';
import { factsIn } from './facts.ts';
import { type ContentFinding, canBeDialled, error, repeated } from './finding.ts';
import type { ContentPack } from './pack.ts';
import type { SectionName } from './sections.ts';

export type { ContentFinding } from './finding.ts';

const DAY_MS = 24 * 60 * 60_000;
/** A fact that nobody looked at for a year is no fact. */
const LONGEST_VALID_DAYS = 366;
const WARN_DAYS = 60;

/** Sentences of the pack stand on screens of their own and may be longer. */
const PACK_TEXTS: TextLimits = { longest: 320, longestSentence: 20 };
/** What stands in rows and on cards must fit them; what explains has a page. */
const SECTION_TEXTS: Record<SectionName, TextLimits> = {
  information: { longest: 135, longestSentence: 14 },
  registration: { longest: 320, longestSentence: 20 },
  services: { longest: 320, longestSentence: 20 },
  glossary: { longest: 320, longestSentence: 20 },
  showcase: { longest: 900, longestSentence: 24 },
  vacancyGuide: { longest: 320, longestSentence: 20 },
};

/** Everything that must be put right before a pack goes out, and what will be due soon. `today` is `YYYY-MM-DD`. */
export function checkContent(
  pack: ContentPack,
  countries: readonly Country[],
  today: string,
): ContentFinding[] {
  return [
    ...factsOf(pack).flatMap(({ where, provenance }) => checkProvenance(where, provenance, today)),
    ...textsOf(pack).flatMap(({ where, text }) => checkText(where, text, PACK_TEXTS)),
    ...repeated(
      'hotlines',
      pack.hotlines.map((hotline) => hotline.key),
    ),
    ...repeated(
      'hotlines order',
      pack.hotlines.map((hotline) => String(hotline.order)),
    ),
    ...repeated(
      'complaintNextSteps',
      pack.complaintNextSteps.map((step) => step.key),
    ),
    ...repeated(
      'consentTexts',
      pack.consentTexts.map((consent) => consent.purpose),
    ),
    ...repeated(
      'countries',
      countries.map((country) => country.code),
    ),
    ...repeated(
      'countries',
      countries.map((country) => country.name.id),
    ),
    ...pack.hotlines
      .filter((hotline) => !canBeDialled(hotline.number))
      .map((hotline) => error(`hotlines.${hotline.key}`, `"${hotline.number}" is not a number to dial`)),
  ];
}

/** What is wrong with a section, by the rules that hold for all: each fact with its source and dates, each text clean. */
export function checkSection(name: SectionName, section: unknown, today: string): ContentFinding[] {
  return [
    ...factsIn(section, name).flatMap(({ where, provenance }) => checkProvenance(where, provenance, today)),
    ...checkTexts(section, name, SECTION_TEXTS[name]),
  ];
}

function factsOf(pack: ContentPack): { where: string; provenance: Provenance }[] {
  return [
    { where: 'service', provenance: pack.service.provenance },
    { where: 'ministry', provenance: pack.ministry.provenance },
    ...pack.hotlines.map(({ key, provenance }) => ({ where: `hotlines.${key}`, provenance })),
    ...pack.complaintNextSteps.map(({ key, provenance }) => ({
      where: `complaintNextSteps.${key}`,
      provenance,
    })),
    ...(pack.withdrawal ? [{ where: 'withdrawal', provenance: pack.withdrawal.provenance }] : []),
  ];
}

function textsOf(pack: ContentPack): { where: string; text: Bilingual }[] {
  return [
    ...pack.hotlines.flatMap(({ key, name, note }) => [
      { where: `hotlines.${key}.name`, text: name },
      { where: `hotlines.${key}.note`, text: note },
    ]),
    ...pack.complaintNextSteps.map(({ key, text }) => ({ where: `complaintNextSteps.${key}`, text })),
    ...pack.consentTexts.flatMap(({ purpose, text, detail }) => [
      { where: `consentTexts.${purpose}.text`, text },
      { where: `consentTexts.${purpose}.detail`, text: detail },
    ]),
    ...(pack.withdrawal ? [{ where: 'withdrawal', text: pack.withdrawal.text }] : []),
  ];
}

function checkProvenance(where: string, fact: Provenance, today: string): ContentFinding[] {
  const found: ContentFinding[] = [];
  const verified = Date.parse(fact.verified_on);
  const until = Date.parse(fact.valid_until);
  if (fact.verified_on > today)
    found.push(error(where, `was verified in the future, on ${fact.verified_on}`));
  if (until <= verified) found.push(error(where, 'runs out before it was verified'));
  if (until - verified > LONGEST_VALID_DAYS * DAY_MS)
    found.push(error(where, 'is valid for more than a year'));
  if (fact.valid_until < today) found.push(error(where, `ran out on ${fact.valid_until}`));
  else if (until - Date.parse(today) < WARN_DAYS * DAY_MS) {
    found.push({ severity: 'warning', where, what: `runs out on ${fact.valid_until}` });
  }
  if (fact.confidence === 'unverified') found.push(error(where, 'is not verified and may not be shown'));
  return found;
}
