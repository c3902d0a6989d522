import { randomUUID } from 'node:crypto';
import { v7 as makeId } from 'uuid';
import { expect, test } from 'vitest';
import type { ClerkInput } from '../../shared/contract/clerk.ts';
import { NoteSlip } from '../../shared/domain/slip.ts';
import { aJpeg } from '../attachments/testing.ts';
import { verifyAudit } from '../staff/audit.ts';
import { inLines } from './consent-slip.ts';
import { aCounter, BUDI, bodiesOf, given, PERMISSION } from './testing.ts';

const VERSION = PERMISSION.version;

type Counter = Awaited<ReturnType<typeof aCounter>>;

async function photo({ intake }: Counter): Promise<string> {
  return given(await intake.addPhoto({ requestId: randomUUID(), jpeg: aJpeg() })).id;
}

async function aTakeIn(
  counter: Counter,
  changes: Partial<ClerkInput<'clerk.take-in'>> = {},
): Promise<ClerkInput<'clerk.take-in'>> {
  return {
    submissionId: makeId(),
    language: 'id',
    product: {
      name: 'Keripik pisang contoh',
      category: 'food',
      photos: [await photo(counter)],
      marks: [{ kind: 'p-irt', number: '1234567890123-45', validUntil: '2027-05-01' }],
      makerName: 'Siti Kenaricontoh',
      phone: '0800-0000-1234',
      consents: [{ purpose: 'publish-product', given: true, textVersion: VERSION, decidedAt: 1 }],
      doubts: [],
    },
    sheet: { photo: await photo(counter), version: VERSION },
    proposal: null,
    ...changes,
  };
}

test('a product that was taken in is a ticket with its photos and the signed sheet, served, and one line in the log', async () => {
  const counter = await aCounter();
  const input = await aTakeIn(counter);
  const ticket = given(await counter.clerk['clerk.take-in'](input, BUDI));
  const row = counter.db
    .prepare('SELECT kind, (SELECT count(*) FROM attachment) AS photos FROM submission WHERE id = ?')
    .get(input.submissionId);
  expect(row).toEqual({ kind: 'product-proposal', photos: 2 });
  const found = given(await counter.clerk['clerk.find']({ text: ticket.number }, BUDI));
  expect(found.served).toMatchObject({ by: BUDI.who });
  expect(counter.auditLines()).toEqual([
    { who: BUDI.who, act: 'product.take-in', about: input.submissionId, reason: null },
  ]);
  await counter.print();
  const paper = JSON.stringify(counter.papers);
  expect(paper).toContain('Diterima di loket, dengan izin tertulis.');
  expect(paper).not.toContain('Kenaricontoh');
  expect(paper).not.toContain('0800');
});

test('a clerk takes in one product after the other without signing out', async () => {
  const counter = await aCounter();
  for (let maker = 1; maker <= 5; maker++) {
    given(await counter.clerk['clerk.take-in'](await aTakeIn(counter), BUDI));
  }
  expect(counter.auditLines()).toHaveLength(5);
});

test('asking twice takes it in once', async () => {
  const counter = await aCounter();
  const input = await aTakeIn(counter);
  const first = given(await counter.clerk['clerk.take-in'](input, BUDI));
  expect(given(await counter.clerk['clerk.take-in'](input, BUDI)).number).toBe(first.number);
  expect(counter.auditLines()).toHaveLength(1);
});

test('the proposal that it came from is served with it; what is no proposal here is not found', async () => {
  const counter = await aCounter();
  const proposal = await counter.submitKind('product-proposal');
  const lead = await counter.submitKind('lead');
  const wrong = await aTakeIn(counter, { proposal: lead.number });
  expect(await counter.clerk['clerk.take-in'](wrong, BUDI)).toMatchObject({
    problem: { code: 'clerk.not-found' },
  });
  given(await counter.clerk['clerk.take-in'](await aTakeIn(counter, { proposal: proposal.number }), BUDI));
  const found = given(await counter.clerk['clerk.find']({ text: proposal.number }, BUDI));
  expect(found.served).toMatchObject({ by: BUDI.who });
});

