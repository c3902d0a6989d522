/** Who starts this process again, and who has to hear from it: systemd on an installed kiosk, nobody on a desk. */
export interface Supervisor {
  /** True: ending is enough, somebody starts the kiosk again. */
  isThere: boolean;
  /** The kiosk is up; from now on it says that it lives, as often as asked for. */
  ready(): void;
  /** An orderly end began: silence is no fault any more. */
  stopping(): void;
}

export interface SupervisorDeps {
  env: NodeJS.ProcessEnv;
  /** Runs `systemd-notify` with these arguments; Node has no sockets of the kind that systemd listens on. */
  notify(args: readonly string[]): void;
  every(ms: number, act: () => void): void;
}

/** sd_notify(3), sd_watchdog_enabled(3). The timer beats only while the main process runs its loop: a hung one is killed. */
export function createSupervisor({ env, notify, every }: SupervisorDeps): Supervisor {
  const isThere = Boolean(env.NOTIFY_SOCKET);
  const limitMs = Math.floor(Number(env.WATCHDOG_USEC ?? 0) / 1000);
  let isUp = false;
  return {
    isThere,
    ready() {
      if (!isThere || isUp) return;
      isUp = true;
      notify(['--ready']);
      // A third: one beat may be late, two may not.
      if (limitMs > 0) every(Math.floor(limitMs / 3), () => notify(['WATCHDOG=1']));
    },
    stopping() {
      if (isThere) notify(['STOPPING=1']);
    },
  };
}
