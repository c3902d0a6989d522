/** How many tests of a stage passed, failed and were skipped. */
export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

/** With this code a program tells that it could not try what it should prove; its counts say how much. */
export const SKIPPED_EXIT_CODE = 77;

export const noTests: Counts = { passed: 0, failed: 0, skipped: 0 };

export function addCounts(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The last line of every test run, such as `12 passed, 0 failed` or `12 passed, 0 failed, 1 skipped`. */
export function formatCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Reads the last line of the form above.
 * @returns null when there is none
 */
export function readCounts(output: string): Counts | null {
  const lines = output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/gm);
  const last = [...lines].at(-1);
  if (last === undefined) return null;
  return { passed: Number(last[1]), failed: Number(last[2]), skipped: Number(last[3] ?? 0) };
}

/**
 * Reads vitest's JSON report. A file that could not even be loaded counts as one failure.
 * @returns null when it is not such a report
 */
export function readVitestReport(report: unknown): Counts | null {
  if (typeof report !== 'object' || report === null) return null;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = report as Record<
    string,
    unknown
  >;
  if (typeof numPassedTests !== 'number' || typeof numFailedTests !== 'number') return null;
  const files = Array.isArray(testResults)
    ? (testResults as { status?: string; assertionResults?: unknown[] }[])
    : [];
  const broken = files.filter(
    (file) => file.status === 'failed' && (file.assertionResults ?? []).length === 0,
  ).length;
  const skipped = [numPendingTests, numTodoTests].reduce<number>(
    (sum, n) => sum + (typeof n === 'number' ? n : 0),
    0,
  );
  return { passed: numPassedTests, failed: numFailedTests + broken, skipped };
}
