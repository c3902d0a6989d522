import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describeRuntime, resolveElectron } from '../electron-runtime/resolve.ts';
import { runStage } from '../lib/run-stage.ts';
import { projectFolder } from '../setup/processes.mjs';
import {
  addCounts,
  type Counts,
  formatCounts,
  noTests,
  readCounts,
  readVitestReport,
  SKIPPED_EXIT_CODE,
} from './counts.ts';

type Stage = {
  readonly name: string;
  /** Node programs with their arguments, one after the other. */
  readonly runs: readonly (readonly string[])[];
  /** For stages that run tests: how many, from what was printed. Null when they did not get that far. */
  readonly count?: (output: string) => Counts | null;
};

const unitReport = join(projectFolder, 'out', 'test', 'unit.json');

const stages: readonly Stage[] = [
  { name: 'format and lint', runs: [[programOf('@biomejs/biome', 'biome'), 'check', '.']] },
  {
    name: 'types',
    runs: [
      [programOf('typescript', 'tsc'), '-p', 'tsconfig.json'],
      [programOf('typescript', 'tsc'), '-p', 'shared/tsconfig.json'],
    ],
  },
  {
    name: 'unit and integration tests',
    runs: [
      [
        ...[programOf('vitest', 'vitest'), 'run'],
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
      ],
    ],
    count: () => readVitestReport(readJson(unitReport)),
  },
  {
    name: 'identical pushes, a short round',
    runs: [['scripts/prove-twins.ts', '--rounds', '5']],
    count: readCounts,
  },
  {
    name: 'a fleet of 200, a short round',
    runs: [['scripts/prove-fleet.ts', '--kiosks', '200', '--limit-seconds', '120']],
    count: readCounts,
  },
  {
    name: 'power cuts, a short round',
    runs: [['scripts/prove-power.ts', '--cuts', '2', '--control-cuts', '4']],
    count: readCounts,
  },
  { name: 'build', runs: [['scripts/build.ts']] },
  { name: 'voice, a small pack', runs: [['scripts/speech/make.ts', '--limit', '150']] },
  { name: 'end to end, on Electron', runs: [['e2e/run.ts']], count: readCounts },
];

/**
 * Runs the stages until one fails.
 * @returns how many tests there were; a failed stage without failed tests counts as one failure
 */
async function runStages(): Promise<Counts> {
  let total = noTests;
  for (const stage of stages) {
    console.log(`\n── ${stage.name}`);
    const started = Date.now();
    let output = '';
    let code = 0;
    for (const args of stage.runs) {
      code ||= await runStage(process.execPath, args, {
        cwd: projectFolder,
        ...(stage.count === undefined ? {} : { tee: (text) => (output += text) }),
      });
    }
    const counts = stage.count?.(output) ?? noTests;
    total = addCounts(total, counts);
    const isSkipped = code === SKIPPED_EXIT_CODE && counts.skipped > 0;
    const isSilent = stage.count !== undefined && counts.passed + counts.failed === 0 && !isSkipped;
    const isGood = (code === 0 || isSkipped) && counts.failed === 0 && !isSilent;
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`── ${stage.name} · ${isSkipped ? 'skipped' : isGood ? 'ok' : 'failed'} · ${seconds} s`);
    if (isGood) continue;
    return counts.failed > 0 ? total : addCounts(total, { passed: 0, failed: 1, skipped: 0 });
  }
  return total;
}

/** The file that a package runs as a command. */
function programOf(packageName: string, command: string): string {
  const folder = join(projectFolder, 'node_modules', packageName);
  const manifest: { bin: Record<string, string> } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const file = manifest.bin[command];
  if (file === undefined) throw new Error(`${packageName} has no command ${command}`);
  return join(folder, file);
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

const electron = await resolveElectron();
console.log(describeRuntime(electron));
// An old report must not speak for a run that died before it wrote its own.
mkdirSync(dirname(unitReport), { recursive: true });
rmSync(unitReport, { force: true });
const total = await runStages();
console.log(`\nTested on ${describeRuntime(electron)}`);
console.log(formatCounts(total));
process.exitCode = total.failed === 0 ? 0 : 1;
process.disconnect?.();
