import type { Command, RealTime } from './escpos/commands.ts';
import type { Receipt } from './escpos/model.ts';
import { readCommand, readRealTime } from './escpos/read-command.ts';
import { Typesetter } from './escpos/typesetter.ts';
import type { Hardware } from './hardware.ts';
import { HEALTHY, isOnline, type PrinterState, type PrinterStateChange } from './state.ts';
import { automaticStatus, paperSensors, presenterStatus, realTimeStatus } from './status-bytes.ts';

export interface MachineEvents {
  /** Bytes for whoever is connected. */
  answered(bytes: Uint8Array): void;
  /** A slip lies in the bin: nobody took it. */
  paperTakenBack(): void;
  /** A piece of paper came away: cut, or torn off because the roll ended (`cut` is null). */
  paperCame(piece: Receipt): void;
  /** There is room in the receive buffer again. */
  drained(): void;
}

/**
 * The printer behind the line: receive buffer, real-time commands, mechanism, sensors.
 *
 * The order of things is the point. Real-time commands are obeyed on arrival, even offline, even in the middle of another command's
 * data. Everything else waits in the buffer until the mechanism is online, however long that takes and whoever is connected by then:
 * that is how stale slips come out of real printers after a refill.
 */
export class Machine {
  private readonly hardware: Hardware;
  private readonly events: MachineEvents;
  private readonly typesetter: Typesetter;
  private current: PrinterState = { ...HEALTHY };
  private buffer = new Uint8Array(0);
  private scannedTo = 0;
  private statusMask = 0;
  private pause: NodeJS.Timeout | null = null;
  /** Cut, and not yet gone: behind the knife, and held out once it is presented. */
  private path: 'empty' | 'behind-knife' | 'held' = 'empty';

  constructor(hardware: Hardware, events: MachineEvents) {
    this.hardware = hardware;
    this.events = events;
    this.typesetter = new Typesetter(hardware);
  }

  get state(): PrinterState {
    return this.current;
  }

  /** How many more bytes the receive buffer takes. */
  get room(): number {
    return this.hardware.bufferBytes - this.buffer.length;
  }

  get bufferedBytes(): number {
    return this.buffer.length;
  }

  /** A slip is held out to be taken. */
  get isHolding(): boolean {
    return this.path === 'held';
  }

  /** A hand takes what is held out. */
  takeFromMouth(): void {
    if (this.path !== 'held') throw new Error('nothing is held out');
    this.path = 'empty';
  }

  /** The paper that hangs out of the slot, not cut. */
  get hanging(): Receipt {
    return this.typesetter.hanging;
  }

  change(change: PrinterStateChange): void {
    const before = this.current;
    this.current = { ...before, ...change };
    if (before.paper === 'out' && this.current.paper !== 'out' && this.typesetter.hasPrinted) {
      this.events.paperCame(this.typesetter.takeSheet(null));
    }
    if (change.msPerLine !== undefined && this.pause) {
      clearTimeout(this.pause);
      this.pause = null;
    }
    const sensed = automaticStatus(this.current);
    if (!sameBytes(sensed, automaticStatus(before))) this.reportByItself(sensed);
    this.run();
  }

  /** Takes bytes from the line. Never more than `room`. */
  receive(chunk: Uint8Array): void {
    if (chunk.length > this.room) throw new Error('the receive buffer was overrun');
    const joined = new Uint8Array(this.buffer.length + chunk.length);
    joined.set(this.buffer);
    joined.set(chunk, this.buffer.length);
    this.buffer = joined;
    this.obeyRealTimeCommands();
    this.run();
  }

  /** Stops the clockwork; nothing moves afterwards. */
  stop(): void {
    if (this.pause) clearTimeout(this.pause);
    this.pause = null;
    this.current = { ...this.current, cover: 'open' };
  }

