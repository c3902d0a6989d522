import type { KioskContent } from '../../../shared/contract/content.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { EmergencySlip } from '../../../shared/domain/slip.ts';
import { clip, slipHotlines } from './place.ts';

export function emergencySlip(language: Language, content: KioskContent, officeName: string): EmergencySlip {
  return {
    kind: 'emergency',
    language,
    officeName: clip(officeName || content.service.name, 80),
    serviceName: clip(content.service.name, 60),
    hotlines: slipHotlines(content.hotlines, language),
  };
}
