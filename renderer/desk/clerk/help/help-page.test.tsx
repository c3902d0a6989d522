// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { failed, succeeded } from '../../../../shared/lib/result.ts';
import { fakeBridge } from '../../../bridge/fake.ts';
import { aStaffSession } from '../../../bridge/fake-desk.ts';
import { show } from '../../../testing.tsx';
import { clerkId } from '../../../texts/clerk.id.ts';
import { deskId } from '../../../texts/desk.id.ts';
import { en as enTexts } from '../../../texts/en.ts';
import { id as idTexts } from '../../../texts/id.ts';
import { DeskContext } from '../../desk-context.ts';
import { EVERYTHING_OPEN } from '../../frame/desk-frame.tsx';
import { HelpPage } from './help-page.tsx';

const nothing = () => {};
const words = clerkId.help;
const press = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 0)));

function showHelp(script: Parameters<typeof fakeBridge>[0], visitors = EVERYTHING_OPEN) {
  const bridge = fakeBridge(script);
  const signOut = vi.fn();
  const handOver = vi.fn();
  const setting = {
    session: aStaffSession({ staffNumber: '1001', roles: ['clerk'] }),
    place: 'clerk' as const,
    changeDesk: null,
    timeZone: 'Asia/Jakarta',
    signOut,
    visitors,
    handOver,
    turnLanguage: nothing,
  };
  show(
    <DeskContext value={setting}>
      <HelpPage bridge={bridge} onBack={nothing} onPage={nothing} onTicket={nothing} onList={nothing} />
    </DeskContext>,
  );
  return { bridge, signOut, handOver };
}

const answers: [string, () => unknown][] = [
  ['written down', () => succeeded({})],
  ['not written down, because the disk is full', () => failed({ code: 'intake.disk-full' })],
];

test.each(answers)(
  'going to the start screen signs the clerk out, also when it was %s',
  async (_, answer) => {
    const { bridge, signOut, handOver } = showHelp({ 'clerk.help-visitor': answer as never });
    press(new RegExp(words.visitor));
    expect(signOut).not.toHaveBeenCalled();
    press(new RegExp(words.flow.start));
    await settle();
    expect(bridge.asked).toEqual([{ name: 'clerk.help-visitor', input: {} }]);
    expect(signOut).toHaveBeenCalledTimes(1);
    expect(handOver).not.toHaveBeenCalled();
  },
);

test.each(answers)('what she came for is handed over once, also when it was %s', async (_, answer) => {
  const { bridge, signOut, handOver } = showHelp({ 'clerk.help-visitor': answer as never });
  press(new RegExp(words.visitor));
  press(new RegExp(idTexts.home.tiles.registration.name));
  expect(bridge.asked).toEqual([]);
  // The other button of this name, in the corner, turns the language of the desk.
  const languages = within(screen.getByRole('group', { name: words.language.title }));
  fireEvent.click(languages.getByRole('button', { name: new RegExp(enTexts.languageName) }));
  await settle();
  // Which task and which language is told to nobody: it would say who stood beside a story.
  expect(bridge.asked).toEqual([{ name: 'clerk.help-visitor', input: {} }]);
  expect(handOver.mock.calls).toEqual([[{ flow: 'registration', language: 'en' }]]);
  expect(signOut).not.toHaveBeenCalled();
});

test('a task that cannot begin now is not offered, and she is told why', () => {
  showHelp({}, { flows: ['look-up', 'information'], isRecordingClosed: true, languages: ['id', 'en'] });
  press(new RegExp(words.visitor));
  expect(screen.queryByRole('button', { name: new RegExp(idTexts.home.complaint) })).toBeNull();
  expect(screen.getByRole('button', { name: new RegExp(idTexts.home.tiles.lookUp.name) })).toBeTruthy();
  expect(document.body.textContent).toContain(words.flow.cannotRecord);
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
