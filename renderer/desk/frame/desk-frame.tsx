import type { ReactNode } from 'react';
import type { StaffSession } from '../../../shared/contract/desk.ts';
import { aStaffSession } from '../../bridge/fake-desk.ts';
import type { VisitorsSide } from '../../lobby/errand.ts';
import { DeskContext, type DeskPlace } from '../desk-context.ts';

const nothing = () => {};

/** A kiosk that can do everything. */
export const EVERYTHING_OPEN: VisitorsSide = {
  flows: [
    'complaint',
    'information',
    'look-up',
    'notices',
    'registration',
    'services',
    'showcase',
    'vacancies',
  ],
  isRecordingClosed: false,
  languages: ['id', 'en'],
};

interface AtTheDeskProps {
  children: ReactNode;
  session?: Partial<StaffSession>;
  place?: DeskPlace;
  hasBoth?: boolean;
  visitors?: VisitorsSide;
}

/** A page as the desk shows it, with somebody signed in: for examples and tests. */
export function AtTheDesk({
  children,
  session,
  place = 'technician',
  hasBoth = false,
  visitors = EVERYTHING_OPEN,
}: AtTheDeskProps) {
  return (
    <DeskContext
      value={{
        session: aStaffSession(session),
        place,
        changeDesk: hasBoth ? nothing : null,
        timeZone: 'Asia/Jakarta',
        signOut: nothing,
        visitors,
        handOver: nothing,
        turnLanguage: nothing,
      }}
    >
      {children}
    </DeskContext>
  );
}
