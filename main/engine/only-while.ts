import { failed, type Result } from '../../shared/lib/result.ts';

type Handler = (...args: never[]) => Result<unknown> | Promise<Result<unknown>>;

/**
 * The same handlers, refusing everything once the kiosk was retired: its database is closed and gone, and whoever still asks, a
 * screen or a command, gets a problem and not an error.
 */
export function onlyWhile<H extends Record<keyof H, Handler>>(isOpen: () => boolean, handlers: H): H {
  const guarded = Object.entries<Handler>(handlers).map(([name, handler]) => [
    name,
    (...args: never[]) => (isOpen() ? handler(...args) : failed({ code: 'kiosk.closed', detail: 'retired' })),
  ]);
  return Object.fromEntries(guarded) as H;
}
