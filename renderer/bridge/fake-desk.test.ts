import { expect, test } from 'vitest';
import { clerkCallNames, clerkCalls } from '../../shared/contract/clerk.ts';
import { deskCallNames, deskCalls, staffCallNames, staffCalls } from '../../shared/contract/desk.ts';
import { anAnnouncement, clerkAnswers, someHours } from './fake-clerk.ts';
import { deskAnswers } from './fake-desk.ts';

const anyInput = {
  slipId: '5f0c2a44-6f0e-4d0e-9d57-5a4f6f2f0a11',
  taskId: '5f0c2a44-6f0e-4d0e-9d57-5a4f6f2f0a11',
  staffNumber: '0042',
  id: 'contoh-1',
  address: 'tcp://192.0.2.10:9100',
};

const { isShown: _, by: __, ...announced } = anAnnouncement();
/** Calls that answer with what was said to them. */
const ownInput: Record<string, unknown> = {
  'clerk.announce': announced,
  'clerk.set-week': { week: someHours().week },
  'clerk.set-exception': someHours().exceptions[0],
};

test('every example answer is one that the contract allows', () => {
  const answers = { ...deskAnswers(), ...clerkAnswers() };
  for (const name of [...staffCallNames, ...deskCallNames, ...clerkCallNames]) {
    const answer = answers[name]((ownInput[name] ?? anyInput) as never);
    if (!answer.ok) throw new Error(name);
    const { output } = { ...staffCalls, ...deskCalls, ...clerkCalls }[name];
    expect(output.safeParse(answer.value).error, name).toBeUndefined();
  }
});
