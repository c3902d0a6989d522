import { expect, test } from 'vitest';
import { UsageProblem } from './command-line/reading.ts';
import { readCommandLine } from './command-line.ts';

const read = (...args: string[]) => readCommandLine(args, {});

test('nothing typed serves on loopback, on a free port, without demo', () => {
  const { command, settings } = read();
  expect(command).toMatchObject({ name: 'serve', host: '127.0.0.1', port: 0, demo: false });
  expect(settings).toMatchObject({
    dataFolder: '.data/hub',
    databaseUrl: undefined,
    officerToken: undefined,
  });
});

test('a ticket number is read as a person types it', () => {
  expect(read('case', ' 2222 2222 ', 'forwarded', '--reference', ' B-1 ').command).toEqual({
    name: 'case',
    ticketNumber: '2222-2222',
    status: 'forwarded',
    reference: 'B-1',
  });
});

test('the end of a backup is a moment with its zone, or now', () => {
  expect(read('backup-done', '--until', '2026-11-22T10:00:00+07:00').command).toEqual({
    name: 'backup-done',
    until: new Date('2026-11-22T03:00:00Z'),
  });
  expect(read('backup-done').command).toEqual({ name: 'backup-done', until: null });
});

test('an empty variable of the environment counts as none', () => {
  const { settings } = readCommandLine([], { DATABASE_URL: '', HUB_OFFICER_TOKEN: '', HUB_LOG_LEVEL: '' });
  expect(settings).toMatchObject({ databaseUrl: undefined, officerToken: undefined, logLevel: 'info' });
});

test.each([
  [['case', 'B4K2-L7M9', 'forwarded'], 'is not a ticket number'],
  [['case', '2222-2222', 'lost'], 'STATUS'],
  [['case', '2222-2222', 'closed', '--reference', 'two\nlines'], '--reference'],
  [['open'], 'is not a ticket number'],
  [['enrolment-code'], '--office'],
  [['enrolment-code', '--office', 'x', '--time-zone', 'Mars/North'], '--time-zone'],
  [['enrolment-code', '--office', 'x', '--valid-days', '0'], '--valid-days'],
  [['revoke'], 'KIOSK-CODE'],
  [['readmit'], 'KIOSK-CODE'],
  [['backup-done', '--until', '2026-11-22 10:00'], '--until'],
  [['dance'], 'there is no command "dance"'],
  [['--port', '70000'], '--port'],
  [['--port', 'four'], '--port'],
  [['--colour', 'red'], '--colour'],
])('%j is refused with what is wrong', (args, reason) => {
  expect(() => read(...args)).toThrow(UsageProblem);
  expect(() => read(...args)).toThrow(reason);
});

test('an officer token that is too short to be one is refused', () => {
  expect(() => readCommandLine([], { HUB_OFFICER_TOKEN: 'secret' })).toThrow('HUB_OFFICER_TOKEN');
});
