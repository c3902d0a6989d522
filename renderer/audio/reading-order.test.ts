// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { audioId } from '../texts/audio.id.ts';
import { audible } from './guide.ts';
import { readingOf } from './reading-order.ts';

function page(html: string): Element {
  document.body.innerHTML = `<main>${html}</main>`;
  return document.body;
}
const texts = (html: string) => readingOf(page(html), audioId).map(({ text }) => text);

test('question, reason, answers and bar are read in the order of the page', () => {
  expect(
    texts(`
      <header><p>Langkah 1</p><h1>Apakah Anda dalam <em>bahaya</em> sekarang?</h1><div>Kami tanya ini dulu.</div></header>
      <div role="radiogroup"><label><input type="radio" name="a"> Ya</label><label><input type="radio" name="a"> Tidak</label></div>
      <button>Kembali</button><button disabled>Lanjut</button>`),
  ).toEqual([
    'Langkah 1',
    'Apakah Anda dalam bahaya sekarang?',
    'Kami tanya ini dulu.',
    'Pilihan. Ya',
    'Pilihan. Tidak',
    'Tombol. Kembali',
    'Tombol. Lanjut. Sedang tidak bisa dipakai',
  ]);
});

test('what a screen reader does not hear is not said either', () => {
  expect(
    texts(`<p aria-hidden="true">A</p><p hidden>B</p><div inert>C</div><p style="display:none">D</p>
      <button aria-label="Tutup"><svg><title>x</title></svg></button><svg role="img" aria-label="Kode QR tiket"></svg>`),
  ).toEqual(['Tombol. Tutup', 'Gambar. Kode QR tiket']);
});

test('what she typed and chose is hers, and so is everything marked private', () => {
  const reading = readingOf(
    page(`<label>Nama <input value="KANARI"></label>
      <button role="radio" aria-checked="true">Ya</button><dl><dt>Nomor rahasia</dt><dd data-private>042 917</dd></dl>`),
    audioId,
  );
  expect(reading.filter(({ isPrivate }) => isPrivate).map(({ text }) => text)).toEqual([
    'KANARI',
    'Dipilih',
    '042 917',
  ]);
});

test('a private part inside a line stands alone', () => {
  const reading = readingOf(
    page('<p><span>Nama Anda</span><span data-private>KANARI</span> dicatat</p>'),
    audioId,
  );
  expect(reading.map(({ text, isPrivate }) => [text, isPrivate])).toEqual([
    ['Nama Anda', false],
    ['KANARI', true],
    ['dicatat', false],
  ]);
});

test('without earphones nothing private is said, and that it is left out is said once', () => {
  const reading = readingOf(
    page('<p>Satu</p><p data-private>KANARI A</p><p>Dua</p><p data-private>KANARI B</p>'),
    audioId,
  );
  expect(audible(reading, 'speaker', audioId).map(({ text }) => text)).toEqual([
    'Satu',
    audioId.private,
    'Dua',
  ]);
  expect(audible(reading, 'headset', audioId).map(({ text }) => text)).toEqual([
    'Satu',
    'KANARI A',
    'Dua',
    'KANARI B',
  ]);
});

test('a hidden number field is never said, not even into earphones', () => {
  const reading = readingOf(page('<label>PIN <input type="password" value="123456"></label>'), audioId);
  expect(JSON.stringify(audible(reading, 'headset', audioId).map(({ text }) => text))).not.toContain(
    '123456',
  );
});
