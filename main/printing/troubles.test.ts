import { expect, test } from 'vitest';
import { PrinterState, SlipTrouble } from '../../shared/contract/kiosk-state.ts';
import type { PrinterProblemCode } from './printer/port.ts';
import { printerStateOf, slipTroubleOf } from './troubles.ts';

const EVERY: Record<PrinterProblemCode, [slip: SlipTrouble, printer: PrinterState]> = {
  'printer.bad-address': ['not-configured', 'not-configured'],
  'printer.not-a-device': ['not-configured', 'not-configured'],
  'printer.unreachable': ['unreachable', 'unreachable'],
  'printer.silent': ['offline', 'offline'],
  'printer.no-paper': ['out-of-paper', 'out-of-paper'],
  'printer.cover-open': ['cover-open', 'cover-open'],
  'printer.fault': ['offline', 'offline'],
  'printer.offline': ['offline', 'offline'],
  'printer.will-not-clear': ['buffer-not-cleared', 'offline'],
  'printer.line-cut': ['connection-lost', 'offline'],
  'printer.timed-out': ['timed-out', 'offline'],
  'printer.cancelled': ['interrupted', 'offline'],
};

test('every problem of the printer has a trouble and a state that the screens know', () => {
  for (const [code, [trouble, state]] of Object.entries(EVERY)) {
    const problem = { code: code as PrinterProblemCode };
    expect(SlipTrouble.parse(slipTroubleOf(problem))).toBe(trouble);
    expect(PrinterState.parse(printerStateOf({ state: 'not-ready', problem }))).toBe(state);
  }
  expect(printerStateOf({ state: 'ready', paper: 'enough' })).toBe('ready');
  expect(printerStateOf({ state: 'ready', paper: 'near-end' })).toBe('paper-low');
  expect(printerStateOf({ state: 'unsaid' })).toBe('unknown');
});
