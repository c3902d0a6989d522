import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { aCounter, BUDI, given } from './testing.ts';

const unsure = { outcome: 'unknown', reason: 'connection-lost' } as const;
const troubles = { list: 'paper-trouble', offset: 0, limit: 5 } as const;

test('a paper that lies there was printed, and nobody is asked about it again', async () => {
  const counter = await aCounter();
  const ticket = await counter.submitKind('lead');
  await counter.print(unsure);
  counter.slips.endVisit();
  expect(await counter.clerk['clerk.tickets'](troubles, BUDI)).toMatchObject({ value: { total: 1 } });
  const settle = () => counter.clerk['clerk.settle-paper']({ slipId: ticket.slipId, cameOut: true }, BUDI);
  expect(await settle()).toMatchObject({
    value: { number: ticket.number, paper: { slip: { state: 'printed', trouble: null }, copies: 1 } },
  });
  expect(counter.changes.at(-1)).toMatchObject({ slipId: ticket.slipId, state: 'printed' });
  expect(await counter.clerk['clerk.tickets'](troubles, BUDI)).toMatchObject({ value: { total: 0 } });
  expect(await settle()).toMatchObject({ problem: { code: 'clerk.not-unsure' } });
  expect(counter.auditLines()).toEqual([
    { who: '0007', act: 'slip.settle', about: ticket.number, reason: 'came-out' },
  ]);
});

test('a paper that does not lie there waits for the counter, may be printed as a copy, and stays counted', async () => {
  const counter = await aCounter();
  const ticket = await counter.submitKind('lead');
  await counter.print(unsure);
  const settled = await counter.clerk['clerk.settle-paper']({ slipId: ticket.slipId, cameOut: false }, BUDI);
  expect(settled).toMatchObject({
    value: { paper: { slip: { state: 'handed-over', trouble: 'connection-lost' }, copies: 1 } },
  });
  expect(counter.db.prepare('SELECT facts FROM slip').pluck().get()).toBeNull();
  expect(await counter.clerk['clerk.tickets'](troubles, BUDI)).toMatchObject({ value: { total: 1 } });
  const copy = { requestId: randomUUID(), number: ticket.number, reason: 'did-not-come-out' } as const;
  given(await counter.clerk['clerk.reprint'](copy, BUDI));
  await counter.print();
  expect(counter.papers.at(-1)).toMatchObject({ slipId: copy.requestId, copies: 1 });
  expect(await counter.clerk['clerk.tickets'](troubles, BUDI)).toMatchObject({ value: { total: 0 } });
});

test('one that was handed over and lies there after all is one paper', async () => {
  const counter = await aCounter();
  const ticket = await counter.submitKind('lead');
  await counter.print({ outcome: 'failed', reason: 'not-configured' });
  counter.slips.answer(ticket.slipId, false);
  const settled = await counter.clerk['clerk.settle-paper']({ slipId: ticket.slipId, cameOut: true }, BUDI);
  expect(settled).toMatchObject({ value: { paper: { slip: { state: 'printed' }, copies: 1 } } });
});

test('nothing is settled that is not unsure, and a paper without a ticket has none', async () => {
  const counter = await aCounter();
  const ticket = await counter.submitKind('lead');
  const ask = (slipId: string) => counter.clerk['clerk.settle-paper']({ slipId, cameOut: true }, BUDI);
  expect(await ask(ticket.slipId)).toMatchObject({ problem: { code: 'clerk.not-unsure' } });
  expect(await ask(randomUUID())).toMatchObject({ problem: { code: 'clerk.not-found' } });
  await counter.print();
  given(await counter.clerk['clerk.open-day']({}, BUDI));
  const requestId = randomUUID();
  given(await counter.clerk['clerk.close-day']({ requestId }, BUDI));
  await counter.print(unsure);
  expect(await ask(requestId)).toEqual({ ok: true, value: null });
});

test('a mark is set and taken back, each with one line, and setting it twice changes nothing', async () => {
  const counter = await aCounter();
  const { number } = await counter.submitKind('product-interest');
  const serve = (served: boolean, who = '0007') => counter.clerk['clerk.serve']({ number, served }, { who });
  const at = counter.clock.now();
  expect(await serve(true)).toMatchObject({ value: { served: { at, by: '0007' } } });
  counter.clock.pass(1000);
  expect(await serve(true, '0008')).toMatchObject({ value: { served: { at, by: '0007' } } });
  expect(await serve(false)).toMatchObject({ value: { served: null } });
  expect(await serve(false)).toMatchObject({ value: { served: null } });
  expect(counter.auditLines().map(({ act, about }) => [act, about])).toEqual([
    ['ticket.serve', number],
    ['ticket.unserve', number],
  ]);
});

test('a complaint is nothing for the counter, and a number that is not here is not found', async () => {
  const counter = await aCounter();
  const { number } = await counter.submitKind('complaint');
  expect(await counter.clerk['clerk.serve']({ number, served: true }, BUDI)).toMatchObject({
    problem: { code: 'clerk.not-for-counter' },
  });
  counter.db.exec('DELETE FROM ticket');
  expect(await counter.clerk['clerk.serve']({ number, served: true }, BUDI)).toMatchObject({
    problem: { code: 'clerk.not-found' },
  });
  expect(counter.auditLines()).toEqual([]);
});

test('a visitor who left ends the paper that waited for her: no list holds it, nothing is printed, and a copy can still be asked for', async () => {
  const counter = await aCounter();
  const ticket = await counter.submitKind('lead');
  await counter.print({ outcome: 'failed', reason: 'not-configured' });
  counter.slips.answer(ticket.slipId, false);
  const end = () => counter.clerk['clerk.end-paper']({ slipId: ticket.slipId }, BUDI);
  expect(await end()).toMatchObject({
    value: { number: ticket.number, paper: { slip: { state: 'handed-over' }, isOpen: false, copies: 0 } },
  });
  expect(await end()).toMatchObject({ ok: true });
  expect(await counter.clerk['clerk.tickets'](troubles, BUDI)).toMatchObject({ value: { total: 0 } });
  expect(counter.auditLines()).toEqual([
    { who: '0007', act: 'slip.end', about: ticket.number, reason: 'visitor-left' },
  ]);
  await counter.print();
  expect(counter.papers).toHaveLength(1);
  const copy = { requestId: randomUUID(), number: ticket.number, reason: 'lost' } as const;
  given(await counter.clerk['clerk.reprint'](copy, BUDI));
  await counter.print();
  expect(counter.papers.at(-1)).toMatchObject({ slipId: copy.requestId });
});

test('only a paper that waits for the counter is ended', async () => {
  const counter = await aCounter();
  const ticket = await counter.submitKind('lead');
  const end = (slipId: string) => counter.clerk['clerk.end-paper']({ slipId }, BUDI);
  expect(await end(ticket.slipId)).toMatchObject({ problem: { code: 'clerk.not-unsure' } });
  await counter.print(unsure);
  expect(await end(ticket.slipId)).toMatchObject({ problem: { code: 'clerk.not-unsure' } });
  expect(await end(randomUUID())).toMatchObject({ problem: { code: 'clerk.not-found' } });
  expect(counter.auditLines()).toEqual([]);
});
