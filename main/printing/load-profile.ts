import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import { PrinterProfile } from './profile.ts';

/**
 * Reads a printer profile of `folder` (the installed `resources/printers`). An unknown name, a file that is not JSON or a value outside its
 * bounds is one line for the technician.
 */
export function loadPrinterProfile(
  folder: string,
  id: string,
): Result<PrinterProfile, 'printer.bad-profile'> {
  if (!/^[a-z0-9-]{3,40}$/.test(id)) return refuse(id, 'not the name of a profile');
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8'));
  } catch (error) {
    return refuse(id, error instanceof SyntaxError ? 'the file is not JSON' : 'there is no such profile');
  }
  const profile = PrinterProfile.safeParse(raw);
  if (!profile.success) {
    const [issue] = profile.error.issues;
    return refuse(id, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a profile'}`);
  }
  return profile.data.id === id
    ? succeeded(profile.data)
    : refuse(id, `the file is about ${profile.data.id}`);
}

function refuse(id: string, why: string) {
  return failed({
    code: 'printer.bad-profile' as const,
    detail: `printer profile ${JSON.stringify(id)}: ${why}`,
  });
}

/** Every profile of `folder` that can be used, by its name. One that cannot is left out: only who asks for it by name hears why. */
export function listPrinterProfiles(folder: string): PrinterProfile[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => loadPrinterProfile(folder, file.slice(0, -'.json'.length)))
    .flatMap((loaded) => (loaded.ok ? [loaded.value] : []))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
