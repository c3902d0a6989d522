/** Classes of SQLSTATE that say "not now": connection, resources, operator, system, lost lock or serialisation. */
const AWAY_CLASSES = new Set(['08', '53', '55', '57', '58', '40']);
const READ_ONLY = '25006';
const CLOSED = '25P03';
const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** The driver's own errors carry no code. */
const DRIVER_MESSAGE =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|not queryable|Client was closed|the database system is/i;

/**
 * Whether the database could not do its work now, as against a mistake of ours. Also true when the answer to COMMIT was
 * lost: the kiosk then asks again and gets the stored outcome, if there is one.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (SOCKET_CODES.has(code)) return true;
  if (/^[0-9A-Z]{5}$/.test(code)) {
    return AWAY_CLASSES.has(code.slice(0, 2)) || code === READ_ONLY || code === CLOSED;
  }
  return DRIVER_MESSAGE.test(error.message);
}
