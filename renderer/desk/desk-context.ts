import { createContext, use } from 'react';
import type { StaffSession } from '../../shared/contract/desk.ts';
import type { Errand, VisitorsSide } from '../lobby/errand.ts';

/** The technician's desk and the clerk's: one person may have both. */
export type DeskPlace = 'technician' | 'clerk';

export interface DeskSetting {
  session: StaffSession;
  /** Which desk this is. */
  place: DeskPlace;
  /** To the other desk. Null: she has this one alone. */
  changeDesk: (() => void) | null;
  /** Of the office: times on the desk are its times. */
  timeZone: string;
  signOut(): void;
  /** What a visitor can be helped with. */
  visitors: VisitorsSide;
  /** Signs out, and the visitors' side opens with this. */
  handOver(errand: Errand): void;
  /** Indonesian and English change places. */
  turnLanguage(): void;
}

export const DeskContext = createContext<DeskSetting | null>(null);

/** Who works here and what stands on every page. Only below the desk. */
export function useDesk(): DeskSetting {
  const setting = use(DeskContext);
  if (setting === null) throw new Error('a page of the desk stands outside of the desk');
  return setting;
}
