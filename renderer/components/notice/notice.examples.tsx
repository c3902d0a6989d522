import type { Example } from '../../gallery/example.ts';
import { Notice, type NoticeTone } from './notice.tsx';

const words: Record<NoticeTone, [string, string]> = {
  info: ['Internet sedang putus', 'Pengaduan tetap bisa dibuat dan dikirim nanti.'],
  care: ['Nomor ini mungkin salah', 'Periksa lagi sebelum lanjut.'],
  done: ['Sudah diterima', 'Simpan nomor tiket Anda.'],
  light: ['Kabar ini mungkin sudah lama', 'Kabar baru tampil sesudah kios tersambung.'],
};

export const examples: readonly Example[] = (['info', 'care', 'done', 'light'] as const).map((tone) => ({
  name: tone,
  render: () => (
    <Notice tone={tone} title={words[tone][0]}>
      {words[tone][1]}
    </Notice>
  ),
}));
