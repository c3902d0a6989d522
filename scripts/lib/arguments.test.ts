import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const project = join(import.meta.dirname, '..', '..');

function run(file: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, file), ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** The cheapest to load, one for each kind; that the others use the same reader is the last test's. */
const SEED_AND_KILLS = 'scripts/prove-update.ts';
const WITH_WORDS = 'e2e/gallery-pictures.ts';

test.each([
  [
    'an option that does not exist',
    SEED_AND_KILLS,
    ['--kill', '7'],
    /^npm run prove:update: Unknown option '--kill'\. It takes \[--kills 200\] \[--seed \d+\]\n$/,
  ],
  [
    'an option without its value',
    SEED_AND_KILLS,
    ['--kills'],
    /^npm run prove:update: [^\n]+ missing\. It takes [^\n]+\n$/,
  ],
  [
    'a word where a number belongs',
    SEED_AND_KILLS,
    ['--kills', 'many'],
    /^npm run prove:update: --kills takes a whole number from 1 on, not "many"\. [^\n]+\n$/,
  ],
  ['a number below the least', SEED_AND_KILLS, ['--kills', '0'], /takes a whole number from 1 on, not "0"/],
  [
    'a word that is none of the choice',
    WITH_WORDS,
    ['--theme', 'dark'],
    /^npm run gallery: --theme takes contrast, not "dark"\. [^\n]+\n$/,
  ],
  [
    'a word where none belongs',
    SEED_AND_KILLS,
    ['seven'],
    /^npm run prove:update: Unexpected argument 'seven'\. [^\n]+\n$/,
  ],
  [
    'an unknown option where words may stand',
    WITH_WORDS,
    ['home', '--wide'],
    /^npm run gallery: Unknown option '--wide'\. [^\n]+\n$/,
  ],
  [
    'a port that is none',
    'simulator/network/main.ts',
    ['--target', 'a:1', '--port', 'x'],
    /^node simulator\/network\/main\.ts: [^\n]+\n$/,
  ],
])('%s is one line on stderr and exit code 2', (_, file, args, line) => {
  expect(run(file, ...args)).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(line) });
});

test('--help prints what the command takes and ends well', () => {
  expect(run(WITH_WORDS, '--help')).toEqual({
    status: 0,
    stdout: expect.stringMatching(
      /^Usage: npm run gallery -- \[PART-OF-A-NAME\]\.\.\. \[--orientation portrait\|landscape\|both\] [^\n]+\n$/,
    ),
    stderr: '',
  });
});

test('every command of the tree reads what was typed in one of three ways', () => {
  const files = globSync(
    ['scripts', 'e2e', 'bench', 'simulator', 'main', 'hub/src'].map((at) => `${at}/**/*.{ts,mjs}`),
    {
      cwd: project,
      exclude: (name) => name.includes('node_modules'),
    },
  );
  const own = files.filter((file) =>
    /import \{[^}]*\bparseArgs\b/.test(readFileSync(join(project, file), 'utf8')),
  );
  expect(own.toSorted()).toEqual(['hub/src/command-line.ts', 'main/ctl/run.ts', 'scripts/lib/arguments.ts']);
});
