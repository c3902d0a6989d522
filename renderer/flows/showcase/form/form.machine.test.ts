import { expect, test, vi } from 'vitest';
import { type ActorRefFrom, createActor, fromPromise } from 'xstate';
import { SubmissionBody } from '../../../../shared/domain/submission-body.ts';
import { failed, type Result, succeeded } from '../../../../shared/lib/result.ts';
import { interestFacts, proposalFacts } from '../testing.ts';
import type { FormFacts } from './draft.ts';
import { type FormEvent, formMachine, PHOTO_PATIENCE_MS } from './form.machine.ts';

const NOW = Date.parse('2026-11-22T05:00:00Z');
type Form = ActorRefFrom<typeof formMachine>;
type Keep = () => Promise<Result<{ id: string }>>;

const photoId = (letter: string) => letter.repeat(64);

function begin(facts: FormFacts, keep: Keep = async () => succeeded({ id: photoId('a') })): Form {
  return createActor(
    formMachine.provide({
      actors: {
        keepPhoto: fromPromise(keep),
        dropPhoto: fromPromise<Result<unknown>, { id: string }>(async () => succeeded({})),
      },
    }),
    { input: { facts, now: () => NOW } },
  ).start();
}

function send(form: Form, ...events: FormEvent[]): void {
  for (const event of events) {
    expect(form.getSnapshot().can(event), `${event.type} at ${form.getSnapshot().context.step}`).toBe(true);
    form.send(event);
  }
}

const type = (text: string): FormEvent => ({ type: 'text.typed', text });
const next: FormEvent = { type: 'next.pressed' };
const skip: FormEvent = { type: 'skip.pressed' };
const back: FormEvent = { type: 'back.pressed' };
const say = (given: boolean): FormEvent => ({ type: 'consent.chosen', given });
const stepOf = (form: Form) => form.getSnapshot().context.step;
const stateOf = (form: Form) => form.getSnapshot().value;

const interest: FormEvent[] = [type('Contoh Rini'), next, type('081234567021'), next, skip, say(true), next];

const untilPhotos: FormEvent[] = [
  type('Dodol Nangka'),
  next,
  { type: 'category.chosen', category: 'food' },
  type('Dimasak empat jam di tungku kayu.'),
  next,
  type('Rp 25.000,-'),
  next,
  type('250 gram'),
  next,
  type('Nangka, ketan, gula aren'),
  next,
  skip,
  skip,
  { type: 'marks.chosen', marks: ['p-irt'] },
  next,
  type('P-IRT 2001234567890-30'),
  next,
];
const afterPhotos: FormEvent[] = [
  type('Ibu Contoh Tuti'),
  next,
  type('Sleman'),
  next,
  skip,
  type('081234567022'),
  next,
  say(true),
  next,
];

test('interest: name, phone and leave to call are all it takes', () => {
  const form = begin(interestFacts);
  send(form, ...interest);
  expect(stateOf(form)).toBe('checking');
  send(form, { type: 'send.pressed' });
  expect(form.getSnapshot().output).toEqual({
    way: 'sent',
    body: {
      kind: 'product-interest',
      answers: {
        productId: 'contoh-kopi-lereng',
        name: 'Contoh Rini',
        phone: '081234567021',
        consents: [
          {
            purpose: 'maker-may-call',
            given: true,
            textVersion: interestFacts.consent.version,
            decidedAt: NOW,
          },
        ],
        doubts: [],
      },
    },
  });
});

test('interest without leave to call ends with nothing kept', () => {
  const form = begin(interestFacts);
  send(form, ...interest.slice(0, -2), say(false), next);
  expect(stateOf(form)).toBe('refused');
  send(form, back, say(true), next);
  expect(stateOf(form)).toBe('checking');
  send(form, { type: 'change.pressed', step: 'consent-call' }, say(false), next, { type: 'leave.pressed' });
  expect(form.getSnapshot().output).toEqual({ way: 'left' });
});

test('a consent is not chosen beforehand, and must be', () => {
  const form = begin(interestFacts);
  send(form, ...interest.slice(0, -2), next);
  expect(form.getSnapshot().context.fault).toBe('choose');
  expect(stepOf(form)).toBe('consent-call');
});

test('a proposal carries what was said and claimed, and no more', () => {
  const form = begin(proposalFacts);
  send(form, ...untilPhotos, skip, ...afterPhotos, { type: 'send.pressed' });
  const { output } = form.getSnapshot();
  if (output?.way !== 'sent' || output.body.kind !== 'product-proposal') throw new Error('not sent');
  expect(SubmissionBody.safeParse(output.body).success).toBe(true);
  expect(output.body.answers).toMatchObject({
    name: 'Dodol Nangka',
    category: 'food',
    priceRupiah: 25_000,
    unit: '250 gram',
    marks: [{ kind: 'p-irt', number: 'P-IRT 2001234567890-30' }],
    photos: [],
    makerName: 'Ibu Contoh Tuti',
    regency: 'Sleman',
  });
  expect(output.body.answers).not.toHaveProperty('village');
});

test('the marks of a kind that was changed are asked again, and those that cannot be are left out', () => {
  const form = begin(proposalFacts);
  send(form, ...untilPhotos, skip, ...afterPhotos);
  send(form, { type: 'change.pressed', step: 'category' }, { type: 'category.chosen', category: 'craft' });
  expect(stepOf(form)).toBe('marks');
  send(form, { type: 'marks.chosen', marks: [] }, next);
  expect(stateOf(form)).toBe('checking');
  send(form, { type: 'send.pressed' });
  const { output } = form.getSnapshot();
  if (output?.way !== 'sent' || output.body.kind !== 'product-proposal') throw new Error('not sent');
  expect(output.body.answers.marks).toEqual([]);
  expect(output.body.answers).not.toHaveProperty('ingredients');
});

