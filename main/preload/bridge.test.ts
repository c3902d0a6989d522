import { expect, test, vi } from 'vitest';
import { buildBridge } from './bridge.ts';

function anIpc() {
  const listeners = new Map<string, (...args: unknown[]) => void>();
  const ipc = {
    invoke: vi.fn(async () => 'answer'),
    on: vi.fn((name: string, listener: (...args: unknown[]) => void) => void listeners.set(name, listener)),
    removeListener: vi.fn((name: string) => void listeners.delete(name)),
  };
  return { ipc: ipc as unknown as Parameters<typeof buildBridge>[0], invoke: ipc.invoke, listeners };
}

test('a call outside the contract never reaches the main process', async () => {
  const { ipc, invoke } = anIpc();
  await expect(buildBridge(ipc, ['a.b'], []).call('shell.open', {})).rejects.toThrow('no such call');
  expect(invoke).not.toHaveBeenCalled();
});

test('a listener gets the payload and never the event that hands out the sender', () => {
  const { ipc, listeners } = anIpc();
  const heard = vi.fn();
  const stop = buildBridge(ipc, [], ['slip.changed']).on('slip.changed', heard);
  listeners.get('slip.changed')?.({ sender: 'handle' }, { state: 'printed' });
  expect(heard).toHaveBeenCalledWith({ state: 'printed' });
  stop();
  expect(listeners.size).toBe(0);
});

test('an event outside the contract cannot be listened to', () => {
  expect(() => buildBridge(anIpc().ipc, [], []).on('anything', () => {})).toThrow('no such event');
});
