import type { ConsentPurpose } from '../../shared/domain/complaint.ts';
import type { Contact } from '../../shared/domain/contact.ts';
import type { FollowUpAct } from '../../shared/domain/follow-up.ts';
import type { PhoneDoubt } from '../../shared/domain/phone.ts';
import type { SubmissionKind } from '../../shared/domain/submission.ts';

interface Words {
  label: string;
  hint?: string;
}

/** Words of the timeline of a ticket, of its QR, and of what is added to it. `follow-up.en.ts` has the same shape. */
export interface FollowUpTexts {
  eyebrow: (number: string) => string;
  kinds: Record<SubmissionKind, string>;
  scan: {
    offer: string;
    useCamera: string;
    title: string;
    hint: string;
    notATicket: string;
    byHand: string;
    whySecret: string;
    notGenuineTitle: string;
    notGenuine: string;
    elsewhereTitle: string;
    elsewhere: string;
    goOn: string;
    again: string;
  };
  /** A ticket that another kiosk recorded. */
  elsewhere: {
    genuineFrom: (office: string) => string;
    genuine: (office: string, time: string) => string;
    askedNow: (time: string) => string;
    addThere: string;
    notHereTitle: string;
    notAsked: string;
    typed: string;
    whatToDo: string;
  };
  timeline: {
    additions: string;
    part: (part: number) => string;
    acts: Record<FollowUpAct, string>;
    earlier: (count: number) => string;
    sent: string;
    waiting: string;
    add: string;
    next: string;
  };
  next: {
    title: string;
    by: (date: string) => string;
    within: (days: number) => string;
    unsure: string;
    none: string;
    steps: Record<Exclude<SubmissionKind, 'complaint' | 'follow-up'>, readonly string[]>;
    lookUp: string;
    close: string;
  };
  /** A paper with where the ticket stands. */
  paper: {
    print: string;
    title: string;
    why: string;
    keep: string;
    failed: string;
    again: string;
    photograph: string;
  };
  choose: { title: string; why: string; acts: Record<FollowUpAct, Words> };
  information: { title: string; why: string; label: string; empty: string };
  photos: {
    title: string;
    why: string;
    hint: string;
    one: (at: number) => string;
    add: string;
    remove: (at: number) => string;
    full: string;
    empty: string;
    storing: string;
    withoutCamera: string;
    problem: { full: string; picture: string; unsure: string };
  };
  phone: { title: string; why: string; label: string; hint: string; empty: string };
  doubts: { title: string; keep: string; words: Record<PhoneDoubt, string> };
  channel: { title: string; answers: Record<Contact['channel'], Words> };
  withdraw: { title: string; why: string; empty: string; purposes: Record<ConsentPurpose, Words> };
  check: {
    title: string;
    why: string;
    send: string;
    change: string;
    rows: Record<'information' | 'photos' | 'phone' | 'channel' | 'withdraw', string>;
    photoCount: (count: number) => string;
    unsureRule: string;
    means: Record<FollowUpAct, string>;
  };
  committing: string;
  failed: {
    title: string;
    unsureTitle: string;
    full: string;
    broken: string;
    kept: string;
    counter: string;
    closedTitle: string;
    closed: string;
    reopen: string;
    retry: string;
    leave: string;
  };
  done: {
    title: string;
    why: string;
    part: (part: number) => string;
    recorded: (time: string) => string;
    withoutSlip: string;
    goOn: string;
  };
}

