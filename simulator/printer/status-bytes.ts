import { isOnline, type PrinterState } from './state.ts';

/** The one-byte answer to DLE EOT n (Epson's tables; bits 1 and 4 are always set). */
export function realTimeStatus(about: 1 | 2 | 3 | 4, state: PrinterState): number {
  const fixed = 0x12;
  switch (about) {
    case 1:
      return fixed | (isOnline(state) ? 0 : 0x08);
    case 2:
      return (
        fixed |
        (state.cover === 'open' ? 0x04 : 0) |
        (state.paper === 'out' ? 0x20 : 0) |
        (state.cutter === 'jammed' ? 0x40 : 0)
      );
    case 3:
      return fixed | (state.cutter === 'jammed' ? 0x08 : 0);
    case 4:
      return fixed | (state.paper === 'ok' ? 0 : 0x0c) | (state.paper === 'out' ? 0x60 : 0);
  }
}

/** The four bytes a printer sends by itself after `GS a`. */
export function automaticStatus(state: PrinterState): Uint8Array {
  return Uint8Array.of(
    0x10 | (isOnline(state) ? 0 : 0x08) | (state.cover === 'open' ? 0x20 : 0),
    state.cutter === 'jammed' ? 0x08 : 0,
    paperSensors(state),
    0x0f,
  );
}

/** The one-byte answer to `GS e 6` (KPM210/216): near end, paper at the sensor, slip held out, error, jam. */
export function presenterStatus(state: PrinterState, isHolding: boolean): number {
  const isJammed = isHolding && state.mouth === 'jammed';
  return (
    (state.paper === 'near-end' ? 0x01 : 0) |
    (state.paper === 'out' ? 0 : 0x04) |
    (isHolding ? 0x08 : 0) |
    (isJammed ? 0xc0 : 0)
  );
}

/** The one-byte answer to `GS r 1`. */
export function paperSensors(state: PrinterState): number {
  return (state.paper === 'ok' ? 0 : 0x03) | (state.paper === 'out' ? 0x0c : 0);
}
