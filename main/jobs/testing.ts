import { aClock } from '../db/testing.ts';
import type { Timers } from './timers.ts';

/** The n-th example id: a UUIDv7 that sorts like n. */
export function exampleId(n: number): string {
  return `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

interface Appointment {
  at: number;
  act: () => void;
}

/** A clock and timers that a test moves together: nothing happens until it says `run`. */
export function aSimulatedTime() {
  const clock = aClock();
  const appointments = new Set<Appointment>();
  const timers: Timers = {
    after(ms, act) {
      const appointment = { at: clock.monotonic() + ms, act };
      appointments.add(appointment);
      return () => appointments.delete(appointment);
    },
  };

  function earliest(until: number): Appointment | undefined {
    return [...appointments].filter((one) => one.at <= until).sort((a, b) => a.at - b.at)[0];
  }

  return {
    clock,
    timers,
    /** How many timers are running. */
    appointments: () => appointments.size,
    /** Lets `ms` pass, with every appointment on the way and all that follows from it. */
    async run(ms: number): Promise<void> {
      const until = clock.monotonic() + ms;
      await allPromises();
      for (let next = earliest(until); next; next = earliest(until)) {
        appointments.delete(next);
        clock.pass(Math.max(0, next.at - clock.monotonic()));
        next.act();
        await allPromises();
      }
      clock.pass(until - clock.monotonic());
    },
  };
}

/** Long enough for every promise chain that needs no timer and no input. */
async function allPromises(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
