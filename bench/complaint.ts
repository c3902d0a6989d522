import { aComplaint } from '../main/engine/testing.ts';

/** A complaint of ordinary length, recognisable as an example. */
export function anOrdinaryComplaint(): ReturnType<typeof aComplaint> {
  return aComplaint({
    story: 'Contoh laporan untuk mengukur waktu. Gaji contoh belum dibayar sejak tiga bulan. '
      .repeat(5)
      .trim(),
    worker: { name: 'Siti Contoh' },
    contact: {
      mode: 'confidential',
      phone: '081200000000',
      channel: 'whatsapp',
      safeTimes: ['evening'],
      discreet: true,
    },
  });
}

/** Between two complaints printing and sending of the first one end, as they do between two visitors. */
export const PAUSE_MS = 250;
