/** Every ESC/POS command this printer knows, already checked. What is not in this union is refused. */
export type Command =
  | { kind: 'text'; bytes: Uint8Array }
  | { kind: 'line-feed' }
  | { kind: 'carriage-return' }
  | { kind: 'padding' }
  | { kind: 'initialize' }
  | { kind: 'print-mode'; font: Font; bold: boolean; height: number; width: number; underline: boolean }
  | { kind: 'size'; width: number; height: number }
  | { kind: 'bold'; on: boolean }
  | { kind: 'underline'; dots: 0 | 1 | 2 }
  | { kind: 'invert'; on: boolean }
  | { kind: 'upside-down'; on: boolean }
  | { kind: 'smoothing'; on: boolean }
  | { kind: 'font'; font: Font }
  | { kind: 'align'; align: Align }
  | { kind: 'code-page'; page: number }
  | { kind: 'character-set'; set: number }
  | { kind: 'line-spacing'; dots: number }
  | { kind: 'feed-lines'; lines: number }
  | { kind: 'feed-dots'; dots: number }
  | { kind: 'drawer' }
  | { kind: 'cut'; cut: Cut; feedDots: number }
  | { kind: 'barcode-height'; dots: number }
  | { kind: 'barcode-width'; dots: number }
  | { kind: 'barcode-text'; position: number }
  | { kind: 'barcode-font'; font: Font }
  | { kind: 'barcode'; symbology: 'code128'; text: string }
  | { kind: 'qr-model'; model: number }
  | { kind: 'qr-cell'; dots: number }
  | { kind: 'qr-correction'; level: QrLevel }
  | { kind: 'qr-data'; text: string }
  | { kind: 'qr-print' }
  | { kind: 'raster'; widthBytes: number; height: number; scaleX: 1 | 2; scaleY: 1 | 2; bits: Uint8Array }
  | { kind: 'process-id'; id: string }
  | { kind: 'presenter'; act: 'take-back' | 'present' | 'eject' | 'tell' }
  | { kind: 'transmit-status'; what: 'paper' | 'drawer' }
  | { kind: 'automatic-status'; mask: number }
  | { kind: 'transmit-identity'; what: number }
  | { kind: 'real-time'; action: RealTime };

export type RealTime =
  | { kind: 'status'; about: 1 | 2 | 3 | 4 }
  | { kind: 'clear-buffer' }
  | { kind: 'recover'; clear: boolean };

export type Font = 'A' | 'B';
export type Align = 'left' | 'center' | 'right';
export type Cut = 'full' | 'partial';
export type QrLevel = 'L' | 'M' | 'Q' | 'H';

/** One step of reading: a command, a wish for more bytes, or a refusal of the first `length` bytes. */
export type Reading =
  | { read: 'command'; command: Command; length: number }
  | { read: 'incomplete' }
  | { read: 'unknown'; length: number; why: string };
