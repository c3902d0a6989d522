import type { Language } from '../../../shared/domain/language.ts';

/** "Rp25.000" in Indonesian, "Rp25,000" in English. Whole rupiah. */
export function formatRupiah(rupiah: number, language: Language): string {
  const groups = String(rupiah).replace(/\B(?=(\d{3})+$)/g, language === 'id' ? '.' : ',');
  return `Rp${groups}`;
}
