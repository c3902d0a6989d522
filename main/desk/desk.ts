import {
  type DeskCallName,
  type DeskInput,
  type DeskOutput,
  deskCallNames,
  type StaffCallName,
  type StaffInput,
  type StaffOutput,
} from '../../shared/contract/desk.ts';
import { failed, type Problem, type Result } from '../../shared/lib/result.ts';

type Answer<T> = Result<T> | Promise<Result<T>>;

/** Who asks for an act at the desk, as the audit log names it: a staff number, `setup`, or `kioskctl`. */
export interface Actor {
  who: string;
}

/** Who asks from a shell on this machine and not at the screen. */
export const AT_SHELL = 'kioskctl';

/** What each desk call does, for whoever was let in. Leaving one out does not compile. */
export type Desk = {
  [K in DeskCallName]: (input: DeskInput<K>, actor: Actor) => Answer<DeskOutput<K>>;
};

/** The same calls as the screens reach them: behind the staff door. */
export type GuardedDesk = { [K in DeskCallName]: (input: DeskInput<K>) => Answer<DeskOutput<K>> };
export type StaffHandlers = { [K in StaffCallName]: (input: StaffInput<K>) => Answer<StaffOutput<K>> };

/** Every desk call gives the same problem; fits the guarded calls too. */
export function refusingDesk(problem: Problem): Record<DeskCallName, () => { ok: false; problem: Problem }> {
  const refuse = () => failed(problem);
  return Object.fromEntries(deskCallNames.map((name) => [name, refuse])) as Record<
    DeskCallName,
    typeof refuse
  >;
}
