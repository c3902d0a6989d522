import { createContext, type ReactNode } from 'react';

export interface ScreenFrame {
  look: 'visit' | 'desk';
  /** What stands in the corner's place. */
  corner: ReactNode;
}

/** Where screens of a visitor are shown behind the staff door, as when a clerk asks for her: look and corner of the desk. Null: hers. */
export const ScreenFrameContext = createContext<ScreenFrame | null>(null);
