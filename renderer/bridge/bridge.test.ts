import { expect, test, vi } from 'vitest';
import { KioskContent } from '../../shared/contract/content.ts';
import { KioskState } from '../../shared/contract/kiosk-state.ts';
import { succeeded } from '../../shared/lib/result.ts';
import { type Bridge, connectBridge } from './bridge.ts';
import { aKioskState, exampleContent, fakeBridge } from './fake.ts';

test('an engine that throws is told as a problem', async () => {
  const broken: Bridge = {
    call: () => Promise.reject(new Error('channel closed')),
    on: () => () => {},
  };
  expect(await connectBridge(broken).call('kiosk.read', {})).toEqual({
    ok: false,
    problem: { code: 'bridge.no-answer', detail: 'channel closed' },
  });
});

test('a page without a preload answers with a problem and listens to nothing', async () => {
  const bridge = connectBridge(undefined);
  expect((await bridge.call('visit.end', {})).ok).toBe(false);
  expect(() => bridge.on('kiosk.changed', () => {})()).not.toThrow();
});

test('answers and events pass through', async () => {
  const fake = fakeBridge({ 'kiosk.read': () => succeeded(aKioskState({ waiting: 3 })) });
  const bridge = connectBridge(fake);
  const heard = vi.fn();
  const stop = bridge.on('kiosk.changed', heard);
  expect(await bridge.call('kiosk.read', {})).toMatchObject({ ok: true, value: { waiting: 3 } });
  fake.tell('kiosk.changed', aKioskState({ waiting: 4 }));
  stop();
  fake.tell('kiosk.changed', aKioskState({ waiting: 5 }));
  expect(heard).toHaveBeenCalledTimes(1);
});

test('the fake speaks the contract', () => {
  expect(KioskState.safeParse(aKioskState()).error).toBeUndefined();
  expect(KioskContent.safeParse(exampleContent()).error).toBeUndefined();
});
