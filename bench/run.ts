import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LANDSCAPE, startDisplay } from '../e2e/display.ts';
import { describeRuntime, resolveElectron } from '../scripts/electron-runtime/resolve.ts';
import { readArguments } from '../scripts/lib/arguments.ts';
import { type HubProcess, startHubProcess } from '../scripts/lib/hub-process.ts';
import { describeLoad, describeMachine } from './machine.ts';
import { benchRest } from './rest.ts';
import { benchStart } from './start.ts';
import { benchUnderElectron } from './submit-under-electron.ts';
import { benchUnderNode } from './submit-under-node.ts';
import { benchTouch } from './touch.ts';
import { benchVacancySearch } from './vacancy-search.ts';
import { benchVisits } from './visits.ts';

/**
 * `npm run bench -- --submits 40 --starts 7 --touches 40 --visits 500 --rest 20 --only submit|start|touch|rest|visits|vacancies` measures; it judges nothing. Needs a built app. Every
 * figure stands beside a floor measured in the same run, turn by turn, because times alone say more about the machine.
 */
const { values, whole } = readArguments('npm run bench', {
  submits: { type: 'string', default: '40' },
  starts: { type: 'string', default: '7' },
  touches: { type: 'string', default: '40' },
  visits: { type: 'string', default: '500' },
  rest: { type: 'string', default: '20' },
  only: { type: 'string', of: ['submit', 'start', 'touch', 'rest', 'visits', 'vacancies'] },
});
const submits = whole('submits', 1);
const starts = whole('starts', 1);
const touches = whole('touches', 1);
const visits = whole('visits', 1);
const restSeconds = whole('rest', 1);

const measures: Record<string, () => Promise<void>> = {
  submit: measureSubmit,
  start: measureStart,
  touch: async () => print(await benchTouch(touches)),
  rest: async () => print(await benchRest(restSeconds)),
  visits: () => benchVisits(visits, console.log),
  vacancies: async () => {
    for (const rows of [10_000, 100_000]) print(await benchVacancySearch(rows, 10));
  },
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

console.log(describeRuntime(await resolveElectron()));
console.log(describeMachine());
console.log(`At the begin: ${describeLoad()}.`);
for (const [name, measure] of Object.entries(measures)) {
  if (values.only === undefined || values.only === name) await measure();
}
console.log(`\nAt the end: ${describeLoad()}.`);

async function measureSubmit(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pos-migran-bench-'));
  const display = await startDisplay(LANDSCAPE);
  try {
    print(await withHub(folder, (hub) => benchUnderNode(hub, submits)));
    print(await withHub(folder, (hub) => benchUnderElectron(hub, display.name, submits)));
  } finally {
    await display.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A hub in a process of its own, so that it does not take turns with what is measured; with a fresh code each time. */
async function withHub<T>(folder: string, work: (hub: HubProcess) => Promise<T>): Promise<T> {
  const hub = await startHubProcess(folder);
  try {
    return await work(hub);
  } finally {
    await hub.stop();
  }
}

async function measureStart(): Promise<void> {
  const display = await startDisplay(LANDSCAPE);
  try {
    print(await benchStart(display.name, starts));
  } finally {
    await display.stop();
  }
}

function print(lines: readonly string[]): void {
  console.log(`\n${lines.join('\n')}`);
}
