import { basename } from 'node:path';

/** Where the program that puts versions in place keeps what it knows; `build/linux/libexec/apply-update` writes it, as root. */
export interface UpdatePlaces {
  /** Read here, never written. */
  state: string;
  /** The folder of the version that runs, as `current` names it. */
  own: string;
}

const INSTALLED = /^(.*)\/opt\/pos-migran\/versions\/([^/]+)\/[^/]+$/;

/** Null: this kiosk was not installed in the way that updates itself, such as from the sources. By the path of the running program. */
export function updatePlacesOf(execPath: string): UpdatePlaces | null {
  const match = INSTALLED.exec(execPath);
  return match ? { state: `${match[1]}/var/lib/pos-migran-update`, own: basename(match[2] ?? '') } : null;
}
