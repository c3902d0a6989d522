import type { NoteSlip, ServiceSlip, SlipSection } from '../../../shared/domain/slip.ts';
import type { SlipTexts } from '../texts.ts';
import { calendarDay, momentAt } from './dates.ts';
import { heading, writeHead } from './slip-parts.ts';
import type { SlipWriter } from './slip-writer.ts';

/** What it is, its number, what must not be misread, lists to act on, whom to call, where and when. */
export function writeService(writer: SlipWriter, facts: ServiceSlip, texts: SlipTexts): void {
  writeHead(writer, facts);
  writer.text(facts.heading, { align: 'center', bold: true, height: 2 });
  writer.space(12);
  writer.text(texts.ticketNumber, { align: 'center' });
  const size = writer.largestFit(facts.number, 4);
  writer.text(facts.number, { align: 'center', bold: true, width: size, height: size });
  if (facts.maskedName) writer.text(facts.maskedName, { align: 'center' });
  if (facts.warning) {
    writer.space(12);
    writer.text(facts.warning, { align: 'center', bold: true });
  }
  writeSections(writer, facts.sections, texts);
  if (facts.hotlines.length > 0) {
    heading(writer, texts.helpLines);
    writer.pairs(facts.hotlines.map(({ label, number }) => ({ label, value: number })));
  }
  writer.space(14);
  writer.stitches();
  writer.space(12);
  if (facts.secret) {
    writer.text(texts.secret, { align: 'center' });
    const secret = `${facts.secret.slice(0, 3)} ${facts.secret.slice(3)}`;
    writer.text(secret, { align: 'center', bold: true, width: 3, height: 3 });
    writer.space(6);
    writer.text(texts.keepSecret, { align: 'center', font: 'B' });
    writer.space(12);
  }
  if (facts.qrText) {
    writer.text(texts.qrCaption, { align: 'center', font: 'B' });
    writer.space(10);
    writer.qr(facts.qrText);
    writer.space(16);
  }
  writer.text(facts.privacyLine, { align: 'center', font: 'B' });
  writer.space(10);
  writer.knot();
  writer.space(8);
  const { date, time } = momentAt(facts.recordedAtMs, facts.officeTimeZone, texts);
  writer.text(texts.recorded(date, time), { align: 'center', font: 'B' });
  writer.text(facts.officeName, { align: 'center', font: 'B' });
}

/** Something to take home. */
export function writeNote(writer: SlipWriter, facts: NoteSlip, texts: SlipTexts): void {
  writeHead(writer, facts);
  writer.text(facts.heading, { align: 'center', bold: true, height: 2 });
  for (const { label, value } of facts.codes) {
    writer.space(12);
    writer.text(label, { align: 'center' });
    const size = writer.largestFit(value, 4);
    writer.text(value, { align: 'center', bold: true, width: size, height: size });
  }
  writeSections(writer, facts.sections, texts);
  if (facts.qrText) {
    writer.space(14);
    writer.stitches();
    writer.space(14);
    if (facts.qrCaption) writer.text(facts.qrCaption, { align: 'center', font: 'B' });
    writer.space(10);
    writer.qr(facts.qrText);
    writer.space(16);
  }
  if (facts.footLine) {
    writer.space(12);
    writer.text(facts.footLine, { align: 'center', font: 'B' });
  }
  writer.space(10);
  writer.knot();
  writer.space(8);
  const { date, time } = momentAt(facts.printedAtMs, facts.officeTimeZone, texts);
  writer.text(texts.printed(date, time), { align: 'center', font: 'B' });
  writer.text(facts.officeName, { align: 'center', font: 'B' });
}

function writeSections(writer: SlipWriter, sections: readonly SlipSection[], texts: SlipTexts): void {
  for (const section of sections) {
    heading(writer, section.title);
    section.items.forEach((item, i) => {
      if (i > 0) writer.space(6);
      writer.text(item.text, item.box ? { indent: 4, bullet: '[ ]' } : { indent: 2, bullet: '-' });
      const indent = item.box ? 4 : 2;
      if (item.detail) writer.text(item.detail, { indent, font: 'B' });
      if (item.by) writer.text(texts.by(calendarDay(item.by, texts)), { indent, bold: true });
    });
  }
}
