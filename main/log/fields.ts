/**
 * What a log line may carry. Redaction by path lets free text through, so this is the other way round: only these
 * fields exist, and each value must have the shape of a code, an id or a small number. A name, a phone number or a NIK
 * has none of these shapes.
 */
export interface LogFields {
  /** `area.what`: code of a problem, an outcome or a state. */
  code?: string;
  /** The same for what caused it: `SQLITE_FULL`, `ECONNREFUSED`, `printer.out-of-paper`. */
  because?: string;
  /** Kind of a job, a call or a slip. */
  kind?: string;
  /** Made by this app: UUID. Never a ticket number. */
  id?: string;
  version?: string;
  /** First eight hex digits of a hash: too few for a phone number. */
  mark?: string;
  count?: number;
  attempt?: number;
  ms?: number;
  megabytes?: number;
}

const CODE = /^[a-z][a-z-]{0,30}(\.[a-z0-9][a-z0-9-]{0,30}){0,2}$/;
const SYSTEM_CODE = /^(SQLITE|E|ERR|UND_ERR)[A-Z_]{1,40}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const VERSION = /^v?\d{1,3}(\.\d{1,4}){1,3}(-[a-z]{1,10}(\.\d{1,3})?)?$/;
const MARK = /^[0-9a-f]{8}$/;
/** Nine digits at most: a phone number has ten or more, a NIK sixteen. */
const LARGEST = 999_999_999;

const isCode = (text: string) => CODE.test(text) || SYSTEM_CODE.test(text);
const STRINGS = new Map<string, (text: string) => boolean>([
  ['code', isCode],
  ['because', isCode],
  ['kind', (text) => CODE.test(text)],
  ['id', (text) => UUID.test(text)],
  ['version', (text) => VERSION.test(text)],
  ['mark', (text) => MARK.test(text)],
]);
const NUMBERS = new Set(['count', 'attempt', 'ms', 'megabytes']);

/** Keeps what is allowed; the name of a field whose value was not is kept in `refused`, its value is not. */
export function allowedFields(fields: LogFields): Record<string, string | number | string[]> {
  const kept: Record<string, string | number | string[]> = {};
  const refused: string[] = [];
  for (const [name, value] of Object.entries(fields) as [string, unknown][]) {
    if (value === undefined) continue;
    if (typeof value === 'string' && STRINGS.get(name)?.(value)) kept[name] = value;
    else if (typeof value === 'number' && NUMBERS.has(name) && Math.abs(value) <= LARGEST) {
      kept[name] = Math.round(value);
    } else refused.push(STRINGS.has(name) || NUMBERS.has(name) ? name : 'unknown-field');
  }
  return refused.length > 0 ? { ...kept, refused } : kept;
}
