import type { ServiceKey } from '../../shared/contract/content/services.ts';
import type { SafeTime } from '../../shared/domain/complaint.ts';
import type { LeadNeed } from '../../shared/domain/lead.ts';
import type { NameDoubt } from '../../shared/domain/name.ts';
import type { PhoneDoubt } from '../../shared/domain/phone.ts';
import type { Question, Words } from './complaint.id.ts';

/** Every word of the Pos services and their request form. `services.en.ts` has the same shape. */
export interface ServicesTexts {
  eyebrow: string;
  list: { title: string; why: string; empty: string };
  about: {
    checked: (date: string) => string;
    source: (name: string) => string;
    none: string;
    noRates: string;
    estimate: string;
    next: string;
  };
  counter: {
    title: string;
    why: string;
    bring: string;
    bringUnknown: string;
    ask: string;
    never: string;
    request: string;
  };
  estimate: {
    country: Question;
    amount: (currency: string) => Question;
    amountMissing: string;
    amountUnclear: string;
    amountTooLarge: string;
    title: string;
    about: string;
    promise: string;
    rate: (one: string, rupiah: string) => string;
    asOf: (date: string, source: string) => string;
    fee: (rupiah: string) => string;
    feeUnknown: string;
    count: string;
    again: string;
    toCounter: string;
  };
  closed: { title: string; why: string; stillRead: string };
  need: Record<ServiceKey, Question> & { answers: Record<ServiceKey, Partial<Record<LeadNeed, Words>>> };
  name: Question;
  country: { ask: (need: LeadNeed | undefined) => Question };
  phone: Question;
  times: Question & { answers: Record<SafeTime, Words> };
  consent: Record<'consent-request' | 'consent-services', Question>;
  doubts: { title: string; keep: string; words: Record<NameDoubt | PhoneDoubt, string> };
  faults: { nameMissing: string; consentMissing: string };
  check: {
    title: string;
    why: (days: number) => string;
    send: string;
    notFilled: string;
    given: string;
    refused: string;
    noPhone: string;
    change: string;
    fill: string;
    rows: Record<LeadRow, string>;
  };
  committing: { title: string; lead: string };
  failed: {
    title: string;
    unsureTitle: string;
    recordedTitle: string;
    recorded: string;
    kept: string;
    once: string;
    full: string;
    broken: string;
    staff: string;
    retry: string;
  };
  ticket: { title: string; lead: string; next: string };
  slip: {
    title: string;
    lead: string;
    taken: string;
    missing: string;
    withoutTitle: string;
    withoutLead: string;
    goOn: string;
  };
  after: {
    title: string;
    lead: string;
    show: string;
    showNumber: string;
    bring: string;
    bringThese: (things: string) => string;
    mayCall: string;
    noCall: string;
    forgets: (days: number) => string;
    finish: string;
  };
}

/** The lines of the check page. */
export type LeadRow =
  | 'need'
  | 'country'
  | 'name'
  | 'consent-request'
  | 'phone'
  | 'times'
  | 'consent-services';

