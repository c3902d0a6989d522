import type { Language } from '../../../shared/domain/language.ts';
import { type LeadAnswers, type LeadNeed, mayBeCalled } from '../../../shared/domain/lead.ts';
import { maskName } from '../../../shared/domain/name.ts';
import type { ServiceSlip, SlipSection } from '../../../shared/domain/slip.ts';
import { calendarDay } from '../../printing/receipt/dates.ts';
import { SLIP_TEXTS } from '../../printing/texts.ts';
import { openingSections } from './opening.ts';
import { clip, dateAfter, placeOf, type SlipSource, ticketOf } from './place.ts';

interface Words {
  heading(service: string | null): string;
  need: string;
  needs: Record<LeadNeed, string>;
  bring: string;
  bringUnknown: string;
  ask: string;
  next: string;
  atCounter: string;
  mayCall: string;
  noCall: string;
  writeNothing: string;
  privacyLine(days: number, date: string): string;
}

const WORDS: Record<Language, Words> = {
  id: {
    heading: (service) => (service === null ? 'Permintaan layanan' : `Permintaan layanan ${service}`),
    need: 'Keperluan',
    needs: {
      start: 'Mulai memakai',
      help: 'Perlu bantuan',
      ask: 'Bertanya dulu',
      receive: 'Mengambil kiriman',
      send: 'Mengirim uang',
      'send-at-home': 'Kirim di dalam negeri',
      'send-abroad': 'Kirim ke luar negeri',
      track: 'Mencari kiriman',
      'have-place': 'Sudah punya tempat usaha',
      'no-place': 'Belum punya tempat usaha',
    },
    bring: 'Yang perlu dibawa',
    bringUnknown: 'Belum diverifikasi. Tanya petugas loket.',
    ask: 'Yang perlu ditanya',
    next: 'Selanjutnya',
    atCounter: 'Tunjukkan slip ini kepada petugas loket.',
    mayCall: 'Pos bisa menghubungi Anda tentang layanan ini.',
    noCall: 'Pos tidak akan menghubungi Anda. Datang ke loket kapan Anda siap.',
    writeNothing: 'Jangan tulis PIN atau nomor kiriman di slip ini.',
    privacyLine: (days, date) =>
      `Data Anda disegel. Di kios ini data dihapus ${days} hari setelah diterima pusat, paling cepat ${date}.`,
  },
  en: {
    heading: (service) => (service === null ? 'Request for a service' : `Request for ${service}`),
    need: 'What is needed',
    needs: {
      start: 'Start using it',
      help: 'Help with it',
      ask: 'Ask first',
      receive: 'Collect money',
      send: 'Send money',
      'send-at-home': 'Send within Indonesia',
      'send-abroad': 'Send abroad',
      track: 'Find a parcel',
      'have-place': 'Has a place for it',
      'no-place': 'Has no place yet',
    },
    bring: 'What to bring',
    bringUnknown: 'Not verified. Ask at the counter.',
    ask: 'What to ask',
    next: 'What comes next',
    atCounter: 'Show this slip at the counter.',
    mayCall: 'Pos may contact you about this service.',
    noCall: 'Pos will not contact you. Come to the counter when you are ready.',
    writeNothing: 'Write no PIN and no transfer number on this slip.',
    privacyLine: (days, date) =>
      `Your data is sealed. This kiosk erases it ${days} days after the centre has received it, on ${date} at the earliest.`,
  },
};

/**
 * For the person at the counter: which service, what is needed, a masked name, what to bring. Never the phone number or
 * the country the money comes from, and never a number that is as good as cash.
 */
export function leadSlip(source: SlipSource, answers: LeadAnswers): ServiceSlip {
  const { content, language, ticket, enrolment } = source;
  const words = WORDS[language];
  const days = content.retentionDays.lead;
  const service = content.services.services.find(({ key }) => key === answers.service) ?? null;
  const bring = (service?.bring ?? [])
    .slice(0, 24)
    .map(({ text }) => ({ text: clip(text[language], 200), box: true }));
  const ask = (service?.ask ?? []).map((text) => ({ text: clip(text[language], 200), box: true }));
  const sections: SlipSection[] = [
    { title: words.need, items: [{ text: words.needs[answers.need] }] },
    { title: words.bring, items: bring.length > 0 ? bring : [{ text: words.bringUnknown }] },
    ...(ask.length > 0 ? [{ title: words.ask, items: ask }] : []),
    ...openingSections(source, ticket.recordedAt),
    {
      title: words.next,
      items: [
        { text: words.atCounter },
        { text: mayBeCalled(answers) ? words.mayCall : words.noCall },
        { text: words.writeNothing },
      ],
    },
  ];
  return {
    kind: 'service',
    ...placeOf(source),
    ...ticketOf(source),
    heading: clip(words.heading(service?.name[language] ?? null), 80),
    maskedName: maskName(answers.name),
    sections,
    hotlines: [],
    privacyLine: words.privacyLine(
      days,
      calendarDay(dateAfter(ticket.recordedAt, days, enrolment), SLIP_TEXTS[language]),
    ),
  };
}
