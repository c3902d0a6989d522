import type { Language } from '../../../shared/domain/language.ts';
import type { ServiceSlip } from '../../../shared/domain/slip.ts';
import { placeOf, type SlipSource } from './place.ts';

interface Words {
  heading(part: number): string;
  next: string;
  joins: string;
  sameSecret: string;
  privacyLine(days: number): string;
}

const WORDS: Record<Language, Words> = {
  id: {
    heading: (part) => `Tambahan ${part} untuk tiket Anda`,
    next: 'Selanjutnya',
    joins: 'Tambahan ini masuk ke tiket Anda. Petugas membacanya bersama isi tiket.',
    sameSecret: 'Nomor rahasia Anda tetap sama.',
    privacyLine: (days) =>
      `Isi tambahan disegel. Di kios ini data dihapus ${days} hari setelah diterima pusat.`,
  },
  en: {
    heading: (part) => `Addition ${part} to your ticket`,
    next: 'What comes next',
    joins: 'This is added to your ticket. Officers read it together with the ticket.',
    sameSecret: 'Your secret number stays the same.',
    privacyLine: (days) =>
      `What you added is sealed. This kiosk erases it ${days} days after the centre has received it.`,
  },
};

/** That something was added and when, never what: a withdrawn consent looks like a photo. Without the secret, which she has. */
export function followUpSlip(
  source: Pick<SlipSource, 'language' | 'enrolment' | 'content'>,
  addition: {
    number: ServiceSlip['number'];
    part: number;
    recordedAt: number;
    /** QR of the ticket. */
    qrText: string;
    /** Days that count for this ticket. */
    retentionDays: number;
  },
): ServiceSlip {
  const words = WORDS[source.language];
  return {
    kind: 'service',
    ...placeOf(source),
    heading: words.heading(addition.part),
    number: addition.number,
    qrText: addition.qrText,
    recordedAtMs: addition.recordedAt,
    sections: [{ title: words.next, items: [{ text: words.joins }, { text: words.sameSecret }] }],
    hotlines: [],
    privacyLine: words.privacyLine(addition.retentionDays),
  };
}
