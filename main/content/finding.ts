/** Something about the content, with the place where it stands, such as `information.profiles.HK.wages.0`. */
export interface ContentFinding {
  severity: 'error' | 'warning';
  where: string;
  what: string;
}

/** What must be put right before the content goes out. */
export function error(where: string, what: string): ContentFinding {
  return { severity: 'error', where, what };
}

/** One finding for every name that stands more than once. */
export function repeated(where: string, keys: readonly string[]): ContentFinding[] {
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  return twice.map((key) => error(where, `"${key}" stands twice`));
}

/** Whether a telephone takes it as it is written: an optional plus, digits, blanks and hyphens between them. */
export function canBeDialled(number: string): boolean {
  return /^\+?\d(?:[ -]?\d){2,18}$/.test(number);
}
