import type { LinkLayer, Said } from '../../../shared/contract/desk.ts';

export type LayerName = LinkLayer['layer'];

/** From the socket in the wall upwards. */
export const LAYERS: readonly LayerName[] = [
  'cable',
  'address',
  'name',
  'connection',
  'tls',
  'gateway-page',
  'hub',
  'credential',
  'clock',
];

/** How one layer was found, without the time it took. `code`: picks sentence and next step. */
export interface Found {
  code: keyof typeof WORDS;
  detail: string | null;
}

interface Words {
  state: 'good' | 'bad' | 'skipped';
  said: Said;
  next: Said | null;
}

const good = (id: string, en: string): Words => ({ state: 'good', said: { id, en }, next: null });
const bad = (id: string, en: string, next: Said): Words => ({ state: 'bad', said: { id, en }, next });

const RESTART_ROUTER: Said = {
  id: 'Nyalakan ulang router, lalu coba lagi.',
  en: 'Restart the router, then try again.',
};

/** Everything that a layer can be, and what to do. */
export const WORDS = {
  skipped: {
    state: 'skipped',
    said: { id: 'Belum bisa diperiksa.', en: 'Cannot be tried yet.' },
    next: null,
  },
  'cable.in': good('Kabel atau Wi-Fi tersambung.', 'Cable or Wi-Fi is connected.'),
  'cable.here': good('Pusat ada di mesin ini.', 'The hub is on this machine.'),
  'cable.out': bad('Kabel lepas atau Wi-Fi mati.', 'The cable is out or Wi-Fi is off.', {
    id: 'Pasang kabel sampai lampunya menyala.',
    en: 'Plug the cable in until its light is on.',
  }),
  'address.has': good('Kiosk punya alamat jaringan.', 'The kiosk has a network address.'),
  'address.none': bad(
    'Kiosk tidak mendapat alamat jaringan.',
    'The kiosk was given no address.',
    RESTART_ROUTER,
  ),
  'name.found': good('Nama pusat ditemukan.', 'The name of the hub was found.'),
  'name.number': good('Alamat pusat berupa angka.', 'The hub is set by its number.'),
  'name.unknown': bad('Nama pusat tidak ditemukan.', 'The name of the hub was not found.', {
    id: 'Periksa alamat pusat, lalu router.',
    en: 'Check the hub address, then the router.',
  }),
  'name.silent': bad(
    'Layanan nama (DNS) tidak menjawab.',
    'The name service (DNS) is silent.',
    RESTART_ROUTER,
  ),
  'connection.open': good('Pusat menerima sambungan.', 'The hub takes connections.'),
  'connection.refused': bad('Pusat menolak sambungan.', 'The connection is refused.', {
    id: 'Periksa alamat dan port. Hubungi petugas pusat.',
    en: 'Check address and port. Call the people of the hub.',
  }),
  'connection.silent': bad('Pusat tidak menjawab.', 'Nobody answers at the hub.', {
    id: 'Minta pengelola jaringan membuka jalan ke pusat.',
    en: 'Ask whoever runs the network to open the way.',
  }),
  'tls.trusted': good('Sambungan aman (TLS).', 'The connection is secure (TLS).'),
  'tls.none': {
    state: 'skipped',
    said: { id: 'Alamat ini memakai http tanpa TLS.', en: 'This address is http without TLS.' },
    next: null,
  },
  'tls.time': bad('Sertifikat pusat belum atau tidak lagi berlaku.', 'The certificate is out of its dates.', {
    id: 'Periksa jam kiosk dulu.',
    en: 'Check the clock of this kiosk first.',
  }),
  'tls.untrusted': bad('Yang menjawab bukan pusat yang asli.', 'Whoever answers is not the real hub.', {
    id: 'Jaringan mungkin disadap. Hubungi pengelola jaringan.',
    en: 'Somebody may be in the line. Call the network people.',
  }),
  'gateway.none': good('Tidak ada halaman masuk di tengah.', 'No sign-in page is in the way.'),
  'gateway.page': bad(
    'Jaringan menjawab dengan halamannya sendiri.',
    'The network answers with its own page.',
    {
      id: 'Masuk ke Wi-Fi lewat peramban, atau ganti jaringan.',
      en: 'Sign in to the Wi-Fi in a browser, or change the network.',
    },
  ),
  'hub.answers': good('Pusat menjawab.', 'The hub answers.'),
  'hub.trouble': bad('Pusat sedang bermasalah.', 'The hub is in trouble.', {
    id: 'Tunggu. Data dikirim sendiri nanti.',
    en: 'Wait. The records are sent by themselves later.',
  }),
  'credential.good': good('Pusat mengenal kiosk ini.', 'The hub knows this kiosk.'),
  'credential.none': bad('Kiosk ini belum terdaftar.', 'This kiosk is not enrolled.', {
    id: 'Daftarkan dengan kode dari pusat.',
    en: 'Enrol it with a code from the hub.',
  }),
  'credential.refused': bad('Pusat tidak menerima kiosk ini.', 'The hub does not admit this kiosk.', {
    id: 'Daftarkan ulang dengan kode baru.',
    en: 'Enrol it again with a new code.',
  }),
  'credential.unsure': bad(
    'Pusat tidak menjawab panggilan bertanda tangan.',
    'A signed call went unanswered.',
    {
      id: 'Ulangi uji ini sebentar lagi.',
      en: 'Repeat this test in a moment.',
    },
  ),
  'clock.right': good('Jam kiosk sama dengan pusat.', 'The clock agrees with the hub.'),
  'clock.wrong': bad('Jam kiosk berbeda dari pusat.', 'The clock differs from the hub.', {
    id: 'Setel jam dan zona waktu mesin.',
    en: 'Set the clock and time zone of the machine.',
  }),
} as const satisfies Record<string, Words>;

export function layerOf(layer: LayerName, found: Found, tookMs: number | null): LinkLayer {
  const { state, said, next } = WORDS[found.code];
  return { layer, state, said, next, detail: found.detail, tookMs };
}
