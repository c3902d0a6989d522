/** Currencies of the usual destinations, by country; the one of her employer's country is offered first. */
const OF_COUNTRY: Record<string, string> = {
  HK: 'HKD',
  TW: 'TWD',
  MY: 'MYR',
  JP: 'JPY',
  SG: 'SGD',
  KR: 'KRW',
  SA: 'SAR',
  BN: 'BND',
  TR: 'TRY',
  PL: 'PLN',
  AE: 'AED',
  QA: 'QAR',
  KW: 'KWD',
  US: 'USD',
  GB: 'GBP',
  AU: 'AUD',
  AT: 'EUR',
  BE: 'EUR',
  DE: 'EUR',
  ES: 'EUR',
  FR: 'EUR',
  GR: 'EUR',
  IE: 'EUR',
  IT: 'EUR',
  NL: 'EUR',
  PT: 'EUR',
  SK: 'EUR',
};

/** All of them, that of the country at the front. */
export function currenciesFor(country: string | undefined, known: readonly string[]): string[] {
  const first = country === undefined ? undefined : OF_COUNTRY[country];
  return first && known.includes(first) ? [first, ...known.filter((code) => code !== first)] : [...known];
}
