import type { StaffSession } from '../../shared/contract/desk.ts';
import { failed, type Result } from '../../shared/lib/result.ts';

type Calls<Name extends string> = {
  [K in Name]: (input: never, actor: { who: string }) => Result<unknown> | Promise<Result<unknown>>;
};

/**
 * Calls as the screen reaches them: nothing without a session, and only for who may. It stands in the main process, because a
 * page that was broken into can call whatever it likes. `whoFor` says under whose name an act is done; null: no right to it.
 */
export function guardCalls<Name extends string>(
  names: readonly Name[],
  calls: Calls<Name>,
  readSession: () => StaffSession | null,
  whoFor: (session: StaffSession, name: Name) => string | null,
): Record<Name, (input: never) => Promise<Result<unknown>>> {
  const guard = (name: Name) => async (input: never) => {
    const session = readSession();
    if (session === null) return failed({ code: 'staff.signed-out' });
    const who = whoFor(session, name);
    return who === null ? failed({ code: 'staff.no-right' }) : calls[name](input, { who });
  };
  return Object.fromEntries(names.map((name) => [name, guard(name)])) as Record<
    Name,
    (input: never) => Promise<Result<unknown>>
  >;
}
