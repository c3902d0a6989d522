import type { Language } from '../../../shared/domain/language.ts';
import type { LeadAnswers } from '../../../shared/domain/lead.ts';
import { maskName } from '../../../shared/domain/name.ts';
import type { ServiceSlip } from '../../../shared/domain/slip.ts';
import { clip, placeOf, type SlipSource, ticketOf } from './place.ts';

interface Words {
  heading(service: string | null): string;
  bring: string;
  next: string;
  atCounter: string;
  privacyLine(days: number): string;
}

const WORDS: Record<Language, Words> = {
  id: {
    heading: (service) => (service === null ? 'Permintaan layanan' : `Permintaan layanan ${service}`),
    bring: 'Yang perlu dibawa',
    next: 'Selanjutnya',
    atCounter: 'Tunjukkan struk ini kepada petugas loket.',
    privacyLine: (days) => `Data Anda disegel. Di kios ini data dihapus ${days} hari setelah diterima pusat.`,
  },
  en: {
    heading: (service) => (service === null ? 'Request for a service' : `Request for ${service}`),
    bring: 'What to bring',
    next: 'What comes next',
    atCounter: 'Show this slip at the counter.',
    privacyLine: (days) =>
      `Your data is sealed. This kiosk erases it ${days} days after the centre has received it.`,
  },
};

/** For the person at the counter: which service, a masked name, what to bring. */
export function leadSlip(source: SlipSource, answers: LeadAnswers): ServiceSlip {
  const { content, language } = source;
  const words = WORDS[language];
  const service = content.services.services.find(({ key }) => key === answers.service) ?? null;
  const bring = (service?.bring ?? []).slice(0, 24).map(({ text }) => ({
    text: clip(text[language], 200),
    box: true,
  }));
  return {
    kind: 'service',
    ...placeOf(source),
    ...ticketOf(source),
    heading: clip(words.heading(service?.name ?? null), 80),
    maskedName: maskName(answers.name),
    sections: [
      ...(bring.length === 0 ? [] : [{ title: words.bring, items: bring }]),
      { title: words.next, items: [{ text: words.atCounter }] },
    ],
    hotlines: [],
    privacyLine: words.privacyLine(content.retentionDays.lead),
  };
}
