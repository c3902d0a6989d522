import type { StaffSession } from '../../shared/contract/desk.ts';
import type { DeskPlace } from './desk-context.ts';
import { pagesFor } from './technician/pages.ts';

/** The desks that somebody may sit at, the one she comes to first. A clerk has people waiting; a supervisor looks after the machine. */
export function desksFor(roles: StaffSession['roles']): DeskPlace[] {
  const isSupervisor = roles.includes('supervisor');
  const mayTechnician = pagesFor(roles).length > 0;
  const mayClerk = isSupervisor || roles.includes('clerk');
  const desks: DeskPlace[] = isSupervisor ? ['technician', 'clerk'] : ['clerk', 'technician'];
  return desks.filter((desk) => (desk === 'clerk' ? mayClerk : mayTechnician));
}
