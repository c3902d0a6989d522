import type {
  AccusedKind,
  ComplaintCategory,
  ContactChannel,
  ContactWish,
  ProceduralStatus,
  Relation,
  SafeTime,
  Situation,
  Subject,
  WantedResult,
} from '../../shared/domain/complaint.ts';
import type { NikDoubt } from '../../shared/domain/nik.ts';
import type { PassportDoubt } from '../../shared/domain/passport.ts';
import type { PhoneDoubt } from '../../shared/domain/phone.ts';

/** Whom the words are about: the visitor herself or somebody else, and where that person is in her journey. */
export interface About {
  isSelf: boolean;
  situation: Situation | undefined;
  accused: AccusedKind | undefined;
}

export interface Words {
  label: string;
  hint?: string;
}

export interface Question {
  title: string;
  why?: string;
  /** The field's own name, where something is typed. */
  label?: string;
  hint?: string;
}

type Ask = (about: About) => Question;

/** Every word of the complaint flow. `complaint.en.ts` has the same shape. */
export interface ComplaintTexts {
  eyebrow: string;
  danger: Question & { yes: Words; no: Words };
  safety: { title: string; lead: string; showNumbers: string; goOn: string };
  subject: Question & { answers: Record<Subject, Words> };
  relation: Question & { answers: Record<Relation, Words> };
  situation: { ask: Ask; answers: (about: About) => Record<Situation, Words> };
  category: Question & { answers: Record<ComplaintCategory, Words> };
  enough: Question & { answers: Record<'contact' | 'full' | 'short', Words> };
  country: { ask: Ask; other: string; common: string; otherLetter: string };
  city: Ask;
  accusedKind: Question & { answers: Record<AccusedKind, Words> };
  accusedName: Ask;
  accusedAddress: Ask;
  accusedPhone: Ask;
  story: Ask;
  since: Ask;
  wanted: Question & { answers: Record<WantedResult, Words> };
  procedural: { ask: Ask; answers: Record<ProceduralStatus, Words> };
  workerName: Ask;
  workerNik: Ask;
  workerPassport: Ask;
  contactMode: Question & { answers: Record<ContactWish['mode'], Words> };
  reporterName: Ask;
  contactPhone: Ask;
  contactChannel: Question & { answers: Record<ContactChannel, Words> };
  contactTimes: Question & { answers: Record<SafeTime, Words> };
  contactDiscreet: Question & { answers: Record<'yes' | 'no', Words> };
  consent: Record<'consent-forward' | 'consent-services', Question>;
  doubts: { title: string; keep: string; words: DoubtWords };
  faults: {
    phoneMissing: string;
    timesMissing: string;
    consentMissing: string;
    yearMissing: string;
    yearOutOfRange: string;
    monthMissing: string;
    noSuchDay: string;
  };
  check: {
    title: string;
    why: string;
    send: string;
    notFilled: string;
    given: string;
    refused: string;
    noContact: string;
    change: string;
    fill: string;
    rows: Record<CheckRow, string>;
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
  ticket: { title: string; lead: string; leadUntracked: string; next: string };
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
    untracked: string;
    by: (date: string) => string;
    within: (days: number) => string;
    unsure: string;
    lookUp: string;
    forgets: (days: number) => string;
    finish: string;
  };
}

/** What to look at again in a number that looks unusual. */
export type DoubtWords = Record<NikDoubt | PassportDoubt | PhoneDoubt, string>;

/** The lines of the check page. */
export type CheckRow =
  | 'danger'
  | 'subject'
  | 'relation'
  | 'situation'
  | 'category'
  | 'country'
  | 'city'
  | 'accused-kind'
  | 'accused-name'
  | 'accused-address'
  | 'accused-phone'
  | 'story'
  | 'since'
  | 'wanted'
  | 'procedural'
  | 'worker-name'
  | 'worker-nik'
  | 'worker-passport'
  | 'contact-mode'
  | 'reporter-name'
  | 'contact-phone'
  | 'contact-channel'
  | 'contact-times'
  | 'contact-discreet'
  | 'consent-forward'
  | 'consent-services';

