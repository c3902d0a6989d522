import type { Bilingual } from '../../shared/contract/content.ts';
import { textsIn } from './facts.ts';
import { type ContentFinding, error } from './finding.ts';

/** How long the texts of a section may be. */
export interface TextLimits {
  /** Characters of one text. */
  longest: number;
  /** Words of one Indonesian sentence. */
  longestSentence: number;
}

/** Words of offices. A neighbour has plainer ones. */
const OFFICIALESE = [
  'dimohon',
  'mohon maaf',
  'silakan',
  'silahkan',
  'harap',
  'dalam rangka',
  'sehubungan',
  'perihal',
  'yang bersangkutan',
  'tersebut',
  'merupakan',
  'melakukan',
  'apabila',
  'bilamana',
  'pelapor',
  'terlapor',
  'teradu',
  'pengadu',
  'kronologi',
  'instansi',
  'prosedural',
  'nonprosedural',
  'kompensasi',
];

/**
 * Claims that nobody behind this kiosk can stand for, in either language. A place to keep a slip and a way to travel may be
 * called safe; an offer, a company and a country never.
 */
const CLAIMS: readonly [RegExp, string][] = [
  [/(?<!tempat )(?<!tempat yang )(?<!cara berangkat yang )\baman\b/i, 'promises'],
  [/\b(?:offer|vacancy|company|job|country|agency)\b[^.]*\bsafe\b/i, 'promises'],
  [/\b(?:resmi|pasti) dijamin\b|\bdijamin (?:resmi|berangkat|lolos)\b|\bguaranteed\b/i, 'promises'],
  [/\bpasti (?:penipuan|palsu|bohong|resmi|benar)\b/i, 'judges'],
  [/\b(?:certainly|definitely|surely) (?:a )?(?:fraud|fake|scam|genuine|real)\b/i, 'judges'],
];

/** What is wrong with the words of a section: each finding names the text and its language. */
export function checkTexts(section: unknown, name: string, limits: TextLimits): ContentFinding[] {
  return textsIn(section, name).flatMap(({ where, text }) => checkText(where, text, limits));
}

export function checkText(where: string, text: Bilingual, limits: TextLimits): ContentFinding[] {
  return [
    ...(['id', 'en'] as const).flatMap((language) =>
      checkWords(`${where}.${language}`, text[language], limits),
    ),
    ...officeWordsIn(text.id).map((word) => error(`${where}.id`, `"${word}" is a word of offices`)),
    ...sentencesOf(text.id)
      .filter((sentence) => sentence.split(/\s+/).length > limits.longestSentence)
      .map((sentence) => error(`${where}.id`, `"${sentence}" has more than ${limits.longestSentence} words`)),
  ];
}

function checkWords(where: string, words: string, { longest }: TextLimits): ContentFinding[] {
  const found: ContentFinding[] = [];
  if (words.includes('!') || words !== words.trim())
    found.push(error(where, 'has an exclamation mark or blanks around it'));
  if (words.length > longest)
    found.push(error(where, `has ${words.length} characters, at most ${longest} fit`));
  for (const [claim, does] of CLAIMS) {
    const said = claim.exec(words)?.[0];
    if (said !== undefined) found.push(error(where, `"${said}" ${does} what nobody can stand for`));
  }
  return found;
}

function officeWordsIn(words: string): string[] {
  return OFFICIALESE.filter((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').test(words));
}

/** A dot inside a number or an address ends no sentence. */
function sentencesOf(words: string): string[] {
  return words.split(/(?<=[.?:;])\s+/);
}
