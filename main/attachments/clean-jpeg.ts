/**
 * Reads a JPEG by its segments and gives it back without anything that is not the picture: EXIF and its place, maker's
 * notes, comments, embedded thumbnails, and whatever was hung on behind its end. Null: it is none, or it is not whole.
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 4 || view[0] !== 0xff || view[1] !== SOI) return null;
  const kept: Uint8Array[] = [view.subarray(0, 2)];
  let at = 2;
  let frames = 0;
  let scans = 0;
  for (;;) {
    const start = at;
    if (view[at] !== 0xff) return null;
    // Any number of 0xff may stand before a marker.
    while (view[at] === 0xff) at++;
    const marker = view[at];
    if (marker === undefined || marker === 0 || isRestart(marker) || marker === SOI) return null;
    if (marker === EOI) {
      kept.push(Uint8Array.of(0xff, EOI));
      return frames === 1 && scans > 0 ? Buffer.concat(kept) : null;
    }
    const length = at + 2 < view.length ? view.readUInt16BE(at + 1) : 0;
    const end = at + 1 + length;
    if (length < 2 || end > view.length) return null;
    const body = view.subarray(at + 3, end);
    if (isFrame(marker)) {
      if (!isSane(body)) return null;
      frames++;
    }
    if (marker === APP0) {
      const header = plainHeader(body);
      if (header) kept.push(header);
    } else if (!isMetadata(marker)) kept.push(Uint8Array.of(0xff), view.subarray(start + (at - start), end));
    at = end;
    if (marker !== SOS) continue;
    scans++;
    const scanEnd = endOfScan(view, at);
    if (scanEnd === null) return null;
    kept.push(view.subarray(at, scanEnd));
    at = scanEnd;
  }
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const COMMENT = 0xfe;

/** Pixels along one side. A photo of a kiosk's camera has some hundred to a few thousand. */
const SMALLEST_SIDE = 16;
const LARGEST_SIDE = 8192;

const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;
const isMetadata = (marker: number) => (marker > APP0 && marker <= 0xef) || marker === COMMENT;

/** Start of frame; 0xc4, 0xc8 and 0xcc in their midst are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Precision, height, width, number of components: eight bits, grey or colour, of a size that a camera makes. */
function isSane(frame: Buffer): boolean {
  if (frame.length < 6) return false;
  const sides = [frame.readUInt16BE(1), frame.readUInt16BE(3)];
  const components = frame[5];
  return (
    frame[0] === 8 &&
    sides.every((side) => side >= SMALLEST_SIDE && side <= LARGEST_SIDE) &&
    (components === 1 || components === 3)
  );
}

/** The JFIF header without its thumbnail; other headers under the same marker are thumbnails alone. */
function plainHeader(body: Buffer): Uint8Array | null {
  const JFIF_BYTES = 14;
  if (body.length < JFIF_BYTES || body.toString('latin1', 0, 5) !== 'JFIF\0') return null;
  const header = Buffer.from(body.subarray(0, JFIF_BYTES));
  header.fill(0, 12);
  return Buffer.concat([Uint8Array.of(0xff, APP0, 0, JFIF_BYTES + 2), header]);
}

/** Where the coded picture stops and the next marker begins: 0xff that is neither stuffed nor a restart. */
function endOfScan(view: Buffer, from: number): number | null {
  for (let at = from; at + 1 < view.length; at++) {
    const next = view[at + 1] ?? 0;
    if (view[at] === 0xff && next !== 0 && next !== 0xff && !isRestart(next)) return at;
  }
  return null;
}
