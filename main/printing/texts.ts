import type { Language } from '../../shared/domain/language.ts';

/** The fixed words of the slips. Names, numbers and promises are not here: they are facts and come with the slip. */
export interface SlipTexts {
  copy(n: number): string;
  ticketNumber: string;
  inTheNameOf(maskedName: string): string;
  /** Over the part that is folded away before the slip is shown. */
  yourPart: string;
  secret: string;
  keepSecret: string;
  whatHappensNext: string;
  by(date: string): string;
  completeBy(date: string): string;
  helpLines: string;
  qrCaption: string;
  recorded(date: string, time: string): string;
  printed(date: string, time: string): string;
  printMark(mark: string): string;
  inDanger: string;
  callNow: string;
  orCallStaff: string;
  notEmergencyService: string;
  testTitle: string;
  testEdges: string;
  testLetters: string;
  interrupted: string;
  handToStaff: string;
  months: readonly string[];
}

const id: SlipTexts = {
  copy: (n) => `SALINAN ${n}`,
  ticketNumber: 'Nomor tiket Anda',
  inTheNameOf: (maskedName) => `Atas nama ${maskedName}`,
  yourPart: 'Bagian ini untuk Anda',
  secret: 'Nomor rahasia',
  keepSecret:
    'Kedua nomor ini untuk melihat kabar tiket Anda. Jangan beri tahu nomor rahasia kepada orang lain.',
  whatHappensNext: 'Apa yang terjadi selanjutnya',
  by: (date) => `Paling lambat ${date}`,
  completeBy: (date) => `Lengkapi data Anda paling lambat ${date}.`,
  helpLines: 'Perlu bantuan? Hubungi',
  qrCaption: 'Tanda bahwa tiket ini asli dari kios ini',
  recorded: (date, time) => `Dicatat ${date}, ${time}`,
  printed: (date, time) => `Dicetak ${date}, ${time}`,
  printMark: (mark) => `Cetakan ${mark}`,
  inDanger: 'Dalam bahaya?',
  callNow: 'Hubungi salah satu nomor ini sekarang',
  orCallStaff: 'atau panggil petugas.',
  notEmergencyService: 'Kios ini bukan layanan darurat.',
  testTitle: 'Uji cetak',
  testEdges: 'Garis ini harus sampai ke kedua tepi',
  testLetters: 'Huruf dan tanda',
  interrupted: 'Cetakan ini terputus.',
  handToStaff: 'Serahkan potongan ini kepada petugas.',
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
};

const en: SlipTexts = {
  // The Indonesian word stays: staff look for it, whatever the visitor reads.
  copy: (n) => `SALINAN ${n} / COPY ${n}`,
  ticketNumber: 'Your ticket number',
  inTheNameOf: (maskedName) => `In the name of ${maskedName}`,
  yourPart: 'This part is yours',
  secret: 'Secret number',
  keepSecret:
    'Use both numbers to see the news of your ticket. Do not tell the secret number to anyone else.',
  whatHappensNext: 'What happens next',
  by: (date) => `By ${date}`,
  completeBy: (date) => `Please complete your data by ${date}.`,
  helpLines: 'Need help? Call',
  qrCaption: 'Proof that this ticket is genuine.',
  recorded: (date, time) => `Recorded ${date}, ${time}`,
  printed: (date, time) => `Printed ${date}, ${time}`,
  printMark: (mark) => `Print ${mark}`,
  inDanger: 'In danger?',
  callNow: 'Call one of these numbers now',
  orCallStaff: 'or call the staff here.',
  notEmergencyService: 'This kiosk is not an emergency service.',
  testTitle: 'Test print',
  testEdges: 'This line must reach both edges',
  testLetters: 'Letters and signs',
  interrupted: 'This print was interrupted.',
  handToStaff: 'Please hand this piece to the staff.',
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};

export const SLIP_TEXTS: Readonly<Record<Language, SlipTexts>> = { id, en };
