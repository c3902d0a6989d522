import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';

/**
 * Draws the 37 characters of a machine-readable zone from OCR-B (e2e/fonts/, free to use without limitation) into
 * renderer/components/camera/mrz/glyphs.ts, one hexadecimal digit a point. Run it when the size of a cell changes.
 */
const root = join(import.meta.dirname, '..');
const WIDTH = 18;
const HEIGHT = 26;
/** As in mrz/classify.ts: a cell is 1.4 capitals high. */
const CAPITALS = 1.4;
const FINE = 8;
const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<';

GlobalFonts.registerFromPath(join(root, 'e2e/fonts/ocr-b.otf'), 'OCR-B');
const measure = createCanvas(10, 10).getContext('2d');
measure.font = '1000px OCR-B';
const advance = measure.measureText('H').width / 1000;
const capital = measure.measureText('H').actualBoundingBoxAscent / 1000;

const rows = [...CHARACTERS].map((character) => `  ['${character}', '${drawn(character)}'],`);
writeFileSync(
  join(root, 'renderer/components/camera/mrz/glyphs.ts'),
  `/** Made by scripts/mrz-glyphs.ts: one hexadecimal digit a point, ink high, a place wide and ${CAPITALS} capitals high. */
export const CELL_WIDTH = ${WIDTH};
export const CELL_HEIGHT = ${HEIGHT};

const DRAWN: readonly (readonly [string, string])[] = [
${rows.join('\n')}
];

/** Each with mean 0 and length 1, so that a product with a picture is a correlation. */
export const GLYPHS: ReadonlyMap<string, Float32Array> = new Map(
  DRAWN.map(([character, digits]) => [character, normal(Float32Array.from(digits, (digit) => Number.parseInt(digit, 16)))]),
);

function normal(points: Float32Array): Float32Array {
  const mean = points.reduce((sum, value) => sum + value, 0) / points.length;
  const length = Math.hypot(...points.map((value) => value - mean));
  return points.map((value) => (value - mean) / length);
}
`,
);

function drawn(character: string): string {
  const scaleX = (WIDTH * FINE) / advance;
  const scaleY = (HEIGHT * FINE) / (capital * CAPITALS);
  const canvas = createCanvas(WIDTH * FINE, HEIGHT * FINE);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#000';
  pen.font = '100px OCR-B';
  // The middle of a capital stands in the middle of the cell, both ways.
  pen.setTransform(scaleX / 100, 0, 0, scaleY / 100, 0, (HEIGHT * FINE) / 2 + (capital * scaleY) / 2);
  const width = pen.measureText(character).width;
  pen.fillText(character, (advance * 100 - width) / 2, 0);
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
  let digits = '';
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      let ink = 0;
      for (let v = -FINE / 2; v < FINE * 1.5; v++) {
        for (let u = -FINE / 2; u < FINE * 1.5; u++) {
          const px = Math.min(canvas.width - 1, Math.max(0, x * FINE + u));
          const py = Math.min(canvas.height - 1, Math.max(0, y * FINE + v));
          ink += 255 - (data[(py * canvas.width + px) * 4] ?? 255);
        }
      }
      digits += Math.round((ink / (4 * FINE * FINE) / 255) * 15).toString(16);
    }
  }
  return digits;
}
