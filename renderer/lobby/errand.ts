import type { ScreenLanguage } from '../../shared/domain/language.ts';
import type { FlowKey } from './lobby.machine.ts';

/** What a clerk opens the visitors' side for: the first screen that stands there, and its language. */
export interface Errand {
  flow: FlowKey;
  language: ScreenLanguage;
}

/** What the visitors' side has to offer at this moment, for the page on which a clerk chooses. */
export interface VisitorsSide {
  /** Tasks that may begin now. */
  flows: readonly FlowKey[];
  /** Some tasks are left out, because nothing can be recorded now. */
  isRecordingClosed: boolean;
  languages: readonly ScreenLanguage[];
}
