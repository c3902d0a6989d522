/**
 * How a release may be started. A switch or a variable can open a debugger, load foreign code, trust another certificate or write
 * keys into a file, so what is not on the list ends the start with a sentence. Builds for tests are driven by such switches; they
 * say on their name and at their desk what they are.
 */

/** Switches that the session and the command of an installed kiosk use, and what the settings of a machine may need. */
const SWITCHES: ReadonlySet<string> = new Set([
  'user-data-dir',
  'ozone-platform',
  'disable-gpu',
  'disable-logging',
  'touch-events',
  'touch-devices',
  'force-device-scale-factor',
  'repair',
]);
/** Everything behind it belongs to the command. */
const COMMAND = '--kioskctl';

/** Variables that Node, Electron, Chromium, the loader or GTK would obey before anybody can look. */
const VARIABLES =
  /^(NODE_.*|ELECTRON_.*|CHROME_(?!DESKTOP$).*|LD_(PRELOAD|LIBRARY_PATH|AUDIT)|SSLKEYLOGFILE|SSL_CERT_(FILE|DIR)|OPENSSL_(CONF|MODULES)|GTK_(MODULES|PATH|EXE_PREFIX)|GIO_(EXTRA_MODULES|MODULE_DIR))$/;

/** What of a command line (without the program) and an environment a release does not obey, by name; values are never told. */
export function refusedAtStart(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): string[] {
  const command = argv.indexOf(COMMAND);
  const own = command < 0 ? argv : argv.slice(0, command);
  const words = own.filter((word) => !isAllowed(word)).map((word) => word.split('=')[0] ?? word);
  const variables = Object.keys(env).filter((name) => VARIABLES.test(name) && env[name] !== '');
  return [...words, ...variables.sort()];
}

function isAllowed(word: string): boolean {
  const name = /^--([a-z][a-z-]*)(=|$)/.exec(word)?.[1];
  return name !== undefined && SWITCHES.has(name);
}
