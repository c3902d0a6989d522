import { createCanvas, Path2D, type SKRSContext2D } from '@napi-rs/canvas';

/** Width and height of a picture, in pixels. */
export const SIZE = 1080;

/** The product's palette (renderer/tokens/palette.css), and two shades between its colours. */
export const INK = {
  paper: '#fbf6ec',
  paperDeep: '#f1e8d6',
  sand: '#ddd2bd',
  straw: '#d9b36a',
  strawDeep: '#a97f3c',
  ink: '#1a1f36',
  indigo: '#2a3788',
  indigoDeep: '#1c2661',
  indigoNight: '#12183f',
  indigoLight: '#b9c2f5',
  indigoMist: '#e7e9f6',
  terracotta: '#7c3216',
  terracottaDeep: '#5a2410',
  terracottaBright: '#c8603a',
  terracottaLight: '#f6bfa3',
  terracottaMist: '#f9e7dc',
  leaf: '#1a5436',
  leafDeep: '#14432b',
  leafBright: '#4c8f5e',
  leafLight: '#a5dcb9',
  leafMist: '#e2f0e5',
  marigold: '#f4b223',
  marigoldDeep: '#cf8412',
  marigoldMist: '#fdeec8',
  chili: '#b3261e',
} as const;

export interface Hatch {
  /** Degrees; 0 is level. */
  angle?: number;
  gap?: number;
  width?: number;
  alpha?: number;
}

/** Flat colour and fine lines, as on a stamp. Shapes are SVG paths on a field of 1080 by 1080. */
export class Painter {
  private readonly context: SKRSContext2D;
  private readonly canvas = createCanvas(SIZE, SIZE);
  private seed = 7;

  constructor() {
    this.context = this.canvas.getContext('2d');
    this.context.lineCap = 'round';
    this.context.lineJoin = 'round';
  }

  encode(quality: number): Buffer {
    return this.canvas.toBuffer('image/webp', quality);
  }

  fill(shape: string, color: string, alpha = 1): void {
    this.context.globalAlpha = alpha;
    this.context.fillStyle = color;
    this.context.fill(new Path2D(shape));
    this.context.globalAlpha = 1;
  }

  line(shape: string, color: string, width: number, alpha = 1): void {
    this.context.globalAlpha = alpha;
    this.context.strokeStyle = color;
    this.context.lineWidth = width;
    this.context.stroke(new Path2D(shape));
    this.context.globalAlpha = 1;
  }

  /** Paints only inside a shape. */
  within(shape: string, paint: () => void): void {
    this.context.save();
    this.context.clip(new Path2D(shape));
    paint();
    this.context.restore();
  }

  /** Parallel engraved lines across a shape. */
  hatch(shape: string, color: string, { angle = 45, gap = 13, width = 2.5, alpha = 1 }: Hatch = {}): void {
    this.within(shape, () => {
      this.context.translate(SIZE / 2, SIZE / 2);
      this.context.rotate((angle * Math.PI) / 180);
      let lines = '';
      for (let y = -SIZE; y <= SIZE; y += gap) lines += `M${-SIZE} ${y}H${SIZE}`;
      this.line(lines, color, width, alpha);
    });
  }

  /** Paints turned and scaled about a place; the place becomes 0, 0. */
  at(
    x: number,
    y: number,
    paint: () => void,
    { turn = 0, scale = 1 }: { turn?: number; scale?: number } = {},
  ): void {
    this.context.save();
    this.context.translate(x, y);
    this.context.rotate((turn * Math.PI) / 180);
    this.context.scale(scale, scale);
    paint();
    this.context.restore();
  }

  /** The same numbers at every run, from `from` to `to`. */
  random(from: number, to: number): number {
    this.seed = (this.seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return from + (this.seed / 2_147_483_648) * (to - from);
  }
}

export function disc(x: number, y: number, radius: number): string {
  return oval(x, y, radius, radius);
}

export function oval(x: number, y: number, rx: number, ry: number): string {
  return `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`;
}

export function box(x: number, y: number, width: number, height: number, corner = 0): string {
  const r = corner;
  return `M${x + r} ${y}h${width - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${height - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}h${2 * r - width}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - height}a${r} ${r} 0 0 1 ${r} ${-r}z`;
}

export const EVERYTHING = box(0, 0, SIZE, SIZE);

/** A wall with engraved rays about a light, and a table in front of it. */
export function stillLife(
  p: Painter,
  colors: {
    wall: string;
    rays: string;
    sun?: string;
    table: string;
    edge: string;
    tableAt?: number;
    light?: [number, number];
  },
): void {
  const tableAt = colors.tableAt ?? 800;
  const [x, y] = colors.light ?? [540, 430];
  p.fill(EVERYTHING, colors.wall);
  let rays = '';
  for (let turn = 0; turn < 360; turn += 3) {
    const angle = (turn * Math.PI) / 180;
    rays += `M${x + Math.cos(angle) * 380} ${y + Math.sin(angle) * 380}L${x + Math.cos(angle) * 1300} ${y + Math.sin(angle) * 1300}`;
  }
  p.line(rays, colors.rays, 3);
  if (colors.sun) {
    p.fill(disc(x, y, 352), colors.sun);
    p.line(disc(x, y, 366), colors.sun, 3);
  }
  p.fill(box(0, tableAt, SIZE, SIZE - tableAt), colors.table);
  p.fill(box(0, tableAt, SIZE, 14), colors.edge);
  let grain = '';
  for (let line = tableAt + 44; line < SIZE; line += 30) {
    let from = p.random(-80, 40);
    while (from < SIZE) {
      const length = p.random(120, 420);
      grain += `M${from} ${line}h${length}`;
      from += length + p.random(30, 90);
    }
  }
  p.line(grain, colors.edge, 3, 0.55);
}

/** The shadow that something throws on the table: short level lines. */
export function shadow(p: Painter, x: number, y: number, rx: number, ry: number, color: string): void {
  p.hatch(oval(x, y, rx, ry), color, { angle: 0, gap: 9, width: 4.5 });
}

/** A leaf from 0, 0 to the right, with its veins. */
export function leaf(p: Painter, length: number, color: string, vein: string): void {
  const half = length * 0.24;
  const shape = `M0 0C${length * 0.25} ${-half * 1.35} ${length * 0.7} ${-half * 1.2} ${length} 0C${length * 0.7} ${half * 1.2} ${length * 0.25} ${half * 1.35} 0 0z`;
  p.fill(shape, color);
  let veins = `M0 0H${length * 0.94}`;
  for (let at = 0.18; at < 0.85; at += 0.13) {
    veins += `M${length * at} 0L${length * (at + 0.12)} ${-half * 0.72}M${length * at} 0L${length * (at + 0.12)} ${half * 0.72}`;
  }
  p.within(shape, () => p.line(veins, vein, Math.max(2, length / 60)));
}
