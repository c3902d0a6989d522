import type { HealthLine } from '../../../shared/contract/desk.ts';
import { unreachable } from '../../../shared/lib/unreachable.ts';
import type { HealthSources } from './sources.ts';
import { levelOfAge, THRESHOLDS } from './thresholds.ts';
import { durationSaid, line } from './words.ts';

const TEST_LINK = {
  id: 'Buka uji jaringan untuk mencari sebabnya.',
  en: 'Open the link test to find the cause.',
};

/** The way to the hub, as the last round found it. */
export function linkLine({ sync }: HealthSources): HealthLine {
  if (sync === null) {
    return line(
      'link',
      'amber',
      'link.no-hub',
      { id: 'Alamat pusat belum diisi.', en: 'No hub address is set.' },
      { id: 'Isi alamat pusat di bagian pendaftaran.', en: 'Set the hub address under enrolment.' },
    );
  }
  switch (sync.link.state) {
    case 'online':
      return line('link', 'green', 'link.online', {
        id: 'Jaringan tersambung ke pusat.',
        en: 'The line to the hub is up.',
      });
    case 'unknown':
      return line('link', 'amber', 'link.unknown', {
        id: 'Jaringan belum dicoba sejak kiosk menyala.',
        en: 'The line was not tried since the kiosk started.',
      });
    case 'offline':
      return line(
        'link',
        'red',
        'link.offline',
        { id: 'Pusat tidak terjangkau.', en: 'The hub cannot be reached.' },
        TEST_LINK,
      );
    case 'gateway':
      return line(
        'link',
        'red',
        'link.gateway',
        {
          id: 'Jaringan menjawab dengan halaman masuknya sendiri.',
          en: 'The network answers with a page of its own.',
        },
        {
          id: 'Masuk ke Wi-Fi atau hubungi pengelola jaringan.',
          en: 'Sign the line in, or call whoever runs the network.',
        },
      );
    case 'hub-trouble':
      return line(
        'link',
        'amber',
        'link.hub-trouble',
        {
          id: 'Jaringan baik, tetapi pusat menolak atau bermasalah.',
          en: 'The line is good, but the hub refuses or is in trouble.',
        },
        TEST_LINK,
      );
    default:
      return unreachable(sync.link.state);
  }
}

/** How long the hub has been silent. */
export function hubLine({ sync, now }: HealthSources): HealthLine {
  const heardAt = sync?.link.heardFromHubAt ?? null;
  if (heardAt === null) {
    return line(
      'hub',
      'red',
      'hub.never-heard',
      { id: 'Pusat belum pernah menjawab kiosk ini.', en: 'The hub has never answered this kiosk.' },
      TEST_LINK,
    );
  }
  const silent = Math.max(0, now - heardAt);
  const ago = durationSaid(silent);
  const said = { id: `Pusat terakhir menjawab ${ago.id} lalu.`, en: `The hub last answered ${ago.en} ago.` };
  const level = levelOfAge(silent, THRESHOLDS.hubSilent);
  return level === 'green'
    ? line('hub', 'green', 'hub.heard', said)
    : line('hub', level, 'hub.silent', said, TEST_LINK);
}

/** Whether the hub knows and admits this kiosk. */
export function credentialLine({ sync, kioskCode }: HealthSources): HealthLine {
  if (kioskCode === null) {
    return line(
      'credential',
      'red',
      'credential.not-enrolled',
      { id: 'Kiosk ini belum terdaftar.', en: 'This kiosk is not enrolled.' },
      { id: 'Daftarkan dengan kode dari pusat.', en: 'Enrol it with a code from the hub.' },
    );
  }
  if (sync?.trouble === 'hub.not-admitted' || sync?.trouble === 'hub.revoked') {
    return line(
      'credential',
      'red',
      'credential.not-admitted',
      { id: 'Pusat tidak menerima kiosk ini.', en: 'The hub does not admit this kiosk.' },
      { id: 'Daftarkan ulang dengan kode baru.', en: 'Enrol it again with a new code.' },
    );
  }
  return line('credential', 'green', 'credential.enrolled', {
    id: `Terdaftar sebagai ${kioskCode}.`,
    en: `Enrolled as ${kioskCode}.`,
  });
}

export function clockLine({ sync }: HealthSources): HealthLine {
  return sync?.clockSuspect
    ? line(
        'clock',
        'amber',
        'clock.suspect',
        {
          id: 'Jam kiosk mundur atau berbeda dari pusat.',
          en: 'The clock ran backwards or differs from the hub.',
        },
        { id: 'Setel jam dan zona waktu mesin.', en: 'Set the clock and time zone of the machine.' },
      )
    : line('clock', 'green', 'clock.right', { id: 'Jam kiosk wajar.', en: 'The clock looks right.' });
}