export const followUpId: FollowUpTexts = {
  eyebrow: (number) => `Tiket ${number}`,
  kinds: {
    complaint: 'Pengaduan',
    registration: 'Pra-pendaftaran',
    lead: 'Permintaan layanan',
    'product-interest': 'Minat pada produk',
    'product-proposal': 'Usulan produk',
    'follow-up': 'Tambahan',
  },
  scan: {
    offer: 'Bisa juga tunjukkan slip ke kamera.',
    useCamera: 'Pakai kamera',
    title: 'Tunjukkan kode kotak di slip',
    hint: 'Pegang slip di depan kamera. Kodenya terbaca sendiri.',
    notATicket: 'Kode ini bukan dari slip tiket. Cari kode kotak di slip Anda.',
    byHand: 'Ketik nomornya',
    whySecret: 'Kode kotak bisa difoto orang lain. Jadi nomor rahasia tetap perlu.',
    notGenuineTitle: 'Kode ini bukan dari kios ini',
    notGenuine: 'Nomornya seperti dari sini, tetapi tandanya tidak cocok. Bawa slip ke petugas di loket.',
    elsewhereTitle: 'Tiket ini dibuat di kios lain',
    elsewhere:
      'Kios ini tidak bisa memastikan slipnya. Dengan nomor rahasia, kabarnya bisa ditanyakan ke pusat.',
    goOn: 'Isi nomor rahasia',
    again: 'Tunjukkan slip lain',
  },
  elsewhere: {
    genuineFrom: (office) => `Slip asli dari ${office}. Nomor rahasia tetap perlu.`,
    genuine: (office, time) => `Slip ini asli. Dicatat di ${office}, ${time}.`,
    askedNow: (time) => `Baru saja ditanyakan ke pusat, ${time}.`,
    addThere: 'Mau menambah sesuatu? Pakai kios tempat tiket dibuat, atau tanya petugas di loket.',
    notHereTitle: 'Kabar tiket belum bisa dicek',
    notAsked: 'Tiket ini dari kios lain. Kabarnya ada di pusat, dan pusat sedang tidak tersambung.',
    typed: 'Jadi kios ini belum tahu apakah nomornya benar.',
    whatToDo: 'Coba lagi nanti, cek di kios tempat tiket dibuat, atau tanya petugas.',
  },
  timeline: {
    additions: 'Yang ditambahkan',
    part: (part) => `Tambahan ${part}`,
    acts: {
      'add-information': 'Keterangan',
      'add-photo': 'Foto',
      'change-contact': 'Nomor kontak baru',
      'withdraw-consent': 'Izin dicabut',
    },
    earlier: (count) => `Ada ${count} tambahan sebelum ini.`,
    sent: 'Sudah diterima pusat',
    waiting: 'Tersimpan, belum terkirim',
    add: 'Tambah atau ubah',
    next: 'Apa selanjutnya?',
  },
  next: {
    title: 'Ini yang terjadi selanjutnya',
    by: (date) => `Sampai ${date}`,
    within: (days) => `Dalam ${days} hari`,
    unsure: 'Belum bisa dipastikan.',
    none: 'Langkah berikutnya belum bisa dipastikan. Tanya petugas di loket.',
    steps: {
      registration: [
        'Lengkapi berkas yang masih kurang di slip.',
        'Pra-pendaftaran ini belum resmi. Pendaftaran resmi tetap Anda buat sendiri.',
      ],
      lead: ['Tunjukkan slip di loket. Petugas melayani permintaan Anda.'],
      'product-interest': ['Petugas membaca pesan Anda. Waktunya belum bisa dipastikan.'],
      'product-proposal': [
        'Petugas memeriksa usulan Anda dulu. Waktunya belum bisa dipastikan.',
        'Produk baru tampil sesudah disetujui petugas.',
      ],
    },
    lookUp: 'Cek lagi kapan saja dengan nomor tiket dan nomor rahasia.',
    close: 'Kembali ke tiket',
  },
  paper: {
    print: 'Cetak kabar ini',
    title: 'Kabar tiket di kertas',
    why: 'Ambil kertasnya sebelum pergi.',
    keep: 'Nomor rahasia tidak ada di kertas ini. Simpan slip pertama Anda.',
    failed: 'Kertas belum bisa dicetak',
    again: 'Coba cetak lagi',
    photograph: 'Kembali ke tiket, lalu foto layarnya.',
  },
  choose: {
    title: 'Apa yang mau ditambah atau diubah?',
    why: 'Yang dulu tetap tersimpan. Ini dicatat sebagai tambahan.',
    acts: {
      'add-information': {
        label: 'Tambah keterangan',
        hint: 'Ada kejadian baru, atau ada yang lupa ditulis',
      },
      'add-photo': { label: 'Tambah foto', hint: 'Surat, bukti, atau barang, sampai empat foto' },
      'change-contact': { label: 'Ganti nomor kontak', hint: 'Nomor yang aman untuk dihubungi' },
      'withdraw-consent': { label: 'Cabut izin', hint: 'Berhenti meneruskan, atau berhenti dihubungi' },
    },
  },
  information: {
    title: 'Apa yang mau ditambahkan?',
    why: 'Tulis dengan bahasa sendiri. Hanya petugas yang bisa membaca.',
    label: 'Keterangan tambahan',
    empty: 'Tulis keterangannya dulu.',
  },
  photos: {
    title: 'Foto untuk tiket ini',
    why: 'Paling banyak empat foto. Hanya petugas yang bisa membukanya.',
    hint: 'Pegang surat atau barangnya di depan kamera, di tempat terang.',
    one: (at) => `Foto ${at}`,
    add: 'Ambil foto',
    remove: (at) => `Hapus foto ${at}`,
    full: 'Sudah empat foto. Hapus satu kalau mau ganti.',
    empty: 'Ambil paling sedikit satu foto.',
    storing: 'Menyimpan foto',
    withoutCamera: 'Kembali tanpa foto',
    problem: {
      full: 'Tempat menyimpan penuh. Foto ini tidak tersimpan.',
      picture: 'Foto ini tidak bisa disimpan. Ambil sekali lagi.',
      unsure: 'Foto ini belum tersimpan. Coba ambil lagi.',
    },
  },
  phone: {
    title: 'Nomor mana yang aman untuk Anda?',
    why: 'Nomor ini menggantikan nomor yang lama.',
    label: 'Nomor HP yang baru',
    hint: 'Nomor luar negeri mulai dengan tanda +, misalnya +852.',
    empty: 'Isi nomor HP yang aman dulu.',
  },
  doubts: {
    title: 'Periksa lagi',
    keep: 'Sudah benar, lanjut',
    words: {
      'phone.not-digits': 'Nomor telepon hanya berisi angka.',
      'phone.too-short': 'Mungkin ada angka yang kurang.',
      'phone.too-long': 'Mungkin ada angka yang berlebih.',
      'phone.double-prefix': 'Sesudah +62, angka 0 tidak dipakai.',
      'phone.same-digits': 'Banyak angka yang sama.',
      'phone.no-country': 'Nomor Indonesia mulai dengan 0. Nomor luar negeri mulai dengan tanda +.',
      'phone.country-unsure': 'Kalau ini nomor luar negeri, tambah tanda + di depan.',
    },
  },
  channel: {
    title: 'Lebih aman lewat apa?',
    answers: { whatsapp: { label: 'WhatsApp' }, call: { label: 'Telepon' }, message: { label: 'SMS' } },
  },
  withdraw: {
    title: 'Izin mana yang mau dicabut?',
    why: 'Petugas menghentikannya sesudah membaca ini. Yang sudah terjadi tidak bisa ditarik kembali.',
    empty: 'Pilih paling sedikit satu izin.',
    purposes: {
      'forward-to-ministry': {
        label: 'Diteruskan ke kementerian',
        hint: 'Sesudah dicabut, tiket ini hanya dicatat di sini.',
      },
      'contact-about-services': {
        label: 'Dihubungi tentang layanan lain',
        hint: 'Urusan tiket ini tetap berjalan.',
      },
      'contact-about-request': {
        label: 'Dihubungi tentang permintaan ini',
        hint: 'Sesudah dicabut, datang sendiri ke loket.',
      },
      'maker-may-call': {
        label: 'Dihubungi pembuat produk',
        hint: 'Sesudah dicabut, pembuatnya tidak menghubungi Anda.',
      },
      'publish-product': {
        label: 'Produk dan foto saya ditampilkan',
        hint: 'Sesudah dicabut, produk dan fotonya dihapus dari layar.',
      },
    },
  },
  check: {
    title: 'Periksa sebelum dikirim',
    why: 'Sesudah dikirim tidak bisa diubah. Anda bisa menambah lagi.',
    send: 'Kirim tambahan',
    change: 'Ubah',
    rows: {
      information: 'Keterangan tambahan',
      photos: 'Foto',
      phone: 'Nomor HP yang baru',
      channel: 'Lewat',
      withdraw: 'Izin yang dicabut',
    },
    photoCount: (count) => `${count} foto`,
    unsureRule: 'Aturan ini belum dipastikan.',
    means: {
      'add-information': 'Petugas membaca ini bersama tiket Anda.',
      'add-photo': 'Petugas melihat foto ini bersama tiket Anda.',
      'change-contact': 'Sesudah ini petugas memakai nomor yang baru.',
      'withdraw-consent': 'Petugas yang menghentikan. Sampai itu, izin yang lama mungkin masih dipakai.',
    },
  },
  committing: 'Menyimpan tambahan',
  failed: {
    title: 'Tambahan belum tersimpan',
    unsureTitle: 'Belum tahu apakah sudah tersimpan',
    full: 'Tempat menyimpan data sudah penuh.',
    broken: 'Tempat menyimpan data sedang bermasalah.',
    kept: 'Isinya masih ada di layar ini. Mencoba lagi tidak membuat tambahan dua kali.',
    counter: 'Kalau tetap gagal, bawa slip ke petugas di loket.',
    closedTitle: 'Tiket ini perlu dibuka lagi',
    closed: 'Tambahan belum tersimpan. Isi nomor rahasia lagi, lalu ulangi.',
    reopen: 'Buka tiket lagi',
    retry: 'Coba lagi',
    leave: 'Kembali ke tiket',
  },
  done: {
    title: 'Tambahan sudah tersimpan',
    why: 'Nomor tiket dan nomor rahasia tetap sama.',
    part: (part) => `Tambahan ${part}`,
    recorded: (time) => `Dicatat ${time}.`,
    withoutSlip: 'Tambahan tetap tersimpan. Slip yang lama masih berlaku.',
    goOn: 'Lihat tiket',
  },
};
