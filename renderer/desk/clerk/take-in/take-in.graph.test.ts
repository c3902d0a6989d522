import { expect, test } from 'vitest';
import { transition } from 'xstate';
import { failed, succeeded } from '../../../../shared/lib/result.ts';
import { walkMachine } from '../../walk-machine.ts';
import { productWithDates, requestOf, type TakeInContext, takeInMachine } from './take-in.machine.ts';
import { aProduct, aTakeIn } from './testing.ts';

const gone = failed({ code: 'bridge.no-answer' });
const refusing = aProduct({
  consents: [{ purpose: 'publish-product', given: false, textVersion: 'publish-product/1', decidedAt: 1 }],
});
const walk = walkMachine(takeInMachine, {
  input: { today: '2026-05-12' },
  events: [
    { type: 'proposal.typed', text: 'BBBBBBBB' },
    { type: 'proposal.typed', text: '' },
    { type: 'begin.pressed' },
    { type: 'form.sent', product: aProduct({ marks: [{ kind: 'p-irt', number: '2063501010000-27' }] }) },
    { type: 'form.sent', product: aProduct({ marks: [] }) },
    { type: 'form.sent', product: refusing },
    { type: 'form.left' },
    { type: 'date.typed', text: '31122027' },
    { type: 'date.typed', text: '01012020' },
    { type: 'next.pressed' },
    { type: 'noDate.pressed' },
    { type: 'print.pressed', requestId: 'one' },
    { type: 'paper.ended', slip: { slipId: 's', state: 'printed', trouble: null } },
    { type: 'signed.pressed' },
    { type: 'photo.taken', jpeg: 'sheet' },
    { type: 'photo.cancelled' },
    { type: 'save.pressed', submissionId: 'id' },
    { type: 'retry.pressed' },
    { type: 'another.pressed' },
    { type: 'restart.confirmed' },
    { type: 'back.pressed' },
  ] as { type: string }[],
  answers: {
    printing: [succeeded({ slipId: 's', version: 'publish-product/1' }), gone],
    keeping: [succeeded({ id: 'f'.repeat(64) }), gone],
    saving: [
      succeeded({ number: 'B4K2-L7M9', secret: '482913', slipId: 's' }),
      failed({ code: 'intake.disk-full' }),
    ],
  },
});
const at = (state: string) =>
  walk.snapshots.filter(({ value }) => value === state).map(({ context }) => context as TakeInContext);

test('every state is reached, and from each the clerk can leave', () => {
  expect(walk.states).toEqual(
    [
      'answering',
      'askingRestart',
      'beginning',
      'checking',
      'dating',
      'done',
      'keeping',
      'left',
      'notKept',
      'notPrinted',
      'notSaved',
      'photographing',
      'printing',
      'refused',
      'saving',
      'sheet',
      'signing',
      'watching',
    ].sort(),
  );
  expect(walk.deadEnds(['left'])).toEqual([]);
});

test('what she answered is given up only where the clerk was asked', () => {
  const behind = ['dating', 'sheet', 'signing', 'checking', 'notPrinted', 'notKept', 'notSaved'];
  for (const { value, context } of walk.snapshots.filter((one) => behind.includes(String(one.value)))) {
    const from = takeInMachine.resolveState({ value, context } as Parameters<
      typeof takeInMachine.resolveState
    >[0]);
    const [next] = transition(takeInMachine, from, { type: 'back.pressed' });
    expect(['beginning', 'left', 'answering'], `back from ${String(value)}`).not.toContain(next.value);
    expect(next.context.product, `back from ${String(value)}`).not.toBeNull();
  }
});

test('nothing is saved without her permission, its sheet, and the photo of the signed one', () => {
  for (const context of at('saving')) {
    expect(requestOf(context)).toMatchObject({
      sheet: { photo: 'f'.repeat(64), version: 'publish-product/1' },
      submissionId: 'id',
    });
    expect(context.product?.consents[0]?.given).toBe(true);
  }
  expect(at('saving').length).toBeGreaterThan(0);
  expect(requestOf(aTakeIn({ signedSheet: null }))).toBeNull();
  expect(requestOf(aTakeIn({ sheetVersion: null }))).toBeNull();
});

test('a mark that has ended does not pass as one that stands', () => {
  for (const context of [...at('sheet'), ...at('saving')]) {
    expect(productWithDates(context)?.marks?.[0]?.validUntil).not.toBe('2020-01-01');
  }
});

test('nothing of her is left when she refuses, when it is saved, and when the clerk leaves', () => {
  for (const context of [...at('refused'), ...at('done'), ...at('left')]) {
    expect(context).toMatchObject({ product: null, signedSheet: null, jpeg: null, typedProposal: '' });
  }
  for (const context of at('left')) expect(context.ticket).toBeNull();
});