test('a change given up half-way brings back what stood before', () => {
  const form = begin(proposalFacts);
  send(form, ...untilPhotos, skip, ...afterPhotos);
  send(
    form,
    { type: 'change.pressed', step: 'category' },
    { type: 'category.chosen', category: 'cosmetics' },
  );
  expect(stepOf(form)).toBe('marks');
  send(form, back);
  expect(stateOf(form)).toBe('checking');
  expect(form.getSnapshot().context.draft.category).toBe('food');
  expect(form.getSnapshot().can({ type: 'send.pressed' })).toBe(true);
});

test('going back loses nothing', () => {
  const form = begin(proposalFacts);
  send(form, ...untilPhotos);
  const { draft } = form.getSnapshot().context;
  for (let press = 0; press < 8; press++) send(form, back);
  expect(form.getSnapshot().context.draft).toEqual(draft);
});

test.each([
  ['kosong', 'price'],
  ['0', 'price'],
  ['12,5', 'price'],
])('a price of "%s" is not gone on with', (typed, fault) => {
  const form = begin(proposalFacts);
  send(form, ...untilPhotos.slice(0, 5), type(typed), next);
  expect(form.getSnapshot().context.fault).toBe(fault);
});

test('what looks unusual is asked once, and kept with a word', () => {
  const form = begin(proposalFacts);
  send(form, type('Jamu Contoh'), next, { type: 'category.chosen', category: 'drink' });
  send(form, type('Menyembuhkan asam urat.'), next);
  expect(form.getSnapshot().context.doubts).toEqual([{ field: 'story', code: 'story.health-claim' }]);
  expect(form.getSnapshot().can(next)).toBe(false);
  send(form, { type: 'doubt.kept' });
  expect(stepOf(form)).toBe('price');
  send(form, back, next);
  expect(stepOf(form)).toBe('price');
});

test('a fourteen-digit P-IRT is doubted, one of fifteen is not', () => {
  for (const [number, codes] of [
    ['20012345678901', ['p-irt.too-short']],
    ['200123456789012', []],
  ] as const) {
    const form = begin(proposalFacts);
    send(form, ...untilPhotos.slice(0, -2), type(number), next);
    expect(form.getSnapshot().context.doubts.map(({ code }) => code)).toEqual(codes);
  }
});

test('what does not fit a field is not taken at all', () => {
  const form = begin(proposalFacts);
  expect(form.getSnapshot().can(type('a'.repeat(81)))).toBe(false);
});

test('a photo is kept with its id, can be taken back, and four are enough', async () => {
  let made = 0;
  const form = begin(proposalFacts, async () => succeeded({ id: photoId('abcd'[made++] ?? 'e') }));
  send(form, ...untilPhotos);
  const jpeg = new Uint8Array([255, 216, 255]);
  for (let count = 0; count < 4; count++) {
    send(form, { type: 'camera.pressed' }, { type: 'photo.taken', jpeg });
    await vi.waitFor(() => expect(form.getSnapshot().context.draft.photos).toHaveLength(count + 1));
  }
  expect(form.getSnapshot().can({ type: 'camera.pressed' })).toBe(false);
  send(form, { type: 'photo.removed', id: photoId('b') });
  await vi.waitFor(() => expect(form.getSnapshot().hasTag('busy')).toBe(false));
  send(form, next, ...afterPhotos, { type: 'send.pressed' });
  const { output } = form.getSnapshot();
  if (output?.way !== 'sent' || output.body.kind !== 'product-proposal') throw new Error('not sent');
  expect(output.body.answers.photos).toEqual(['a', 'c', 'd'].map(photoId));
});

test.each<[string, Keep]>([
  ['is refused', async () => failed({ code: 'intake.disk-full' })],
  ['throws', async () => Promise.reject(new Error('gone'))],
])('a photo whose keeping %s is told, and she goes on without it', async (_how, keep) => {
  const form = begin(proposalFacts, keep);
  send(form, ...untilPhotos, { type: 'camera.pressed' }, { type: 'photo.taken', jpeg: new Uint8Array([1]) });
  await vi.waitFor(() => expect(form.getSnapshot().context.hasPhotoFailed).toBe(true));
  expect(form.getSnapshot().context.taken).toBeNull();
  send(form, skip);
  expect(stepOf(form)).toBe('maker-name');
});

test('a photo that nobody answers for holds her up no longer than the time limit', async () => {
  vi.useFakeTimers();
  const form = begin(proposalFacts, () => new Promise(() => {}));
  send(form, ...untilPhotos, { type: 'camera.pressed' }, { type: 'photo.taken', jpeg: new Uint8Array([1]) });
  await vi.advanceTimersByTimeAsync(PHOTO_PATIENCE_MS);
  expect(form.getSnapshot().context.hasPhotoFailed).toBe(true);
  expect(stateOf(form)).toEqual({ questioning: 'asking' });
  vi.useRealTimers();
});

test('no camera: she comes back from its screen and goes on to the counter', () => {
  const form = begin(proposalFacts);
  send(form, ...untilPhotos, { type: 'camera.pressed' }, { type: 'photo.cancelled' }, skip);
  expect(stepOf(form)).toBe('maker-name');
});
