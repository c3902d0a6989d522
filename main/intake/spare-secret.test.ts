import { expect, test } from 'vitest';
import { hashTicketSecret, matchesTicketSecret } from '../trust/ticket-secret.ts';
import { keepSpareSecret } from './spare-secret.ts';

const cheap = { logN: 4, r: 1, p: 1 };

test('the hash belongs to the secret it comes with', async () => {
  const spare = keepSpareSecret((secret) => hashTicketSecret(secret, cheap));
  for (let i = 0; i < 5; i++) {
    const { secret, hash } = await spare.take();
    expect(await matchesTicketSecret(secret, hash)).toBe(true);
  }
});

test('one spare secret is given to one ticket, also when two ask at the same moment', async () => {
  const made: string[] = [];
  const spare = keepSpareSecret(async (secret) => {
    made.push(secret);
    return `${made.length}`;
  });
  const taken = await Promise.all([spare.take(), spare.take(), spare.take()]);
  expect(new Set(taken.map(({ hash }) => hash)).size).toBe(3);
});

test('it is ready before anybody asks', async () => {
  let finished = 0;
  const spare = keepSpareSecret(async () => `${++finished}`);
  await Promise.resolve();
  expect(finished).toBe(1);
  expect((await spare.take()).hash).toBe('1');
});

test('a hash that fails is told to the one who takes it, and the next one is made anew', async () => {
  let calls = 0;
  const spare = keepSpareSecret(async () => {
    calls += 1;
    if (calls === 1) throw new Error('no memory');
    return 'made';
  });
  await expect(spare.take()).rejects.toThrow('no memory');
  expect((await spare.take()).hash).toBe('made');
});
