import type { Relation } from '../../shared/domain/complaint.ts';
import type { NameDoubt } from '../../shared/domain/name.ts';
import type { NikDoubt } from '../../shared/domain/nik.ts';
import type { PassportDoubt } from '../../shared/domain/passport.ts';
import type { PhoneDoubt } from '../../shared/domain/phone.ts';
import type {
  DocumentState,
  EmployerKind,
  MaritalStatus,
  Scheme,
  Sex,
  WagePeriod,
} from '../../shared/domain/registration.ts';
import type { NikFault, RegistrationDoubt } from '../../shared/domain/registration-rules.ts';
import { complaintId, type Question, type Words } from './complaint.id.ts';

/** The questions with words of their own; a paper of the list has its words in the content. */
export type AskedStep =
  | 'employer-kind'
  | 'scheme'
  | 'name'
  | 'depth'
  | 'nik'
  | 'birth-place'
  | 'birth-date'
  | 'too-young'
  | 'sex'
  | 'marital'
  | 'phone'
  | 'whatsapp'
  | 'emergency-name'
  | 'emergency-relation'
  | 'emergency-phone'
  | 'province'
  | 'regency'
  | 'district'
  | 'village'
  | 'street'
  | 'has-passport'
  | 'passport-number'
  | 'passport-issued'
  | 'passport-expires'
  | 'passport-office'
  | 'has-visa'
  | 'visa-kind'
  | 'employer-name'
  | 'employer-form'
  | 'employer-country'
  | 'employer-city'
  | 'employer-address'
  | 'position'
  | 'start-date'
  | 'contract-months'
  | 'wage-amount'
  | 'wage-currency'
  | 'wage-per'
  | 'social-security'
  | 'no-list'
  | 'consent-forward'
  | 'consent-services';

/** The lines of the check page; those of the papers have their names in the content. */
export type RegistrationRow = Exclude<AskedStep, 'too-young' | 'depth' | 'social-security' | 'no-list'>;

export type RegistrationDoubtWords = Record<
  NikDoubt | PassportDoubt | PhoneDoubt | NameDoubt | Exclude<RegistrationDoubt, 'birth-date.too-young'>,
  string
>;

/** The people to reach in need, most usual first. */
export type EmergencyRelation = Exclude<Relation, 'companion'>;

