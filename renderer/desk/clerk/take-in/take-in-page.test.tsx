// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { failed, succeeded } from '../../../../shared/lib/result.ts';
import { exampleContent, fakeBridge } from '../../../bridge/fake.ts';
import { aCounterTicket } from '../../../bridge/fake-clerk.ts';
import { aStaffSession } from '../../../bridge/fake-desk.ts';
import { exampleShowcase } from '../../../flows/showcase/testing.ts';
import { show } from '../../../testing.tsx';
import { clerkId } from '../../../texts/clerk.id.ts';
import { deskId } from '../../../texts/desk.id.ts';
import { takeInId as words } from '../../../texts/take-in.id.ts';
import { DeskContext } from '../../desk-context.ts';
import { EVERYTHING_OPEN } from '../../frame/desk-frame.tsx';
import { TakeInPage } from './take-in-page.tsx';
import { aProduct } from './testing.ts';

// Her form and the camera have tests of their own; here only what they hand over counts.
vi.mock('../../../flows/showcase/form/product-form.tsx', () => ({
  ProductForm: ({ mostPhotos, onDone }: { mostPhotos: number; onDone(output: object): void }) => (
    <button
      type="button"
      onClick={() => onDone({ way: 'sent', body: { kind: 'product-proposal', answers: PRODUCT } })}
    >
      {`form of ${mostPhotos}`}
    </button>
  ),
}));
vi.mock('../../../components/camera/photo-capture.tsx', () => ({
  PhotoCapture: ({ onPhoto }: { onPhoto(jpeg: Uint8Array): void }) => (
    <button type="button" onClick={() => onPhoto(new Uint8Array([255, 216, 255]))}>
      shutter
    </button>
  ),
}));

const PRODUCT = aProduct({ marks: [{ kind: 'p-irt', number: '2063501010000-27' }] });
const SHEET_PHOTO = 'f'.repeat(64);

const page = () => document.querySelector<HTMLElement>('[data-screen]')?.dataset.screen;
const sees = (name: string) => waitFor(() => expect(page()).toBe(name));
const press = (name: RegExp | string) =>
  act(async () => {
    fireEvent.click(screen.getByRole('button', { name }));
  });
const type = (text: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value: text } });

function open(script: Parameters<typeof fakeBridge>[0] = {}) {
  const bridge = fakeBridge({
    'content.read': () => succeeded(exampleContent({ showcase: exampleShowcase })),
    'attachment.add': () => succeeded({ id: SHEET_PHOTO }),
    ...script,
  });
  const onEnd = vi.fn();
  const setting = {
    session: aStaffSession({ staffNumber: '1001', roles: ['clerk'] }),
    place: 'clerk' as const,
    changeDesk: null,
    timeZone: 'Asia/Jakarta',
    signOut: () => {},
    visitors: EVERYTHING_OPEN,
    handOver: () => {},
    turnLanguage: () => {},
  };
  show(
    <DeskContext value={setting}>
      <TakeInPage bridge={bridge} onEnd={onEnd} />
    </DeskContext>,
  );
  const asked = (name: string) => bridge.asked.filter((call) => call.name === name).map(({ input }) => input);
  return { onEnd, asked };
}

async function answersTheForm() {
  await sees('clerk.take-in');
  await press(words.begin.go);
  await press('form of 3');
  await sees('clerk.take-in-p-irt');
}

test('a product is taken in once, with its last day, the sheet that was printed and the photo of the signed one', async () => {
  const { asked, onEnd } = open({ 'clerk.take-in': unansweredOnce() });
  await answersTheForm();
  type('31122099');
  await press(words.date.next);
  await sees('clerk.take-in-sheet');
  await press(words.sheet.print);
  await sees('clerk.take-in-signing');
  await press(words.signing.signed);
  await press('shutter');
  await sees('clerk.take-in-check');
  expect(document.body.textContent).toContain(words.check.until('31-12-2099'));
  await press(words.check.save);
  await sees('clerk.take-in-not-saved');
  await press(deskId.reading.again);
  await sees('clerk.take-in-done');

  const [first, second] = asked('clerk.take-in');
  expect(first).toEqual(second);
  expect(first).toMatchObject({
    language: 'id',
    sheet: { photo: SHEET_PHOTO, version: 'publish-product/1' },
    proposal: null,
    product: { name: PRODUCT.name, marks: [{ kind: 'p-irt', validUntil: '2099-12-31' }] },
  });
  expect(document.body.textContent).not.toContain(PRODUCT.makerName);
  expect(document.body.textContent).not.toContain('482913');
  await press(words.done.finish);
  expect(onEnd).toHaveBeenCalledTimes(1);
});

test('her answers are thrown away only after a question, and no is the way back to them', async () => {
  open();
  await answersTheForm();
  await press(words.restart);
  await sees('clerk.take-in-restart');
  await press(words.restarting.stay);
  await sees('clerk.take-in-p-irt');
  await press(words.restart);
  await press(words.restarting.go);
  await sees('clerk.take-in');
  await press(words.begin.go);
  expect(screen.getByRole('button', { name: 'form of 3' })).toBeTruthy();
});

test('a sheet that did not come out is not called out, and can be printed again', async () => {
  const { asked } = open({
    'clerk.read-slip': ({ slipId }) => succeeded({ slipId, state: 'failed', trouble: 'out-of-paper' }),
  });
  await answersTheForm();
  await press(words.date.none);
  await press(words.sheet.print);
  await sees('clerk.take-in-signing');
  expect(document.body.textContent).toContain(words.signing.notOut);
  expect(document.body.textContent).toContain(clerkId.reprint.steps[0]);
  await press(words.signing.again);
  await waitFor(() => expect(asked('clerk.print-consent')).toHaveLength(2));
});

/** The first answer is lost on the way. */
function unansweredOnce(): NonNullable<Parameters<typeof fakeBridge>[0]>['clerk.take-in'] {
  let calls = 0;
  return () => {
    calls += 1;
    return calls === 1
      ? failed({ code: 'bridge.no-answer' })
      : succeeded({
          number: aCounterTicket().number,
          secret: '482913',
          slipId: '018f0000-0000-7000-8000-000000000000',
        });
  };
}
