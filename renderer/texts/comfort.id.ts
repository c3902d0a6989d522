/** Visitor texts of how the screen looks and is worked. `comfort.en.ts` must have the same shape. */
export const comfortId = {
  button: 'Tampilan',
  title: 'Atur tampilan layar',
  size: {
    label: 'Ukuran huruf',
    sizes: { '100': 'Biasa', '130': 'Besar', '160': 'Lebih besar', '200': 'Paling besar' },
  },
  theme: {
    label: 'Warna layar',
    themes: { day: 'Terang', contrast: 'Hitam kuning', dim: 'Redup' },
  },
  reach: {
    label: 'Tombol di bawah',
    hint: 'Supaya terjangkau sambil duduk',
  },
  motion: {
    label: 'Tanpa gerakan',
    hint: 'Gambar dan tulisan tidak bergerak',
  },
  on: 'Nyala',
  off: 'Mati',
  reset: 'Seperti semula',
  done: 'Selesai',
  moreBelow: 'Ke bawah',
  moreAbove: 'Ke atas',
  unreviewed: 'Terjemahan belum diperiksa penutur asli',
};

export type ComfortTexts = typeof comfortId;
