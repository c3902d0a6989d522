import { expect, test } from 'vitest';
import { SubmissionKind } from '../../../shared/domain/submission.ts';
import { CaseStatus } from '../../../shared/domain/ticket-status.ts';
import { aTicket, EXAMPLE_TIME, exampleContent } from '../../bridge/fake.ts';
import { followUpId } from '../../texts/follow-up.id.ts';
import { catalogues } from '../../texts/texts.tsx';
import type { FoundTicket } from './look-up.machine.ts';
import { nextStepsOf } from './next-steps.ts';
import { wordsFor } from './standing.ts';
import { stepsOf } from './steps.ts';

const texts = catalogues.id.lookUp;

function aFound(changes: Partial<FoundTicket> = {}): FoundTicket {
  return {
    number: aTicket().number,
    kind: 'complaint',
    isFollowable: true,
    additions: [],
    recordedAt: EXAMPLE_TIME,
    officeName: 'Kantor Pos Contoh',
    isFromElsewhere: false,
    standing: { standing: 'recorded' },
    heardFromHubAt: null,
    ...changes,
  };
}

function steps(changes: Partial<FoundTicket>) {
  const found = aFound(changes);
  return stepsOf(found, wordsFor(found.standing, texts, String), texts.steps);
}

test('only times that this kiosk knows stand on the thread', () => {
  for (const status of CaseStatus.options) {
    const shown = steps({ standing: { standing: 'case', status, changedAt: 7, asOf: 9 } });
    expect(shown[0]?.at).toBe(EXAMPLE_TIME);
    expect(shown.filter(({ at }) => at !== null).map(({ at }) => at)).toEqual([EXAMPLE_TIME, 7]);
    expect(shown.find(({ state }) => state === 'now')?.at).toBe(7);
  }
});

test('a ticket without a contact promises no step that nobody will take', () => {
  expect(steps({ isFollowable: false }).map(({ name }) => name)).toEqual(texts.steps.slice(0, 2));
  expect(steps({}).length).toBe(5);
});

const told = {
  content: exampleContent(),
  language: 'id',
  words: followUpId.next,
  clockSuspect: false,
  tellDate: (at: number) => new Date(at).toISOString().slice(0, 10),
} as const;

test('what happens next is the promise of the content pack, counted from the recording', () => {
  expect(nextStepsOf(aFound(), told)[0]).toMatchObject({ due: 'Sampai 2026-05-15' });
  expect(nextStepsOf(aFound(), { ...told, clockSuspect: true })[0]).toMatchObject({ due: 'Dalam 3 hari' });
  expect(nextStepsOf(aFound({ isFollowable: false }), told)).toHaveLength(1);
});

test('every kind of ticket that begins here has a next step', () => {
  for (const kind of SubmissionKind.options.filter((one) => one !== 'follow-up')) {
    expect(nextStepsOf(aFound({ kind }), told).length, kind).toBeGreaterThan(0);
  }
});
