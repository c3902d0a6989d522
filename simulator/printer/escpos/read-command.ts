import { CODE_PAGES } from './code-pages.ts';
import type { Command, QrLevel, Reading, RealTime } from './commands.ts';

const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;
const DLE = 0x10;

/** DLE DC4, function 8: the eight bytes after `10 14` that make a printer throw its buffers away. */
const CLEAR_BUFFER = [0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08];

const QR_LEVELS: readonly QrLevel[] = ['L', 'M', 'Q', 'H'];

interface Shape {
  /** Argument bytes after the two-byte name. */
  args: number;
  /** Null refuses the argument. */
  read(args: Uint8Array): Command | null;
}

const onOff = (n: number) => (n === 0 || n === 0x30 ? false : n === 1 || n === 0x31 ? true : null);

function switched(kind: 'bold' | 'invert' | 'upside-down' | 'smoothing'): Shape {
  return {
    args: 1,
    read: ([n = 0]) => {
      const on = onOff(n);
      return on === null ? null : { kind, on };
    },
  };
}

function within(n: number, low: number, high: number, command: Command): Command | null {
  return n >= low && n <= high ? command : null;
}

/** Commands of a fixed length, by their two-byte name. */
const FIXED: Readonly<Record<string, Shape>> = {
  '1b 40': { args: 0, read: () => ({ kind: 'initialize' }) },
  '1b 21': {
    args: 1,
    read: ([n = 0]) =>
      (n & 0x46) !== 0
        ? null
        : {
            kind: 'print-mode',
            font: n & 0x01 ? 'B' : 'A',
            bold: (n & 0x08) !== 0,
            height: n & 0x10 ? 2 : 1,
            width: n & 0x20 ? 2 : 1,
            underline: (n & 0x80) !== 0,
          },
  },
  '1d 21': {
    args: 1,
    read: ([n = 0]) =>
      (n & 0x88) !== 0 ? null : { kind: 'size', width: ((n >> 4) & 7) + 1, height: (n & 7) + 1 },
  },
  '1b 45': switched('bold'),
  '1b 47': switched('bold'),
  '1d 42': switched('invert'),
  '1b 7b': switched('upside-down'),
  '1d 62': switched('smoothing'),
  '1b 2d': {
    args: 1,
    read: ([n = 0]) => {
      const dots = n >= 0x30 ? n - 0x30 : n;
      return dots === 0 || dots === 1 || dots === 2 ? { kind: 'underline', dots } : null;
    },
  },
  '1b 4d': {
    args: 1,
    read: ([n = 0]) => {
      const second = onOff(n);
      return second === null ? null : { kind: 'font', font: second ? 'B' : 'A' };
    },
  },
  '1b 61': {
    args: 1,
    read: ([n = 0]) => {
      const align = (['left', 'center', 'right'] as const)[n >= 0x30 ? n - 0x30 : n];
      return align ? { kind: 'align', align } : null;
    },
  },
  '1b 74': { args: 1, read: ([n = 0]) => (CODE_PAGES[n] ? { kind: 'code-page', page: n } : null) },
  '1b 52': { args: 1, read: ([n = 0]) => within(n, 0, 0, { kind: 'character-set', set: n }) },
  '1b 32': { args: 0, read: () => ({ kind: 'line-spacing', dots: 30 }) },
  '1b 33': { args: 1, read: ([n = 0]) => ({ kind: 'line-spacing', dots: n }) },
  '1b 64': { args: 1, read: ([n = 0]) => ({ kind: 'feed-lines', lines: n }) },
  '1b 4a': { args: 1, read: ([n = 0]) => ({ kind: 'feed-dots', dots: n }) },
  '1b 70': { args: 3, read: ([n = 0]) => within(n & 0x0f, 0, 1, { kind: 'drawer' }) },
  '1c 2e': { args: 0, read: () => ({ kind: 'padding' }) },
  '1d 48': { args: 1, read: ([n = 0]) => within(n, 0, 3, { kind: 'barcode-text', position: n }) },
  '1d 66': { args: 1, read: ([n = 0]) => within(n, 0, 1, { kind: 'barcode-font', font: n ? 'B' : 'A' }) },
  '1d 77': { args: 1, read: ([n = 0]) => within(n, 2, 6, { kind: 'barcode-width', dots: n }) },
  '1d 68': { args: 1, read: ([n = 0]) => within(n, 1, 255, { kind: 'barcode-height', dots: n }) },
  '1d 61': { args: 1, read: ([n = 0]) => ({ kind: 'automatic-status', mask: n }) },
  '1d 49': { args: 1, read: ([n = 0]) => ({ kind: 'transmit-identity', what: n }) },
  '1d 72': {
    args: 1,
    read: ([n = 0]) => {
      if (n === 1 || n === 0x31) return { kind: 'transmit-status', what: 'paper' };
      return n === 2 || n === 0x32 ? { kind: 'transmit-status', what: 'drawer' } : null;
    },
  },
};

