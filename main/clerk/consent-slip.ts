import type { KioskContent } from '../../shared/contract/content.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { NoteSlip } from '../../shared/domain/slip.ts';

const WORDS: Record<
  Language,
  {
    heading: string;
    permission: string;
    byHand: string;
    name: string;
    product: string;
    date: string;
    signature: string;
    version(version: string): string;
  }
> = {
  id: {
    heading: 'Izin menampilkan produk',
    permission: 'Izin',
    byHand: 'Diisi dengan tangan',
    name: 'Nama',
    product: 'Produk',
    date: 'Tanggal',
    signature: 'Tanda tangan',
    version: (version) => `Surat izin ${version}. Disimpan petugas.`,
  },
  en: {
    heading: 'Permission to show a product',
    permission: 'Permission',
    byHand: 'To be filled in by hand',
    name: 'Name',
    product: 'Product',
    date: 'Date',
    signature: 'Signature',
    version: (version) => `Permission ${version}. Kept by the staff.`,
  },
};

interface SheetSource {
  place: Pick<NoteSlip, 'language' | 'officeName' | 'officeTimeZone' | 'serviceName'>;
  words: Pick<KioskContent['showcase']['consentTexts'][number], 'version' | 'text' | 'detail'>;
  /** Unix ms. */
  printedAtMs: number;
}

const LONGEST_ITEM = 200;

/** Every word of a text in as few items as a slip takes: what is signed may lack none. */
export function inLines(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= LONGEST_ITEM)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The permission as it is printed, with lines to write and to sign on. */
export function consentSheet({ place, words, printedAtMs }: SheetSource): NoteSlip {
  const { heading, permission, byHand, name, product, date, signature, version } = WORDS[place.language];
  return {
    kind: 'note',
    ...place,
    heading,
    codes: [],
    printedAtMs: Math.max(0, Math.floor(printedAtMs)),
    sections: [
      {
        title: permission,
        items: [words.text, words.detail]
          .flatMap((words) => inLines(words[place.language]))
          .map((text) => ({ text })),
      },
      {
        title: byHand,
        items: [
          ...[name, product, date].map((text) => ({ text, room: 'words' as const })),
          { text: signature, room: 'signature' },
        ],
      },
    ],
    footLine: version(words.version),
  };
}
