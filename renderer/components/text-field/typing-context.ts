import { createContext } from 'react';
import type { KeyboardLayout } from '../keyboard/layouts.ts';
import type { Capitals, KeyAction } from '../keyboard/typing.ts';

/** The field that the screen's keyboard types into. */
export interface TypingTarget {
  id: string;
  layout: KeyboardLayout;
  capitals: Capitals;
  isMultiline: boolean;
  /** Nobody else may hear which keys are pressed. */
  isSecret: boolean;
  /** Text before the caret, for the capital that may come next. */
  textBefore: string;
  type(action: KeyAction): void;
}

export interface Typing {
  target: TypingTarget | null;
  attach(target: TypingTarget): void;
  detach(id: string): void;
}

/** Null outside a screen: a field then works with a physical keyboard only. */
export const TypingContext = createContext<Typing | null>(null);
