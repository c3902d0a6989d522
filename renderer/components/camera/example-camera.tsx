import { create } from 'qrcode';
import type { ReactNode } from 'react';
import type { MrzReading } from '../../../shared/domain/mrz.ts';
import { failed, succeeded } from '../../../shared/lib/result.ts';
import {
  CameraContext,
  type CameraTools,
  type CameraTrouble,
  type Frame,
  type LiveCamera,
} from './camera-tools.ts';
import { EXAMPLE_JPEG } from './example-jpeg.ts';
import { readQr } from './read-qr.ts';

/** What an example camera looks at. Everything drawn is made up. */
export interface ExampleSight {
  /** A slip with this QR. */
  qrText?: string;
  /** A passport whose lines say this. */
  mrz?: MrzReading;
  isDark?: boolean;
  trouble?: CameraTrouble;
  /** Bytes of "the photo". */
  jpeg?: Uint8Array<ArrayBuffer>;
  leaseMs?: number;
  picture?: 'slip' | 'letter' | 'passport';
}

export interface ExampleCamera extends CameraTools {
  /** Cameras that are on now. */
  lit(): number;
  /** What pulling the plug does. */
  unplug(): void;
}

/** A camera without a device: for examples, which draw what it sees, and for tests, which read it. */
export function exampleCamera(sight: ExampleSight = {}): ExampleCamera {
  const cameras = new Set<{ lost(): void }>();
  return {
    lit: () => cameras.size,
    unplug() {
      for (const { lost } of [...cameras]) lost();
    },
    async open() {
      if (sight.trouble) return failed({ code: sight.trouble });
      let tellLost = () => {};
      const entry = { lost: () => tellLost() };
      cameras.add(entry);
      const camera: LiveCamera = {
        showIn(video) {
          video.poster = pictureOf(sight);
          return () => video.removeAttribute('poster');
        },
        readFrame: () => frameOf(sight),
        takePhoto: async () => sight.jpeg ?? EXAMPLE_JPEG.slice(),
        onLost(listener) {
          tellLost = listener;
        },
        stop: () => void cameras.delete(entry),
      };
      return succeeded({ camera, leaseMs: sight.leaseMs ?? 180_000 });
    },
    readQr: async (frame) => readQr(frame),
    readMrz: async () => sight.mrz ?? null,
  };
}

/** A capture screen as it looks with this in front of the camera. */
export function Before({ sight, children }: { sight: ExampleSight; children: ReactNode }) {
  return <CameraContext value={exampleCamera(sight)}>{children}</CameraContext>;
}

function frameOf(sight: ExampleSight): Frame {
  if (sight.isDark) return evenFrame(4);
  return sight.qrText ? qrFrame(sight.qrText) : evenFrame(190);
}

function evenFrame(brightness: number): Frame {
  return { data: new Uint8ClampedArray(16 * 16 * 4).fill(brightness), width: 16, height: 16 };
}

const MODULE_PX = 5;
const QUIET_MODULES = 6;

/** A QR as a camera that stands straight sees it. */
function qrFrame(text: string): Frame {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = (modules.size + 2 * QUIET_MODULES) * MODULE_PX;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const column = Math.floor(x / MODULE_PX) - QUIET_MODULES;
      const row = Math.floor(y / MODULE_PX) - QUIET_MODULES;
      const isInside = column >= 0 && row >= 0 && column < modules.size && row < modules.size;
      if (isInside && modules.get(row, column)) data.fill(20, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return { data, width: side, height: side };
}

function pictureOf(sight: ExampleSight): string {
  const { picture = sight.qrText ? 'slip' : sight.mrz ? 'passport' : 'letter' } = sight;
  const table = sight.isDark ? '#050506' : '#8c7a62';
  const inside = sight.isDark ? '' : { slip: slip(sight.qrText ?? ''), letter, passport }[picture];
  return `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900"><rect width="1600" height="900" fill="${table}"/>${inside}</svg>`,
  )}`;
}

function slip(text: string): string {
  const { modules } = create(text || 'CONTOH', { errorCorrectionLevel: 'M' });
  const cells = [];
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) cells.push(`M${column} ${row}h1v1h-1z`);
  const scale = 420 / modules.size;
  return `<g transform="rotate(-3 800 450)"><rect x="510" y="-80" width="580" height="1100" fill="#fdfdf8"/>
    <g fill="#333"><rect x="580" y="30" width="440" height="34"/><rect x="640" y="86" width="320" height="22"/></g>
    <path transform="translate(590 210) scale(${scale})" d="${cells.join('')}" fill="#111"/>
    <g fill="#777"><rect x="580" y="690" width="440" height="14"/><rect x="580" y="724" width="400" height="14"/><rect x="580" y="758" width="420" height="14"/></g></g>`;
}

const lines = Array.from(
  { length: 11 },
  (_, at) =>
    `<rect x="400" y="${250 + at * 44}" width="${[800, 760, 820, 700, 780, 540][at % 6]}" height="14"/>`,
).join('');
const letter = `<g transform="rotate(2 800 450)"><rect x="320" y="60" width="960" height="1000" fill="#fbfaf5"/><g fill="#333"><rect x="560" y="120" width="480" height="32"/><rect x="620" y="172" width="360" height="20"/></g><g fill="#888">${lines}</g></g>`;

const passport = `<g><rect x="300" y="60" width="1000" height="720" rx="18" fill="#e9efe8"/><rect x="350" y="150" width="250" height="330" fill="#c9d3cd"/><circle cx="475" cy="270" r="66" fill="#9fb0a8"/><path d="M372 480a103 110 0 0 1 206 0z" fill="#9fb0a8"/>
  <g fill="#6b7a73"><rect x="650" y="160" width="420" height="20"/><rect x="650" y="230" width="360" height="20"/><rect x="650" y="300" width="480" height="20"/><rect x="650" y="370" width="300" height="20"/></g>
  <g fill="#1c1c1c" font-family="monospace" font-size="36"><text x="330" y="660" textLength="940">P&lt;IDNCONTOH&lt;&lt;SITI&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;</text><text x="330" y="730" textLength="940">X0000000&lt;4IDN8001014F3001019&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;02</text></g></g>`;
