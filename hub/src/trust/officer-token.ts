import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether the Authorization header carries the officers' token. No token configured: nobody is an officer. */
export function isOfficer(header: string | undefined, token: string | null): boolean {
  if (token === null || header === undefined) return false;
  return timingSafeEqual(digest(header), digest(`Bearer ${token}`));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
