import { expect, test } from 'vitest';
import { refusedAtStart } from './start-rules.ts';

const SESSION = ['--user-data-dir=/var/lib/pos-migran', '--ozone-platform=x11', '--disable-gpu'];

test('the session, the page for repairs and the command of an installed kiosk start', () => {
  const env = {
    PATH: '/usr/bin',
    DISPLAY: ':0',
    XAUTHORITY: '/run/x',
    HOME: '/var/lib/pos-migran',
    LANG: 'id_ID.UTF-8',
  };
  expect(refusedAtStart(SESSION, env)).toEqual([]);
  expect(refusedAtStart([...SESSION, '--repair'], env)).toEqual([]);
  const command = [
    '--ozone-platform=headless',
    '--disable-logging',
    '--user-data-dir=/tmp/x',
    '--kioskctl',
    'logs',
    '--limit',
    '5',
  ];
  expect(refusedAtStart(command, env)).toEqual([]);
  // Electron sets this one for itself.
  expect(refusedAtStart(SESSION, { CHROME_DESKTOP: 'kiosk.desktop' })).toEqual([]);
});

test.each([
  '--remote-debugging-port=9222',
  '--remote-debugging-pipe',
  '--inspect',
  '--inspect-brk=0.0.0.0:1',
  '--js-flags=--expose-gc',
  '--no-sandbox',
  '--disable-web-security',
  '--load-extension=/tmp/x',
  '--host-rules=MAP * 127.0.0.1',
  '--proxy-server=127.0.0.1:1',
  '--ignore-certificate-errors',
  '--renderer-cmd-prefix=sh',
  '--gpu-launcher=sh',
  '--single-process',
  '--enable-logging',
  '--use-fake-device-for-media-stream',
  '-r',
  '/tmp/app',
  'https://example.org',
  '--REPAIR',
])('%s ends the start of a release', (word) => {
  expect(refusedAtStart([...SESSION, word], {})).toEqual([word.split('=')[0]]);
});

test.each([
  'NODE_OPTIONS',
  'NODE_EXTRA_CA_CERTS',
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'ELECTRON_RUN_AS_NODE',
  'ELECTRON_ENABLE_LOGGING',
  'LD_PRELOAD',
  'SSLKEYLOGFILE',
  'GTK_MODULES',
])('%s ends it too, and its value is told to nobody', (name) => {
  expect(refusedAtStart(SESSION, { [name]: 'something secret' })).toEqual([name]);
  expect(refusedAtStart(SESSION, { [name]: '' })).toEqual([]);
});

test('a word of the command cannot carry a switch past the list', () => {
  expect(refusedAtStart(['--inspect', '--kioskctl', 'status'], {})).toEqual(['--inspect']);
});
