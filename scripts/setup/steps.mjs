/**
 * @typedef {object} StepOutcome
 * @property {boolean} changed false when there was nothing to do
 * @property {string} [detail] what the reader wants to know about the result, a few words
 *
 * @typedef {object} Step
 * @property {string} name what is being prepared
 * @property {(note: (text: string) => void) => Promise<StepOutcome>} run idempotent: finds out first whether anything is missing
 */

/** A failure with a remedy that a person can follow; shown without a stack. */
export class SetupProblem extends Error {}

/** A step that takes longer than this says that it is still alive. */
const patienceMs = 15_000;

/**
 * Runs the steps in order, one line each, and stops at the first that fails.
 * @param {Step[]} steps
 * @param {(line: string) => void} print
 */
export async function runSteps(steps, print) {
  for (const step of steps) {
    const started = Date.now();
    const seconds = () => ((Date.now() - started) / 1000).toFixed(1);
    const heartbeat = setInterval(() => print(`    ${step.name}: still working, ${seconds()} s`), patienceMs);
    try {
      const outcome = await step.run((text) => print(`    ${text}`));
      const what = outcome.detail ? `${step.name} (${outcome.detail})` : step.name;
      print(`  ${what} · ${outcome.changed ? 'done' : 'already there'} · ${seconds()} s`);
    } catch (error) {
      print(`  ${step.name} · failed · ${seconds()} s`);
      throw error;
    } finally {
      clearInterval(heartbeat);
    }
  }
}
