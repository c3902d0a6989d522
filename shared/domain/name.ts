/** A name may be one word, have titles, apostrophes or any script. Only what is surely a slip of the finger is doubted. */
export type NameDoubt = 'name.digits' | 'name.symbols' | 'name.short' | 'name.repeated';

export function doubtsOfName(typed: string): NameDoubt[] {
  const name = typed.trim();
  const doubts: NameDoubt[] = [];
  if (/\p{Nd}/u.test(name)) doubts.push('name.digits');
  if (/[^\p{L}\p{M}\p{Nd}\s.,'’ʼ`/()-]/u.test(name)) doubts.push('name.symbols');
  if ((name.match(/\p{L}/gu) ?? []).length < 2) doubts.push('name.short');
  if (/(\p{L})\1{3}/iu.test(name)) doubts.push('name.repeated');
  return doubts;
}
