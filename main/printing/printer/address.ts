import { failed, type Result, succeeded } from '../../../shared/lib/result.ts';

/** Where a printer is: a network socket, or a device file such as `/dev/usb/lp0`. */
export type PrinterAddress = { kind: 'tcp'; host: string; port: number } | { kind: 'device'; path: string };

/** A queue of this machine's spooler (CUPS), by its name. Nothing is known of the printer behind it. */
export interface QueueAddress {
  kind: 'queue';
  name: string;
}

const HOST_NAME = /^[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?$/;
const IPV6 = /^\[([0-9A-Fa-f:.]{2,45})\]$/;
/** As CUPS takes them; never like an option of its commands. */
const QUEUE = /^printer:([A-Za-z0-9_][A-Za-z0-9_.-]{0,126})$/;
const DEVICE = /^\/dev\/[A-Za-z0-9_-][A-Za-z0-9_.-]*(\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*$/;

/**
 * Reads `tcp://host:port`, `/dev/…` or `printer:QUEUE`, and nothing else: a blank at the end of an address once made a file out of it.
 * The detail of a refusal is one line for the technician.
 */
export function parsePrinterAddress(
  text: string,
): Result<PrinterAddress | QueueAddress, 'printer.bad-address'> {
  if (text.trim() === '') return refuse('the printer address is empty; write tcp://host:port or /dev/…');
  if (/\s/.test(text)) return refuse(`the printer address ${JSON.stringify(text)} has a blank in it`);
  if (text.startsWith('/dev/')) {
    return DEVICE.test(text)
      ? succeeded({ kind: 'device', path: text })
      : refuse(`${JSON.stringify(text)} is not a plain path below /dev`);
  }
  const queue = text.match(QUEUE)?.[1];
  if (queue !== undefined) return succeeded({ kind: 'queue', name: queue });
  if (!text.startsWith('tcp://'))
    return refuse(`${JSON.stringify(text)} is neither tcp://host:port nor /dev/… nor printer:QUEUE`);
  return parseSocket(text, text.slice('tcp://'.length));
}

function parseSocket(text: string, rest: string): Result<PrinterAddress, 'printer.bad-address'> {
  const colon = rest.lastIndexOf(':');
  const host = rest.slice(0, Math.max(colon, 0));
  const portText = rest.slice(colon + 1);
  if (colon < 1 || portText === '') return refuse(`${JSON.stringify(text)} names no port, such as :9100`);
  if (!/^\d{1,5}$/.test(portText) || Number(portText) < 1 || Number(portText) > 65_535) {
    return refuse(`${JSON.stringify(portText)} is not a port; nothing may follow the port`);
  }
  const bracketed = host.match(IPV6)?.[1];
  if (bracketed === undefined && !HOST_NAME.test(host)) {
    return refuse(`${JSON.stringify(host)} is not a host name or address (IPv6 goes in [ ])`);
  }
  return succeeded({ kind: 'tcp', host: bracketed ?? host, port: Number(portText) });
}

function refuse(detail: string) {
  return failed({ code: 'printer.bad-address', detail });
}
