import { expect, test } from 'vitest';
import { createActor, fromPromise, SimulatedClock } from 'xstate';
import { failed, type Result, succeeded } from '../../../shared/lib/result.ts';
import { aTicket, EXAMPLE_TIME } from '../../bridge/fake.ts';
import { type Asked, type FoundTicket, type LookUpEvent, lookUpMachine } from './look-up.machine.ts';

const number = aTicket().number.replace('-', '');
const found: FoundTicket = {
  number: aTicket().number,
  kind: 'complaint',
  isFollowable: true,
  additions: [],
  recordedAt: EXAMPLE_TIME,
  officeName: 'Kantor Pos Contoh',
  isFromElsewhere: false,
  standing: { standing: 'recorded' },
  heardFromHubAt: null,
};

function answering(answer: Result<FoundTicket> | 'throws' | 'hangs') {
  const asked: Asked[] = [];
  const clock = new SimulatedClock();
  const machine = lookUpMachine.provide({
    actors: {
      lookUp: fromPromise<Result<FoundTicket>, Asked>(async ({ input }) => {
        asked.push(input);
        if (answer === 'throws') throw new Error('engine gone');
        return answer === 'hangs' ? new Promise(() => {}) : answer;
      }),
    },
  });
  const actor = createActor(machine, { clock }).start();
  const send = (...events: LookUpEvent[]) => {
    for (const event of events) actor.send(event);
  };
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return { actor, asked, clock, send, settle, state: () => actor.getSnapshot() };
}

const TYPED: LookUpEvent[] = [
  { type: 'number.typed', text: number },
  { type: 'next.pressed' },
  { type: 'secret.typed', text: '042917' },
  { type: 'next.pressed' },
];

test('number and secret are asked for and the ticket is shown', async () => {
  const { asked, send, settle, state } = answering(succeeded(found));
  send(...TYPED);
  expect(state().value).toBe('looking');
  await settle();
  expect(state().value).toBe('found');
  expect(asked).toEqual([{ number: aTicket().number, secret: '042917' }]);
});

test.each([
  ['', 'empty'],
  [number.slice(0, 5), 'short'],
  [number.slice(0, 7) + (number.endsWith('Z') ? 'Y' : 'Z'), 'wrong'],
])('the number "%s" is told to be %s and does not go on', (text, fault) => {
  const { send, state } = answering(succeeded(found));
  send({ type: 'number.typed', text }, { type: 'next.pressed' });
  expect(state().value).toBe('askingNumber');
  expect(state().context.numberFault).toBe(fault);
  send({ type: 'number.typed', text: `${text}2` });
  expect(state().context.numberFault).toBeNull();
});

test('a secret that is too short is told so', () => {
  const { send, state } = answering(succeeded(found));
  send(...TYPED.slice(0, 2), { type: 'next.pressed' });
  expect(state().context.secretFault).toBe('empty');
  send({ type: 'secret.typed', text: '04' }, { type: 'next.pressed' });
  expect(state().context.secretFault).toBe('short');
});

test('a wrong pair forgets the secret, keeps the number, and offers another try', async () => {
  const { send, settle, state } = answering(failed({ code: 'ticket.no-match' }));
  send(...TYPED);
  await settle();
  expect(state().value).toBe('noMatch');
  expect(state().context).toMatchObject({ number, secret: '' });
  send({ type: 'retry.pressed' });
  expect(state().value).toBe('askingNumber');
});

test('a locked ticket says when and offers no other try', async () => {
  const { send, settle, state } = answering(failed({ code: 'ticket.locked', retryAt: EXAMPLE_TIME }));
  send(...TYPED);
  await settle();
  expect(state().value).toBe('locked');
  expect(state().context.problem?.retryAt).toBe(EXAMPLE_TIME);
  expect(state().can({ type: 'retry.pressed' })).toBe(false);
});

test('an engine that throws, refuses or hangs leads to a screen with a way on', async () => {
  for (const answer of ['throws', failed({ code: 'bridge.no-answer' })] as const) {
    const { send, settle, state } = answering(answer);
    send(...TYPED);
    await settle();
    expect(state().value).toBe('failed');
    expect(state().can({ type: 'retry.pressed' })).toBe(true);
  }
  const { clock, send, state } = answering('hangs');
  send(...TYPED);
  clock.increment(10_000);
  expect(state().value).toBe('failed');
});

test('another ticket starts with nothing of the first', async () => {
  const { send, settle, state } = answering(succeeded(found));
  send(...TYPED);
  await settle();
  send({ type: 'again.pressed' });
  expect(state().value).toBe('askingNumber');
  expect(state().context).toMatchObject({ number: '', secret: '', found: null });
});

test('back keeps the number, and back again leaves', () => {
  const { send, state } = answering(succeeded(found));
  send(...TYPED.slice(0, 2), { type: 'back.pressed' });
  expect(state().context.number).toBe(number);
  send({ type: 'back.pressed' });
  expect(state().status).toBe('done');
});

test('a ticket of another kiosk that cannot be asked for keeps the secret for another try', async () => {
  const { asked, send, settle, state } = answering(failed({ code: 'ticket.not-here' }));
  send(...TYPED);
  await settle();
  expect(state().value).toBe('notHere');
  send({ type: 'retry.pressed' });
  await settle();
  expect(asked).toHaveLength(2);
  expect(asked[1]).toEqual(asked[0]);
  expect(state().value).toBe('notHere');
});

test('nothing can be added here to a ticket of another kiosk', async () => {
  const { send, settle, state } = answering(succeeded({ ...found, isFromElsewhere: true }));
  send(...TYPED);
  await settle();
  expect(state().value).toBe('found');
  expect(state().can({ type: 'add.pressed' })).toBe(false);
});
