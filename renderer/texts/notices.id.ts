/** Every word around what everybody must read now. What it says comes signed from the hub. `notices.en.ts` has the same shape. */
export interface NoticesTexts {
  level: Record<'urgent' | 'information', string>;
  others: (count: number) => string;
  place: (level: string, at: number, of: number) => string;
  source: (name: string) => string;
  since: (date: string) => string;
  until: (date: string) => string;
  none: string;
  next: string;
  close: string;
}

export const noticesId: NoticesTexts = {
  level: { urgent: 'Penting', information: 'Pengumuman' },
  others: (count) => `Ada ${count} lagi`,
  place: (level, at, of) => `${level}, ${at} dari ${of}`,
  source: (name) => `Sumber: ${name}`,
  since: (date) => `Sejak ${date}`,
  until: (date) => `Berlaku sampai ${date}`,
  none: 'Tidak ada pengumuman sekarang',
  next: 'Berikutnya',
  close: 'Ke layar awal',
};
