/**
 * Phone numbers as people write them: at home `0812-3456-789`, `812…`, `62812…`, `+62 812…`; abroad with `+` and the
 * country. Families share phones and workers keep foreign numbers, so nothing here refuses: the number stays as typed, and
 * what looks wrong is a doubt.
 */
export type PhoneDoubt =
  | 'phone.not-digits'
  | 'phone.too-short'
  | 'phone.too-long'
  | 'phone.double-prefix'
  | 'phone.same-digits'
  /** Neither a home number nor one with a country. */
  | 'phone.no-country'
  /** Could be a home number without its 0 or one of a destination country without its +. */
  | 'phone.country-unsure';

export interface PhoneReading {
  /** `+628123456789`; null when no one number can be meant. */
  e164: string | null;
  doubts: PhoneDoubt[];
}

/** Digits after +62 8: what is in use today. Prefixes come and go, so only the length is looked at. */
const HOME_MOBILE = { least: 9, most: 12 } as const;
const HOME_LANDLINE = { least: 7, most: 11 } as const;
/** After the country code and with it; E.164 allows fifteen. */
const ABROAD = { least: 8, most: 15 } as const;

/** Hong Kong, Macau and Taiwan begin like an Indonesian mobile number and have its length. */
const LIKE_HOME_MOBILE = /^(85[23]\d{8}|886\d{9})$/;

export function readPhone(typed: string): PhoneReading {
  const plain = typed.replace(/[\s()./-]/g, '').replace(/^00/, '+');
  if (!/^\+?\d+$/.test(plain)) return { e164: null, doubts: ['phone.not-digits'] };
  if (LIKE_HOME_MOBILE.test(plain)) return { e164: null, doubts: ['phone.country-unsure'] };
  const doubled = /^\+?620(\d+)$/.exec(plain);
  if (doubled) {
    const reading = home(doubled[1] ?? '');
    return { ...reading, doubts: ['phone.double-prefix', ...reading.doubts] };
  }
  const athome = /^(?:\+62|62(?=[2-9]\d{7})|0|(?=8))([1-9]\d*)$/.exec(plain);
  if (athome) return home(athome[1] ?? '');
  if (/^\+[1-9]/.test(plain)) return abroad(plain);
  return { e164: null, doubts: ['phone.no-country'] };
}

/** Grouped for reading aloud: `+62 812-3456-789`, `+852 5294 4184`. */
export function showPhone(e164: string): string {
  const home = /^\+62(8\d{2})(\d{3,4})(\d+)$/.exec(e164);
  if (home) return `+62 ${home[1]}-${home[2]}-${home[3]}`;
  const likeHongKong = /^\+(85[23])(\d{4})(\d{4})$/.exec(e164);
  return likeHongKong ? `+${likeHongKong[1]} ${likeHongKong[2]} ${likeHongKong[3]}` : e164;
}

/** `rest`: what follows +62. */
function home(rest: string): PhoneReading {
  return measured(`+62${rest}`, rest, rest.startsWith('8') ? HOME_MOBILE : HOME_LANDLINE);
}

function abroad(e164: string): PhoneReading {
  return measured(e164, e164.slice(1), ABROAD);
}

function measured(e164: string, counted: string, limit: { least: number; most: number }): PhoneReading {
  if (counted.length < limit.least) return { e164: null, doubts: ['phone.too-short'] };
  if (counted.length > limit.most) return { e164: null, doubts: ['phone.too-long'] };
  return { e164, doubts: /(\d)\1{6}$/.test(counted) ? ['phone.same-digits'] : [] };
}
