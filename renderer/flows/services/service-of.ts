import type { PosService } from '../../../shared/contract/content/services.ts';
import type { ServicesScreenProps } from './services-flow.tsx';

/** The service whose page is open, as the content pack explains it now. */
export function serviceOf({
  snapshot,
  content,
}: Pick<ServicesScreenProps, 'snapshot' | 'content'>): PosService | undefined {
  return content.services.services.find(({ key }) => key === snapshot.context.service);
}
