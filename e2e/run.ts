import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createVitest } from 'vitest/node';
import { formatCounts, noTests, readVitestReport } from '../scripts/test/counts.ts';

/**
 * Runs the end-to-end specs on the real Electron and closes with `N passed, N failed`. Words after the command pick
 * spec files: `node e2e/run.ts complaint idle`.
 */
const projectFolder = join(import.meta.dirname, '..');
const report = join(projectFolder, 'out', 'test', 'e2e.json');
mkdirSync(dirname(report), { recursive: true });
rmSync(report, { force: true });

const vitest = await createVitest('test', {
  root: projectFolder,
  config: join(projectFolder, 'vitest.e2e.config.ts'),
  watch: false,
  reporters: ['default', 'json'],
  outputFile: { json: report },
});
await vitest.start(process.argv.slice(2));
await vitest.close();

const counts = readVitestReport(JSON.parse(readFileSync(report, 'utf8')));
console.log(formatCounts(counts ?? noTests));
process.exit(counts !== null && counts.failed === 0 && counts.passed > 0 ? 0 : 1);
