import type { Notices } from '../../shared/contract/signed-document.ts';
import type { OpeningHours } from '../../shared/domain/opening-hours.ts';

/** What an office tells its visitors by itself, as its staff wrote it at this kiosk. */
export interface OfficeBoard {
  notices: Notices['notices'];
  /** Never withdrawn from elsewhere: the office does that at its desk. */
  withdrawn: [];
  /** Null: nobody has said when the counter is open. */
  openingHours: OpeningHours | null;
}

export const NO_BOARD: OfficeBoard = { notices: [], withdrawn: [], openingHours: null };