export const servicesId: ServicesTexts = {
  eyebrow: 'Layanan Pos',
  list: {
    title: 'Mau tahu layanan yang mana?',
    why: 'Sentuh satu untuk membaca penjelasannya.',
    empty: 'Penjelasan layanan belum ada di kios ini. Tanya petugas di loket.',
  },
  about: {
    checked: (date) => `Diperiksa ${date}`,
    source: (name) => `Sumber: ${name}`,
    none: 'Penjelasannya sedang diperbarui. Tanya petugas di loket.',
    noRates: 'Kurs dan biaya tidak ada di kios ini. Tanya loket.',
    estimate: 'Hitung kiriman',
    next: 'Cara mulai',
  },
  counter: {
    title: 'Sebelum ke loket',
    why: 'Minta slip loket supaya petugas tahu keperluan Anda.',
    bring: 'Yang dibawa',
    bringUnknown: 'Belum diverifikasi. Tanya loket apa yang perlu dibawa.',
    ask: 'Yang perlu ditanya',
    never: 'Kios ini tidak pernah meminta PIN, nomor rekening, atau nomor kiriman.',
    request: 'Minta slip loket',
  },
  estimate: {
    country: { title: 'Uangnya dari negara mana?', why: 'Hanya negara yang kursnya ada di kios ini.' },
    amount: (currency) => ({
      title: 'Berapa jumlah uangnya?',
      why: `Dalam ${currency}. Contoh: 1500.`,
      label: `Jumlah dalam ${currency}`,
    }),
    amountMissing: 'Isi jumlah uangnya dulu.',
    amountUnclear: 'Tulis jumlah dengan angka saja. Contoh: 1500.',
    amountTooLarge: 'Jumlahnya terlalu besar. Tulis angka yang lebih kecil.',
    title: 'Perkiraan, bukan janji',
    about: 'Kira-kira menjadi',
    promise: 'Kurs bisa berubah setiap hari. Jumlah yang pasti ada di loket.',
    rate: (one, rupiah) => `${one} = ${rupiah}`,
    asOf: (date, source) => `Kurs tanggal ${date}, dari ${source}.`,
    fee: (rupiah) => `Biaya: ${rupiah}, belum dikurangkan.`,
    feeUnknown: 'Biaya belum dihitung. Tanya loket.',
    count: 'Hitung',
    again: 'Hitung lagi',
    toCounter: 'Cara mulai',
  },
  closed: {
    title: 'Slip loket belum bisa dibuat di sini',
    why: 'Datang langsung ke loket. Petugas bisa membantu tanpa slip.',
    stillRead: 'Penjelasan layanan tetap bisa dibaca.',
  },
  need: {
    pospay: { title: 'Apa yang Anda perlukan?' },
    giropos: { title: 'Apa yang Anda perlukan?' },
    remittance: { title: 'Apa yang Anda perlukan?' },
    courier: { title: 'Apa yang Anda perlukan?' },
    'agen-pos': { title: 'Sudah punya tempat usaha?' },
    answers: {
      pospay: {
        start: { label: 'Mulai memakai', hint: 'Belum punya' },
        help: { label: 'Perlu bantuan', hint: 'Sudah punya, tetapi ada kesulitan' },
        ask: { label: 'Bertanya dulu' },
      },
      giropos: {
        start: { label: 'Buka rekening', hint: 'Belum punya' },
        help: { label: 'Perlu bantuan', hint: 'Sudah punya, tetapi ada kesulitan' },
        ask: { label: 'Bertanya dulu' },
      },
      remittance: {
        receive: { label: 'Mengambil kiriman', hint: 'Uang dari luar negeri' },
        send: { label: 'Mengirim uang', hint: 'Ke luar negeri' },
        ask: { label: 'Bertanya dulu' },
      },
      courier: {
        'send-at-home': { label: 'Kirim di dalam negeri' },
        'send-abroad': { label: 'Kirim ke luar negeri' },
        track: { label: 'Mencari kiriman', hint: 'Barang belum sampai' },
        ask: { label: 'Bertanya dulu' },
      },
      'agen-pos': {
        'have-place': { label: 'Sudah punya', hint: 'Toko, warung, atau ruang di rumah' },
        'no-place': { label: 'Belum punya' },
        ask: { label: 'Bertanya dulu' },
      },
    },
  },
  name: {
    title: 'Siapa nama Anda?',
    why: 'Di slip, nama Anda ditutup sebagian.',
    label: 'Nama',
  },
  country: {
    ask: (need) => ({
      title:
        need === 'receive'
          ? 'Uangnya dikirim dari negara mana?'
          : need === 'send'
            ? 'Uangnya mau dikirim ke negara mana?'
            : 'Negara mana yang ingin ditanyakan?',
      why: 'Supaya loket tahu kiriman mana yang cocok.',
    }),
  },
  phone: {
    title: 'Berapa nomor HP Anda?',
    why: 'Boleh dilewati. Slip loket tetap keluar.',
    label: 'Nomor HP',
    hint: 'Nomor luar negeri ditulis dengan + dan kode negara.',
  },
  times: {
    title: 'Kapan enaknya dihubungi?',
    why: 'Boleh pilih lebih dari satu.',
    answers: {
      morning: { label: 'Pagi', hint: 'Sebelum jam 11' },
      noon: { label: 'Siang', hint: 'Jam 11 sampai 15' },
      afternoon: { label: 'Sore', hint: 'Jam 15 sampai 18' },
      evening: { label: 'Malam', hint: 'Sesudah jam 18' },
      any: { label: 'Kapan saja' },
    },
  },
  consent: {
    'consent-request': {
      title: 'Boleh Pos menghubungi Anda?',
      why: 'Kalau tidak, Anda tetap dapat slip loket.',
    },
    'consent-services': {
      title: 'Boleh memberi kabar layanan lain?',
      why: 'Pertanyaan ini terpisah dari yang tadi.',
    },
  },
  doubts: {
    title: 'Coba lihat lagi',
    keep: 'Sudah benar',
    words: {
      'name.digits': 'Ada angka di nama ini.',
      'name.symbols': 'Ada tanda yang jarang ada di nama.',
      'name.short': 'Nama ini pendek sekali.',
      'name.repeated': 'Ada huruf yang sama berkali-kali.',
      'phone.not-digits': 'Ada huruf atau tanda lain di nomor ini.',
      'phone.too-short': 'Nomor ini kurang panjang.',
      'phone.too-long': 'Nomor ini terlalu panjang.',
      'phone.double-prefix': 'Ada 62 dan 0 sekaligus. Cukup salah satu.',
      'phone.same-digits': 'Angkanya sama semua.',
      'phone.no-country': 'Kalau nomor luar negeri, mulai dengan + dan kode negara.',
      'phone.country-unsure':
        'Kalau nomor luar negeri, mulai dengan +. Kalau nomor Indonesia, mulai dengan 0.',
    },
  },
  faults: {
    nameMissing: 'Isi nama Anda dulu. Nama panggilan juga boleh.',
    consentMissing: 'Pilih ya atau tidak dulu.',
  },
  check: {
    title: 'Sudah benar semua?',
    why: (days) => `Isinya disegel. Kios ini menghapusnya ${days} hari sesudah diterima pusat.`,
    send: 'Buat slip loket',
    notFilled: 'Tidak diisi',
    given: 'Setuju',
    refused: 'Tidak setuju',
    noPhone: 'Tanpa nomor HP, Pos tidak bisa menghubungi. Slip loket tetap berlaku.',
    change: 'Ubah',
    fill: 'Isi',
    rows: {
      need: 'Keperluan',
      country: 'Negara',
      name: 'Nama',
      'consent-request': 'Dihubungi tentang layanan ini',
      phone: 'Nomor HP',
      times: 'Waktu dihubungi',
      'consent-services': 'Kabar layanan lain',
    },
  },
  committing: { title: 'Permintaan sedang disimpan', lead: 'Tunggu sebentar. Jangan pergi dulu.' },
  failed: {
    title: 'Permintaan belum tersimpan',
    unsureTitle: 'Kami belum tahu apakah permintaan tersimpan',
    recordedTitle: 'Permintaan Anda sudah tersimpan',
    recorded: 'Nomor tiketnya tidak bisa tampil lagi di sini. Tanya petugas di loket.',
    kept: 'Jawaban Anda masih ada di layar ini.',
    once: 'Menekan Coba lagi tidak membuat dua permintaan.',
    full: 'Tempat menyimpan data sudah penuh.',
    broken: 'Kios sedang bermasalah.',
    staff: 'Kalau tetap tidak bisa, langsung saja ke loket.',
    retry: 'Coba lagi',
  },
  ticket: {
    title: 'Tunjukkan slip ini di loket',
    lead: 'Bagian bawah slip untuk Anda. Ada nomor rahasianya.',
    next: 'Slip sudah saya ambil',
  },
  slip: {
    title: 'Apakah slip sudah Anda ambil?',
    lead: 'Slip keluar dari printer di bawah layar.',
    taken: 'Sudah saya ambil',
    missing: 'Tidak ada slip',
    withoutTitle: 'Foto atau catat nomor ini',
    withoutLead: 'Tunjukkan nomor tiketnya di loket. Nomor rahasia hanya untuk Anda.',
    goOn: 'Sudah saya catat',
  },
  after: {
    title: 'Sesudah ini',
    lead: 'Semua urusan uang dan kiriman dilakukan di loket.',
    show: 'Tunjukkan slip di loket layanan.',
    showNumber: 'Tunjukkan nomor tiket di loket layanan.',
    bring: 'Bawa yang tertulis di slip.',
    bringThese: (things) => `Bawa: ${things}.`,
    mayCall: 'Pos bisa menghubungi nomor HP Anda tentang layanan ini.',
    noCall: 'Pos tidak akan menghubungi Anda. Datang ke loket kapan Anda siap.',
    forgets: (days) => `Kios ini menghapus data Anda ${days} hari sesudah diterima pusat.`,
    finish: 'Selesai',
  },
};
