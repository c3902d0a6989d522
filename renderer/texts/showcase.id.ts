import type { ProductCategory } from '../../shared/contract/content/showcase.ts';
import type { NameDoubt } from '../../shared/domain/name.ts';
import type { PhoneDoubt } from '../../shared/domain/phone.ts';
import type { MarkKind } from '../../shared/domain/product.ts';
import type { MarkDoubt } from '../../shared/domain/product-marks.ts';
import { type RegistrationTexts, registrationId } from './registration.id.ts';

interface Question {
  title: string;
  why?: string;
  label?: string;
  hint?: string;
}

/** What to look at again in an answer that looks unusual. */
export type ShowcaseDoubt = NameDoubt | PhoneDoubt | MarkDoubt | 'price.unusual' | 'story.health-claim';

/** Every question of the two forms. */
export type ShowcaseStep =
  | 'interest-name'
  | 'interest-phone'
  | 'interest-note'
  | 'consent-call'
  | 'product-name'
  | 'category'
  | 'story'
  | 'price'
  | 'unit'
  | 'ingredients'
  | 'net-weight'
  | 'shelf-life'
  | 'marks'
  | `mark-${Exclude<MarkKind, 'not-halal'>}`
  | 'photos'
  | 'maker-name'
  | 'regency'
  | 'village'
  | 'maker-phone'
  | 'consent-publish';

/** Every word of the showcase. `showcase.en.ts` has the same shape. */
export interface ShowcaseTexts {
  market: {
    eyebrow: string;
    title: string;
    lead: string;
    allCategories: string;
    allRegions: string;
    register: string;
    count: (count: number) => string;
    by: (maker: string, place: string) => string;
    nothingHere: string;
    showAll: string;
    closed: string;
  };
  empty: { title: string; lead: string; invite: string };
  chooseCategory: string;
  chooseRegion: string;
  categories: Record<ProductCategory, string>;
  product: {
    eyebrow: string;
    panels: { story: string; facts: string; contact: string };
    panelsLabel: string;
    price: (price: string, unit: string) => string;
    priceFrom: (from: string, unit: string) => string;
    priceRange: (from: string, to: string, unit: string) => string;
    priceAsOf: (date: string) => string;
    maker: (name: string) => string;
    formerly: (country: string) => string;
    nextPhoto: string;
    previousPhoto: string;
    photoOf: (photo: number, photos: number) => string;
    ingredients: string;
    netWeight: string;
    shelfLife: string;
    marks: string;
    noFacts: string;
    delivery: string;
    weight: (kilograms: string) => string;
    fragile: string;
    sturdy: string;
    abroad: string;
    homeOnly: string;
    foodAbroad: string;
    interested: string;
    back: string;
  };
  halal: { notHalal: string; notCertified: string; unsure: string };
  marks: Record<MarkKind, string>;
  markChecked: (by: string, date: string) => string;
  markUntil: (date: string) => string;
  contact: {
    whatsapp: string;
    whatsappHow: string;
    shop: string;
    shopHow: string;
    kiosk: string;
    noMoney: string;
    message: (product: string) => string;
    qr: (name: string) => string;
  };
  form: {
    interest: string;
    proposal: string;
    province: string;
    otherProvince: string;
    region: RegistrationTexts['region'];
    questions: Record<ShowcaseStep, Question>;
    markChoices: Record<MarkKind, { label: string; hint?: string }>;
    noMarks: string;
    doubts: { title: string; keep: string; words: Record<ShowcaseDoubt, string> };
    faults: { missing: string; price: string; choose: string };
    photos: {
      take: string;
      another: string;
      remove: (photo: number) => string;
      photo: (photo: number) => string;
      full: string;
      without: string;
      withoutHint: string;
      hint: string;
      captureTitle: string;
      captureCancel: string;
      failed: string;
      keeping: string;
    };
    refused: { title: string; lead: string; qr: string; change: string; leave: string };
  };
  check: {
    title: string;
    why: Record<'interest' | 'proposal', string>;
    send: Record<'interest' | 'proposal', string>;
    change: string;
    fill: string;
    notFilled: string;
    given: string;
    refused: string;
    notPublished: string;
    photos: (count: number) => string;
    noMarks: string;
    rows: Record<ShowcaseStep, string>;
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
  ticket: { title: string; lead: Record<'interest' | 'proposal', string>; next: string };
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
    interest: readonly string[];
    proposal: readonly string[];
    noPhotos: string;
    unsureWhen: string;
    finish: string;
  };
  attract: { by: (maker: string, place: string) => string; madeBy: string };
}

