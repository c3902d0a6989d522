import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { DotBitmap } from './bitmap.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const HEADER_BYTES = 13;

/** The dots as a PNG of one bit a dot, grey scale, unfiltered: what a golden needs, and small. */
export function toOneBitPng(bitmap: DotBitmap): Uint8Array {
  const { width, height } = bitmap;
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rowBytes = 1 + Math.ceil(width / 8);
  const rows = Buffer.alloc(rowBytes * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      // In a PNG 1 is white; on the paper 1 is black.
      const byte = y * rowBytes + 1 + (x >> 3);
      if (!bitmap.at(x, y)) rows[byte] = (rows[byte] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Reads what `toOneBitPng` writes. Throws for any other picture: it would be no golden of ours. */
export function fromOneBitPng(png: Uint8Array): DotBitmap {
  const bytes = Buffer.from(png);
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('not a PNG');
  let header: Buffer | null = null;
  const packed: Buffer[] = [];
  for (let at = SIGNATURE.length; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (name === 'IHDR') header = content;
    if (name === 'IDAT') packed.push(content);
    at += length + 12;
  }
  if (header === null || header[8] !== 1 || header[9] !== 0 || header[12] !== 0)
    throw new Error('not a PNG of one bit a dot');
  const bitmap = new DotBitmap(header.readUInt32BE(0), header.readUInt32BE(4));
  const rows = inflateSync(Buffer.concat(packed));
  const rowBytes = 1 + Math.ceil(bitmap.width / 8);
  for (let y = 0; y < bitmap.height; y++) {
    if (rows[y * rowBytes] !== 0) throw new Error('a filtered row');
    for (let x = 0; x < bitmap.width; x++) {
      const byte = rows[y * rowBytes + 1 + (x >> 3)] ?? 0;
      bitmap.set(x, y, (byte & (0x80 >> (x & 7))) === 0);
    }
  }
  return bitmap;
}

function chunk(name: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
