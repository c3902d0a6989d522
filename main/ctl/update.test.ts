import { expect, onTestFinished, test } from 'vitest';
import type { DeskOutput } from '../../shared/contract/desk.ts';
import { failed, succeeded } from '../../shared/lib/result.ts';
import { aFolder } from '../db/testing.ts';
import { AT_SHELL, type Desk, refusingDesk } from '../desk/desk.ts';
import { EXIT } from './exit.ts';
import { runKioskctl } from './run.ts';
import { openCtlServer } from './server.ts';

type Standing = NonNullable<DeskOutput<'desk.versions'>['update']>;

const STANDING: Standing = {
  running: '0.2.0-200',
  staged: null,
  coming: null,
  notTaken: 'update.not-newer',
  result: { outcome: 'installed', name: '0.2.0-200', code: '-' },
  bad: [],
};

/** A kiosk that stands so, and the command `kioskctl update …` on it. */
async function aKiosk(update: Standing | null, more: Partial<Desk> = {}) {
  const folder = aFolder();
  const desk: Desk = {
    ...refusingDesk({ code: 'desk.not-ready' }),
    'desk.versions': () =>
      succeeded({
        app: '0.2.0',
        runtime: 'Electron',
        isTestBuild: false,
        kioskCode: 'B4K',
        officeName: 'Kantor Pos Contoh',
        hubUrl: null,
        databaseVersion: 5,
        contentName: null,
        contentFrom: 'installed',
        documents: [],
        printer: { profile: null, address: null, state: 'not-configured' },
        update,
      }),
    ...more,
  };
  const quiet = { info: () => {}, warn: () => {}, error: () => {} };
  const server = await openCtlServer({ dataFolder: folder, desk, log: quiet });
  onTestFinished(() => server.close());
  return async (...args: string[]) => {
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    const io = { out: say, err: say, env: { LANG: 'en' }, pause: async () => {} };
    const code = await runKioskctl(['update', ...args, '--data', folder], io);
    return { code, said: said.join('\n') };
  };
}

test('what runs, comes and was the end of the last one is said, and nothing of it is trouble', async () => {
  const update = await aKiosk({
    ...STANDING,
    notTaken: null,
    coming: { name: '0.3.0-300', bytes: 100_000_000, bytesHere: 25_000_000, notes: 'Contoh' },
  });
  const { code, said } = await update('status');
  expect(code).toBe(EXIT.good);
  expect(said).toMatch(/Running +0\.2\.0-200/);
  expect(said).toContain('0.3.0-300 (25.0 MB / 100.0 MB) Contoh');
  expect(said).toContain('installed 0.2.0-200 -');
});

test('a version that failed here is trouble for a script, by name and reason', async () => {
  const bad = [{ name: '0.3.0-300', code: 'update.not-healthy' }];
  const update = await aKiosk({ ...STANDING, bad });
  expect(await update('status')).toMatchObject({
    code: EXIT.trouble,
    said: expect.stringContaining('0.3.0-300 update.not-healthy'),
  });
  const { said } = await update('--json');
  expect(JSON.parse(said)).toMatchObject({ running: '0.2.0-200', bad });
});

test('a kiosk that was not installed says that it does not update itself', async () => {
  const update = await aKiosk(null);
  expect(await update()).toMatchObject({ code: EXIT.good, said: 'This kiosk does not update itself.' });
});

test('apply-now asks the kiosk once, as a shell, and says what happens now', async () => {
  const asked: string[] = [];
  const update = await aKiosk(STANDING, {
    'desk.apply-update': (_input, { who }) => {
      asked.push(who);
      return succeeded({});
    },
  });
  const { code, said } = await update('apply-now');
  expect({ code, asked }).toEqual({ code: EXIT.good, asked: [AT_SHELL] });
  expect(said).toContain('tries the new version');
});

test.each(['update.in-use', 'update.printing', 'update.none-staged', 'update.restore-first'])(
  'apply-now that is refused with %s is trouble, in words and with the code',
  async (problem) => {
    const update = await aKiosk(STANDING, { 'desk.apply-update': () => failed({ code: problem }) });
    const { code, said } = await update('apply-now');
    expect(code).toBe(EXIT.trouble);
    expect(said).toMatch(new RegExp(`^[A-Z].+\\. \\(${problem}\\)$`));
  },
);

test.each([['aply-now'], ['status', 'all'], ['apply-now', 'please']])(
  'words that mean nothing are not understood: %s %s',
  async (...words) => {
    const update = await aKiosk(STANDING);
    expect((await update(...words)).code).toBe(EXIT.usage);
  },
);
