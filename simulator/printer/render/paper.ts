import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Receipt } from '../escpos/model.ts';
import type { Hardware } from '../hardware.ts';
import type { DotBitmap } from './bitmap.ts';
import { burn } from './head.ts';

/** Picture pixels per printer dot. */
const ZOOM = 2;
/** Air around the paper for its shadow, in picture pixels. */
const AIR = 28;
const INK = [43, 41, 48] as const;

/** A piece of paper as a PNG that looks like one: thermal ink, cut edges, a soft shadow on nothing. */
export function renderPaper(receipt: Receipt, hardware: Hardware): Uint8Array {
  const dots = burn(receipt, hardware);
  // What lies between head and knife: blank at the top of this piece, and fed out at its end for the next.
  const top = hardware.headToCutterDots;
  const height = Math.max(top + dots.height - (receipt.cut ? hardware.headToCutterDots : 0), top);
  const paper = { width: hardware.paperDots * ZOOM, height: height * ZOOM };
  const canvas = createCanvas(paper.width + 2 * AIR, paper.height + 2 * AIR);
  const context = canvas.getContext('2d');
  drawSheet(context, paper, receipt.cut === null);
  const ink = inkOf(dots);
  const left = AIR + ((hardware.paperDots - hardware.printableDots) / 2) * ZOOM;
  context.imageSmoothingEnabled = true;
  context.drawImage(ink, left, AIR + top * ZOOM, dots.width * ZOOM, dots.height * ZOOM);
  return canvas.toBuffer('image/png');
}

function drawSheet(context: SKRSContext2D, paper: { width: number; height: number }, torn: boolean): void {
  context.save();
  context.shadowColor = 'rgba(40, 34, 24, 0.28)';
  context.shadowBlur = 18;
  context.shadowOffsetY = 5;
  const sheen = context.createLinearGradient(AIR, 0, AIR + paper.width, 0);
  sheen.addColorStop(0, '#f3f0e9');
  sheen.addColorStop(0.12, '#fbfaf6');
  sheen.addColorStop(0.7, '#fcfbf8');
  sheen.addColorStop(1, '#f1eee7');
  context.fillStyle = sheen;
  context.beginPath();
  context.moveTo(AIR, AIR);
  edge(context, AIR, AIR + paper.width, AIR, 3);
  context.lineTo(AIR + paper.width, AIR + paper.height);
  edge(context, AIR + paper.width, AIR, AIR + paper.height, torn ? 11 : 3);
  context.closePath();
  context.fill();
  context.restore();
}

/** The teeth a knife leaves; long ones where the paper was torn. */
function edge(context: SKRSContext2D, from: number, to: number, y: number, depth: number): void {
  const steps = 120;
  for (let i = 1; i <= steps; i++) {
    const x = from + ((to - from) * i) / steps;
    context.lineTo(x, y + (i % 2 === 0 ? 0 : depth * (0.6 + 0.4 * Math.sin(i * 1.7))));
  }
}

/** The burnt dots on a transparent ground, one pixel each; enlarging it later gives the soft edge of thermal ink. */
function inkOf(dots: DotBitmap) {
  const canvas = createCanvas(dots.width, Math.max(1, dots.height));
  const context = canvas.getContext('2d');
  const image = context.createImageData(canvas.width, canvas.height);
  for (let i = 0; i < dots.dots.length; i++) {
    if (dots.dots[i] !== 1) continue;
    image.data.set(INK, i * 4);
    // A head never burns quite evenly.
    image.data[i * 4 + 3] = 232 + ((i * 7919) % 23);
  }
  context.putImageData(image, 0, 0);
  return canvas;
}
