import type { KioskContent } from '../../../shared/contract/content.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { EmergencySlip } from '../../../shared/domain/slip.ts';
import { slipHotlines } from './place.ts';

export function emergencySlip(language: Language, content: KioskContent, officeName: string): EmergencySlip {
  return {
    kind: 'emergency',
    language,
    officeName: officeName || content.service.name,
    serviceName: content.service.name,
    hotlines: slipHotlines(content.hotlines, language),
  };
}
