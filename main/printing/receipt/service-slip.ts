import type { NoteSlip, ServiceSlip, SlipItem, SlipSection } from '../../../shared/domain/slip.ts';
import type { SlipTexts } from '../texts.ts';
import { calendarDay, momentAt } from './dates.ts';
import { heading, writeHead, writeHotlines, writeNumber } from './slip-parts.ts';
import type { SlipWriter } from './slip-writer.ts';

/**
 * What it is, its number, what must not be misread, lists to act on, whom to call. Below the last stitches, where it can be folded
 * away before the paper is shown at a counter: the secret, the QR, where and when.
 */
export function writeService(writer: SlipWriter, facts: ServiceSlip, texts: SlipTexts): void {
  writeHead(writer, facts);
  writer.text(facts.heading, { align: 'center', bold: true, height: 2, even: true });
  writer.space(12);
  writeNumber(writer, facts.number, texts);
  if (facts.maskedName) {
    writer.space(10);
    writer.text(texts.inTheNameOf(facts.maskedName), { align: 'center' });
  }
  if (facts.warning) writeWarning(writer, facts.warning);
  writeSections(writer, facts.sections, texts);
  if (facts.hotlines.length > 0) {
    heading(writer, texts.helpLines);
    writeHotlines(writer, facts.hotlines);
  }
  writer.space(14);
  writer.stitches();
  writer.space(12);
  if (facts.secret) {
    writer.text(texts.yourPart, { align: 'center', bold: true });
    writer.space(8);
    writer.text(texts.secret, { align: 'center' });
    const secret = `${facts.secret.slice(0, 3)} ${facts.secret.slice(3)}`;
    writer.text(secret, { align: 'center', bold: true, width: 3, height: 3 });
    writer.space(6);
    writer.text(texts.keepSecret, { align: 'center', font: 'B', even: true });
    writer.space(12);
  }
  if (facts.qrText) {
    writer.text(texts.qrCaption, { align: 'center', font: 'B' });
    writer.space(10);
    writer.qr(facts.qrText);
    writer.space(16);
  }
  writer.text(facts.privacyLine, { align: 'center', font: 'B', even: true });
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
  writer.text(facts.heading, { align: 'center', bold: true, height: 2, even: true });
  if (facts.number) {
    writer.space(12);
    writeNumber(writer, facts.number, texts);
  }
  // One size for all of them: they belong together, and a shorter one must not look more important.
  const size = Math.min(...facts.codes.map(({ value }) => writer.largestFit(value, 4)));
  for (const { label, value } of facts.codes) {
    writer.space(12);
    writer.text(label, { align: 'center' });
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
    writer.text(facts.footLine, { align: 'center', font: 'B', even: true });
  }
  writer.space(10);
  writer.knot();
  writer.space(8);
  const { date, time } = momentAt(facts.printedAtMs, facts.officeTimeZone, texts);
  writer.text(texts.printed(date, time), { align: 'center', font: 'B' });
  writer.text(facts.officeName, { align: 'center', font: 'B' });
}

/** Between two threads, taller than what is around it: nobody may take this paper for what it is not. */
function writeWarning(writer: SlipWriter, warning: string): void {
  writer.space(14);
  writer.stitches();
  writer.space(10);
  writer.text(warning, { align: 'center', bold: true, height: 2, even: true });
}

/** In dots, eight to a millimetre: a hand that seldom writes is large. */
const HAND_ROOM = { words: 48, signature: 120 } as const;

function leadOf({ box, room }: SlipItem, isSentence: boolean): { indent?: number; bullet?: string } {
  if (box) return { indent: 4, bullet: '[ ]' };
  return isSentence || room ? {} : { indent: 2, bullet: '-' };
}

/** A list of figures and nothing else. */
function isTable(items: readonly SlipItem[]): items is Array<SlipItem & { value: string }> {
  return items.every(({ value }) => value !== undefined);
}

function writeSections(writer: SlipWriter, sections: readonly SlipSection[], texts: SlipTexts): void {
  for (const section of sections) {
    heading(writer, section.title);
    if (isTable(section.items)) {
      writer.rows(section.items.map(({ text, value, detail }) => ({ label: text, value, note: detail })));
      continue;
    }
    // A single sentence needs no dash in front of it.
    const isSentence = section.items.length === 1 && !section.items[0]?.box;
    section.items.forEach((item, i) => {
      if (i > 0) writer.space(item.room ? 16 : item.box ? 10 : 6);
      const lead = leadOf(item, isSentence);
      const indent = lead.indent ?? 0;
      writer.text(item.value === undefined ? item.text : `${item.text}: ${item.value}`, {
        ...lead,
        bold: item.box === true,
      });
      if (item.detail) writer.text(item.detail, { indent: writer.indentIn('B', indent), font: 'B' });
      if (item.room) writer.handRoom(HAND_ROOM[item.room]);
      if (item.by) writer.text(texts.by(calendarDay(item.by, texts)), { indent, bold: true });
    });
  }
}
