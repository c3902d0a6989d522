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

/** The head of a section. */
export function heading(writer: SlipWriter, text: string): void {
  writer.space(14);
  writer.stitches();
  writer.space(12);
  writer.text(text, { bold: true, inverted: true });
  writer.space(4);
}
