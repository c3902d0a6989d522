import type { IpcMainInvokeEvent } from 'electron';
import { expect, test, vi } from 'vitest';
import { type CallName, callNames } from '../../shared/contract/ipc.ts';
import { succeeded } from '../../shared/lib/result.ts';
import { type Handlers, openDoor } from './handle.ts';

type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;
const event = {} as IpcMainInvokeEvent;

function doorWith(handlers: Partial<Handlers>, ours = true) {
  const registered = new Map<string, Listener>();
  const onTrouble = vi.fn();
  openDoor({ handle: (name, listener) => void registered.set(name, listener) }, handlers as Handlers, {
    isOurWindow: () => ours,
    onTrouble,
  });
  return {
    registered,
    onTrouble,
    ask: (name: CallName, input: unknown) => registered.get(name)?.(event, input),
  };
}

test('every call of the contract has a handler and no other name is open', () => {
  const { registered } = doorWith({});
  expect([...registered.keys()].sort()).toEqual([...callNames].sort());
});

test('a foreign sender is refused before its input is read', async () => {
  const handler = vi.fn();
  const { ask, onTrouble } = doorWith({ 'visit.end': handler }, false);
  expect(await ask('visit.end', {})).toEqual({ ok: false, problem: { code: 'ipc.foreign-sender' } });
  expect(handler).not.toHaveBeenCalled();
  expect(onTrouble).toHaveBeenCalledWith('visit.end', 'ipc.foreign-sender');
});

test.each([
  ['content.read', null],
  ['visit.end', { extra: 1 }],
  ['ticket.look-up', { number: '0000-0000', secret: '123456' }],
  ['ticket.look-up', { number: '2222-2222', secret: 'abc' }],
  ['submission.submit', { submissionId: 'x' }],
  ['slip.read', { slipId: "1' OR 1=1" }],
] as const)('bad input to %s is refused and never reaches the handler', async (name, input) => {
  const handler = vi.fn();
  const { ask } = doorWith({ [name]: handler });
  expect(await ask(name, input)).toMatchObject({ ok: false, problem: { code: 'ipc.bad-input' } });
  expect(handler).not.toHaveBeenCalled();
});

test('what was wrong is told by field and code, never with the value', async () => {
  const { ask } = doorWith({});
  const answer = await ask('ticket.look-up', { number: 'secret-story', secret: '3515140508680001' });
  expect(JSON.stringify(answer)).not.toContain('secret-story');
  expect(JSON.stringify(answer)).not.toContain('3515140508680001');
});

test('a handler that throws still answers with a Result', async () => {
  const { ask, onTrouble } = doorWith({
    'visit.end': () => {
      throw new Error('disk on fire');
    },
  });
  expect(await ask('visit.end', {})).toEqual({ ok: false, problem: { code: 'ipc.broken' } });
  expect(onTrouble).toHaveBeenCalledOnce();
});

test('good input reaches the handler and its answer comes back unchanged', async () => {
  const { ask } = doorWith({ 'visit.end': () => succeeded({}) });
  expect(await ask('visit.end', {})).toEqual({ ok: true, value: {} });
});
