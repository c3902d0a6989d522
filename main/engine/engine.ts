import type { KioskState } from '../../shared/contract/kiosk-state.ts';
import { unreachable } from '../../shared/lib/unreachable.ts';
import { keepConfigPromise } from '../config/promise.ts';
import { readConfig } from '../config/read.ts';
import type { Config } from '../config/schema.ts';
import { openPhotoShelf, type PhotoShelf } from '../content/photos.ts';
import { openContentShelf } from '../content/shelf.ts';
import type { WritableDB } from '../db/handles.ts';
import { type StartProblem, startDatabase } from '../db/start.ts';
import type { Desk } from '../desk/desk.ts';
import type { Handlers } from '../ipc/handle.ts';
import { type Log, openLog } from '../log/index.ts';
import { readOrMakeKioskKey } from '../trust/kiosk-key.ts';
import { isOnTrial } from '../updates/trial.ts';
import { closedEngine } from './closed.ts';
import { openEngine } from './open.ts';
import type { EngineOptions } from './options.ts';
import { tryDatabase } from './try-database.ts';

/** Everything behind the screens, without Electron: proofs and the bench run it under Node. */
export interface Engine {
  /** All calls of the contract but the ones that only the shell can answer. */
  handlers: Omit<Handlers, 'shell.heartbeat' | 'camera.open' | 'camera.close'>;
  log: Log;
  /** The desk without its door, for `kioskctl`: whoever opens it to somebody answers for that. */
  desk: Desk;
  /** The picture of a product that is shown now. Null: there is none of that name. */
  readPhoto: PhotoShelf['read'];
  /** This start was a trial of a new version, and whether everything it opened is sound. Null: an ordinary start. */
  trial: { isSound: boolean } | null;
  /** Ends what runs; everything committed stays. */
  stop(): Promise<void>;
}

/**
 * Starts the engine. It always starts: what cannot be opened closes the kiosk for visitors with a designed screen and a
 * line for the technician, and the emergency numbers stay reachable wherever content was ever read.
 */
export function startEngine(options: EngineOptions): Engine {
  const log = openLog(options.dataFolder);
  const config = readConfig(options.dataFolder);
  const photos = openPhotoShelf({
    dataFolder: options.dataFolder,
    onTrouble: (code) => log.error('photos.trouble', { code }),
  });
  const content = openContentShelf({
    packFolder: options.content,
    dataFolder: options.dataFolder,
    clock: options.clock,
    setting: { isTraining: config.ok && config.value.trainingMode },
    onCurrent: ({ showcase }, folder) => photos.keep(showcase, folder),
    onTrouble: (code) => log.error('content.trouble', { code }),
  });
  const onTrial = isOnTrial(options.update?.places ?? null);
  const closed = (trouble: NonNullable<KioskState['trouble']>, line?: KioskState['troubleLine']) => {
    log.error('engine.closed', { code: trouble });
    const trial = onTrial ? { isSound: false } : null;
    return closedEngine({ log, content, readPhoto: photos.read, trouble, troubleLine: line ?? null, trial });
  };

  if (!config.ok) return closed('configuration', config.problem.line);
  if (!content.ok) return closed('content');
  const key = readOrMakeKioskKey(options.dataFolder);
  if (!key.ok) return closed('database', KEY_LINE);
  const database = startDatabase({
    folder: options.dataFolder,
    clock: options.clock,
    ...(options.nativeBinding === undefined ? {} : { nativeBinding: options.nativeBinding }),
  });
  if (!database.ok) {
    log.error('database.closed', { code: database.problem.code });
    return closed(troubleOf(database.problem.code));
  }
  if (database.value.recovery) log.warn('database.recovered');
  if (onTrial) {
    const isSound = tryDatabase(database.value, log);
    log.info('engine.trial', {
      code: isSound ? 'trial.sound' : 'trial.not-sound',
      version: options.appVersion,
    });
    return closedEngine({
      log,
      content,
      readPhoto: photos.read,
      trouble: 'updating',
      troubleLine: null,
      trial: { isSound },
    });
  }
  const settled = settleConfig(config.value, options.dataFolder, database.value.db, log);
  if (!settled.ok) return closed('configuration', settled.problem.line);
  return openEngine({
    options,
    log,
    config: settled.value,
    content: content.value,
    readPhoto: photos.read,
    key: key.value,
    db: database.value.db,
  });
}

/** The power may have gone between staff's change of `config.json`, as the audit log tells it, and the file. */
function settleConfig(
  config: Config,
  folder: string,
  db: WritableDB,
  log: Pick<Log, 'info' | 'error'>,
): ReturnType<typeof readConfig> {
  const kept = keepConfigPromise(db, folder);
  if (!kept.ok) log.error('config.promise', { code: kept.problem.code });
  if (!kept.ok || !kept.value.wasOpen) return { ok: true, value: config };
  log.info('config.promise', { code: 'kept' });
  return readConfig(folder);
}

function troubleOf(code: StartProblem): NonNullable<KioskState['trouble']> {
  switch (code) {
    case 'database.from-newer-app':
      return 'newer-database';
    case 'database.disk-full':
      return 'disk-full';
    case 'database.read-only':
    case 'database.unusable':
      return 'database';
    default:
      return unreachable(code);
  }
}

const KEY_LINE = {
  id: 'Kunci kiosk (kiosk-key.pem) tidak dapat dibaca. Pulihkan dari cadangan atau daftarkan ulang kiosk ini.',
  en: 'The key of this kiosk (kiosk-key.pem) cannot be read. Restore it from a copy or enrol the kiosk again.',
};
