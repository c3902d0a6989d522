import type { ReactNode } from 'react';
import type { StaffSession } from '../../../shared/contract/desk.ts';
import { aStaffSession } from '../../bridge/fake-desk.ts';
import { DeskContext, type DeskPlace } from '../desk-context.ts';

const nothing = () => {};

interface AtTheDeskProps {
  children: ReactNode;
  session?: Partial<StaffSession>;
  place?: DeskPlace;
  hasBoth?: boolean;
}

/** A page as the desk shows it, with somebody signed in: for examples and tests. */
export function AtTheDesk({ children, session, place = 'technician', hasBoth = false }: AtTheDeskProps) {
  return (
    <DeskContext
      value={{
        session: aStaffSession(session),
        place,
        changeDesk: hasBoth ? nothing : null,
        timeZone: 'Asia/Jakarta',
        signOut: nothing,
        turnLanguage: nothing,
      }}
    >
      {children}
    </DeskContext>
  );
}
