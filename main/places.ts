import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where things lie, and how this start was meant. */
export interface Places {
  /** config.json, database, key, logs. */
  dataFolder: string;
  /** Chromium's profile, moved along with the data folder, so that two data folders are two kiosks. Null: the default. */
  profile: string | null;
  renderer: string;
  preload: string;
  /** Clips of the voice. */
  speech: string;
  content: string;
  printerProfiles: string;
  wilayah: string;
  nativeBinding: string | undefined;
  /** False on a developer's desktop: a window instead of the whole screen. */
  isKiosk: boolean;
  /** Not to be trusted with the public: run from the sources, or packaged from a runtime for tests. */
  isTestBuild: boolean;
  /** Rises with every package; 0: not a package. */
  build: number;
}

interface AppLike {
  isPackaged: boolean;
  getAppPath(): string;
  getPath(name: 'userData'): string;
}

/**
 * The environment may move the data folder and name a SQLite binding, because tests and the fallback runtime need it; it
 * can neither load code nor loosen a lock. A packaged kiosk ignores it.
 */
export function readPlaces(app: AppLike, env: NodeJS.ProcessEnv = process.env): Places {
  const root = app.getAppPath();
  const chosen = app.isPackaged ? {} : env;
  return {
    dataFolder: chosen.POS_MIGRAN_DATA || join(app.getPath('userData'), 'kiosk'),
    profile: chosen.POS_MIGRAN_DATA ? join(chosen.POS_MIGRAN_DATA, 'browser') : null,
    renderer: join(root, 'out', 'renderer'),
    speech: join(root, 'out', 'speech'),
    preload: join(root, 'out', 'preload', 'index.cjs'),
    content: join(root, 'resources', 'content'),
    printerProfiles: join(root, 'resources', 'printers'),
    wilayah: join(root, 'resources', 'wilayah'),
    nativeBinding: chosen.POS_MIGRAN_SQLITE_BINDING || undefined,
    isKiosk: app.isPackaged || chosen.POS_MIGRAN_WINDOW !== 'desktop',
    isTestBuild: !app.isPackaged || manifestOf(root).isTestBuild !== false,
    build: app.isPackaged ? manifestOf(root).build : 0,
  };
}

/** `npm run package` writes it into the package. A package that cannot say what it is counts as one for tests. */
function manifestOf(root: string): { isTestBuild: unknown; build: number } {
  try {
    const { isTestBuild, buildNumber } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return { isTestBuild, build: Number.isSafeInteger(buildNumber) && buildNumber > 0 ? buildNumber : 0 };
  } catch {
    return { isTestBuild: true, build: 0 };
  }
}
