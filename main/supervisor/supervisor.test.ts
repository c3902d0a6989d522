import { expect, test } from 'vitest';
import { createSupervisor } from './supervisor.ts';

function watched(env: NodeJS.ProcessEnv) {
  const said: string[] = [];
  const beats: { ms: number; act: () => void }[] = [];
  const supervisor = createSupervisor({
    env,
    notify: (args) => said.push(args.join(' ')),
    every: (ms, act) => beats.push({ ms, act }),
  });
  return { supervisor, said, beats };
}

test('a kiosk on a desk has no supervisor and says nothing', () => {
  const { supervisor, said, beats } = watched({});
  supervisor.ready();
  supervisor.stopping();
  expect([supervisor.isThere, said, beats]).toEqual([false, [], []]);
});

test('an installed kiosk says once that it is up, then beats three times within the limit', () => {
  const { supervisor, said, beats } = watched({ NOTIFY_SOCKET: '/run/n', WATCHDOG_USEC: '60000000' });
  expect(said).toEqual([]);
  supervisor.ready();
  supervisor.ready();
  expect(said).toEqual(['--ready']);
  expect(beats.map(({ ms }) => ms)).toEqual([20_000]);
  beats[0]?.act();
  expect(said).toEqual(['--ready', 'WATCHDOG=1']);
});

test('without a time limit of systemd nothing beats', () => {
  const { supervisor, said, beats } = watched({ NOTIFY_SOCKET: '/run/n' });
  supervisor.ready();
  expect([said, beats]).toEqual([['--ready'], []]);
});
