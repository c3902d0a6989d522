import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { Command, Settings } from './command-line.ts';
import { DEMO_STAFF, prepareDemo } from './demo/prepare-demo.ts';
import { type RunningHub, startHub } from './start-hub.ts';

/** Recognisable as no real office. */
const DEMO_OFFICE = {
  officeName: 'Kantor Pos Contoh',
  timeZone: 'Asia/Jakarta',
  validDays: 365,
} as const;

/**
 * Serves until SIGINT or SIGTERM. Prints one JSON line when it is ready; `--demo` adds a fresh enrolment code, example staff
 * with their PINs and, where none is configured, an officer token that lives as long as the process.
 */
export async function serve(
  command: Extract<Command, { name: 'serve' }>,
  settings: Settings,
  log: Logger,
  print: (line: string) => void,
): Promise<void> {
  const { demo, name: _name, ...how } = command;
  const officerToken = settings.officerToken ?? (demo ? randomBytes(24).toString('base64url') : undefined);
  const hub = await startHub({
    ...settings,
    ...how,
    ...(demo ? { kioskKeysAfterMs: 0 } : {}),
    officerToken,
    log,
  });
  const demoFacts = demo ? await makeDemo(hub, officerToken) : {};
  const stopped = new Promise<NodeJS.Signals>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  const postgresPid = hub.database.postgresPid();
  print(JSON.stringify({ ready: true, url: hub.url, ...demoFacts, pid: process.pid, postgresPid }));
  log.info({ signal: await stopped }, 'closing');
  await hub.close();
}

async function makeDemo(hub: RunningHub, officerToken: string | undefined) {
  const enrolmentCode = await hub.makeEnrolmentCode(DEMO_OFFICE);
  await prepareDemo(hub.database, DEMO_OFFICE.officeName, new Date());
  return { enrolmentCode, officerToken, staff: DEMO_STAFF };
}
