import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PushAnswer, type PushOutcome } from '../../../shared/contract/hub-api.ts';
import { startTestHub, type TestHub } from '../../testing/test-hub.ts';
import { type HubAnswer, send, type TestKiosk } from '../../testing/test-kiosk.ts';

let served: TestHub;
let kiosk: TestKiosk;

beforeAll(async () => {
  served = await startTestHub();
  kiosk = await served.enrol();
});
afterAll(() => served.close());

async function countStored(id: string): Promise<number> {
  const { rows } = await served.hub.database.pool.query<{ count: number }>(
    'SELECT count(*) FROM submission WHERE id = $1',
    [id],
  );
  return rows[0]?.count ?? -1;
}

function onlyOutcome(answer: HubAnswer): PushOutcome {
  const [outcome] = PushAnswer.parse(answer.body).outcomes;
  if (!outcome) throw new Error('no outcome');
  return outcome;
}

test('a record is stored, numbered and answered, and the same outcome comes for ever', async () => {
  const record = await kiosk.aSubmission();
  const [first] = await kiosk.push([record]);
  expect(first).toMatchObject({ outcome: 'accepted', id: record.id });
  expect(first).toHaveProperty('hubNumber', expect.stringMatching(/^PM-\d{4}-\d{6,}$/));
  for (let again = 0; again < 3; again++) expect(await kiosk.push([record])).toEqual([first]);
  expect(await countStored(record.id)).toBe(1);
});

test.each([2, 20])('%i identical pushes at the same moment all get the same success', async (width) => {
  for (let round = 0; round < 3; round++) {
    const record = await kiosk.aSubmission();
    const requests = await Promise.all(Array.from({ length: width }, () => kiosk.signPush([record])));
    const answers = await Promise.all(requests.map((request) => send(served.hub.url, request)));
    const outcomes = answers.map(onlyOutcome);
    expect(outcomes[0]?.outcome).toBe('accepted');
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
    expect(await countStored(record.id)).toBe(1);
  }
});

test('twins that reach two hubs on one database get the same success', async () => {
  const other = await served.startAnother();
  for (let round = 0; round < 3; round++) {
    const record = await kiosk.aSubmission();
    const requests = await Promise.all(Array.from({ length: 20 }, () => kiosk.signPush([record])));
    const answers = await Promise.all(
      requests.map((request, index) => send(index % 2 ? other.url : served.hub.url, request)),
    );
    const outcomes = answers.map(onlyOutcome);
    expect(outcomes[0]?.outcome).toBe('accepted');
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
    expect(await countStored(record.id)).toBe(1);
  }
});

test('batches with the same records in opposite order do not block each other', async () => {
  const records = await Promise.all(Array.from({ length: 30 }, () => kiosk.aSubmission()));
  const reversed = records.toReversed();
  const requests = await Promise.all(
    Array.from({ length: 10 }, (_, index) => kiosk.signPush(index % 2 ? reversed : records)),
  );
  const answers = await Promise.all(requests.map((request) => send(served.hub.url, request)));
  const numbers = answers.map((answer) =>
    Object.fromEntries(
      PushAnswer.parse(answer.body).outcomes.map((one) => [
        one.id,
        one.outcome === 'accepted' && one.hubNumber,
      ]),
    ),
  );
  for (const one of numbers) expect(one).toEqual(numbers[0]);
  expect(new Set(Object.values(numbers[0] ?? {})).size).toBe(30);
});

test('different records get different numbers', async () => {
  const records = await Promise.all(Array.from({ length: 40 }, () => kiosk.aSubmission()));
  const outcomes = await Promise.all(records.map(async (record) => kiosk.push([record])));
  const numbers = outcomes.flat().map((one) => (one.outcome === 'accepted' ? one.hubNumber : one.outcome));
  expect(new Set(numbers).size).toBe(40);
});

test('the same id with other content is refused and leaves the stored record alone', async () => {
  const record = await kiosk.aSubmission();
  const [first] = await kiosk.push([record]);
  expect(await kiosk.push([{ ...record, urgency: 1 }])).toEqual([
    { outcome: 'refused', id: record.id, code: 'push.changed' },
  ]);
  expect(await kiosk.push([record])).toEqual([first]);
});

test('two versions of one id in one batch: the first is taken, the second refused', async () => {
  const record = await kiosk.aSubmission();
  const outcomes = await kiosk.push([record, { ...record, urgency: 3 }, record]);
  expect(outcomes.map((one) => one.outcome)).toEqual(['accepted', 'refused', 'accepted']);
});

test.each([0, 49, 99])(
  'one bad record at place %i of a hundred does not decide for the others',
  async (place) => {
    const records: unknown[] = await Promise.all(Array.from({ length: 100 }, () => kiosk.aSubmission()));
    records[place] = { ...(records[place] as object), urgency: 'very' };
    const outcomes = await kiosk.push(records);
    expect(outcomes[place]).toMatchObject({ outcome: 'refused', code: 'push.malformed' });
    expect(outcomes.filter((one) => one.outcome === 'accepted')).toHaveLength(99);
  },
);

