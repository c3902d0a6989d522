import { succeeded } from '../../shared/lib/result.ts';
import type { Engine } from '../engine/engine.ts';
import type { CameraLease } from '../shell/camera-lease.ts';
import type { Handlers } from './handle.ts';

export interface ShellActs {
  /** Leaves nothing of the visit in the browser. */
  wipe(): Promise<void>;
  /** The screen said that it is alive, and which one it is. */
  heard(screen: string): void;
  camera: CameraLease;
}

/** The engine's handlers, and what only the shell can do. */
export function handlersOf(engine: Pick<Engine, 'handlers'>, shell: ShellActs): Handlers {
  return {
    ...engine.handlers,
    'visit.end': async (input) => {
      shell.camera.close();
      const ended = await engine.handlers['visit.end'](input);
      await shell.wipe();
      return ended;
    },
    'camera.open': () => succeeded({ leaseMs: shell.camera.open() }),
    'camera.close': () => {
      shell.camera.close();
      return succeeded({});
    },
    'shell.heartbeat': ({ screen }) => {
      shell.heard(screen);
      return succeeded({});
    },
  };
}
