import { type Child, describeExit, startChild } from './child.ts';
import { makeDeferred } from './deferred.ts';
import { endLeftovers, forgetChildren, rememberChild } from './leftovers.ts';

type StartOptions = Omit<Parameters<typeof startChild>[0], 'print'>;

/** The programs of one run, ended together, the last started first. */
export type Family = {
  readonly start: (options: StartOptions) => Promise<Child>;
  /** Settles with the reason when the run is over: a person stopped it, or a program ended that should run. */
  readonly over: Promise<{ readonly because: string; readonly wanted: boolean }>;
  /** Makes the end of this program the end of the run, and a good one when its exit code is 0. */
  readonly runUntilEndOf: (child: Child) => void;
  /** The end of this program does not end the run: whoever started it looks at its exit code. */
  readonly allowEndOf: (child: Child) => void;
  /** For a program that its starter ends itself: so that it does not outlive a run that is killed. */
  readonly remember: (program: { readonly name: string; readonly pid: number }) => void;
  readonly endAll: () => Promise<void>;
};

/**
 * @param recordFile where the process ids are kept, so that the next run can end what a killed run left behind
 */
export async function startFamily(recordFile: string, print: (line: string) => void): Promise<Family> {
  const ended = await endLeftovers(recordFile);
  if (ended.length > 0) print(`Ended what an earlier run had left behind: ${ended.join(', ')}.`);
  const children: Child[] = [];
  const over = makeDeferred<{ because: string; wanted: boolean }>();
  const expected = new Set<Child>();
  const passing = new Set<Child>();
  let isEnding = false;

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => over.resolve({ because: 'stopped', wanted: true }));
  }
  // The process above us (npm, a terminal) died without a word.
  process.on('disconnect', () => over.resolve({ because: 'stopped', wanted: true }));

  return {
    over: over.promise,
    async start(options) {
      const child = await startChild({ ...options, print });
      children.push(child);
      rememberChild(recordFile, { name: child.name, pid: child.pid });
      void child.exited.then((exit) => {
        if (isEnding || passing.has(child)) return;
        const wanted = expected.has(child) && exit.code === 0;
        over.resolve({ because: `${child.name} ended with ${describeExit(exit)}`, wanted });
      });
      return child;
    },
    runUntilEndOf: (child) => {
      expected.add(child);
    },
    allowEndOf: (child) => {
      passing.add(child);
    },
    remember: (program) => rememberChild(recordFile, program),
    async endAll() {
      isEnding = true;
      for (const child of children.toReversed()) await child.end();
      forgetChildren(recordFile);
    },
  };
}