test.each(['text', null, 7, []])('a record that is %j is answered, not thrown at', async (record) => {
  expect(await kiosk.push([record])).toEqual([
    { outcome: 'needs-person', id: '', code: 'push.unknown-kind' },
  ]);
});

test('a record of another kiosk is refused', async () => {
  const stranger = await served.enrol();
  const record = await stranger.aSubmission();
  expect(await kiosk.push([record])).toMatchObject([{ outcome: 'refused', code: 'push.foreign-kiosk' }]);
  expect(await kiosk.push([{ ...record, kioskCode: kiosk.kioskCode }])).toMatchObject([
    { outcome: 'refused', code: 'push.foreign-kiosk' },
  ]);
  expect(await countStored(record.id)).toBe(0);
});

test('another kiosk cannot ask for the outcome of a record that is not its own', async () => {
  const record = await kiosk.aSubmission();
  await kiosk.push([record]);
  const stranger = await served.enrol();
  const own = await stranger.aSubmission({ id: record.id });
  expect(await stranger.push([own])).toMatchObject([{ outcome: 'refused', code: 'push.changed' }]);
});

test('sealed bytes that do not fit their hash need a person', async () => {
  const record = await kiosk.aSubmission();
  const damaged = Buffer.from(record.sealed, 'base64');
  damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
  expect(await kiosk.push([{ ...record, sealed: damaged.toString('base64') }])).toMatchObject([
    { outcome: 'needs-person', code: 'push.sealed-damaged' },
  ]);
});

test('content in clear is not stored as if it were sealed', async () => {
  const clear = Buffer.from('{"story":"an example"}');
  const record = await kiosk.aSubmission({
    sealed: clear.toString('base64'),
    sealedSha256: createHash('sha256').update(clear).digest('hex'),
  });
  expect(await kiosk.push([record])).toMatchObject([{ outcome: 'needs-person', code: 'push.not-sealed' }]);
  expect(await countStored(record.id)).toBe(0);
});

test('a second visitor under the same ticket number needs a person, the first keeps it', async () => {
  const first = await kiosk.aSubmission();
  const second = await kiosk.aSubmission({ ticketNumber: first.ticketNumber });
  const third = await kiosk.aSubmission();
  const outcomes = await kiosk.push([first, second, third]);
  expect(outcomes.map((one) => one.outcome)).toEqual(['accepted', 'needs-person', 'accepted']);
  expect(outcomes[1]).toMatchObject({ code: 'push.ticket-taken' });
  expect(await countStored(second.id)).toBe(0);
  expect(await kiosk.push([second])).toMatchObject([{ code: 'push.ticket-taken' }]);
});

test('an addition joins the case of the ticket it follows', async () => {
  const first = await kiosk.aSubmission();
  const addition = await kiosk.aSubmission({ ticketNumber: first.ticketNumber, follows: first.id });
  const outcomes = await kiosk.push([first, addition]);
  expect(outcomes.map((one) => one.outcome)).toEqual(['accepted', 'accepted']);
});

test('an addition says what it does; nothing else may claim to be one', async () => {
  const first = await kiosk.aSubmission();
  const whole = { kind: 'follow-up', act: 'withdraw-consent', part: 1, follows: first.id } as const;
  const { follows: _follows, ...unbound } = whole;
  const { part: _part, ...unplaced } = whole;
  const { ticketNumber } = first;
  const records = [
    first,
    await kiosk.aSubmission({ ticketNumber, ...whole }),
    await kiosk.aSubmission({ ticketNumber, ...unbound }),
    await kiosk.aSubmission({ ticketNumber, ...unplaced }),
    await kiosk.aSubmission({ ticketNumber, follows: first.id, act: 'add-photo', part: 2 }),
  ];
  const outcomes = await kiosk.push(records);
  expect(outcomes.map((one) => one.outcome)).toEqual([
    'accepted',
    'accepted',
    'refused',
    'refused',
    'refused',
  ]);
});

test('an id in capitals is the same id', async () => {
  const record = await kiosk.aSubmission();
  const [first] = await kiosk.push([record]);
  const [again] = await kiosk.push([{ ...record, id: record.id.toUpperCase() }]);
  expect(again).toEqual({ ...first, id: record.id.toUpperCase() });
});

test('numbers at the edge of what the schema allows are stored', async () => {
  const record = await kiosk.aSubmission({
    sequence: Number.MAX_SAFE_INTEGER,
    recordedAt: Number.MAX_SAFE_INTEGER,
    monotonicMs: Number.MAX_SAFE_INTEGER,
    flowVersion: 2 ** 31 - 1,
  });
  expect(await kiosk.push([record])).toMatchObject([{ outcome: 'accepted' }]);
  expect(await kiosk.push([{ ...(await kiosk.aSubmission()), flowVersion: 2 ** 31 }])).toMatchObject([
    { outcome: 'refused', code: 'push.malformed' },
  ]);
});
