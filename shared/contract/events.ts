import { KioskContent } from './content.ts';
import { KioskState, SlipState } from './kiosk-state.ts';

/** What the main process tells the screens by itself. */
export const events = {
  'kiosk.changed': KioskState,
  'slip.changed': SlipState,
  /** Facts ran out with the day, or a new pack came. */
  'content.changed': KioskContent,
} as const;

export type EventName = keyof typeof events;
export type EventPayload<K extends EventName> = (typeof events)[K]['_output'];
export const eventNames = Object.keys(events) as EventName[];
