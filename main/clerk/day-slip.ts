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

function figure(text: string, count: number): SlipItem {
  return { text, value: String(count) };
}

/** The report of a day on paper: counts, times and staff numbers. Nothing on it is about a visitor. */
export function daySlip(report: DayReport, place: DaySlipPlace): NoteSlip {
  const { papers } = report;
  const at = (moment: number) => momentAt(moment, place.officeTimeZone, TEXTS).time;
  const event = (word: string, moment: number | null, who: string | null): SlipItem[] =>
    moment === null || who === null ? [] : [{ text: `${word} ${at(moment)}`, value: `petugas ${who}` }];
  const recorded = report.recorded.map(({ kind, count }) => figure(KINDS[kind], count));
  return {
    kind: 'note',
    language: 'id',
    ...place,
    heading: 'Laporan harian',
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
          figure('Sudah dilayani', report.served),
          figure('Panggilan petugas', report.staffCalls),
          figure('Kertas keluar', papers.printed),
          figure('Salinan di antaranya', papers.copies),
          ...(report.paperMm === undefined
            ? []
            : [{ text: 'Kertas terpakai', value: `${metres(report.paperMm)} m` }]),
        ],
      },
      {
        title: 'Belum selesai',
        items: [
          ...(report.toServe === undefined ? [] : [figure('Perlu dilayani di loket', report.toServe)]),
          figure('Kertas belum pasti keluar', papers.unknown),
          figure('Kertas menunggu loket', papers.handedOver),
          figure('Belum sampai di pusat', report.waiting),
          figure('Perlu dilihat teknisi', report.setAside),
        ],
      },
    ],
    footLine: 'Laporan ini tidak memuat data pengunjung.',
  };
}
