import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { aCounter, BUDI, given } from './testing.ts';

test('the emergency numbers come on paper once for each time they are asked for, and stand in the log', async () => {
  const counter = await aCounter();
  const requestId = randomUUID();
  const ask = () => counter.clerk['clerk.print-emergency']({ requestId, language: 'id' }, BUDI);
  expect(given(await ask())).toEqual({ slipId: requestId });
  expect(given(await ask())).toEqual({ slipId: requestId });
  await counter.print();
  await counter.print();
  expect(counter.papers).toMatchObject([{ slipId: requestId, kind: 'emergency', copies: 0 }]);
  expect(counter.auditLines()).toEqual([{ who: '0007', act: 'slip.emergency', about: null, reason: null }]);
});

test('that a visitor was helped is a line without her, and changes nothing else', async () => {
  const counter = await aCounter();
  given(await counter.clerk['clerk.help-visitor']({}, BUDI));
  expect(counter.auditLines()).toEqual([{ who: '0007', act: 'visitor.help', about: null, reason: null }]);
  const { number } = await counter.submitKind('registration');
  const row = counter.db.prepare('SELECT * FROM submission WHERE ticket_number = ?').get(number);
  expect(JSON.stringify(row)).not.toContain('0007"');
});
