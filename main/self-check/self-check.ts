import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { updatePlacesOf } from '../updates/places.ts';
import { checkFuses } from './fuses.ts';
import { type CheckLine, readCheckLines } from './lines.ts';

const INSTALLER = '/opt/pos-migran/install.sh';
const PATIENCE_MS = 30_000;

/**
 * What is locked on this machine and what is not. Empty on a desk, where nothing is locked. Changes nothing; takes some seconds.
 * `switches`: of the running program's command line.
 */
export async function checkSelf(program: string, switches: readonly string[]): Promise<CheckLine[]> {
  if (updatePlacesOf(program) === null) return [];
  const isOpen = switches.some((one) => one === '--no-sandbox' || one === '--disable-setuid-sandbox');
  return [
    await checkFuses(program),
    isOpen
      ? { level: 'fail', what: 'sandbox', next: 'take --no-sandbox out of /etc/pos-migran/kiosk.conf' }
      : { level: 'ok', what: 'sandbox', next: '' },
    ...(await askInstaller()),
  ];
}

function askInstaller(): Promise<CheckLine[]> {
  const missing: CheckLine = { level: 'fail', what: 'installer', next: 'install the package again' };
  if (!existsSync(INSTALLER)) return Promise.resolve([missing]);
  return new Promise((resolve) => {
    // It ends with 1 when something failed; what it wrote counts.
    execFile(INSTALLER, ['--check'], { timeout: PATIENCE_MS }, (_error, stdout) => {
      const lines = readCheckLines(stdout);
      resolve(lines.length === 0 ? [missing] : lines);
    });
  });
}