const person = ({ isSelf }: About, own: string, other: string) => (isSelf ? own : other);

export const complaintId: ComplaintTexts = {
  eyebrow: 'Pengaduan',
  danger: {
    title: 'Apakah Anda dalam bahaya sekarang?',
    why: 'Anda sendiri, atau orang yang ingin Anda bantu.',
    yes: { label: 'Ya, ada bahaya', hint: 'Misalnya dipukul, diancam, dikurung, atau sakit berat' },
    no: { label: 'Tidak', hint: 'Tidak ada bahaya saat ini' },
  },
  safety: {
    title: 'Cari pertolongan dulu',
    lead: 'Telepon nomor ini, atau panggil petugas di sini. Pengaduan bisa dilanjutkan sesudahnya.',
    showNumbers: 'Lihat nomor darurat',
    goOn: 'Lanjut mengadu',
  },
  subject: {
    title: 'Pengaduan ini untuk siapa?',
    answers: {
      self: { label: 'Untuk saya sendiri', hint: 'Saya pekerjanya' },
      family: { label: 'Untuk keluarga saya', hint: 'Suami, istri, anak, orang tua, atau saudara' },
      other: { label: 'Untuk orang lain', hint: 'Teman, tetangga, atau orang yang saya dampingi' },
    },
  },
  relation: {
    title: 'Anda siapanya pekerja itu?',
    why: 'Supaya petugas tahu siapa yang melapor.',
    answers: {
      spouse: { label: 'Suami atau istrinya' },
      parent: { label: 'Ayah atau ibunya' },
      child: { label: 'Anaknya' },
      sibling: { label: 'Kakak atau adiknya' },
      relative: { label: 'Keluarga lain', hint: 'Misalnya paman, bibi, atau sepupu' },
      friend: { label: 'Temannya' },
      neighbour: { label: 'Tetangganya' },
      companion: { label: 'Pendampingnya', hint: 'Dari serikat, komunitas, atau lembaga bantuan' },
      other: { label: 'Lainnya' },
    },
  },
  situation: {
    ask: (about) => ({
      title: person(about, 'Anda sudah berangkat atau belum?', 'Pekerja itu sudah berangkat atau belum?'),
      why: 'Pilihan masalah sesudah ini tergantung jawaban ini.',
    }),
    answers: (about) => ({
      'before-leaving': {
        label: 'Belum berangkat',
        hint: 'Masih mendaftar, ikut pelatihan, atau menunggu',
      },
      abroad: {
        label: 'Sedang bekerja di luar negeri',
        hint: person(about, 'Sekarang sedang pulang sebentar', 'Atau masih berada di sana'),
      },
      returned: { label: 'Sudah pulang', hint: 'Sudah kembali ke Indonesia' },
    }),
  },
  category: {
    title: 'Apa masalahnya?',
    why: 'Pilih yang paling dekat. Yang lain bisa diceritakan nanti.',
    answers: {
      TPPO: { label: 'Dijual atau dipaksa bekerja', hint: 'Dijebak utang atau dipindahkan' },
      KEKERASAN: { label: 'Disakiti atau dilecehkan', hint: 'Dipukul, diancam, atau dikurung' },
      PUTUS_KOM: { label: 'Tidak ada kabar', hint: 'Keluarga tidak bisa menghubungi' },
      SAKIT: { label: 'Sakit atau kecelakaan', hint: 'Sakit, terluka, atau masuk rumah sakit' },
      MENINGGAL: { label: 'Meninggal dunia', hint: 'Keluarga perlu bantuan' },
      DITAHAN: { label: 'Ditahan atau kena perkara', hint: 'Ditangkap, dipenjara, atau disidang' },
      PULANG: { label: 'Ingin pulang', hint: 'Ingin pulang, tetapi tidak bisa' },
      DEPORTASI: { label: 'Dipulangkan paksa', hint: 'Sudah atau akan dipulangkan negara itu' },
      OVERSTAY: { label: 'Izin tinggal habis', hint: 'Visa atau izin sudah lewat waktunya' },
      DOKUMEN: { label: 'Paspor atau surat ditahan', hint: 'Dipegang orang lain dan tidak diberikan' },
      GAJI: { label: 'Gaji tidak dibayar', hint: 'Kurang, terlambat, atau tidak dibayar' },
      PHK: { label: 'Diberhentikan', hint: 'Kontrak diputus sebelum habis' },
      TIDAK_SESUAI_PK: { label: 'Kerja tidak sesuai janji', hint: 'Tugas, jam, atau gaji beda dari kontrak' },
      JAMSOS: { label: 'Asuransi atau santunan', hint: 'Belum dibayar atau sulit diurus' },
      OVERCHARGING: { label: 'Biaya terlalu mahal', hint: 'Diminta membayar lebih dari aturan' },
      GAGAL_BERANGKAT: {
        label: 'Tidak jadi berangkat',
        hint: 'Sudah daftar atau bayar, tidak diberangkatkan',
      },
      PENIPUAN: { label: 'Ditipu soal pekerjaan', hint: 'Lowongan palsu atau perekrut menghilang' },
      LAINNYA: { label: 'Masalah lain', hint: 'Tidak ada di daftar ini' },
    },
  },
  enough: {
    title: 'Ini sudah cukup untuk dikirim',
    why: 'Makin lengkap, makin mudah petugas membantu. Semua tambahan boleh dilewati.',
    answers: {
      contact: {
        label: 'Tambah nomor HP, lalu kirim',
        hint: 'Petugas bisa memberi kabar. Nomor Anda dirahasiakan',
      },
      full: { label: 'Tambah keterangan', hint: 'Tempat, siapa yang diadukan, cerita, dan nomor HP' },
      short: {
        label: 'Kirim sekarang',
        hint: 'Tanpa nomor HP, petugas tidak bisa memberi kabar',
      },
    },
  },
  country: {
    ask: (about) => ({
      title:
        about.situation === 'before-leaving'
          ? 'Mau berangkat ke negara mana?'
          : about.situation === 'returned'
            ? person(about, 'Dulu Anda bekerja di negara mana?', 'Dulu dia bekerja di negara mana?')
            : person(about, 'Anda bekerja di negara mana?', 'Dia sekarang di negara mana?'),
      why: 'Supaya petugas tahu perwakilan mana yang bisa membantu.',
    }),
    other: 'Negara lain',
    common: 'Negara yang sering dipilih',
    otherLetter: 'Huruf depan lain',
  },
  city: () => ({
    title: 'Di kota atau daerah mana?',
    why: 'Kalau tidak yakin, tulis nama tempat yang diingat.',
    label: 'Kota atau daerah',
  }),
  accusedKind: {
    title: 'Siapa yang diadukan?',
    why: 'Orang itu tidak diberi tahu oleh kios ini.',
    answers: {
      employer: { label: 'Majikan atau perusahaan', hint: 'Tempat bekerja' },
      agency: { label: 'Agen penempatan', hint: 'Kantor yang mengurus keberangkatan' },
      recruiter: { label: 'Perekrut atau calo', hint: 'Orang yang menawarkan kerja' },
      official: { label: 'Petugas kantor', hint: 'Di Indonesia atau di luar negeri' },
      other: { label: 'Orang lain' },
      unknown: { label: 'Tidak tahu atau tidak ada' },
    },
  },
  accusedName: (about) => ({
    title:
      about.accused === 'employer'
        ? 'Siapa nama majikan atau perusahaannya?'
        : about.accused === 'agency'
          ? 'Apa nama agen itu?'
          : 'Siapa nama orang itu?',
    why: 'Nama panggilan juga boleh.',
    label: 'Nama',
  }),
  accusedAddress: () => ({
    title: 'Di mana alamatnya?',
    why: 'Nama kota, jalan, atau tempat di dekatnya juga boleh.',
    label: 'Alamat',
  }),
  accusedPhone: () => ({
    title: 'Berapa nomor teleponnya?',
    why: 'Kalau ada. Petugas bisa memakainya untuk mencari mereka.',
    label: 'Nomor telepon yang diadukan',
  }),
  story: () => ({
    title: 'Apa yang terjadi?',
    why: 'Ceritakan dengan kata-kata sendiri. Singkat juga boleh.',
    label: 'Cerita',
  }),
  since: () => ({
    title: 'Sejak kapan?',
    why: 'Isi yang diingat saja. Tahunnya saja sudah membantu.',
  }),
  wanted: {
    title: 'Apa yang Anda harapkan?',
    why: 'Boleh pilih lebih dari satu.',
    answers: {
      'come-home': { label: 'Bisa pulang' },
      'be-safe': { label: 'Aman dari ancaman' },
      'wage-paid': { label: 'Gaji dibayar' },
      'money-back': { label: 'Uang kembali' },
      'documents-back': { label: 'Paspor atau surat kembali' },
      'medical-help': { label: 'Bantuan berobat' },
      'legal-help': { label: 'Bantuan hukum' },
      'find-person': { label: 'Orangnya ditemukan' },
      'insurance-paid': { label: 'Asuransi dibayar' },
      'stop-others': { label: 'Jangan terjadi pada orang lain' },
      other: { label: 'Lainnya' },
    },
  },
  procedural: {
    ask: (about) => ({
      title:
        about.situation === 'before-leaving'
          ? person(
              about,
              'Apakah Anda mendaftar lewat jalur resmi?',
              'Apakah dia mendaftar lewat jalur resmi?',
            )
          : person(
              about,
              'Apakah Anda berangkat lewat jalur resmi?',
              'Apakah dia berangkat lewat jalur resmi?',
            ),
      why: 'Jawaban ini tidak akan dipakai untuk menyalahkan pekerja. Yang tidak lewat jalur resmi juga dibantu.',
    }),
    answers: {
      procedural: { label: 'Ya, jalur resmi', hint: 'Tercatat di pemerintah' },
      'non-procedural': { label: 'Tidak', hint: 'Misalnya memakai visa kunjungan' },
      unknown: { label: 'Tidak tahu' },
    },
  },
  workerName: (about) => ({
    title: person(about, 'Siapa nama Anda?', 'Siapa nama pekerja itu?'),
    why: 'Supaya petugas bisa menemukan datanya. Nama tidak dicetak di slip.',
    label: person(about, 'Nama Anda', 'Nama pekerja'),
    hint: 'Seperti di KTP atau paspor. Satu kata juga boleh.',
  }),
  workerNik: (about) => ({
    title: person(about, 'Berapa NIK Anda?', 'Berapa NIK pekerja itu?'),
    why: 'Supaya petugas tidak salah orang. NIK tidak dicetak di slip.',
    label: 'NIK',
    hint: '16 angka di KTP.',
  }),
  workerPassport: (about) => ({
    title: person(about, 'Berapa nomor paspor Anda?', 'Berapa nomor paspor pekerja itu?'),
    why: 'Dengan nomor ini petugas bisa mencari data di luar negeri. Tidak dicetak di slip.',
    label: 'Nomor paspor',
    hint: 'Huruf dan angka di halaman foto.',
  }),
  contactMode: {
    title: 'Bolehkah petugas menghubungi Anda?',
    why: 'Anda yang memilih cara dan waktunya.',
    answers: {
      confidential: {
        label: 'Ya, dan rahasiakan saya',
        hint: 'Hanya petugas yang tahu. Pengaduan bisa diikuti dengan nomor tiket.',
      },
      'information-only': {
        label: 'Tidak, ini informasi saja',
        hint: 'Nomor Anda tidak disimpan. Petugas tidak bisa memberi kabar apa pun.',
      },
    },
  },
  reporterName: () => ({
    title: 'Siapa nama Anda sendiri?',
    why: 'Supaya petugas tahu harus mencari siapa saat menelepon.',
    label: 'Nama Anda',
    hint: 'Nama panggilan juga boleh.',
  }),
  contactPhone: () => ({
    title: 'Nomor mana yang aman untuk Anda?',
    why: 'Pilih HP yang tidak dibuka orang lain.',
    label: 'Nomor HP Anda',
    hint: 'Nomor luar negeri mulai dengan tanda +, misalnya +852.',
  }),
  contactChannel: {
    title: 'Lebih aman lewat apa?',
    answers: {
      whatsapp: { label: 'WhatsApp' },
      call: { label: 'Telepon' },
      message: { label: 'SMS' },
    },
  },
  contactTimes: {
    title: 'Kapan aman dihubungi?',
    why: 'Boleh pilih lebih dari satu.',
    answers: {
      morning: { label: 'Pagi', hint: 'Sampai jam 11' },
      noon: { label: 'Siang', hint: 'Jam 11 sampai 15' },
      afternoon: { label: 'Sore', hint: 'Jam 15 sampai 18' },
      evening: { label: 'Malam', hint: 'Sesudah jam 18' },
      any: { label: 'Kapan saja' },
    },
  },
  contactDiscreet: {
    title: 'Kalau orang lain yang mengangkat?',
    why: 'Petugas akan membaca jawaban ini sebelum menghubungi Anda.',
    answers: {
      yes: { label: 'Jangan sebut pengaduan', hint: 'Petugas hanya bilang mencari Anda' },
      no: { label: 'Boleh sebut pengaduan', hint: 'Orang di sekitar saya sudah tahu' },
    },
  },
  consent: {
    'consent-forward': {
      title: 'Bolehkah pengaduan ini diteruskan?',
      why: 'Kalau menolak, pengaduan tetap bisa dikirim.',
    },
    'consent-services': {
      title: 'Bolehkah Anda dikabari layanan lain?',
      why: 'Boleh menolak. Pengaduan Anda tidak terpengaruh.',
    },
  },
  doubts: {
    title: 'Periksa lagi',
    keep: 'Sudah benar, lanjut',
    words: {
      'nik.not-digits': 'NIK hanya berisi angka.',
      'nik.length': 'NIK punya 16 angka. Hitung lagi angkanya.',
      'nik.same-digits': 'Semua angkanya sama. Cocokkan dengan KTP.',
      'nik.day': 'Angka tanggal lahirnya tidak biasa. Cocokkan dengan KTP.',
      'nik.month': 'Angka bulan lahirnya tidak biasa. Cocokkan dengan KTP.',
      'nik.serial': 'Empat angka terakhir tidak biasa. Cocokkan dengan KTP.',
      'nik.unknown-province': 'Dua angka pertama tidak biasa. Cocokkan dengan KTP.',
      'nik.birth-date-differs': 'Angkanya beda dari tanggal lahir. Cocokkan dengan KTP.',
      'nik.sex-differs': 'Angkanya beda dari data laki-laki atau perempuan. Cocokkan dengan KTP.',
      'passport.unusual': 'Biasanya satu atau dua huruf, lalu enam atau tujuh angka.',
      'passport.shape': 'Nomor paspor biasanya delapan huruf dan angka.',
      'phone.not-digits': 'Nomor telepon hanya berisi angka.',
      'phone.too-short': 'Mungkin ada angka yang kurang.',
      'phone.too-long': 'Mungkin ada angka yang berlebih.',
      'phone.double-prefix': 'Sesudah +62, angka 0 tidak dipakai.',
      'phone.same-digits': 'Banyak angka yang sama.',
      'phone.no-country': 'Nomor Indonesia mulai dengan 0. Nomor luar negeri mulai dengan tanda +.',
      'phone.country-unsure': 'Kalau ini nomor luar negeri, tambah tanda + di depan.',
    },
  },
  faults: {
    phoneMissing: 'Isi nomor HP yang aman dulu.',
    timesMissing: 'Pilih paling sedikit satu waktu.',
    consentMissing: 'Pilih setuju atau tidak.',
    yearMissing: 'Isi tahunnya dulu. Kalau tidak ingat, kosongkan semua.',
    yearOutOfRange: 'Tahun ini tidak mungkin. Pilih tahun lain.',
    monthMissing: 'Pilih bulannya, atau kosongkan tanggalnya.',
    noSuchDay: 'Tanggal itu tidak ada di bulan ini. Pilih tanggal lain.',
  },
  check: {
    title: 'Periksa jawaban Anda',
    why: 'Sesudah dikirim, jawaban tidak bisa diubah di sini.',
    send: 'Kirim pengaduan',
    notFilled: 'Tidak diisi',
    given: 'Setuju',
    refused: 'Tidak setuju',
    change: 'Ubah',
    fill: 'Isi',
    noContact: 'Belum ada nomor HP. Petugas tidak bisa memberi kabar kepada Anda.',
    rows: {
      danger: 'Dalam bahaya sekarang',
      subject: 'Untuk siapa',
      relation: 'Hubungan',
      situation: 'Sudah berangkat',
      category: 'Masalah',
      country: 'Negara',
      city: 'Kota atau daerah',
      'accused-kind': 'Yang diadukan',
      'accused-name': 'Nama yang diadukan',
      'accused-address': 'Alamatnya',
      'accused-phone': 'Nomor teleponnya',
      story: 'Cerita',
      since: 'Sejak',
      wanted: 'Harapan',
      procedural: 'Jalur resmi',
      'worker-name': 'Nama pekerja',
      'worker-nik': 'NIK pekerja',
      'worker-passport': 'Paspor pekerja',
      'contact-mode': 'Boleh dihubungi',
      'reporter-name': 'Nama Anda',
      'contact-phone': 'Nomor HP Anda',
      'contact-channel': 'Lewat',
      'contact-times': 'Waktu yang aman',
      'contact-discreet': 'Kalau orang lain mengangkat',
      'consent-forward': 'Boleh diteruskan',
      'consent-services': 'Boleh dikabari layanan lain',
    },
  },
  committing: {
    title: 'Pengaduan sedang disimpan',
    lead: 'Tunggu di sini. Nomor tiket segera muncul.',
  },
  failed: {
    title: 'Pengaduan belum tersimpan',
    unsureTitle: 'Belum pasti apakah sudah tersimpan',
    recordedTitle: 'Pengaduan ini sudah tercatat',
    recorded: 'Nomornya tidak bisa ditampilkan lagi di layar ini. Tekan Panggil petugas, jangan pergi dulu.',
    kept: 'Jawaban Anda masih ada di layar ini.',
    once: 'Coba lagi saja. Pengaduan yang sama tidak akan tercatat dua kali.',
    full: 'Tempat menyimpan di kios ini penuh.',
    broken: 'Kios ini sedang tidak bisa menyimpan.',
    staff: 'Kalau tetap tidak bisa, tekan Panggil petugas. Jangan pergi dulu.',
    retry: 'Coba simpan lagi',
  },
  ticket: {
    title: 'Pengaduan Anda sudah tercatat',
    lead: 'Simpan dua nomor ini. Dengan nomor ini Anda bisa menanyakan kabar.',
    leadUntracked: 'Dua nomor ini bukti bahwa pengaduan tercatat. Petugas tidak bisa memberi kabar.',
    next: 'Lanjut ke slip',
  },
  slip: {
    title: 'Apakah slip sudah keluar?',
    lead: 'Slip keluar dari printer di bawah layar.',
    taken: 'Sudah, saya pegang',
    missing: 'Belum keluar',
    withoutTitle: 'Foto atau catat nomor ini',
    withoutLead: 'Pengaduan Anda tetap tercatat, walaupun tanpa slip.',
    goOn: 'Sudah saya catat',
  },
  after: {
    title: 'Apa yang terjadi sesudah ini',
    lead: 'Pengaduan terkirim sendiri. Anda tidak perlu menunggu di sini.',
    untracked: 'Karena tidak ada nomor HP, petugas tidak bisa memberi kabar kepada Anda.',
    by: (date) => `Paling lambat ${date}`,
    within: (days) => `Paling lambat ${days} hari lagi`,
    unsure: 'Aturan ini belum dipastikan.',
    lookUp: 'Untuk menanyakan kabar, datang lagi ke kios ini. Bawa nomor tiket dan nomor rahasia.',
    forgets: (days) => `Catatan di kios ini dihapus ${days} hari sesudah pusat menerimanya.`,
    finish: 'Selesai',
  },
};
