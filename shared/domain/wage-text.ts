import type { Language } from './language.ts';
import type { VacancyWage, WageKind } from './vacancy.ts';

const WORDS: Record<
  Language,
  { to: string; per: Record<WageKind['per'], string>; unknownPeriod: string; group: string; point: string }
> = {
  id: {
    to: 'sampai',
    per: { month: 'per bulan', hour: 'per jam' },
    unknownPeriod: 'per bulan atau jam tidak dicantumkan',
    group: '.',
    point: ',',
  },
  en: {
    to: 'to',
    per: { month: 'a month', hour: 'an hour' },
    unknownPeriod: 'monthly or hourly is not stated',
    group: ',',
    point: '.',
  },
};

/** "20.000" in Indonesian, "20,000" in English; at most two decimals. */
export function amountText(amount: number, language: Language): string {
  const { group, point } = WORDS[language];
  const [whole = '', decimals] = (Math.round(amount * 100) / 100).toFixed(2).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, group);
  return decimals === '00' || decimals === undefined ? grouped : `${grouped}${point}${decimals}`;
}

/** "per bulan". */
export function periodText(per: WageKind['per'], language: Language): string {
  return WORDS[language].per[per];
}

/** The amount alone: "TWD 20.000 sampai 22.000". The currency stays the code that the source gives, never converted. */
export function wageAmountText({ from, to, currency }: VacancyWage, language: Language): string {
  const end = to === null || to === from ? '' : ` ${WORDS[language].to} ${amountText(to, language)}`;
  return `${currency} ${amountText(from, language)}${end}`;
}

/** "TWD 20.000 sampai 22.000 per bulan". */
export function wageText(wage: VacancyWage, language: Language): string {
  const period = wage.per === null ? `(${WORDS[language].unknownPeriod})` : periodText(wage.per, language);
  return `${wageAmountText(wage, language)} ${period}`;
}
