import type { SnapshotFrom } from 'xstate';
import { handingInMachine } from '../../renderer/flows/showcase/handing-in/handing-in.machine.ts';
import { id as texts } from '../../renderer/texts/id.ts';
import { showcaseId as words } from '../../renderer/texts/showcase.id.ts';
import type { KioskContent } from '../../shared/contract/content.ts';
import { type DeedOf, type FlowModel, flowModel, type Sight, stateName } from './flow-model.ts';
import type { Hands } from './hands.ts';
import { answerDeeds, SENDING_LEFT_OUT, sendingDeeds, sendingSight } from './sending.ts';
import { factsOf, openInterest, productOf } from './showcase-form.ts';

type Snapshot = SnapshotFrom<typeof handingInMachine>;
type HandingInDeed = DeedOf<typeof handingInMachine>;

const sending = {
  id: 'handing-in',
  screens: 'showcase',
  words: { ...words, check: { send: words.check.send.interest } },
};
const NAME = 'siti';
/** One that no rule doubts: the way to the button must be straight. */
const PHONE = '081234567021';

/** What was sent from a form of the showcase, from the press that sends it to what happens next. */
export function handingInPaths(content: KioskContent): FlowModel {
  const product = productOf(content);
  const { consent } = factsOf(content, 'interest');
  return flowModel({
    name: 'showcase-handing-in',
    machine: handingInMachine,
    input: {
      submissionId: '01980000-0000-7000-8000-000000000001',
      body: {
        kind: 'product-interest',
        answers: {
          productId: product.id,
          name: NAME,
          phone: PHONE,
          consents: [
            { purpose: consent.purpose, given: true, textVersion: consent.version, decidedAt: Date.now() },
          ],
          doubts: [],
        },
      },
    },
    deedsAt,
    sightAt,
    endsAt: () => ({ screen: 'lobby.thank-you' }),
    mark: ({ context: { ticket, slipTaken } }) => [ticket !== null, slipTaken],
    async open(hands) {
      await openInterest(hands, product.name);
      await sendInterest(hands);
    },
    leftOut: SENDING_LEFT_OUT,
  });
}

/** From the first question to the press that sends, after which nobody answers yet. */
async function sendInterest(hands: Hands): Promise<void> {
  const { visitor } = hands;
  await visitor.sees('showcase.interest-name');
  await hands.write(NAME);
  await hands.press(texts.common.next);
  await visitor.sees('showcase.interest-phone');
  await hands.write(PHONE);
  await hands.press(texts.common.next);
  await visitor.sees('showcase.interest-note');
  await hands.press(texts.common.skip);
  await visitor.sees('showcase.consent-call');
  await hands.press(texts.consent.agree);
  await hands.press(texts.common.next);
  await visitor.sees('showcase.check-interest');
  await hands.hold('submission.submit');
  await hands.press(words.check.send.interest);
}

function deedsAt(snapshot: Snapshot): HandingInDeed[] {
  const state = stateName(snapshot.value);
  if (state === 'committing') return answerDeeds(sending) as HandingInDeed[];
  return sendingDeeds(state, snapshot, sending) as HandingInDeed[];
}

function sightAt(snapshot: Snapshot): Sight {
  const later = sendingSight(stateName(snapshot.value), snapshot, sending, {
    slipFailed: texts.ticket.slip.failed,
  });
  return later ?? { screen: 'showcase.committing', isWaiting: true };
}
