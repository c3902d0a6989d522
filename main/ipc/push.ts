import type { WebContents } from 'electron';
import type { EventName, EventPayload } from '../../shared/contract/events.ts';

export type Push = <K extends EventName>(name: K, payload: EventPayload<K>) => void;

/** Tells the screens something by itself. A window that is gone or loading hears it by asking again. */
export function pushTo(contents: WebContents): Push {
  return (name, payload) => {
    if (!contents.isDestroyed() && !contents.isCrashed()) contents.send(name, payload);
  };
}
