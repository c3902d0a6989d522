import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import type { Font } from '../escpos/commands.ts';
import { FONT_DOTS, type Run } from '../escpos/model.ts';
import { DotBitmap } from './bitmap.ts';

const fonts = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');
GlobalFonts.registerFromPath(join(fonts, 'DejaVuSansMono.ttf'), 'slip-regular');
GlobalFonts.registerFromPath(join(fonts, 'DejaVuSansMono-Bold.ttf'), 'slip-bold');

/** How the outline font is fitted into the printer's cells: receipt faces are taller and narrower than screen faces. */
const FIT: Readonly<Record<Font, { size: number; stretch: number; baseline: number }>> = {
  A: { size: 19.9, stretch: 1.16, baseline: 18.5 },
  B: { size: 14.9, stretch: 1.12, baseline: 13 },
};

/** Alpha above which a dot is burnt. */
const BURNS = 112;

const cache = new Map<string, DotBitmap>();

/** One character as dots in its cell, enlarged as the printer would: smoothly, or dot by dot. */
export function glyphOf(character: string, run: Omit<Run, 'text'>): DotBitmap {
  const { font, bold, width, height, smooth } = run;
  const key = `${character}|${font}|${bold}|${width}|${height}|${smooth}`;
  const known = cache.get(key);
  if (known) return known;
  const glyph = smooth
    ? drawn(character, font, bold, width, height)
    : enlarged(drawn(character, font, bold, 1, 1), width, height);
  cache.set(key, glyph);
  return glyph;
}

function drawn(character: string, font: Font, bold: boolean, width: number, height: number): DotBitmap {
  const cell = FONT_DOTS[font];
  const { size, baseline, ...fit } = FIT[font];
  const stretch = hasHighAccent(character) ? fit.stretch * 0.82 : fit.stretch;
  const glyph = new DotBitmap(cell.width * width, cell.height * height);
  const canvas = createCanvas(glyph.width, glyph.height);
  const context = canvas.getContext('2d');
  context.setTransform(width, 0, 0, height * stretch, 0, 0);
  context.font = `${size}px ${bold ? 'slip-bold' : 'slip-regular'}`;
  context.fillText(character, 0, baseline / stretch);
  const { data } = context.getImageData(0, 0, glyph.width, glyph.height);
  for (let i = 0; i < glyph.dots.length; i++) glyph.dots[i] = (data[i * 4 + 3] ?? 0) > BURNS ? 1 : 0;
  return glyph;
}

function enlarged(glyph: DotBitmap, width: number, height: number): DotBitmap {
  if (width === 1 && height === 1) return glyph;
  const large = new DotBitmap(glyph.width * width, glyph.height * height);
  large.draw(glyph, 0, 0, width, height);
  return large;
}

/** A capital with an accent is taller than the cell; printers' faces squeeze it in. */
function hasHighAccent(character: string): boolean {
  return /^\p{Lu}\p{M}/u.test(character.normalize('NFD'));
}
