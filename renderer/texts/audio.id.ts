/** What the audio guide adds to the words on the screen, in plain Indonesian. `audio.en.ts` must have the same shape. */
export const audioId = {
  listen: 'Dengarkan',
  stop: 'Diam',
  button: 'Tombol',
  choice: 'Pilihan',
  chosen: 'Dipilih',
  field: 'Isian',
  picture: 'Gambar',
  closed: 'Sedang tidak bisa dipakai',
  private: 'Bagian pribadi tidak dibacakan.',
};

export type AudioTexts = typeof audioId;
