import type { Language } from '../../../shared/domain/language.ts';
import { complaintEn } from '../../texts/complaint.en.ts';
import { type ComplaintTexts, complaintId } from '../../texts/complaint.id.ts';
import { useLanguage } from '../../texts/texts.tsx';

export const complaintWords: Record<Language, ComplaintTexts> = { id: complaintId, en: complaintEn };

export function useComplaintWords(): ComplaintTexts {
  return complaintWords[useLanguage()];
}
