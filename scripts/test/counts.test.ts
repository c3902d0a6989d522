import { expect, test } from 'vitest';
import { addCounts, formatCounts, readCounts, readVitestReport } from './counts.ts';

test('what is written as the last line is read back', () => {
  for (const counts of [
    { passed: 12, failed: 0, skipped: 0 },
    { passed: 3, failed: 2, skipped: 1 },
  ]) {
    expect(readCounts(`noise\n${formatCounts(counts)}\n`)).toEqual(counts);
  }
});

test('only the last such line counts, and no line is not zero tests', () => {
  expect(readCounts('1 passed, 1 failed\n7 passed, 0 failed\n')).toEqual({
    passed: 7,
    failed: 0,
    skipped: 0,
  });
  expect(readCounts('all went well')).toBeNull();
  expect(readCounts('it said 7 passed, 0 failed')).toBeNull();
});

test('stages add up', () => {
  const sum = addCounts({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 });
  expect(formatCounts(sum)).toBe('11 passed, 22 failed, 33 skipped');
});

test('a test file that cannot be loaded is a failure, not silence', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [
      { status: 'passed', assertionResults: [{}] },
      { status: 'failed', assertionResults: [] },
    ],
  };
  expect(readVitestReport(report)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  expect(readVitestReport({})).toBeNull();
});
