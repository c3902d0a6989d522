import { rmSync, writeFileSync } from 'node:fs';

/**
 * A file that lies there while somebody is at the screen: the session that switches the panel off outside its hours
 * (`build/linux/libexec/kiosk-session`) leaves it on then. Null: nobody asked for it. Never throws: light is not worth a visit.
 */
export function createUseMark(path: string | null): (isUsed: boolean) => void {
  let isThere: boolean | null = null;
  return (isUsed) => {
    if (path === null || isUsed === isThere) return;
    try {
      if (isUsed) writeFileSync(path, '');
      else rmSync(path, { force: true });
      isThere = isUsed;
    } catch {
      // Tried again with the next beat of the screen.
    }
  };
}