  private obeyRealTimeCommands(): void {
    while (this.scannedTo < this.buffer.length) {
      if (this.buffer[this.scannedTo] !== 0x10) {
        this.scannedTo++;
        continue;
      }
      const reading = readRealTime(this.buffer, this.scannedTo);
      if (reading.read === 'incomplete') return;
      this.scannedTo += reading.read === 'command' ? reading.length : 1;
      if (reading.read === 'command' && reading.command.kind === 'real-time')
        this.obeyNow(reading.command.action);
    }
  }

  private obeyNow(action: RealTime): void {
    switch (action.kind) {
      case 'status':
        this.answer([realTimeStatus(action.about, this.current)]);
        return;
      case 'clear-buffer':
        if (!this.hardware.understands.clearBuffer) return;
        this.dropBuffer();
        this.answer([0x37, 0x25, 0x00]);
        return;
      case 'recover':
        if (action.clear) this.dropBuffer();
    }
  }

  private dropBuffer(): void {
    this.buffer = this.buffer.slice(this.scannedTo);
    this.scannedTo = 0;
    this.typesetter.clearPrintBuffer();
  }

  /** Works through the buffer until it is empty, incomplete, or the mechanism must stop. */
  private run(): void {
    while (this.pause === null && isOnline(this.current)) {
      const reading = readCommand(this.buffer, 0);
      if (reading.read === 'incomplete') break;
      this.consume(reading.length);
      if (reading.read === 'unknown') {
        this.typesetter.refuse(reading.why);
        continue;
      }
      this.execute(reading.command);
    }
    if (this.room > 0) this.events.drained();
  }

  private consume(length: number): void {
    this.buffer = this.buffer.slice(length);
    this.scannedTo = Math.max(0, this.scannedTo - length);
  }

  private execute(command: Command): void {
    const { printed, cut } = this.typesetter.set(command);
    if (cut) {
      this.events.paperCame(this.typesetter.takeSheet(cut));
      if (this.hardware.presenter) this.path = 'behind-knife';
    }
    this.reply(command);
    if (printed) this.spendPaper();
    if (printed && this.current.msPerLine > 0) {
      this.pause = setTimeout(() => {
        this.pause = null;
        this.run();
      }, this.current.msPerLine);
    }
  }

  private spendPaper(): void {
    const left = this.current.paperEndsAfterLines;
    if (left === null) return;
    if (left > 1) this.current = { ...this.current, paperEndsAfterLines: left - 1 };
    else this.change({ paper: 'out', paperEndsAfterLines: null });
  }

  /** Answers that come in the order of the buffer, when everything before them has been done. */
  private reply(command: Command): void {
    const { understands, maker, model } = this.hardware;
    switch (command.kind) {
      case 'initialize':
        this.statusMask = 0;
        return;
      case 'process-id':
        if (understands.processId) this.answer([0x37, 0x22, ...ascii(command.id), 0x00]);
        return;
      case 'transmit-status':
        this.answer([command.what === 'paper' ? paperSensors(this.current) : 0x00]);
        return;
      case 'automatic-status':
        this.statusMask = understands.automaticStatus ? command.mask : 0;
        this.reportByItself(automaticStatus(this.current));
        return;
      case 'presenter':
        this.movePresenter(command.act);
        return;
      case 'transmit-identity':
        if (command.what === 66) this.answer([0x5f, ...ascii(maker), 0x00]);
        else if (command.what === 67) this.answer([0x5f, ...ascii(model), 0x00]);
        else this.answer([0x02]);
        return;
      default:
    }
  }

  private movePresenter(act: Extract<Command, { kind: 'presenter' }>['act']): void {
    if (!this.hardware.presenter) return;
    if (act === 'tell') {
      this.answer([presenterStatus(this.current, this.path === 'held')]);
      return;
    }
    if (this.path === 'empty' || (this.path === 'held' && this.current.mouth === 'jammed')) return;
    if (act === 'take-back') this.events.paperTakenBack();
    this.path = act === 'present' ? 'held' : 'empty';
  }

  private reportByItself(status: Uint8Array): void {
    if (this.statusMask !== 0) this.answer(status);
  }

  private answer(bytes: Iterable<number>): void {
    if (this.current.answers) this.events.answered(Uint8Array.from(bytes));
  }
}

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