/** Every word of the registration. `registration.en.ts` has the same shape. */
export interface RegistrationTexts {
  eyebrow: Record<'way' | 'self' | 'contact' | 'address' | 'passport' | 'job' | 'papers' | 'consent', string>;
  begin: { title: string; lead: string; new: Words; resume: Words };
  keep: string;
  resume: {
    codeTitle: string;
    codeWhy: string;
    code: string;
    codeEmpty: string;
    codeShort: (missing: number) => string;
    secretTitle: string;
    secretWhy: string;
    secret: string;
    secretEmpty: string;
    secretShort: (missing: number) => string;
    open: string;
    opening: string;
    noMatch: string;
    noMatchDetail: string;
    locked: string;
    lockedUntil: (time: string) => string;
    lockedDetail: string;
    failed: string;
    failedDetail: string;
    unreadable: string;
    unreadableDetail: string;
    newOne: string;
  };
  away: {
    title: string;
    lead: string;
    unsure: string;
    vacancies: Words;
    information: Words;
    complaint: Words;
    toHome: string;
  };
  questions: Record<AskedStep, Question>;
  answers: {
    employerKind: Record<EmployerKind, Words>;
    scheme: Record<Scheme, Words>;
    depth: Record<'full' | 'papers', Words>;
    sex: Record<Sex, Words>;
    marital: Record<MaritalStatus, Words>;
    whatsapp: Record<'yes' | 'no', Words>;
    relation: Record<EmergencyRelation, Words>;
    passport: Record<'yes' | 'no', Words>;
    visa: Record<'yes' | 'no', Words>;
    wagePer: Record<WagePeriod, Words>;
    paper: Record<DocumentState, Words>;
  };
  currencies: Record<string, string>;
  country: { other: string; common: string; otherLetter: string };
  region: {
    search: string;
    searchHint: string;
    toSearch: string;
    toList: string;
    notListed: string;
    loading: string;
    unreadable: string;
    nothingFound: string;
    written: string;
  };
  passport: { read: string; readAgain: string; lookAgain: string };
  tooYoung: { goOn: string; information: string };
  paper: {
    from: string;
    needs: string;
    unsure: string;
    place: (at: number, of: number) => string;
    newList: string;
    short: string;
  };
  socialSecurity: {
    forMonths: (months: number) => string;
    rupiah: (amount: string) => string;
    yours: string;
    otherMonths: string;
    afterwards: (amount: string) => string;
    earliest: (months: number) => string;
    earliestOn: (date: string) => string;
    unknown: string;
  };
  noList: string;
  doubts: { title: string; keep: string; words: RegistrationDoubtWords };
  faults: {
    nameMissing: string;
    dateIncomplete: string;
    noSuchDay: string;
    monthsOutOfRange: string;
    amountZero: string;
    consentMissing: string;
    nik: Record<NikFault, string>;
  };
  check: {
    title: string;
    why: string;
    send: string;
    notFilled: string;
    given: string;
    refused: string;
    change: string;
    fill: string;
    yes: string;
    notYet: string;
    sameNumber: string;
    otherNumber: string;
    months: (months: number) => string;
    rows: Record<RegistrationRow, string>;
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
  keeping: { title: string; lead: string };
  notKept: { title: string; lead: string; full: string; broken: string; retry: string; goOn: string };
  kept: {
    title: string;
    lead: (date: string) => string;
    code: string;
    secret: string;
    here: string;
    next: string;
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
    completeTitle: string;
    noListTitle: string;
    lead: string;
    complete: string;
    filing: string;
    unknownFiling: string;
    maybeMore: string;
    lookUp: string;
    finish: string;
  };
}

const typedDate = 'Dua angka hari, dua angka bulan, empat angka tahun.';

export const registrationId: RegistrationTexts = {
  eyebrow: {
    way: 'Daftar PMI Mandiri',
    self: 'Data diri',
    contact: 'Kontak',
    address: 'Alamat',
    passport: 'Paspor dan visa',
    job: 'Pekerjaan',
    papers: 'Surat',
    consent: 'Persetujuan',
  },
  begin: {
    title: 'Siapkan pendaftaran PMI Mandiri',
    lead: 'Kios ini membantu mengecek data dan surat. Pendaftaran resminya bukan di sini.',
    new: { label: 'Mulai baru', hint: 'Cek surat kira-kira 3 menit, isi semua kira-kira 15 menit' },
    resume: { label: 'Lanjutkan yang tersimpan', hint: 'Pakai kode dan nomor rahasia di slip' },
  },
  keep: 'Simpan dulu',
  resume: {
    codeTitle: 'Apa kode yang tersimpan?',
    codeWhy: 'Ada di slip simpanan. Delapan huruf dan angka.',
    code: 'Kode simpanan',
    codeEmpty: 'Isi kodenya dulu.',
    codeShort: (missing) => `Kurang ${missing} huruf atau angka.`,
    secretTitle: 'Berapa nomor rahasianya?',
    secretWhy: 'Enam angka di slip yang sama. Hanya dengan ini data Anda terbuka.',
    secret: 'Nomor rahasia',
    secretEmpty: 'Isi nomor rahasia dulu.',
    secretShort: (missing) => `Kurang ${missing} angka.`,
    open: 'Buka',
    opening: 'Membuka simpanan',
    noMatch: 'Kode dan nomor rahasia tidak cocok',
    noMatchDetail: 'Cocokkan lagi dengan slip. Simpanan hanya ada di kios yang sama, selama tujuh hari.',
    locked: 'Terlalu banyak salah coba',
    lockedUntil: (time) => `Untuk menjaga data Anda, coba lagi sesudah ${time}.`,
    lockedDetail: 'Kalau mendesak, mulai baru saja.',
    failed: 'Simpanan belum bisa dibuka',
    failedDetail: 'Kios sedang bermasalah. Simpanan Anda tidak hilang. Coba lagi sebentar.',
    unreadable: 'Simpanan ini tidak bisa dibaca',
    unreadableDetail: 'Program kios sudah berubah. Simpanan tidak dihapus. Tanya petugas, atau mulai baru.',
    newOne: 'Mulai baru',
  },
  away: {
    title: 'Jalan Anda berbeda',
    lead: 'Tugas ini untuk yang punya pemberi kerja perusahaan. Petugas di loket bisa menjelaskan.',
    unsure: 'Keterangan ini belum dipastikan. Tanya petugas.',
    vacancies: { label: 'Lihat lowongan', hint: 'Kerja di luar negeri dari sumber resmi' },
    information: { label: 'Baca informasi', hint: 'Cara berangkat, hak, dan biaya' },
    complaint: { label: 'Buat pengaduan', hint: 'Kalau Anda ditipu atau ada masalah' },
    toHome: 'Ke layar awal',
  },
  questions: {
    'employer-kind': {
      title: 'Siapa pemberi kerja Anda?',
      why: 'Yang akan membayar upah Anda di luar negeri.',
    },
    scheme: { title: 'Anda berangkat sebagai apa?', why: 'Daftar suratnya berbeda-beda.' },
    name: {
      title: 'Siapa nama Anda?',
      why: 'Nama lengkap tidak dicetak di slip.',
      label: 'Nama lengkap',
      hint: 'Seperti di KTP. Satu kata juga boleh.',
    },
    depth: { title: 'Mau isi sampai mana?', why: 'Yang belum diisi bisa ditambah nanti.' },
    nik: {
      title: 'Berapa NIK Anda?',
      why: 'Supaya petugas tidak salah orang. Tidak dicetak di slip.',
      label: 'NIK',
      hint: '16 angka di KTP.',
    },
    'birth-place': { title: 'Di mana Anda lahir?', label: 'Tempat lahir', hint: 'Seperti di KTP.' },
    'birth-date': { title: 'Kapan Anda lahir?', label: 'Tanggal lahir', hint: typedDate },
    'too-young': {
      title: 'Umur Anda belum cukup untuk berangkat',
      why: 'Bukan salah Anda. Catatan ini tetap bisa dibuat.',
    },
    sex: { title: 'Laki-laki atau perempuan?', why: 'Seperti di KTP.' },
    marital: { title: 'Apa status perkawinan Anda?', why: 'Seperti di KTP. Suratnya tergantung ini.' },
    phone: {
      title: 'Berapa nomor HP Anda?',
      why: 'Supaya petugas bisa memberi kabar.',
      label: 'Nomor HP',
      hint: 'Nomor luar negeri mulai dengan tanda +, misalnya +852.',
    },
    whatsapp: { title: 'WhatsApp pakai nomor yang sama?' },
    'emergency-name': {
      title: 'Siapa yang dihubungi kalau darurat?',
      why: 'Keluarga atau teman yang tinggal di Indonesia.',
      label: 'Nama orang itu',
    },
    'emergency-relation': { title: 'Dia siapanya Anda?' },
    'emergency-phone': { title: 'Berapa nomor HP orang itu?', label: 'Nomor HP orang itu' },
    province: { title: 'Provinsi mana tempat tinggal Anda?' },
    regency: { title: 'Kabupaten atau kota mana?' },
    district: { title: 'Kecamatan mana?' },
    village: { title: 'Desa atau kelurahan mana?' },
    street: {
      title: 'Apa nama jalan atau kampungnya?',
      label: 'Jalan, nomor, RT dan RW',
      hint: 'Nama kampung atau dusun juga boleh.',
    },
    'has-passport': { title: 'Sudah punya paspor?' },
    'passport-number': {
      title: 'Berapa nomor paspor Anda?',
      why: 'Tidak dicetak di slip.',
      label: 'Nomor paspor',
      hint: 'Huruf dan angka di halaman foto.',
    },
    'passport-issued': { title: 'Kapan paspor itu diberikan?', label: 'Tanggal diberikan', hint: typedDate },
    'passport-expires': { title: 'Kapan paspor itu habis?', label: 'Tanggal habis', hint: typedDate },
    'passport-office': {
      title: 'Kantor mana yang memberi paspor?',
      label: 'Kantor',
      hint: 'Nama kota di halaman foto.',
    },
    'has-visa': { title: 'Sudah punya visa kerja?' },
    'visa-kind': {
      title: 'Apa jenis visanya?',
      label: 'Jenis visa',
      hint: 'Seperti tertulis di visa.',
    },
    'employer-name': { title: 'Apa nama perusahaannya?', label: 'Nama perusahaan' },
    'employer-form': {
      title: 'Apa bentuk perusahaannya?',
      label: 'Bentuk perusahaan',
      hint: 'Misalnya PT, Ltd, Inc, GmbH, atau koperasi.',
    },
    'employer-country': { title: 'Di negara mana Anda bekerja?' },
    'employer-city': { title: 'Di kota mana?', label: 'Kota atau daerah' },
    'employer-address': { title: 'Di mana alamat perusahaannya?', label: 'Alamat perusahaan' },
    position: {
      title: 'Apa pekerjaan Anda di sana?',
      label: 'Nama pekerjaan',
      hint: 'Seperti di perjanjian kerja.',
    },
    'start-date': { title: 'Kapan mulai bekerja?', label: 'Tanggal mulai', hint: typedDate },
    'contract-months': {
      title: 'Berapa bulan kontraknya?',
      label: 'Jumlah bulan',
      hint: 'Dua tahun adalah 24 bulan.',
    },
    'wage-amount': {
      title: 'Berapa upahnya?',
      why: 'Tulis seperti di perjanjian kerja. Mata uangnya sesudah ini.',
      label: 'Jumlah upah',
    },
    'wage-currency': { title: 'Dalam mata uang apa?' },
    'wage-per': { title: 'Upah itu untuk berapa lama?' },
    'social-security': {
      title: 'Jaminan sosial sebelum berangkat',
      why: 'Untuk kecelakaan kerja dan kematian. Setiap PMI harus ikut.',
    },
    'no-list': {
      title: 'Daftar suratnya belum dipastikan',
      why: 'Kios ini tidak mau menebak. Data Anda tetap bisa dicatat.',
    },
    'consent-forward': {
      title: 'Bolehkah data ini diteruskan?',
      why: 'Kalau menolak, data tetap bisa dicatat di sini.',
    },
    'consent-services': {
      title: 'Bolehkah Anda dikabari layanan lain?',
      why: 'Boleh menolak. Pendaftaran Anda tidak terpengaruh.',
    },
  },
  answers: {
    employerKind: {
      company: { label: 'Perusahaan', hint: 'Pabrik, hotel, rumah sakit, atau usaha lain' },
      household: { label: 'Rumah tangga', hint: 'Keluarga yang perlu pengasuh atau pembantu' },
      none: { label: 'Belum ada', hint: 'Saya masih mencari kerja' },
    },
    scheme: {
      new: { label: 'Baru', hint: 'Belum pernah bekerja untuk pemberi kerja ini' },
      're-entry': { label: 'Kembali sesudah cuti', hint: 'Ke pemberi kerja yang sama' },
      'ssw-japan': { label: 'SSW Jepang', hint: 'Pekerja berketerampilan khusus di Jepang' },
      extension: { label: 'Perpanjang kontrak', hint: 'Kontrak yang sama diteruskan' },
    },
    depth: {
      papers: { label: 'Cek surat saja', hint: 'Kira-kira 3 menit' },
      full: { label: 'Isi semua data', hint: 'Kira-kira 15 menit. Setiap pertanyaan boleh dilewati' },
    },
    sex: { female: { label: 'Perempuan' }, male: { label: 'Laki-laki' } },
    marital: {
      single: { label: 'Belum kawin' },
      married: { label: 'Kawin' },
      divorced: { label: 'Cerai hidup' },
      widowed: { label: 'Cerai mati' },
    },
    whatsapp: { yes: { label: 'Ya, sama' }, no: { label: 'Tidak', hint: 'Atau tidak pakai WhatsApp' } },
    relation: {
      spouse: { label: 'Suami atau istri' },
      parent: { label: 'Ayah atau ibu' },
      child: { label: 'Anak' },
      sibling: { label: 'Kakak atau adik' },
      relative: { label: 'Keluarga lain' },
      friend: { label: 'Teman' },
      neighbour: { label: 'Tetangga' },
      other: { label: 'Lainnya' },
    },
    passport: { yes: { label: 'Sudah punya' }, no: { label: 'Belum punya' } },
    visa: { yes: { label: 'Sudah punya' }, no: { label: 'Belum punya' } },
    wagePer: {
      month: { label: 'Satu bulan' },
      week: { label: 'Satu minggu' },
      day: { label: 'Satu hari' },
      hour: { label: 'Satu jam' },
    },
    paper: {
      have: { label: 'Ada' },
      missing: { label: 'Belum ada' },
      unknown: { label: 'Tidak tahu' },
    },
  },
  currencies: {
    HKD: 'Dolar Hong Kong',
    TWD: 'Dolar Taiwan',
    MYR: 'Ringgit Malaysia',
    JPY: 'Yen Jepang',
    SGD: 'Dolar Singapura',
    KRW: 'Won Korea',
    SAR: 'Riyal Saudi',
    EUR: 'Euro',
    BND: 'Dolar Brunei',
    TRY: 'Lira Turki',
    PLN: 'Zloty Polandia',
    AED: 'Dirham Emirat',
    QAR: 'Riyal Qatar',
    KWD: 'Dinar Kuwait',
    USD: 'Dolar Amerika',
    GBP: 'Pound Inggris',
    AUD: 'Dolar Australia',
    IDR: 'Rupiah',
  },
  country: {
    other: complaintId.country.other,
    common: complaintId.country.common,
    otherLetter: complaintId.country.otherLetter,
  },
  region: {
    search: 'Cari nama',
    searchHint: 'Ketik beberapa huruf saja.',
    toSearch: 'Cari dengan mengetik',
    toList: 'Pilih dari daftar',
    notListed: 'Tidak ada di daftar',
    loading: 'Mengambil daftar',
    unreadable: 'Daftarnya tidak bisa dibaca. Tulis saja namanya.',
    nothingFound: 'Tidak ada nama seperti itu. Coba huruf lain, atau tulis sendiri.',
    written: 'Tulis namanya',
  },
  passport: {
    read: 'Baca dengan kamera',
    readAgain: 'Baca lagi dengan kamera',
    lookAgain: 'Kamera bisa salah baca. Cocokkan dengan paspor Anda.',
  },
  tooYoung: { goOn: 'Tetap catat', information: 'Baca informasi' },
  paper: {
    from: 'Dari siapa',
    needs: 'Perhatikan',
    unsure: 'Belum dipastikan. Tanya petugas.',
    place: (at, of) => `Surat ${at} dari ${of}`,
    newList: 'Daftar surat sudah berubah sejak disimpan. Karena itu ditanya lagi.',
    short: 'Daftar ini belum lengkap. Mungkin ada surat lain.',
  },
  socialSecurity: {
    forMonths: (months) => `Untuk ${months} bulan`,
    rupiah: (amount) => `Rp${amount}`,
    yours: 'Lama kontrak Anda',
    otherMonths: 'Untuk lama kontrak lain, tanya petugas.',
    afterwards: (amount) => `Sesudah masa kontrak: Rp${amount} setiap bulan.`,
    earliest: (months) => `Paling cepat ${months} bulan sebelum berangkat.`,
    earliestOn: (date) => `Kalau berangkat pada tanggal mulai kerja, paling cepat ${date}.`,
    unknown: 'Jumlah dan waktunya belum diperiksa. Tanya petugas.',
  },
  noList: 'Tanya petugas surat apa saja yang perlu dibawa.',
  doubts: {
    title: complaintId.doubts.title,
    keep: complaintId.doubts.keep,
    words: {
      ...complaintId.doubts.words,
      'name.digits': 'Ada angka di dalam nama.',
      'name.symbols': 'Ada tanda yang tidak biasa di dalam nama.',
      'name.short': 'Namanya sangat pendek.',
      'name.repeated': 'Ada huruf yang berulang.',
      'birth-date.future': 'Tanggal ini belum terjadi.',
      'birth-date.unlikely': 'Menurut tanggal ini umur Anda lebih dari seratus tahun.',
      'passport.expired': 'Paspor ini sudah habis. Perpanjang dulu sebelum berangkat.',
      'passport.ends-soon': 'Paspor ini habis kurang dari enam bulan lagi. Tanya petugas.',
      'passport.issued-later': 'Tanggal habis lebih awal dari tanggal diberikan.',
      'start-date.unlikely': 'Tanggal ini sangat jauh dari hari ini.',
    },
  },
  faults: {
    nameMissing: 'Isi nama Anda dulu.',
    dateIncomplete: 'Tanggal belum lengkap. Isi delapan angka, atau kosongkan.',
    noSuchDay: 'Tanggal itu tidak ada. Periksa hari, bulan, dan tahunnya.',
    monthsOutOfRange: 'Isi antara 1 dan 120 bulan, atau kosongkan.',
    amountZero: 'Isi jumlah upahnya, atau kosongkan.',
    consentMissing: 'Pilih setuju atau tidak.',
    nik: {
      'nik.not-digits': 'NIK hanya berisi angka. Perbaiki, atau kosongkan.',
      'nik.length': 'NIK punya 16 angka. Perbaiki, atau kosongkan.',
      'nik.same-digits': 'Semua angkanya sama. Cocokkan dengan KTP, atau kosongkan.',
      'nik.day': 'Angka ketujuh dan kedelapan tidak mungkin. Cocokkan dengan KTP, atau kosongkan.',
      'nik.month': 'Angka kesembilan dan kesepuluh tidak mungkin. Cocokkan dengan KTP, atau kosongkan.',
      'nik.serial': 'Empat angka terakhir tidak mungkin. Cocokkan dengan KTP, atau kosongkan.',
    },
  },
  check: {
    title: 'Periksa jawaban Anda',
    why: 'Sesudah dikirim, jawaban tidak bisa diubah di sini.',
    send: 'Kirim data',
    notFilled: 'Tidak diisi',
    given: 'Setuju',
    refused: 'Tidak setuju',
    change: 'Ubah',
    fill: 'Isi',
    yes: 'Sudah ada',
    notYet: 'Belum ada',
    sameNumber: 'Nomor yang sama',
    otherNumber: 'Tidak dengan nomor ini',
    months: (months) => `${months} bulan`,
    rows: {
      'employer-kind': 'Pemberi kerja',
      scheme: 'Berangkat sebagai',
      name: 'Nama',
      nik: 'NIK',
      'birth-place': 'Tempat lahir',
      'birth-date': 'Tanggal lahir',
      sex: 'Laki-laki atau perempuan',
      marital: 'Status perkawinan',
      phone: 'Nomor HP',
      whatsapp: 'WhatsApp',
      'emergency-name': 'Kontak darurat',
      'emergency-relation': 'Hubungan',
      'emergency-phone': 'Nomor kontak darurat',
      province: 'Provinsi',
      regency: 'Kabupaten atau kota',
      district: 'Kecamatan',
      village: 'Desa atau kelurahan',
      street: 'Jalan atau kampung',
      'has-passport': 'Paspor',
      'passport-number': 'Nomor paspor',
      'passport-issued': 'Paspor diberikan',
      'passport-expires': 'Paspor habis',
      'passport-office': 'Kantor paspor',
      'has-visa': 'Visa kerja',
      'visa-kind': 'Jenis visa',
      'employer-name': 'Nama perusahaan',
      'employer-form': 'Bentuk perusahaan',
      'employer-country': 'Negara',
      'employer-city': 'Kota',
      'employer-address': 'Alamat perusahaan',
      position: 'Pekerjaan',
      'start-date': 'Mulai bekerja',
      'contract-months': 'Lama kontrak',
      'wage-amount': 'Upah',
      'wage-currency': 'Mata uang',
      'wage-per': 'Upah untuk',
      'consent-forward': 'Boleh diteruskan',
      'consent-services': 'Boleh dikabari layanan lain',
    },
  },
  committing: { title: 'Data sedang disimpan', lead: 'Tunggu di sini. Nomor tiket segera muncul.' },
  failed: {
    title: 'Data belum tersimpan',
    unsureTitle: complaintId.failed.unsureTitle,
    recordedTitle: 'Data ini sudah tercatat',
    recorded: complaintId.failed.recorded,
    kept: complaintId.failed.kept,
    once: 'Coba lagi saja. Data yang sama tidak akan tercatat dua kali.',
    full: complaintId.failed.full,
    broken: complaintId.failed.broken,
    staff: complaintId.failed.staff,
    retry: complaintId.failed.retry,
  },
  keeping: { title: 'Sedang disimpan', lead: 'Tunggu sebentar. Kode Anda segera muncul.' },
  notKept: {
    title: 'Belum bisa disimpan',
    lead: 'Jawaban Anda masih ada di layar ini.',
    full: complaintId.failed.full,
    broken: complaintId.failed.broken,
    retry: 'Coba simpan lagi',
    goOn: 'Lanjut mengisi',
  },
  kept: {
    title: 'Sudah disimpan',
    lead: (date) => `Buka lagi di kios ini paling lambat ${date}. Sesudah itu terhapus.`,
    code: 'Kode simpanan',
    secret: 'Nomor rahasia',
    here: 'Hanya dengan dua nomor ini data Anda bisa dibuka. Jangan sampai hilang.',
    next: 'Lanjut ke slip',
  },
  ticket: {
    title: 'Data Anda sudah tercatat',
    lead: 'Ini belum pendaftaran resmi. Simpan dua nomor ini.',
    next: 'Lanjut ke slip',
  },
  slip: {
    title: complaintId.slip.title,
    lead: complaintId.slip.lead,
    taken: complaintId.slip.taken,
    missing: complaintId.slip.missing,
    withoutTitle: complaintId.slip.withoutTitle,
    withoutLead: 'Data Anda tetap tersimpan, walaupun tanpa slip.',
    goOn: complaintId.slip.goOn,
  },
  after: {
    title: 'Surat yang masih perlu disiapkan',
    completeTitle: 'Semua surat di daftar sudah ada',
    noListTitle: 'Apa yang terjadi sesudah ini',
    lead: 'Daftar ini juga ada di slip. Bawa lagi saat surat sudah lengkap.',
    complete: 'Bawa surat aslinya saat mendaftar resmi.',
    filing: 'Pendaftaran resmi',
    unknownFiling: 'Ini belum pendaftaran resmi. Tanya petugas ke mana Anda mendaftar.',
    maybeMore: 'Daftar ini belum lengkap. Mungkin ada surat lain.',
    lookUp: 'Untuk menanyakan kabar, datang lagi dengan nomor tiket dan nomor rahasia.',
    finish: 'Selesai',
  },
};
