import type { Language } from '../../../shared/domain/language.ts';
import type { TicketStanding } from '../../../shared/domain/ticket-status.ts';
import { clerkEn } from '../../texts/clerk.en.ts';
import { type ClerkTexts, clerkId } from '../../texts/clerk.id.ts';
import { useLanguage } from '../../texts/texts.tsx';

export const clerkWords: Record<Language, ClerkTexts> = { id: clerkId, en: clerkEn };

export function useClerkWords(): ClerkTexts {
  return clerkWords[useLanguage()];
}

/** How far a ticket has come towards the hub, in two words. */
export function syncLine(standing: TicketStanding, { sync }: ClerkTexts): string {
  return standing.standing === 'case' ? sync.case[standing.status] : sync[standing.standing];
}
