// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { failed, succeeded } from '../../../../shared/lib/result.ts';
import { fakeBridge } from '../../../bridge/fake.ts';
import { aStaffSession } from '../../../bridge/fake-desk.ts';
import { show } from '../../../testing.tsx';
import { clerkId } from '../../../texts/clerk.id.ts';
import { deskId } from '../../../texts/desk.id.ts';
import { DeskContext } from '../../desk-context.ts';
import { HelpPage } from './help-page.tsx';

const nothing = () => {};
const words = clerkId.help;
const press = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 0)));

function showHelp(script: Parameters<typeof fakeBridge>[0]) {
  const bridge = fakeBridge(script);
  const signOut = vi.fn();
  const setting = {
    session: aStaffSession({ staffNumber: '1001', roles: ['clerk'] }),
    place: 'clerk' as const,
    changeDesk: null,
    timeZone: 'Asia/Jakarta',
    signOut,
    turnLanguage: nothing,
  };
  show(
    <DeskContext value={setting}>
      <HelpPage bridge={bridge} onBack={nothing} onPage={nothing} onTicket={nothing} onList={nothing} />
    </DeskContext>,
  );
  return { bridge, signOut };
}

test.each([
  ['written down', () => succeeded({})],
  ['not written down, because the disk is full', () => failed({ code: 'intake.disk-full' })],
])('going over to the visitors’ screen signs the clerk out, also when it was %s', async (_what, answer) => {
  const { bridge, signOut } = showHelp({ 'clerk.help-visitor': answer });
  expect(signOut).not.toHaveBeenCalled();
  press(new RegExp(words.visitor));
  await settle();
  expect(bridge.asked.map(({ name }) => name)).toEqual(['clerk.help-visitor']);
  expect(signOut).toHaveBeenCalledTimes(1);
});

test('the emergency numbers that could not be asked for are asked for again with the same id', async () => {
  const { bridge, signOut } = showHelp({
    'clerk.print-emergency': () => failed({ code: 'intake.disk-full' }),
  });
  press(new RegExp(words.emergency));
  await settle();
  press(new RegExp(deskId.reading.again));
  await settle();
  const ids = bridge.asked.map(({ input }) => (input as { requestId: string }).requestId);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
  expect(signOut).not.toHaveBeenCalled();
});