/** Reads one command at `at`. Strict: an undocumented byte or argument is `unknown`, never skipped in silence. */
export function readCommand(bytes: Uint8Array, at: number): Reading {
  const first = bytes[at];
  if (first === undefined) return { read: 'incomplete' };
  if (first >= 0x20 && first !== 0x7f) return readText(bytes, at);
  if (first === 0x0a) return { read: 'command', command: { kind: 'line-feed' }, length: 1 };
  if (first === 0x0d) return { read: 'command', command: { kind: 'carriage-return' }, length: 1 };
  if (first === 0x00) return { read: 'command', command: { kind: 'padding' }, length: 1 };
  if (first === DLE) return readRealTime(bytes, at);
  if (first !== ESC && first !== FS && first !== GS) return unknown(1, `control byte ${hex(first)}`);
  const second = bytes[at + 1];
  if (second === undefined) return { read: 'incomplete' };
  const name = `${hex(first)} ${hex(second)}`;
  const shape = FIXED[name];
  if (shape) {
    const length = 2 + shape.args;
    if (bytes.length < at + length) return { read: 'incomplete' };
    const command = shape.read(bytes.subarray(at + 2, at + length));
    return command
      ? { read: 'command', command, length }
      : unknown(length, `${name} does not take ${hex(bytes[at + 2] ?? 0)}`);
  }
  if (name === '1d 65') return readPresenter(bytes, at);
  if (name === '1d 56') return readCut(bytes, at);
  if (name === '1d 76') return readRaster(bytes, at);
  if (name === '1d 6b') return readBarcode(bytes, at);
  if (name === '1d 28') return readExtended(bytes, at);
  return unknown(2, `command ${name}`);
}

/** Reads a real-time command at `at`: these are obeyed on arrival, also by a printer that is offline. */
export function readRealTime(bytes: Uint8Array, at: number): Reading {
  const second = bytes[at + 1];
  const third = bytes[at + 2];
  if (second === undefined) return { read: 'incomplete' };
  if (second === 0x04 || second === 0x05) {
    if (third === undefined) return { read: 'incomplete' };
    const action = second === 0x04 ? statusRequest(third) : recovery(third);
    return action
      ? { read: 'command', command: { kind: 'real-time', action }, length: 3 }
      : unknown(3, `real-time ${hex(second)} ${hex(third)}`);
  }
  if (second === 0x14) {
    for (let i = 2; i < CLEAR_BUFFER.length; i++) {
      const byte = bytes[at + i];
      if (byte === undefined) return { read: 'incomplete' };
      if (byte !== CLEAR_BUFFER[i]) return unknown(2, 'DLE DC4 with an unknown function');
    }
    const action: RealTime = { kind: 'clear-buffer' };
    return { read: 'command', command: { kind: 'real-time', action }, length: CLEAR_BUFFER.length };
  }
  return unknown(1, `DLE ${hex(second)}`);
}

function statusRequest(n: number): RealTime | null {
  return n === 1 || n === 2 || n === 3 || n === 4 ? { kind: 'status', about: n } : null;
}

function recovery(n: number): RealTime | null {
  return n === 1 || n === 2 ? { kind: 'recover', clear: n === 2 } : null;
}

function readText(bytes: Uint8Array, at: number): Reading {
  let end = at;
  while (end < bytes.length && (bytes[end] ?? 0) >= 0x20 && bytes[end] !== 0x7f) end++;
  return { read: 'command', command: { kind: 'text', bytes: bytes.slice(at, end) }, length: end - at };
}

function readCut(bytes: Uint8Array, at: number): Reading {
  const mode = bytes[at + 2];
  if (mode === undefined) return { read: 'incomplete' };
  if ([0, 1, 0x30, 0x31].includes(mode)) {
    const cut = (mode & 1) === 0 ? 'full' : 'partial';
    return { read: 'command', command: { kind: 'cut', cut, feedDots: 0 }, length: 3 };
  }
  if (mode !== 0x41 && mode !== 0x42) return unknown(3, `cut mode ${hex(mode)}`);
  const feedDots = bytes[at + 3];
  if (feedDots === undefined) return { read: 'incomplete' };
  return {
    read: 'command',
    command: { kind: 'cut', cut: mode === 0x41 ? 'full' : 'partial', feedDots },
    length: 4,
  };
}

