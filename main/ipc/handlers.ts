import { succeeded } from '../../shared/lib/result.ts';
import type { Engine } from '../engine/engine.ts';
import type { Handlers } from './handle.ts';

export interface ShellActs {
  /** Leaves nothing of the visit in the browser. */
  wipe(): Promise<void>;
  /** The screen said that it is alive. */
  heard(): void;
}

/** The engine's handlers, and what only the shell can do. */
export function handlersOf(engine: Pick<Engine, 'handlers'>, shell: ShellActs): Handlers {
  return {
    ...engine.handlers,
    'visit.end': async (input) => {
      const ended = await engine.handlers['visit.end'](input);
      await shell.wipe();
      return ended;
    },
    'shell.heartbeat': () => {
      shell.heard();
      return succeeded({});
    },
  };
}