export const showcaseId: ShowcaseTexts = {
  market: {
    eyebrow: 'Ruang promosi',
    title: 'Buatan mereka yang sudah pulang',
    lead: 'Dulu bekerja jauh. Sekarang berkarya di kampung sendiri.',
    allCategories: 'Semua jenis',
    allRegions: 'Semua daerah',
    register: 'Daftarkan produk saya',
    count: (count) => `${count} produk`,
    by: (maker, place) => `${maker}, ${place}`,
    nothingHere: 'Belum ada produk untuk pilihan ini.',
    showAll: 'Lihat semua produk',
    closed: 'Kios ini sedang tidak bisa mencatat. Pakai QR di halaman produk.',
  },
  empty: {
    title: 'Tempat ini menunggu produk Anda',
    lead: 'Pernah bekerja di luar negeri dan sekarang punya usaha? Tampilkan di sini.',
    invite: 'Petugas meninjau dulu, sebelum produk tampil.',
  },
  chooseCategory: 'Mau lihat jenis apa?',
  chooseRegion: 'Dari daerah mana?',
  categories: {
    food: 'Makanan',
    drink: 'Minuman',
    craft: 'Kerajinan',
    fashion: 'Kain dan busana',
    cosmetics: 'Perawatan tubuh',
    service: 'Jasa',
    farming: 'Hasil tani',
  },
  product: {
    eyebrow: 'Ruang promosi',
    panels: { story: 'Cerita', facts: 'Keterangan', contact: 'Hubungi' },
    panelsLabel: 'Bagian halaman ini',
    price: (price, unit) => `${price} per ${unit}`,
    priceFrom: (from, unit) => `Mulai ${from} per ${unit}`,
    priceRange: (from, to, unit) => `${from} sampai ${to} per ${unit}`,
    priceAsOf: (date) => `Harga per ${date}. Tanyakan lagi sebelum membeli.`,
    maker: (name) => `Dibuat oleh ${name}`,
    formerly: (country) => `Pernah bekerja di ${country}`,
    nextPhoto: 'Foto berikutnya',
    previousPhoto: 'Foto sebelumnya',
    photoOf: (photo, photos) => `Foto ${photo} dari ${photos}`,
    ingredients: 'Bahan',
    netWeight: 'Isi bersih',
    shelfLife: 'Tahan',
    marks: 'Tanda',
    noFacts: 'Belum ada keterangan lain. Tanyakan kepada pembuatnya.',
    delivery: 'Pengiriman',
    weight: (kilograms) => `Berat kirim sekitar ${kilograms} kg`,
    fragile: 'Mudah pecah',
    sturdy: 'Tidak mudah pecah',
    abroad: 'Bisa dikirim ke luar negeri',
    homeOnly: 'Hanya dikirim di dalam negeri',
    foodAbroad: 'Banyak negara membatasi kiriman makanan. Tanyakan di loket.',
    interested: 'Saya tertarik',
    back: 'Produk lain',
  },
  halal: {
    notHalal: 'Tidak halal',
    notCertified: 'Belum bersertifikat halal',
    unsure: 'Tanda halal belum bisa diperiksa di kios ini. Tanyakan kepada pembuatnya.',
  },
  marks: {
    halal: 'Halal',
    'not-halal': 'Tidak halal',
    'p-irt': 'P-IRT',
    'bpom-md': 'BPOM MD',
    'bpom-na': 'BPOM NA',
    'bpom-tr': 'BPOM TR',
    nib: 'NIB',
  },
  markChecked: (by, date) => `Diperiksa ${by}, ${date}`,
  markUntil: (date) => `Berlaku sampai ${date}`,
  contact: {
    whatsapp: 'WhatsApp pembuatnya',
    whatsappHow: 'Arahkan kamera HP ke kode ini.',
    shop: 'Toko daring',
    shopHow: 'Buka tokonya di HP Anda.',
    kiosk: 'Tidak membawa HP? Tekan "Saya tertarik".',
    noMoney: 'Kios ini tidak menerima uang. Bayar langsung kepada pembuatnya.',
    message: (product) => `Halo, saya melihat ${product} di kios. Apakah masih ada?`,
    qr: (name) => `Kode QR ${name}`,
  },
  form: {
    interest: 'Saya tertarik',
    proposal: 'Daftarkan produk',
    province: 'Provinsi mana?',
    otherProvince: 'Provinsi lain',
    region: registrationId.region,
    questions: {
      'interest-name': {
        title: 'Siapa nama Anda?',
        why: 'Supaya pembuat produk tahu siapa yang bertanya.',
        label: 'Nama Anda',
        hint: 'Nama panggilan juga boleh.',
      },
      'interest-phone': {
        title: 'Berapa nomor HP Anda?',
        why: 'Pembuat produk akan menghubungi nomor ini.',
        label: 'Nomor HP Anda',
        hint: 'Nomor luar negeri mulai dengan tanda +, misalnya +852.',
      },
      'interest-note': {
        title: 'Ada yang mau ditanyakan?',
        why: 'Misalnya jumlah, ukuran, atau ongkos kirim.',
        label: 'Pertanyaan',
      },
      'consent-call': {
        title: 'Bolehkah pembuatnya menghubungi Anda?',
        why: 'Tanpa izin Anda, nomor ini tidak diteruskan.',
      },
      'product-name': {
        title: 'Apa nama produk Anda?',
        why: 'Tulis seperti di kemasan, atau seperti orang menyebutnya.',
        label: 'Nama produk',
      },
      category: { title: 'Produk ini termasuk apa?' },
      story: {
        title: 'Apa cerita produk ini?',
        why: 'Siapa yang membuat, dari apa, dan apa istimewanya.',
        label: 'Cerita singkat',
      },
      price: {
        title: 'Berapa harganya?',
        why: 'Tulis angka saja. Nanti masih bisa diubah.',
        label: 'Harga dalam rupiah',
        hint: 'Misalnya 25000',
      },
      unit: {
        title: 'Harga itu untuk berapa banyak?',
        label: 'Satuan',
        hint: 'Misalnya 250 gram, satu botol, satu lembar',
      },
      ingredients: { title: 'Bahannya apa saja?', label: 'Bahan', hint: 'Mulai dari yang paling banyak.' },
      'net-weight': {
        title: 'Berapa isi bersihnya?',
        label: 'Isi bersih',
        hint: 'Misalnya 200 gram atau 500 ml',
      },
      'shelf-life': {
        title: 'Tahan berapa lama?',
        label: 'Tahan',
        hint: 'Misalnya 3 bulan, atau 2 hari di kulkas',
      },
      marks: {
        title: 'Tanda apa yang sudah ada?',
        why: 'Boleh pilih lebih dari satu. Belum punya juga boleh mendaftar.',
      },
      'mark-halal': {
        title: 'Berapa nomor sertifikat halalnya?',
        why: 'Petugas mencocokkannya dulu. Baru setelah itu tandanya tampil.',
        label: 'Nomor sertifikat halal',
      },
      'mark-p-irt': {
        title: 'Berapa nomor P-IRT-nya?',
        why: 'Ada di kemasan atau di surat izin.',
        label: 'Nomor P-IRT',
        hint: 'Sedikitnya 15 angka.',
      },
      'mark-bpom-md': {
        title: 'Berapa nomor BPOM MD-nya?',
        why: 'Ada di kemasan.',
        label: 'Nomor BPOM MD',
      },
      'mark-bpom-na': {
        title: 'Berapa nomor BPOM NA-nya?',
        why: 'Ada di kemasan.',
        label: 'Nomor BPOM NA',
      },
      'mark-bpom-tr': {
        title: 'Berapa nomor BPOM TR-nya?',
        why: 'Ada di kemasan.',
        label: 'Nomor BPOM TR',
      },
      'mark-nib': {
        title: 'Berapa nomor NIB-nya?',
        why: 'Nomor Induk Berusaha, ada di surat izin usaha.',
        label: 'NIB',
      },
      photos: {
        title: 'Foto produknya',
        why: 'Satu foto sudah cukup, boleh lebih. Letakkan di tempat terang.',
      },
      'maker-name': {
        title: 'Nama siapa yang ditampilkan?',
        why: 'Nama ini dibaca semua orang. Nama panggilan juga boleh.',
        label: 'Nama pembuat',
      },
      regency: {
        title: 'Anda tinggal di kabupaten mana?',
        why: 'Yang tampil hanya kabupaten atau kota, bukan alamat.',
        label: 'Kabupaten atau kota',
      },
      village: {
        title: 'Nama desanya apa?',
        why: 'Boleh dikosongkan. Kalau diisi, nama desa ikut tampil.',
        label: 'Desa atau kelurahan',
      },
      'maker-phone': {
        title: 'Berapa nomor WhatsApp Anda?',
        why: 'Pembeli menghubungi Anda lewat nomor ini. Petugas juga.',
        label: 'Nomor WhatsApp',
        hint: 'Pakai nomor yang boleh diketahui pembeli.',
      },
      'consent-publish': {
        title: 'Bolehkah produk ini ditampilkan?',
        why: 'Boleh dijawab tidak. Izin juga bisa dicabut nanti.',
      },
    },
    markChoices: {
      halal: { label: 'Sertifikat halal' },
      'not-halal': { label: 'Tidak halal', hint: 'Mengandung bahan yang tidak halal' },
      'p-irt': { label: 'P-IRT', hint: 'Izin pangan industri rumah tangga' },
      'bpom-md': { label: 'BPOM MD', hint: 'Izin edar makanan dan minuman' },
      'bpom-na': { label: 'BPOM NA', hint: 'Izin edar perawatan tubuh' },
      'bpom-tr': { label: 'BPOM TR', hint: 'Izin edar jamu' },
      nib: { label: 'NIB', hint: 'Nomor Induk Berusaha' },
    },
    noMarks: 'Belum punya',
    doubts: {
      title: 'Periksa lagi',
      keep: 'Sudah benar, lanjut',
      words: {
        'name.digits': 'Ada angka di dalam nama.',
        'name.symbols': 'Ada tanda yang tidak biasa di dalam nama.',
        'name.short': 'Namanya pendek sekali.',
        'name.repeated': 'Satu huruf ditulis berkali-kali.',
        'phone.not-digits': 'Ada huruf atau tanda di dalam nomor.',
        'phone.too-short': 'Nomor ini kurang panjang.',
        'phone.too-long': 'Nomor ini terlalu panjang.',
        'phone.double-prefix': 'Sesudah +62 tidak perlu angka 0.',
        'phone.same-digits': 'Satu angka ditulis berkali-kali.',
        'phone.no-country': 'Nomor Indonesia mulai dengan 0. Nomor luar negeri mulai dengan +.',
        'phone.country-unsure': 'Nomor luar negeri? Tulis + di depannya. Nomor Indonesia? Tulis 0.',
        'p-irt.not-digits': 'Nomor P-IRT biasanya hanya angka.',
        'p-irt.too-short': 'Nomor P-IRT sedikitnya 15 angka.',
        'p-irt.packaging': 'Angka pertama P-IRT biasanya 1 sampai 8.',
        'p-irt.wrong-food': 'Susu, daging, ikan, dan makanan beku biasanya memakai BPOM MD.',
        'mark.no-digits': 'Nomor ini belum ada angkanya.',
        'price.unusual': 'Harga ini tidak biasa. Periksa jumlah nolnya.',
        'story.health-claim':
          'Ada kata tentang kesehatan atau penyakit. Petugas akan membahasnya dengan Anda.',
      },
    },
    faults: {
      missing: 'Isi dulu bagian ini.',
      price: 'Tulis harga dengan angka, misalnya 25000.',
      choose: 'Pilih salah satu jawaban.',
    },
    photos: {
      take: 'Ambil foto',
      another: 'Tambah foto',
      remove: (photo) => `Hapus foto ${photo}`,
      photo: (photo) => `Foto ${photo}`,
      full: 'Sudah cukup. Foto tidak bisa ditambah lagi.',
      without: 'Lanjut tanpa foto',
      withoutHint: 'Tidak membawa produknya? Bawa nanti ke loket, petugas yang memotret.',
      hint: 'Kalau ada orang di foto, minta izinnya dulu.',
      captureTitle: 'Foto produk Anda',
      captureCancel: 'Kembali tanpa foto',
      failed: 'Foto itu tidak tersimpan. Coba lagi, atau lanjut tanpa foto.',
      keeping: 'Foto sedang disimpan',
    },
    refused: {
      title: 'Nomor Anda tidak disimpan',
      lead: 'Tanpa izin, tidak ada yang dicatat di kios ini.',
      qr: 'Anda tetap bisa menghubungi pembuatnya lewat QR di halaman produk.',
      change: 'Ubah jawaban',
      leave: 'Ke halaman produk',
    },
  },
  check: {
    title: 'Sudah benar semua?',
    why: {
      interest: 'Baca sekali lagi, lalu kirim kepada pembuatnya.',
      proposal: 'Baca sekali lagi, lalu kirim kepada petugas.',
    },
    send: { interest: 'Kirim', proposal: 'Kirim usulan' },
    change: 'Ubah',
    fill: 'Isi',
    notFilled: 'Tidak diisi',
    given: 'Ya, boleh',
    refused: 'Tidak',
    notPublished: 'Tanpa izin Anda, produk ini tidak tampil. Petugas tetap membaca usulan Anda.',
    photos: (count) => `${count} foto`,
    noMarks: 'Belum punya',
    rows: {
      'interest-name': 'Nama Anda',
      'interest-phone': 'Nomor HP',
      'interest-note': 'Pertanyaan',
      'consent-call': 'Boleh dihubungi pembuatnya',
      'product-name': 'Nama produk',
      category: 'Jenis',
      story: 'Cerita',
      price: 'Harga',
      unit: 'Satuan',
      ingredients: 'Bahan',
      'net-weight': 'Isi bersih',
      'shelf-life': 'Tahan',
      marks: 'Tanda',
      'mark-halal': 'Nomor halal',
      'mark-p-irt': 'Nomor P-IRT',
      'mark-bpom-md': 'Nomor BPOM MD',
      'mark-bpom-na': 'Nomor BPOM NA',
      'mark-bpom-tr': 'Nomor BPOM TR',
      'mark-nib': 'NIB',
      photos: 'Foto',
      'maker-name': 'Nama yang tampil',
      regency: 'Kabupaten atau kota',
      village: 'Desa',
      'maker-phone': 'WhatsApp',
      'consent-publish': 'Boleh ditampilkan',
    },
  },
  committing: { title: 'Sedang dicatat', lead: 'Sebentar lagi nomor tiket Anda muncul.' },
  failed: {
    title: 'Belum tercatat',
    unsureTitle: 'Belum pasti tercatat',
    recordedTitle: 'Sudah tercatat',
    recorded: 'Nomor tiketnya tidak bisa tampil di sini. Panggil petugas.',
    kept: 'Jawaban Anda masih ada di layar ini.',
    once: 'Menekan lagi tidak membuat dua tiket.',
    full: 'Tempat simpan di kios ini penuh.',
    broken: 'Kios ini tidak bisa menyimpan.',
    staff: 'Kalau tetap tidak bisa, panggil petugas.',
    retry: 'Coba kirim lagi',
  },
  ticket: {
    title: 'Sudah tercatat',
    lead: {
      interest: 'Simpan nomor ini. Dengan nomor ini minat Anda bisa dicek.',
      proposal: 'Simpan nomor ini. Dengan nomor ini usulan Anda bisa dicek.',
    },
    next: 'Lanjut ke slip',
  },
  slip: {
    title: 'Apakah slip sudah keluar?',
    lead: 'Slip keluar dari printer di bawah layar.',
    taken: 'Ya, sudah saya ambil',
    missing: 'Tidak keluar',
    withoutTitle: 'Foto atau catat nomor ini',
    withoutLead: 'Dua nomor ini sudah cukup. Petugas juga bisa mencetaknya nanti.',
    goOn: 'Sudah saya catat',
  },
  after: {
    title: 'Apa yang terjadi selanjutnya?',
    interest: [
      'Petugas meneruskan minat Anda kepada pembuat produk.',
      'Pembuatnya bisa menghubungi nomor Anda.',
      'Harga dan ongkos kirim dibicarakan langsung dengan pembuatnya.',
    ],
    proposal: [
      'Petugas meninjau usulan Anda.',
      'Petugas menghubungi Anda kalau ada yang kurang.',
      'Kalau disetujui dan Anda mengizinkan, produk tampil di ruang promosi.',
    ],
    noPhotos: 'Bawa produk Anda ke loket, supaya petugas bisa memotretnya.',
    unsureWhen: 'Berapa lama, belum bisa dipastikan.',
    finish: 'Selesai',
  },
  attract: { by: (maker, place) => `${maker}, ${place}`, madeBy: 'Buatan PMI yang sudah pulang' },
};