test('without her permission, or with a sheet of other words, nothing is taken in and no line is written', async () => {
  const counter = await aCounter();
  const before = counter.db.prepare('SELECT count(*) FROM submission').pluck().get();
  const good = await aTakeIn(counter);
  const refused = good.product.consents.map((consent) => ({ ...consent, given: false }));
  for (const bad of [
    { ...good, product: { ...good.product, consents: [] } },
    { ...good, product: { ...good.product, consents: refused } },
    { ...good, sheet: { ...good.sheet, version: 'publish-product/0' } },
  ]) {
    expect(await counter.clerk['clerk.take-in'](bad, BUDI)).toMatchObject({
      problem: { code: 'clerk.no-consent' },
    });
  }
  const unknown = { ...good, sheet: { ...good.sheet, photo: 'f'.repeat(64) } };
  expect(await counter.clerk['clerk.take-in'](unknown, BUDI)).toMatchObject({
    problem: { code: 'attachment.unknown' },
  });
  expect(counter.auditLines()).toEqual([]);
  expect(counter.db.prepare('SELECT count(*) FROM submission').pluck().get()).toBe(before);
});

test('a commit that fails leaves no line, and a visitor cannot say that staff took her product in', async () => {
  const counter = await aCounter();
  const input = await aTakeIn(counter);
  counter.db.exec("CREATE TRIGGER refuse BEFORE INSERT ON served BEGIN SELECT raise(ABORT, 'no'); END");
  await expect(Promise.resolve(counter.clerk['clerk.take-in'](input, BUDI))).rejects.toThrow('no');
  expect(counter.auditLines()).toEqual([]);
  expect(counter.db.prepare('SELECT count(*) FROM submission').pluck().get()).toBe(0);
  expect(verifyAudit(counter.db, null).faults).toEqual([]);

  const [body] = bodiesOf('Siti Kenaricontoh').filter(({ kind }) => kind === 'product-proposal');
  if (body?.kind !== 'product-proposal') throw new Error('no proposal');
  const said = { staffNumber: '0007', signedSheet: input.sheet.photo, sheetVersion: VERSION };
  expect(
    await counter.intake.submit({
      submissionId: makeId(),
      flowVersion: 1,
      language: 'id',
      body: { ...body, answers: { ...body.answers, counter: said } },
    }),
  ).toMatchObject({ problem: { code: 'intake.invalid', detail: 'counter' } });
});

test('the sheet to sign says every word of the permission and names nobody', async () => {
  const counter = await aCounter();
  const requestId = randomUUID();
  const asked = await counter.clerk['clerk.print-consent']({ requestId, language: 'id' }, BUDI);
  expect(given(asked)).toEqual({ slipId: requestId, version: VERSION });
  given(await counter.clerk['clerk.print-consent']({ requestId, language: 'id' }, BUDI));
  await counter.print();
  expect(counter.papers).toHaveLength(1);
  const facts = NoteSlip.parse(counter.papers[0]?.facts);
  const said = facts.sections[0]?.items.map(({ text }) => text).join(' ');
  expect(said).toBe(`${PERMISSION.text.id} ${PERMISSION.detail.id}`);
  expect(facts.footLine).toContain(VERSION);
  expect(counter.auditLines()).toHaveLength(1);
});

test.each([
  ['without a word', ' \n ', 'Rincian contoh'],
  ['of one endless word', 'a'.repeat(400), 'Rincian contoh'],
  ['longer than a paper', 'kata panjang '.repeat(600), 'Rincian contoh'],
])(
  'a permission %s is none: nothing is printed to sign, and nothing is shortened',
  async (_, text, detail) => {
    const both = (said: string) => ({ id: said, en: said });
    const counter = await aCounter(undefined, { ...PERMISSION, text: both(text), detail: both(detail) });
    expect(
      await counter.clerk['clerk.print-consent']({ requestId: randomUUID(), language: 'id' }, BUDI),
    ).toMatchObject({ problem: { code: 'clerk.no-consent-text' } });
    await counter.print();
    expect(counter.papers).toEqual([]);
    expect(counter.auditLines()).toEqual([]);
  },
);

test('a permission without details is printed without them', async () => {
  const counter = await aCounter(undefined, { ...PERMISSION, detail: { id: ' ', en: ' ' } });
  given(await counter.clerk['clerk.print-consent']({ requestId: randomUUID(), language: 'id' }, BUDI));
  await counter.print();
  const facts = NoteSlip.parse(counter.papers[0]?.facts);
  expect(facts.sections[0]?.items.map(({ text }) => text).join(' ')).toBe(PERMISSION.text.id);
});

test('a long permission is cut into lines that a slip takes, and no word is lost', () => {
  const text = Array.from({ length: 90 }, (_, at) => `kata${at}`).join(' ');
  const lines = inLines(text);
  expect(lines.every((line) => line.length <= 200)).toBe(true);
  expect(lines.join(' ')).toBe(text);
});
