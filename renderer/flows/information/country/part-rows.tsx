import {
  Banknote,
  Building2,
  MessageCircle,
  Phone,
  Plane,
  Route,
  ScrollText,
  TriangleAlert,
  Users,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type {
  CountryLine,
  CountryProfile,
  ProfilePart,
  Said,
  WageFact,
} from '../../../../shared/contract/content/information.ts';
import type { KioskContent, Provenance } from '../../../../shared/contract/content.ts';
import type { Language } from '../../../../shared/domain/language.ts';
import { formatPartialDate } from '../../../texts/format.ts';
import type { InformationTexts } from '../../../texts/information.id.ts';
import type { FactRow as Row } from '../facts/fact-pages.tsx';
import { FactRow, FactText, UnknownRow } from '../facts/fact-row.tsx';
import { groupedNumber } from '../view.ts';
import { sayer } from '../words.ts';
import styles from './part-rows.module.css';

export interface PartRowsInput {
  profile: CountryProfile;
  content: KioskContent;
  language: Language;
  words: InformationTexts;
  onSource(source: Provenance): void;
}

/** The rows of one part of a profile. A part in which nothing is known has a row that says so. */
export function partRows(part: ProfilePart, input: PartRowsInput): Row[] {
  const known = KNOWN[part](input);
  const unknown = input.profile.unknown
    .filter((gap) => gap.part === part)
    .map(({ text }, at) => ({
      key: `unknown-${at}`,
      row: <UnknownRow>{sayer(input.content, input.language)(text)}</UnknownRow>,
    }));
  if (known.length + unknown.length > 0) return [...known, ...unknown];
  const office = input.content.information.askWhom[input.language];
  const empty = input.words.unknown[part];
  const text = typeof empty === 'string' ? empty : empty(office);
  return [{ key: 'empty', row: <UnknownRow>{text}</UnknownRow> }];
}

/** "Juli 2024" from "2024-07". */
export function partialDateText(date: string, language: Language): string {
  const [year, month, day] = date.split('-').map(Number);
  return formatPartialDate({ year: year ?? 0, month, day }, language);
}

const KNOWN: Record<ProfilePart, (input: PartRowsInput) => Row[]> = {
  /** Its own warnings before everything else, then the first of what the other parts hold. */
  summary: ({ profile, ...input }) => [
    ...saidRows('warning', profile.warnings, input, 'care'),
    ...lineRows('local', profile.emergency.slice(0, 1), input.words.country.local, input),
    ...profile.wages.slice(0, 1).map((wage) => ({ key: 'wage', row: <Wage wage={wage} {...input} /> })),
    ...saidRows('scheme', profile.schemes, input, 'plain'),
    ...profile.placements.map(({ year, count, provenance }) => ({
      key: `placed-${year}`,
      row: (
        <FactRow provenance={provenance} onSource={input.onSource} icon={Users}>
          <FactText>{input.words.country.placed(groupedNumber(count, input.language), year)}</FactText>
        </FactRow>
      ),
    })),
    ...(profile.depth === 'short' ? [shortNote(input)] : []),
  ],
  wages: ({ profile, ...input }) =>
    profile.wages.map((wage, at) => ({ key: `wage-${at}`, row: <Wage wage={wage} {...input} /> })),
  rights: ({ profile, ...input }) => saidRows('right', profile.rights, input, 'plain'),
  lines: ({ profile, ...input }) => [
    ...lineRows('local', profile.emergency, input.words.country.local, input),
    ...lineRows('mission', profile.missions, input.words.country.mission, input),
  ],
  warnings: ({ profile, ...input }) => [
    ...saidRows('warning', profile.warnings, input, 'care'),
    ...generalFor(profile, input.content).map(({ text, provenance }, at) => ({
      key: `general-${at}`,
      row: (
        <FactRow provenance={provenance} onSource={input.onSource} icon={TriangleAlert} tone="care">
          <p className={styles.label}>{input.words.country.general}</p>
          <FactText>{sayer(input.content, input.language)(text)}</FactText>
        </FactRow>
      ),
    })),
  ],
};

/** General warnings that the country does not already carry in the same words. */
export function generalFor(profile: CountryProfile, content: KioskContent): Said[] {
  const own = new Set(profile.warnings.map(({ text }) => text.id));
  return content.information.generalWarnings.filter(({ text }) => !own.has(text.id));
}

function shortNote({ words, content, language }: SayInput): Row {
  const office = content.information.askWhom[language];
  return { key: 'short', row: <UnknownRow>{words.country.short(office)}</UnknownRow> };
}

type SayInput = Omit<PartRowsInput, 'profile'>;

function saidRows(key: string, said: readonly Said[], input: SayInput, tone: 'plain' | 'care'): Row[] {
  const say = sayer(input.content, input.language);
  const icon = tone === 'care' ? TriangleAlert : key === 'scheme' ? Route : ScrollText;
  return said.map(({ text, provenance }, at) => ({
    key: `${key}-${at}`,
    row: (
      <FactRow provenance={provenance} onSource={input.onSource} icon={icon} tone={tone}>
        <FactText>{say(text)}</FactText>
      </FactRow>
    ),
  }));
}

function Wage({ wage, language, words, onSource }: SayInput & { wage: WageFact }): ReactNode {
  const { country } = words;
  const verifiedIn = Number(wage.provenance.verified_on.slice(0, 4));
  const isOld = wage.year < verifiedIn - 1;
  return (
    <FactRow provenance={wage.provenance} onSource={onSource} icon={Banknote}>
      <p className={styles.label}>{wage.forWhom[language]}</p>
      <p className={styles.amount}>
        <strong>{groupedNumber(wage.amount, language)}</strong>{' '}
        {country.currency[wage.currency] ?? wage.currency}{' '}
        {wage.per === 'month' ? country.perMonth : country.perHour}
      </p>
      <p className={styles.note}>
        {wage.note ? `${wage.note[language]} ` : ''}
        {(isOld ? country.oldYear : country.forYear)(wage.year)}.
      </p>
    </FactRow>
  );
}

function lineRows(key: string, lines: readonly CountryLine[], label: string, input: SayInput): Row[] {
  const { language, words, onSource } = input;
  return lines.map((line, at) => ({
    key: `${key}-${at}`,
    row: (
      <FactRow provenance={line.provenance} onSource={onSource} icon={key === 'mission' ? Building2 : Phone}>
        <p className={styles.label}>
          {label}: {line.name[language]}
        </p>
        <p className={styles.number}>{line.number}</p>
        {line.note || line.reportedIn ? (
          <p className={styles.note}>
            {[line.note?.[language], line.reportedIn && `${words.country.reportedIn(line.reportedIn)}.`]
              .filter(Boolean)
              .join(' ')}
          </p>
        ) : null}
      </FactRow>
    ),
  }));
}

/** The hotlines of the pack as rows, for somebody who may already be there. */
export function hotlineRows(input: SayInput): Row[] {
  return input.content.hotlines
    .filter(({ reach }) => reach !== 'from-indonesia')
    .map(({ key, name, note, number, kind, provenance }) => ({
      key,
      row: (
        <FactRow
          provenance={provenance}
          onSource={input.onSource}
          icon={kind === 'whatsapp' ? MessageCircle : Phone}
        >
          <p className={styles.label}>
            {name[input.language]}. {note[input.language]}.
          </p>
          <p className={styles.number}>{number}</p>
        </FactRow>
      ),
    }));
}

/** Icons of the parts, for their buttons. */
export const PART_ICONS: Record<ProfilePart, typeof Plane> = {
  summary: Plane,
  wages: Banknote,
  rights: ScrollText,
  lines: Phone,
  warnings: TriangleAlert,
};
