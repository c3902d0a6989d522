import { clipboard, type Session } from 'electron';

/** Leaves nothing of the last visitor in Chromium: clipboard, caches, storage, form memory. */
export async function wipeBrowserTraces(session: Session): Promise<void> {
  // On X11 a marked text lives in a clipboard of its own. Electron 45 types no longer name it, older runtimes need it.
  const clear = clipboard.clear as (which?: 'clipboard' | 'selection') => void;
  clear.call(clipboard, 'clipboard');
  clear.call(clipboard, 'selection');
  await Promise.all([
    session.clearCache(),
    session.clearStorageData(),
    session.clearAuthCache(),
    session.clearHostResolverCache(),
  ]);
}
