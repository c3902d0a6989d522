import type { HealthLine } from '../../../shared/contract/desk.ts';
import type { HealthSources } from './sources.ts';
import { levelOfAge, THRESHOLDS } from './thresholds.ts';
import { counted, durationSaid, line } from './words.ts';

const WORSE = { green: 0, amber: 1, red: 2 } as const;

/** What waits for the hub, records and photos. Waiting is no fault; waiting long is. */
export function queueLine({ now, submissions, photos }: HealthSources): HealthLine {
  if (submissions.waiting + photos.waiting === 0) {
    return line('queue', 'green', 'queue.empty', { id: 'Semua data sudah terkirim.', en: 'All is sent.' });
  }
  const ageOf = (oldest: number | null) => (oldest === null ? null : Math.max(0, now - oldest));
  const records = levelOfAge(ageOf(submissions.oldestWaitingAt), THRESHOLDS.oldestWaiting);
  const pictures = levelOfAge(ageOf(photos.oldestWaitingAt), THRESHOLDS.oldestPhoto);
  const level = WORSE[records] >= WORSE[pictures] ? records : pictures;
  const oldest = Math.min(
    submissions.oldestWaitingAt ?? Number.POSITIVE_INFINITY,
    photos.oldestWaitingAt ?? Number.POSITIVE_INFINITY,
  );
  const age = durationSaid(now - oldest);
  const said = {
    id: `${submissions.waiting} data dan ${photos.waiting} foto menunggu; tertua ${age.id}.`,
    en: `${counted(submissions.waiting, 'record')} and ${counted(photos.waiting, 'photo')} wait; the oldest for ${age.en}.`,
  };
  if (level === 'green') return line('queue', 'green', 'queue.waits', said);
  return line('queue', level, 'queue.waits-long', said, {
    id: 'Kirim sekarang. Jika gagal, uji jaringan atau pakai flashdisk.',
    en: 'Send now. If that fails, test the link or use a USB stick.',
  });
}

/** Records that wait for a person. */
export function setAsideLine({ setAside }: HealthSources): HealthLine {
  const { amber, red } = THRESHOLDS.setAside;
  if (setAside < amber) {
    return line('set-aside', 'green', 'set-aside.none', {
      id: 'Tidak ada data yang ditolak.',
      en: 'No record was refused.',
    });
  }
  return line(
    'set-aside',
    setAside < red ? 'amber' : 'red',
    'set-aside.some',
    {
      id: `${setAside} data perlu dilihat petugas.`,
      en: `${counted(setAside, 'record')} need${setAside === 1 ? 's' : ''} a person.`,
    },
    { id: 'Buka antrean, baca alasannya, lalu putuskan.', en: 'Open the queue, read the reason, decide.' },
  );
}
