import { openingTitle } from '../../../shared/domain/opening-lines.ts';
import type {
  ComplaintSlip,
  EmergencySlip,
  Slip,
  SlipHotline,
  TestSlip,
} from '../../../shared/domain/slip.ts';
import { unreachable } from '../../../shared/lib/unreachable.ts';
import type { PrinterProfile } from '../profile.ts';
import { SLIP_TEXTS, type SlipTexts } from '../texts.ts';
import { calendarDay, momentAt } from './dates.ts';
import { readableFacts } from './readable-facts.ts';
import type { ReceiptLine } from './receipt-line.ts';
import { writeNote, writeService } from './service-slip.ts';
import { heading, writeHead, writeHotlines, writeNumber } from './slip-parts.ts';
import { SlipWriter } from './slip-writer.ts';

/** Lays a slip out for one printer. Pure: the same slip gives the same lines. */
export function layOut(slip: Slip, profile: PrinterProfile): ReceiptLine[] {
  const writer = new SlipWriter(profile);
  const facts = readableFacts(slip.facts, profile.codePage);
  const texts = SLIP_TEXTS[facts.language];
  if (slip.copy > 0) {
    const size = writer.largestFit(texts.copy(slip.copy), 2);
    writer.text(texts.copy(slip.copy), {
      bold: true,
      inverted: true,
      align: 'center',
      width: size,
      height: 2,
    });
    writer.space(12);
  }
  switch (facts.kind) {
    case 'complaint':
      writeComplaint(writer, facts, texts);
      break;
    case 'service':
      writeService(writer, facts, texts);
      break;
    case 'note':
      writeNote(writer, facts, texts);
      break;
    case 'emergency':
      writeEmergency(writer, facts, texts);
      break;
    case 'test':
      writeTest(writer, facts, texts);
      break;
    default:
      unreachable(facts);
  }
  writer.text(texts.printMark(slip.mark), { font: 'B', align: 'center' });
  writer.cut();
  return writer.lines;
}

/** What is printed under a piece of an earlier slip, before it is cut off. In both languages: nobody knows who will hold it. */
export function layOutInterruption(profile: PrinterProfile): ReceiptLine[] {
  const writer = new SlipWriter(profile);
  writer.space(20);
  writer.stitches();
  writer.space(12);
  for (const { interrupted, handToStaff } of [SLIP_TEXTS.id, SLIP_TEXTS.en]) {
    writer.text(interrupted, { bold: true, align: 'center' });
    writer.text(handToStaff, { align: 'center' });
  }
  writer.cut();
  return writer.lines;
}

/** The order of importance: number, secret, what happens and by when, whom to call, when to come, the QR, where and when. */
function writeComplaint(writer: SlipWriter, facts: ComplaintSlip, texts: SlipTexts): void {
  writeHead(writer, facts);
  writeNumber(writer, facts.number, texts);
  writer.space(14);
  writer.text(texts.secret, { align: 'center' });
  const secret = `${facts.secret.slice(0, 3)} ${facts.secret.slice(3)}`;
  writer.text(secret, { align: 'center', bold: true, width: 3, height: 3 });
  writer.space(6);
  writer.text(texts.keepSecret, { align: 'center', font: 'B', even: true });
  if (facts.nextSteps.length > 0 || facts.completeBy) {
    heading(writer, texts.whatHappensNext);
    writeSteps(writer, facts, texts);
  }
  if (facts.hotlines.length > 0) {
    heading(writer, texts.helpLines);
    writeHotlines(writer, facts.hotlines);
  }
  if (facts.openingLines?.length) {
    heading(writer, openingTitle(facts.language));
    for (const text of facts.openingLines) writer.text(text, { indent: 2, bullet: '-' });
  }
  writer.space(14);
  writer.stitches();
  writer.space(14);
  writer.text(texts.qrCaption, { align: 'center', font: 'B' });
  writer.space(10);
  writer.qr(facts.qrText);
  writer.space(16);
  writer.text(facts.privacyLine, { align: 'center', font: 'B', even: true });
  writer.space(10);
  writer.knot();
  writer.space(8);
  const { date, time } = momentAt(facts.recordedAtMs, facts.officeTimeZone, texts);
  writer.text(texts.recorded(date, time), { align: 'center', font: 'B' });
  writer.text(facts.officeName, { align: 'center', font: 'B' });
}

function writeSteps(writer: SlipWriter, facts: ComplaintSlip, texts: SlipTexts): void {
  // A single step needs no number in front of it.
  const indent = facts.nextSteps.length === 1 ? 0 : 3;
  facts.nextSteps.forEach((step, i) => {
    if (i > 0) writer.space(6);
    writer.text(step.text, { indent, bullet: `${i + 1}.` });
    if (step.by) writer.text(texts.by(calendarDay(step.by, texts)), { indent, bold: true });
  });
  if (!facts.completeBy) return;
  writer.space(10);
  writer.text(texts.completeBy(calendarDay(facts.completeBy, texts)), { bold: true });
}

function writeEmergency(writer: SlipWriter, facts: EmergencySlip, texts: SlipTexts): void {
  banner(writer, texts.inDanger);
  if (facts.hotlines.length > 0) writer.text(texts.callNow, { align: 'center', bold: true });
  writer.text(texts.orCallStaff, { align: 'center', bold: true });
  writer.space(10);
  writer.knot();
  facts.hotlines.forEach((hotline, i) => {
    writer.space(i === 0 ? 10 : 14);
    writeLargeHotline(writer, hotline);
  });
  writer.space(14);
  writer.stitches();
  writer.space(10);
  writer.text(texts.notEmergencyService, { align: 'center' });
  writer.space(6);
  writer.text(facts.serviceName, { align: 'center', font: 'B' });
  writer.text(facts.officeName, { align: 'center', font: 'B' });
}

function writeLargeHotline(writer: SlipWriter, { label, number, note }: SlipHotline): void {
  writer.text(label, { align: 'center', even: true });
  // On narrow paper a number loses its blanks rather than its size.
  const tight = number.replace(/\s/g, '');
  const written = writer.largestFit(number, 2) === 2 ? number : tight;
  const width = writer.largestFit(written, 2);
  writer.text(width === 2 ? written : number, { align: 'center', bold: true, width, height: 2 });
  if (note) writer.text(note, { align: 'center', font: 'B', even: true });
}

function writeTest(writer: SlipWriter, facts: TestSlip, texts: SlipTexts): void {
  writeHead(writer, facts);
  writer.text(texts.testTitle, { align: 'center', bold: true, width: 2, height: 2 });
  writer.text(facts.printerName, { align: 'center' });
  const { date, time } = momentAt(facts.printedAtMs, facts.officeTimeZone, texts);
  writer.text(texts.printed(date, time), { align: 'center' });
  heading(writer, texts.testEdges);
  for (const font of ['A', 'B'] as const) {
    writer.text(`|${'----+'.repeat(20).slice(0, writer.columnsOf(font) - 2)}|`, { font });
  }
  heading(writer, texts.testLetters);
  writer.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789 .,:;-+/()'?");
  writer.text('é É ñ ü ç');
  for (const size of [2, 3, 4]) writer.text('Aa1', { width: size, height: size, bold: size % 2 === 0 });
  writer.space(10);
  writer.qr(facts.qrText);
  writer.space(10);
}

function banner(writer: SlipWriter, text: string): void {
  const size = writer.largestFit(` ${text} `, 2);
  writer.text(text, { align: 'center', bold: true, inverted: true, width: size, height: size });
  writer.space(12);
}
