import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanJpeg } from './clean-jpeg.ts';
import { aJpeg, segment } from './testing.ts';

const SECRET = 'Exif\0\0 GPS -6.2 106.8';

test('a plain picture stays as it is', () => {
  const plain = aJpeg();
  expect(cleanJpeg(plain)).toEqual(plain);
});

test('place, maker’s notes, comments and what hangs behind the end are gone, the picture is whole', () => {
  const markers = [...Array.from({ length: 15 }, (_, n) => 0xe1 + n), 0xfe];
  for (const marker of markers) {
    const dirty = aJpeg({
      extra: [segment(marker, Buffer.from(SECRET))],
      behind: Buffer.from(`behind ${SECRET}`),
    });
    expect(cleanJpeg(dirty), `marker ${marker.toString(16)}`).toEqual(aJpeg());
  }
});

test('a thumbnail in the header is gone too', () => {
  const thumbnail = segment(0xe0, Buffer.from('JFXX\0\x10 a small picture'));
  const header = Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\x02\x01thumbs', 'latin1');
  const cleaned = cleanJpeg(aJpeg({ extra: [thumbnail, segment(0xe0, header)] }));
  expect(Buffer.from(cleaned ?? []).includes('small picture')).toBe(false);
  expect(Buffer.from(cleaned ?? []).includes('thumbs')).toBe(false);
});

test('metadata between two scans is found as well', () => {
  const scan = Buffer.concat([
    Buffer.from([1, 0xff, 0xd0, 2, 0xff, 0, 3]),
    segment(0xe1, Buffer.from(SECRET)),
    segment(0xda, Buffer.alloc(10, 1)),
    Buffer.from([4]),
  ]);
  const cleaned = Buffer.from(cleanJpeg(aJpeg({ scan })) ?? []);
  expect(cleaned.includes('GPS')).toBe(false);
  expect(cleaned.includes(Buffer.from([1, 0xff, 0xd0, 2, 0xff, 0, 3]))).toBe(true);
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a PNG', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['a text', Buffer.from('<html>')],
  ['only the first bytes of a JPEG', Buffer.from([0xff, 0xd8, 0xff])],
  ['a picture without its end', aJpeg().subarray(0, -2)],
  ['a picture cut in a table', aJpeg().subarray(0, 40)],
  [
    'no frame',
    Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xda, Buffer.alloc(10)), Buffer.from([1, 0xff, 0xd9])]),
  ],
  ['a picture without height', aJpeg({ height: 0 })],
  ['a speck', aJpeg({ width: 8, height: 8 })],
  ['a bomb', aJpeg({ width: 60_000, height: 60_000 })],
  ['four colours', aJpeg({ components: 4 })],
  ['two pictures in one', aJpeg({ extra: [segment(0xc2, Buffer.from([8, 1, 0, 1, 0, 3]))] })],
])('%s is not taken', (_name, bytes) => {
  expect(cleanJpeg(bytes)).toBeNull();
});

test('whatever comes in, nothing throws, and what comes out is clean and stays as it is', () => {
  const markers = fc.constantFrom(0xe0, 0xe1, 0xed, 0xee, 0xfe, 0xdb, 0xc4, 0xdd);
  const extras = fc.array(fc.tuple(markers, fc.uint8Array({ maxLength: 60 })), { maxLength: 6 });
  fc.assert(
    fc.property(
      extras,
      fc.uint8Array({ maxLength: 200 }),
      fc.nat(),
      fc.nat(255),
      (extra, scan, place, value) => {
        const bytes = aJpeg({
          extra: extra.map(([marker, body]) => segment(marker, body)),
          scan: Buffer.from(scan),
        });
        bytes[place % bytes.length] = value;
        const once = cleanJpeg(bytes);
        if (once !== null) expect(cleanJpeg(once)).toEqual(once);
      },
    ),
    { numRuns: 500 },
  );
});
