import type { SafeTime } from '../../../shared/domain/complaint.ts';

/** "Any time" stands alone: choosing it puts the others away, and choosing another puts it away. */
export function withTimes(before: readonly SafeTime[], chosen: readonly SafeTime[]): SafeTime[] {
  if (!chosen.includes('any')) return [...chosen];
  return before.includes('any') && chosen.length > 1 ? chosen.filter((time) => time !== 'any') : ['any'];
}
