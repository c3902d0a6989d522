import { createHmac } from 'node:crypto';
import type { KioskKey } from '../trust/kiosk-key.ts';

/**
 * What tells a repeated call from a changed one without keeping the answers: everything that was asked, in one order of
 * keys, under a key of this kiosk.
 */
export function answersTagOf(key: KioskKey, asked: readonly unknown[]): string {
  const text = JSON.stringify(asked, (_name, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHmac('sha256', key.deriveSecret('answers-tag')).update(text).digest('hex');
}
