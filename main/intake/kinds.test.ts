import { Decrypter } from 'age-encryption';
import { expect, test } from 'vitest';
import type { KioskContent } from '../../shared/contract/content.ts';
import { SlipFacts } from '../../shared/domain/slip.ts';
import { SealedContent, Submission } from '../../shared/domain/submission.ts';
import type { SubmissionBody } from '../../shared/domain/submission-body.ts';
import { submissionForHub } from '../db/repositories/submissions.ts';
import { createIntake } from './index.ts';
import { anEnrolledKiosk, aSubmissionOf, exampleContent } from './testing.ts';

const NAME = 'Siti Kenaricontoh';
const PHONE = '0800-0000-1234';
const shared = { consents: [], doubts: [] };
const { provenance } = exampleContent.service;

const BODIES: SubmissionBody[] = [
  {
    kind: 'complaint',
    answers: { subject: 'self', situation: 'abroad', category: 'KEKERASAN', reporterName: NAME, ...shared },
  },
  {
    kind: 'registration',
    answers: {
      scheme: 'new',
      person: { name: NAME },
      listVersion: 'example/1',
      documents: { passport: 'have', visa: 'missing', letter: 'unknown' },
      ...shared,
    },
  },
  { kind: 'lead', answers: { service: 'giropos', need: 'start', name: NAME, ...shared } },
  {
    kind: 'product-interest',
    answers: { productId: 'no-such-product', name: NAME, phone: PHONE, ...shared },
  },
  {
    kind: 'product-proposal',
    answers: { name: 'Keripik', category: 'food', photos: [], makerName: NAME, phone: PHONE, ...shared },
  },
];

const paper = (key: string, id: string) => ({
  key,
  name: { id, en: key },
  what: { id, en: key },
  needs: [],
  provenance,
});

const content: KioskContent = {
  ...exampleContent,
  registration: {
    ...exampleContent.registration,
    documentLists: [
      {
        scheme: 'new',
        version: 'example/1',
        isComplete: true,
        documents: [paper('passport', 'Paspor'), paper('visa', 'Visa kerja'), paper('letter', 'Surat izin')],
        provenance,
      },
    ],
    filing: {
      system: 'SISTEM CONTOH',
      address: 'contoh.example',
      text: { id: 'Di sana.', en: 'There.' },
      provenance,
    },
  },
  services: {
    ...exampleContent.services,
    services: [
      {
        key: 'giropos',
        name: { id: 'Giro Contoh', en: 'Example Giro' },
        lead: { id: 'x', en: 'x' },
        ask: [],
        points: [],
        bring: [{ text: { id: 'KTP asli', en: 'Identity card' }, provenance }],
      },
    ],
  },
};

async function aKiosk() {
  const kiosk = await anEnrolledKiosk();
  return { ...kiosk, intake: createIntake({ ...kiosk.deps, readContent: () => content }) };
}

test.each(BODIES.map((body) => [body.kind, body] as const))(
  'a %s gets a ticket, is sealed to the hub, waits to be sent and has a slip that tells nothing forbidden',
  async (kind, body) => {
    const { intake, deps, identity } = await aKiosk();
    const input = aSubmissionOf(body);
    const answer = await intake.submit(input);
    if (!answer.ok) throw new Error(answer.problem.code);
    const wire = Submission.parse(submissionForHub(deps.db, input.submissionId));
    expect(wire).toMatchObject({
      kind,
      urgency: kind === 'complaint' ? 1 : 3,
      ticketNumber: answer.value.number,
    });
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const opened = await decrypter.decrypt(Buffer.from(wire.sealed, 'base64'), 'text');
    expect(SealedContent.parse(JSON.parse(opened)).answers).toEqual(body.answers);
    const text = deps.db.prepare('SELECT facts FROM slip').pluck().get() as string;
    expect(SlipFacts.parse(JSON.parse(text)).kind).toBe(kind === 'complaint' ? 'complaint' : 'service');
    for (const forbidden of ['Kenaricontoh', PHONE, 'KEKERASAN', 'Keripik'])
      expect(text).not.toContain(forbidden);
    expect(deps.db.prepare("SELECT count(*) FROM job WHERE state = 'waiting'").pluck().get()).toBe(2);
    expect(await intake.submit(structuredClone(input))).toEqual(answer);
  },
);

test.each(BODIES.map((body) => [body.kind, body] as const))(
  'look-up says that a ticket is a %s',
  async (kind, body) => {
    const { intake } = await aKiosk();
    const ticket = await intake.submit(aSubmissionOf(body));
    if (!ticket.ok) throw new Error(ticket.problem.code);
    const found = await intake.lookUp(ticket.value);
    expect(found).toMatchObject({ ok: true, value: { kind, isFollowable: kind !== 'complaint' } });
  },
);

test('the same id for another kind is another call', async () => {
  const { intake } = await aKiosk();
  const [lead, interest] = [BODIES[2], BODIES[3]];
  if (!lead || !interest) throw new Error('two bodies are needed');
  const first = aSubmissionOf(lead);
  expect(await intake.submit(first)).toMatchObject({ ok: true });
  expect(await intake.submit({ ...first, body: interest })).toMatchObject({
    ok: false,
    problem: { code: 'intake.changed' },
  });
});

async function slipOf(body: SubmissionBody | undefined) {
  if (!body) throw new Error('no such body');
  const { intake, deps } = await aKiosk();
  await intake.submit(aSubmissionOf(body));
  return JSON.parse(deps.db.prepare('SELECT facts FROM slip').pluck().get() as string);
}

test('the slip of a registration lists what is missing and says that it is not the legal filing', async () => {
  const slip = await slipOf(BODIES[1]);
  expect(slip.warning).toContain('SISTEM CONTOH');
  expect(slip.sections).toMatchObject([
    { title: 'Masih kurang', items: [{ text: 'Visa kerja', box: true }] },
    { title: 'Belum pasti', items: [{ text: 'Surat izin', box: true }] },
    { title: 'Selanjutnya' },
  ]);
  expect(JSON.stringify(slip.sections)).not.toContain('Paspor');
});

test('the slip of a lead has the service, a masked name and what to bring', async () => {
  expect(await slipOf(BODIES[2])).toMatchObject({
    heading: 'Permintaan layanan Giro Contoh',
    maskedName: 'Siti K***',
    sections: [
      { title: 'Keperluan' },
      { items: [{ text: 'KTP asli', box: true }] },
      { title: 'Selanjutnya' },
    ],
  });
});
