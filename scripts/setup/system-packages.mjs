import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, runProgram } from './processes.mjs';
import { SetupProblem } from './steps.mjs';

/**
 * A Debian package; where a newer release has renamed it, the names by age. Any of them serves.
 * @typedef {string[]} Package
 */

/** @type {Package[]} */
const electronNeeds = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libxss1'],
  ['libxtst6'],
  ['libnotify4'],
  ['libatspi2.0-0', 'libatspi2.0-0t64'],
  ['libdrm2'],
  ['libsecret-1-0'],
  ['fonts-liberation', 'fonts-liberation2', 'fonts-dejavu-core'],
];

/** @type {Package[]} */
const noDisplayNeeds = [['xvfb'], ['xauth']];

/**
 * Render the voice of the kiosk (`npm run speech`). Without them the kiosk is silent and works.
 * @type {Package[]}
 */
const voiceNeeds = [['espeak-ng'], ['opus-tools']];

/** @type {Package[]} */
const buildNeeds = [['make'], ['g++'], ['python3']];

/**
 * @param {() => Promise<import('./electron.mjs').Needs>} readNeeds asked late: the answer depends on the steps before
 * @returns {import('./steps.mjs').Step}
 */
export function systemPackages(readNeeds) {
  return {
    name: 'system libraries',
    async run(note) {
      if (process.platform !== 'linux') return { changed: false, detail: 'none needed' };
      const { executablePath, buildTools } = await readNeeds();
      const wanted = [...electronNeeds, ...voiceNeeds];
      if (!hasDisplay()) wanted.push(...noDisplayNeeds);
      if (buildTools) wanted.push(...buildNeeds);

      if ((await runProgram('dpkg-query', ['--version'])).code !== 0) return checkWithoutApt(executablePath);
      const missing = await listMissing(wanted);
      if (missing.length === 0) return { changed: false };
      const names = await chooseNames(missing);
      const prefix = await findRootPrefix();
      if (prefix === null) return settleWithout(names, executablePath);
      note(`installing ${names.join(' ')}`);
      await install(prefix, names);
      const left = await listMissing(wanted);
      if (left.length > 0) throw new SetupProblem(`apt ended well, but ${left[0]?.[0]} is still missing.`);
      return { changed: true };
    },
  };
}

/** Whether a window can be shown to somebody. Without one, everything runs under Xvfb. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** @param {Package[]} wanted */
async function listMissing(wanted) {
  const { output } = await runProgram('dpkg-query', ['--status', ...wanted.flat()]);
  const installed = new Set();
  for (const record of output.split('\n\n')) {
    const name = /^Package: (\S+)/m.exec(record)?.[1];
    if (name !== undefined && /^Status: \S+ ok installed/m.test(record)) installed.add(name);
  }
  return wanted.filter((names) => !names.some((name) => installed.has(name)));
}

/**
 * The name that this release of Debian or Ubuntu knows. The newest wins: older names may live on as empty shells.
 * @param {Package[]} missing
 */
async function chooseNames(missing) {
  const names = [];
  for (const candidates of missing) {
    let chosen = candidates[0] ?? '';
    for (const name of candidates.slice(1)) {
      if (name.endsWith('t64') && (await runProgram('apt-cache', ['show', name])).code === 0) chosen = name;
    }
    names.push(chosen);
  }
  return names;
}

/** @returns {Promise<string[] | null>} what to put before a command to run it as root; null when that is not allowed */
async function findRootPrefix() {
  if (process.getuid?.() === 0) return [];
  return (await runProgram('sudo', ['-n', 'true'])).code === 0 ? ['sudo', '-n'] : null;
}

/**
 * @param {string[]} prefix
 * @param {string[]} names
 */
async function install(prefix, names) {
  /** @param {string[]} command */
  const asRoot = (command) => {
    const [program = '', ...args] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', ...command];
    return runProgram(program, args);
  };
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  const installing = ['apt-get', 'install', '-y', '--no-install-recommends', ...wait, ...names];
  if ((await asRoot(installing)).code === 0) return;
  // A fresh machine has no package lists, an interrupted one half-configured packages.
  await asRoot(['dpkg', '--configure', '-a']);
  await asRoot(['apt-get', 'update', ...wait]);
  const { code, output } = await asRoot(installing);
  if (code !== 0) {
    throw new SetupProblem(
      `apt could not install the system libraries. Try it by hand, then repeat:\n  ${commandFor(names)}\napt said:\n${lastLines(output)}`,
    );
  }
}

/**
 * Without the right to install: fine as long as nothing is really missing (libraries may come from elsewhere).
 * @param {string[]} names
 * @param {string} electron
 * @returns {Promise<import('./steps.mjs').StepOutcome>}
 */
async function settleWithout(names, electron) {
  const extras = voiceNeeds.flat();
  const essential = names.filter((name) => !name.startsWith('fonts-') && !extras.includes(name));
  const tools = essential.filter((name) => !name.startsWith('lib'));
  const libraries = await listMissingLibraries(electron);
  const missingTools = tools.filter((name) => !isOnPath({ xvfb: 'Xvfb' }[name] ?? name));
  if (libraries.length === 0 && missingTools.length === 0) {
    return {
      changed: false,
      detail: `enough, although ${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} not installed`,
    };
  }
  throw new SetupProblem(
    `System libraries are missing and this user may not install them. Type this, then repeat:\n  ${commandFor(names)}`,
  );
}

/**
 * @param {string} electron
 * @returns {Promise<import('./steps.mjs').StepOutcome>}
 */
async function checkWithoutApt(electron) {
  const libraries = await listMissingLibraries(electron);
  const tools = hasDisplay() || isOnPath('Xvfb') ? [] : ['Xvfb'];
  if (libraries.length + tools.length === 0)
    return { changed: false, detail: 'not Debian; all that Electron loads is there' };
  throw new SetupProblem(
    `This Linux has no apt, so this set-up cannot install anything. Electron lacks ${[...libraries, ...tools].join(', ')}: install what holds them (GTK 3, NSS, ALSA, GBM, X Test and the like), then repeat.`,
  );
}

/**
 * @param {string} executable
 * @returns {Promise<string[]>} file names such as libgtk-3.so.0
 */
async function listMissingLibraries(executable) {
  const { output } = await runProgram('ldd', [executable]);
  return output
    .split('\n')
    .flatMap((line) => (line.includes('not found') ? [line.trim().split(' ')[0] ?? ''] : []));
}

/** @param {string} program */
function isOnPath(program) {
  return (process.env.PATH ?? '')
    .split(':')
    .some((folder) => folder !== '' && existsSync(join(folder, program)));
}

/** @param {string[]} names */
function commandFor(names) {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}`;
}
