import type { CameraTrouble } from '../components/camera/camera-tools.ts';

/** A title, what it means, and what to do. */
interface TroubleWords {
  title: string;
  detail: string;
}

/** Every word of the capture screens. `camera.en.ts` has the same shape. */
export interface CameraTexts {
  isOn: string;
  opening: string;
  /** What the moving picture is, for somebody who hears the screen. */
  preview: string;
  dark: string;
  withoutCamera: string;
  wake: string;
  resting: TroubleWords;
  trouble: Record<CameraTrouble, TroubleWords>;
  photo: {
    title: string;
    hint: string;
    shutter: string;
    delay: string;
    /** Read out each second before the photo. */
    counting: (seconds: number) => string;
    stop: string;
    taking: string;
    failed: string;
    reviewTitle: string;
    reviewHint: string;
    taken: string;
    use: string;
    again: string;
  };
  qr: { title: string; hint: string; looking: string; slow: string };
  mrz: { title: string; hint: string; looking: string; slow: string; band: string };
}

export const cameraId: CameraTexts = {
  isOn: 'Kamera menyala',
  opening: 'Menyalakan kamera',
  preview: 'Gambar dari kamera',
  dark: 'Gambarnya gelap. Cek apakah kamera tertutup.',
  withoutCamera: 'Lanjut tanpa kamera',
  wake: 'Nyalakan kamera',
  resting: {
    title: 'Kamera sudah dimatikan',
    detail: 'Kamera mati sendiri sesudah tiga menit. Anda bisa menyalakannya lagi.',
  },
  trouble: {
    'camera.none': {
      title: 'Kios ini tidak punya kamera',
      detail: 'Anda tetap bisa lanjut dengan mengetik.',
    },
    'camera.refused': {
      title: 'Kamera tidak boleh dipakai di sini',
      detail: 'Kios ini menutup kameranya. Anda tetap bisa lanjut dengan mengetik.',
    },
    'camera.busy': {
      title: 'Kamera sedang tidak bisa dipakai',
      detail: 'Coba sekali lagi. Anda juga bisa lanjut dengan mengetik.',
    },
    'camera.lost': {
      title: 'Kamera terputus',
      detail: 'Yang sudah Anda isi tetap ada. Coba lagi, atau lanjut dengan mengetik.',
    },
    'camera.no-answer': {
      title: 'Kamera tidak menjawab',
      detail: 'Coba sekali lagi. Anda juga bisa lanjut dengan mengetik.',
    },
  },
  photo: {
    title: 'Taruh di depan kamera',
    hint: 'Pegang lurus, di tempat terang. Cek apakah tulisannya terbaca.',
    shutter: 'Ambil foto',
    delay: 'Tunggu 3 detik dulu',
    counting: (seconds) => `Foto diambil dalam ${seconds} detik`,
    stop: 'Batalkan',
    taking: 'Mengambil foto',
    failed: 'Fotonya tidak jadi. Coba sekali lagi.',
    reviewTitle: 'Apakah fotonya jelas?',
    reviewHint: 'Kamera sudah mati. Foto ini belum disimpan.',
    taken: 'Foto yang baru diambil',
    use: 'Pakai foto ini',
    again: 'Ulangi',
  },
  qr: {
    title: 'Tunjukkan kode kotak di slip',
    hint: 'Pegang slip di depan kamera. Kodenya terbaca sendiri.',
    looking: 'Mencari kode',
    slow: 'Belum terbaca. Jauhkan sedikit dari kamera, dan cari tempat terang.',
  },
  mrz: {
    title: 'Tunjukkan halaman foto paspor',
    hint: 'Dua baris paling bawah harus penuh di dalam bingkai.',
    looking: 'Membaca paspor',
    slow: 'Belum terbaca. Dekatkan, pegang lurus, dan jauhkan dari pantulan lampu.',
    band: 'Dua baris ini di sini',
  },
};