/** GS e as the KPM210/216 has it: 2 take back, 3 and a number of steps present, 5 eject, 6 tell. */
function readPresenter(bytes: Uint8Array, at: number): Reading {
  const [, , what, steps] = bytes.subarray(at, at + 4);
  if (what === undefined) return { read: 'incomplete' };
  if (what === 3) {
    if (steps === undefined) return { read: 'incomplete' };
    return { read: 'command', command: { kind: 'presenter', act: 'present' }, length: 4 };
  }
  const act = ({ 2: 'take-back', 5: 'eject', 6: 'tell' } as const)[what];
  return act
    ? { read: 'command', command: { kind: 'presenter', act }, length: 3 }
    : unknown(3, `1d 65 ${hex(what)}`);
}

function readRaster(bytes: Uint8Array, at: number): Reading {
  if (bytes.length < at + 8) return { read: 'incomplete' };
  const [, , zero, mode = 0, xL = 0, xH = 0, yL = 0, yH = 0] = bytes.subarray(at, at + 8);
  const scale = mode >= 0x30 ? mode - 0x30 : mode;
  const widthBytes = xL + xH * 256;
  const height = yL + yH * 256;
  if (zero !== 0x30 || scale > 3) return unknown(4, 'raster with an unknown mode');
  if (widthBytes === 0 || height === 0) return unknown(8, 'raster without dots');
  const length = 8 + widthBytes * height;
  if (bytes.length < at + length) return { read: 'incomplete' };
  return {
    read: 'command',
    length,
    command: {
      kind: 'raster',
      widthBytes,
      height,
      scaleX: scale & 1 ? 2 : 1,
      scaleY: scale & 2 ? 2 : 1,
      bits: bytes.slice(at + 8, at + length),
    },
  };
}

function readBarcode(bytes: Uint8Array, at: number): Reading {
  const symbology = bytes[at + 2];
  const size = bytes[at + 3];
  if (symbology === undefined || size === undefined) return { read: 'incomplete' };
  if (symbology !== 0x49) return unknown(3, `barcode symbology ${hex(symbology)}`);
  const length = 4 + size;
  if (bytes.length < at + length) return { read: 'incomplete' };
  const data = bytes.subarray(at + 4, at + length);
  const text = String.fromCharCode(...data.subarray(2));
  // Only code set B, the one for readable text: `{B` then printable ASCII, a brace doubled.
  if (data[0] !== 0x7b || data[1] !== 0x42 || !/^[\x20-\x7a|}~]+$/.test(text)) {
    return unknown(length, 'CODE128 outside code set B');
  }
  return { read: 'command', command: { kind: 'barcode', symbology: 'code128', text }, length };
}

function readExtended(bytes: Uint8Array, at: number): Reading {
  if (bytes.length < at + 5) return { read: 'incomplete' };
  const name = bytes[at + 2];
  const length = 5 + (bytes[at + 3] ?? 0) + (bytes[at + 4] ?? 0) * 256;
  if (bytes.length < at + length) return { read: 'incomplete' };
  const body = bytes.subarray(at + 5, at + length);
  const command = name === 0x6b ? qrCommand(body) : name === 0x48 ? processId(body) : null;
  return command
    ? { read: 'command', command, length }
    : unknown(length, `1d 28 ${hex(name ?? 0)} with ${body.length} bytes`);
}

function processId(body: Uint8Array): Command | null {
  if (body.length !== 6 || body[0] !== 0x30 || body[1] !== 0x30) return null;
  const id = body.subarray(2);
  return id.every((byte) => byte >= 0x20 && byte <= 0x7e)
    ? { kind: 'process-id', id: String.fromCharCode(...id) }
    : null;
}

function qrCommand(body: Uint8Array): Command | null {
  const [symbol, what, n = 0] = body;
  if (symbol !== 0x31) return null;
  switch (what) {
    case 0x41:
      return body.length === 4 && n === 0x32 && body[3] === 0 ? { kind: 'qr-model', model: 2 } : null;
    case 0x43:
      return body.length === 3 ? within(n, 1, 16, { kind: 'qr-cell', dots: n }) : null;
    case 0x45: {
      const level = QR_LEVELS[n - 0x30];
      return body.length === 3 && level ? { kind: 'qr-correction', level } : null;
    }
    case 0x50: {
      const data = body.subarray(3);
      const plain = data.length > 0 && data.every((byte) => byte >= 0x20 && byte <= 0x7e);
      return n === 0x30 && plain ? { kind: 'qr-data', text: String.fromCharCode(...data) } : null;
    }
    case 0x51:
      return body.length === 3 && n === 0x30 ? { kind: 'qr-print' } : null;
    default:
      return null;
  }
}

function unknown(length: number, why: string): Reading {
  return { read: 'unknown', length, why };
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
