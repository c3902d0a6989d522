import { spawn } from 'node:child_process';
import { createSupervisor, type Supervisor } from './supervisor.ts';

/** The supervisor of this very process. */
export function ownSupervisor(env: NodeJS.ProcessEnv = process.env): Supervisor {
  return createSupervisor({
    env,
    notify(args) {
      const told = spawn('systemd-notify', [...args], { stdio: 'ignore' });
      // Without the program nobody hears a beat, and the supervisor acts on that.
      told.on('error', () => {});
    },
    every: (ms, act) => void setInterval(act, ms),
  });
}
