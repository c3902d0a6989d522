import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { runKioskctl } from '../main/ctl/run.ts';

const project = join(import.meta.dirname, '..');
const DOCUMENTS = ['README.md', ...globSync(['docs/*.md', '*/README.md'], { cwd: project })].filter(
  (file) => !file.startsWith('node_modules'),
);
const TOP = 'bench|build|docs|e2e|hub|main|renderer|resources|scripts|shared|simulator';

/** Every piece of code in a document: what stands between backticks, and each line of a block. */
function codeOf(text: string): string[] {
  const blocks = [...text.matchAll(/^ *```\w*\n([\s\S]*?)^ *```/gm)].flatMap(([, block = '']) =>
    block.split('\n'),
  );
  const words = [...text.replaceAll(/^ *```[\s\S]*?^ *```/gm, '').matchAll(/`([^`]+)`/g)].map(
    ([, code = '']) => code,
  );
  return [...blocks, ...words].map((code) => code.replaceAll(/\s+/g, ' ').trim());
}

function optionsIn(words: string): string[] {
  return [...words.matchAll(/(?<![\w-])--([a-z][a-z-]*)/g)].map(([, name = '']) => name);
}

/** What a document says that the tree does not have. */
function unknownIn(file: string, text: string, help: string, scripts: Record<string, string>): string[] {
  const faults: string[] = [];
  for (const code of codeOf(text)) {
    for (const [, name = '', rest = ''] of code.matchAll(/\bnpm run ([\w:-]+)([^|&;#·]*)/g)) {
      const command = scripts[name];
      if (command === undefined) faults.push(`npm run ${name}`);
      const sources = (command?.match(/[\w/.-]+\.(ts|mjs)/g) ?? []).map((path) =>
        readFileSync(join(project, path), 'utf8'),
      );
      if (sources.length === 0 || name === 'hub' || name === 'kioskctl') continue;
      for (const option of optionsIn(rest)) {
        if (!sources.some((source) => new RegExp(`\\b${option}\\b`).test(source)))
          faults.push(`npm run ${name} --${option}`);
      }
    }
    for (const [, typed = ''] of code.matchAll(/(?:^|[\s/(])kioskctl(?: --)? ([^|&;#·]*)/g)) {
      const [name = '', second = ''] = typed.split(' ');
      if (/^[a-z][a-z-]*$/.test(name) && !help.includes(`  kioskctl ${name}`))
        faults.push(`kioskctl ${name}`);
      const isWord = /^[a-z][a-z-]+$/.test(second);
      if (isWord && !new RegExp(`kioskctl ${name} \\[?${second}\\b`).test(help))
        faults.push(`kioskctl ${name} ${second}`);
      for (const option of optionsIn(typed)) {
        if (!help.includes(`--${option}`)) faults.push(`kioskctl --${option}`);
      }
    }
    for (const [path] of code.matchAll(new RegExp(`(?<![\\w/.-])(?:${TOP})/[\\w./*{},-]*[\\w/*}]`, 'g'))) {
      if (!code.includes(`${path}<`) && globSync(path, { cwd: project }).length === 0) faults.push(path);
    }
  }
  for (const [, target = ''] of text.matchAll(/\]\(([^)#\s]+)/g)) {
    if (!target.includes(':') && !existsSync(join(project, dirname(file), target))) faults.push(target);
  }
  return faults;
}

async function helpOfKioskctl(): Promise<string> {
  const lines: string[] = [];
  await runKioskctl(['--help'], {
    out: (line) => lines.push(line),
    err: () => {},
    env: {},
    pause: async () => {},
  });
  return lines.join('\n');
}

const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));

test('a document that names what does not exist is caught', async () => {
  const text = [
    '`npm run prove:nothing`, `npm run soak -- --visitors 7`, `kioskctl printr`, `kioskctl queue burn 7`',
    '`sudo kioskctl status --loud` is in `main/nowhere.ts` ([more](nowhere.md))',
    '```',
    'npm run gallery -- --theme contrast && kioskctl printer set /dev/usb/lp0 --yes',
    '```',
    'as `docs/*.md` and `main/ctl/run.ts` say.',
  ].join('\n');
  expect(unknownIn('README.md', text, await helpOfKioskctl(), scripts)).toEqual([
    'npm run prove:nothing',
    'npm run soak --visitors',
    'kioskctl printr',
    'kioskctl queue burn',
    'kioskctl --loud',
    'main/nowhere.ts',
    'nowhere.md',
  ]);
});

test('every path, command, option and link in the documents exists', async () => {
  const help = await helpOfKioskctl();
  const faults = DOCUMENTS.flatMap((file) =>
    unknownIn(file, readFileSync(join(project, file), 'utf8'), help, scripts).map(
      (fault) => `${file}: ${fault}`,
    ),
  );
  expect(faults).toEqual([]);
});
