import type { DayReport } from '../../shared/contract/clerk.ts';
import type { NoteSlip, OfficeTimeZone, SlipItem } from '../../shared/domain/slip.ts';
import type { SubmissionKind } from '../../shared/domain/submission.ts';
import { calendarDay, momentAt } from '../printing/receipt/dates.ts';
import { SLIP_TEXTS } from '../printing/texts.ts';

/** Paper of the office, so in the language of the office. */
const TEXTS = SLIP_TEXTS.id;

const KINDS: Record<SubmissionKind, string> = {
  complaint: 'Pengaduan',
  registration: 'Pra-pendaftaran',
  lead: 'Permintaan layanan',
  'product-interest': 'Minat produk',
  'product-proposal': 'Usulan produk',
  'follow-up': 'Tambahan untuk tiket',
};

export interface DaySlipPlace {
  officeName: string;
  officeTimeZone: OfficeTimeZone;
  serviceName: string;
  printedAtMs: number;
}

/** "3,2": to a tenth of a metre, as Indonesian writes it. */
function metres(millimetres: number): string {
  return (millimetres / 1000).toFixed(1).replace('.', ',');
}

/** The report of a day on paper: counts, times and staff numbers. Nothing on it is about a visitor. */
export function daySlip(report: DayReport, place: DaySlipPlace): NoteSlip {
  const { papers } = report;
  const at = (moment: number) => momentAt(moment, place.officeTimeZone, TEXTS).time;
  const event = (word: string, moment: number | null, who: string | null): SlipItem[] =>
    moment === null || who === null ? [] : [{ text: `${word} ${at(moment)}, petugas ${who}` }];
  const recorded = report.recorded.map(({ kind, count }) => ({ text: `${KINDS[kind]}: ${count}` }));
  return {
    kind: 'note',
    language: 'id',
    ...place,
    heading: 'Laporan hari',
    codes: [],
    sections: [
      {
        title: calendarDay(report.day, TEXTS),
        items: [
          ...event('Dibuka', report.openedAt, report.openedBy),
          ...event('Ditutup', report.closedAt, report.closedBy),
        ],
      },
      { title: 'Dicatat di kios', items: recorded.length > 0 ? recorded : [{ text: 'Tidak ada.' }] },
      {
        title: 'Loket dan kertas',
        items: [
          { text: `Sudah dilayani: ${report.served}` },
          { text: `Panggilan petugas: ${report.staffCalls}` },
          { text: `Kertas keluar: ${papers.printed}`, detail: `Di antaranya salinan: ${papers.copies}` },
          ...(report.paperMm === undefined ? [] : [{ text: `Kertas terpakai: ${metres(report.paperMm)} m` }]),
        ],
      },
      {
        title: 'Belum selesai',
        items: [
          ...(report.toServe === undefined ? [] : [{ text: `Perlu dilayani di loket: ${report.toServe}` }]),
          { text: `Kertas belum pasti keluar: ${papers.unknown}` },
          { text: `Kertas menunggu loket: ${papers.handedOver}` },
          { text: `Belum sampai di pusat: ${report.waiting}` },
          { text: `Perlu dilihat teknisi: ${report.setAside}` },
        ],
      },
    ],
    footLine: 'Laporan ini tidak memuat data pengunjung.',
  };
}
