/** How a version shows that it is healthy: its engine found everything sound and its screen lives for a while. */
export interface TrialWatch {
  /** The screen lives and paints. */
  heard(): void;
  /** Called by a timer every few seconds. */
  check(): void;
}

export const TRIAL = {
  /** The screen must beat for so long without a break of `silenceMs`. */
  liveMs: 20_000,
  silenceMs: 6_000,
  /** Longer than any healthy start; then the version ends itself, and that start counts as failed. */
  limitMs: 180_000,
} as const;

export interface TrialDeps {
  monotonic(): number;
  /** What the engine said once it had opened and checked everything. */
  isSound: boolean;
  passed(): void;
  failed(because: 'trial.not-sound' | 'trial.no-screen'): void;
}

export function watchTrial({ monotonic, isSound, passed, failed }: TrialDeps): TrialWatch {
  const began = monotonic();
  let livesSince: number | null = null;
  let heardAt = 0;
  let isOver = false;

  function end(act: () => void): void {
    isOver = true;
    act();
  }

  return {
    heard() {
      const now = monotonic();
      if (livesSince === null || now - heardAt > TRIAL.silenceMs) livesSince = now;
      heardAt = now;
      if (!isOver && isSound && now - livesSince >= TRIAL.liveMs) end(passed);
    },
    check() {
      if (isOver) return;
      if (!isSound) end(() => failed('trial.not-sound'));
      else if (monotonic() - began > TRIAL.limitMs) end(() => failed('trial.no-screen'));
    },
  };
}
