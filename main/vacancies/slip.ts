import type { OfferCheck } from '../../shared/contract/content/vacancies.ts';
import type { Country } from '../../shared/contract/content.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { NoteSlip, SlipItem } from '../../shared/domain/slip.ts';
import type { Vacancy } from '../../shared/domain/vacancy.ts';
import { wageText } from '../../shared/domain/wage-text.ts';
import { clip } from '../intake/slips/place.ts';
import type { FoundVacancy } from './desk.ts';

interface Words {
  heading: string;
  exampleHeading: string;
  notStated: string;
  labels: Record<'country' | 'wage' | 'company' | 'agency' | 'validUntil' | 'source' | 'id', string>;
  askTitle: string;
  checkTitle: string;
  qrCaption: string;
  footLine: string;
}

const WORDS: Record<Language, Words> = {
  id: {
    heading: 'Lowongan kerja',
    exampleHeading: 'CONTOH LATIHAN, bukan lowongan',
    notStated: 'tidak dicantumkan',
    labels: {
      country: 'Negara',
      wage: 'Upah',
      company: 'Perusahaan penempatan',
      agency: 'Mitra di luar negeri',
      validUntil: 'Berlaku sampai',
      source: 'Sumber data',
      id: 'Nomor di sumber',
    },
    askTitle: 'Lowongan ini',
    checkTitle: 'Sebelum melamar, cek dulu',
    qrCaption: 'Pindai untuk membuka halaman lowongan ini',
    footLine: 'Slip ini bukan tanda diterima kerja. Data dari sumber bisa berubah.',
  },
  en: {
    heading: 'Vacancy',
    exampleHeading: 'TRAINING EXAMPLE, no vacancy',
    notStated: 'not stated',
    labels: {
      country: 'Country',
      wage: 'Wage',
      company: 'Placement company',
      agency: 'Partner abroad',
      validUntil: 'Valid until',
      source: 'Source of the data',
      id: 'Number at the source',
    },
    askTitle: 'This vacancy',
    checkTitle: 'Check before you apply',
    qrCaption: 'Scan to open the page of this vacancy',
    footLine: 'This slip is no proof of a job. What the source says may change.',
  },
};

/** Lines of how to check that go onto the paper. */
const CHECKS_ON_SLIP = 3;

export interface VacancySlipSource {
  found: FoundVacancy;
  place: Pick<NoteSlip, 'language' | 'officeName' | 'officeTimeZone' | 'serviceName'>;
  checks: ReadonlyArray<Pick<OfferCheck, 'short'>>;
  countries: readonly Country[];
  /** At the office, Unix ms. */
  printedAtMs: number;
}

/** A vacancy to take home: what the source says, since when, and how to check it. Nothing of the visitor is on it. */
export function vacancySlip({ found, place, checks, countries, printedAtMs }: VacancySlipSource): NoteSlip {
  const { vacancy, snapshot } = found;
  const { language } = place;
  const words = WORDS[language];
  const said = (label: string, value: string | null): SlipItem => ({
    text: clip(`${label}: ${value ?? words.notStated}`, 200),
  });
  const { labels } = words;
  return {
    kind: 'note',
    ...place,
    heading: vacancy.isExample ? words.exampleHeading : words.heading,
    codes: [],
    ...qrOf(vacancy, words),
    printedAtMs,
    sections: [
      {
        title: words.askTitle,
        items: [
          { text: vacancy.position },
          said(
            labels.country,
            countries.find(({ code }) => code === vacancy.country)?.name[language] ?? vacancy.country,
          ),
          said(labels.wage, vacancy.wage && wageText(vacancy.wage, language)),
          said(labels.company, vacancy.placementCompany),
          said(labels.agency, vacancy.foreignAgency),
          said(labels.validUntil, dayText(vacancy.validUntil)),
          said(labels.id, vacancy.id),
          said(labels.source, `${snapshot.source}, ${dayText(snapshot.takenOn)}`),
        ],
      },
      ...(checks.length === 0
        ? []
        : [
            {
              title: words.checkTitle,
              items: checks
                .slice(0, CHECKS_ON_SLIP)
                .map(({ short }) => ({ text: clip(short[language], 200) })),
            },
          ]),
    ],
    footLine: words.footLine,
  };
}

function qrOf({ detailAddress }: Vacancy, { qrCaption }: Words): Pick<NoteSlip, 'qrText' | 'qrCaption'> {
  return detailAddress === null ? {} : { qrText: detailAddress, qrCaption };
}

/** "22-11-2026": read the same in both languages. */
function dayText(iso: string): string {
  return iso.split('-').reverse().join('-');
}
