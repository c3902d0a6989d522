import type { SlipHotline } from '../../../shared/domain/slip.ts';
import type { TicketNumber } from '../../../shared/domain/ticket.ts';
import type { SlipTexts } from '../texts.ts';
import type { SlipWriter } from './slip-writer.ts';

/** Service and office, over the knot of the thread. */
export function writeHead(writer: SlipWriter, facts: { serviceName: string; officeName: string }): void {
  const size = writer.largestFit(facts.serviceName, 2);
  writer.text(facts.serviceName, { align: 'center', bold: true, width: size, height: size });
  writer.text(facts.officeName, { align: 'center' });
  writer.space(10);
  writer.knot();
  writer.space(12);
}

/** The ticket number as large as it fits, and once more for the scanner at the counter. */
export function writeNumber(writer: SlipWriter, number: TicketNumber, texts: SlipTexts): void {
  writer.text(texts.ticketNumber, { align: 'center' });
  const size = writer.largestFit(number, 4);
  writer.text(number, { align: 'center', bold: true, width: size, height: size });
  writer.barcode(number);
}

/** Whom to call: the number at the right edge where all of them fit, and from where it can be called below. */
export function writeHotlines(writer: SlipWriter, hotlines: readonly SlipHotline[]): void {
  writer.rows(hotlines.map(({ label, number, note }) => ({ label, value: number, note })));
}

/** The head of a section. */
export function heading(writer: SlipWriter, text: string): void {
  writer.space(14);
  writer.stitches();
  writer.space(12);
  writer.text(text, { bold: true, inverted: true });
  writer.space(4);
}
