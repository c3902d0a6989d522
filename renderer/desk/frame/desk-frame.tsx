import type { ReactNode } from 'react';
import type { StaffSession } from '../../../shared/contract/desk.ts';
import { aStaffSession } from '../../bridge/fake-desk.ts';
import { DeskContext } from '../desk-context.ts';

const nothing = () => {};

/** A page as the desk shows it, with somebody signed in: for examples and tests. */
export function AtTheDesk({ children, session }: { children: ReactNode; session?: Partial<StaffSession> }) {
  return (
    <DeskContext
      value={{
        session: aStaffSession(session),
        timeZone: 'Asia/Jakarta',
        signOut: nothing,
        turnLanguage: nothing,
      }}
    >
      {children}
    </DeskContext>
  );
}
