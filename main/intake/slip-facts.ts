import { z } from 'zod';
import type { KioskContent } from '../../shared/contract/content.ts';
import type { Ticket } from '../../shared/contract/ipc.ts';
import type { Language } from '../../shared/domain/language.ts';
import { TicketSecret } from '../../shared/domain/ticket.ts';
import type { Enrolment } from '../db/repositories/enrolment.ts';

/** Never the category, a name, a NIK or a word of the story: the slip lies on counters and in bags. */
export function complaintSlipFacts(
  ticket: Ticket,
  from: { language: Language; enrolment: Enrolment; content: KioskContent },
): unknown {
  const { content, enrolment, language } = from;
  return {
    kind: 'complaint',
    language,
    number: ticket.number,
    secret: ticket.secret,
    qrText: ticket.qrText,
    recordedAt: ticket.recordedAt,
    officeName: enrolment.office.name,
    timeZone: enrolment.office.timeZone,
    nextSteps: content.complaintNextSteps,
    hotlines: content.hotlines,
  };
}

/** Null when the slip has no facts any more. */
export function secretOnSlip(facts: unknown): string | null {
  const parsed = z.object({ secret: TicketSecret }).safeParse(facts);
  return parsed.success ? parsed.data.secret : null;
}

export function emergencySlipFacts(language: Language, content: KioskContent, officeName: string): unknown {
  return { kind: 'emergency', language, officeName, hotlines: content.hotlines };
}
