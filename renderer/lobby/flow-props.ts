import type { ComponentType } from 'react';
import type { KioskContent } from '../../shared/contract/content.ts';
import type { KioskState } from '../../shared/contract/kiosk-state.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { Bridge } from '../bridge/bridge.ts';
import type { FlowKey } from './lobby.machine.ts';

/** What the lobby gives to a flow. The flow is unmounted with all it remembers when the visit ends. */
export interface FlowProps {
  language: Language;
  content: KioskContent;
  kioskState: KioskState;
  bridge: Bridge;
  /** The task is done: to the thank-you screen. */
  onFinished(): void;
  /** The visitor goes back to the home screen; nothing of this flow is kept. */
  onLeave(): void;
  /** The visitor goes on to another task; nothing of this flow is kept. */
  onGoTo(flow: FlowKey): void;
}

export type Flow = ComponentType<FlowProps>;
