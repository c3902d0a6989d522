/**
 * Brings a dead, hung or blank screen back: reload with a budget, then start the whole app again. The page itself must
 * say that it is alive and painting, because a page can be alive for Chromium and blank for the visitor.
 */
export interface RecoveryDeps {
  monotonic(): number;
  reload(): void;
  /** Ends the renderer by force; its `gone` report follows. */
  killRenderer(): void;
  relaunch(): void;
  /** `because`: Chromium's own word, such as `crashed`. */
  log(event: `screen.${string}`, because: string): void;
}

export const RELOAD_BUDGET = { times: 3, withinMs: 10 * 60_000 } as const;
/** Longer than any pause a healthy screen makes; the screen reports every 2 s. */
export const SILENCE_LIMIT_MS = 15_000;

export interface Recovery {
  rendererGone(reason: string): void;
  unresponsive(): void;
  heard(): void;
  /** The page was asked to load: silence counts from here. */
  loading(): void;
  /** Called by a timer every few seconds. */
  check(): void;
}

export function createRecovery(deps: RecoveryDeps): Recovery {
  const reloads: number[] = [];
  let lastHeard = deps.monotonic();

  function bringBack(reason: string): void {
    const now = deps.monotonic();
    while (reloads[0] !== undefined && now - reloads[0] > RELOAD_BUDGET.withinMs) reloads.shift();
    lastHeard = now;
    if (reloads.length >= RELOAD_BUDGET.times) {
      deps.log('screen.relaunch', reason);
      deps.relaunch();
      return;
    }
    reloads.push(now);
    deps.log('screen.reload', reason);
    deps.reload();
  }

  return {
    rendererGone(reason) {
      if (reason !== 'clean-exit') bringBack(reason);
    },
    unresponsive() {
      deps.log('screen.unresponsive', 'hung');
      lastHeard = deps.monotonic();
      deps.killRenderer();
    },
    heard() {
      lastHeard = deps.monotonic();
    },
    loading() {
      lastHeard = deps.monotonic();
    },
    check() {
      if (deps.monotonic() - lastHeard <= SILENCE_LIMIT_MS) return;
      deps.log('screen.silent', 'no-heartbeat');
      lastHeard = deps.monotonic();
      deps.killRenderer();
    },
  };
}
