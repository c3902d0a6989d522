// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aKioskState, exampleContent, fakeBridge } from '../../bridge/fake.ts';
import { exampleNotices } from '../../components/notice-band/example-notices.ts';
import { show } from '../../testing.tsx';
import { id as texts } from '../../texts/id.ts';
import { noticesId as words } from '../../texts/notices.id.ts';
import { NoticesFlow } from './notices-flow.tsx';

function begin(notices = exampleNotices) {
  const onLeave = vi.fn();
  show(
    <NoticesFlow
      language="id"
      content={exampleContent({ notices })}
      kioskState={aKioskState()}
      bridge={fakeBridge()}
      onFinished={() => {}}
      onLeave={onLeave}
      onGoTo={() => {}}
    />,
  );
  return { onLeave };
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('every notice is read in full, urgent first, with source and dates, and the last leads home', () => {
  const { onLeave } = begin();
  expect(screen.getByText(words.place(words.level.urgent, 1, 2))).toBeTruthy();
  expect(screen.getByText(exampleNotices[0]?.text.id ?? '')).toBeTruthy();
  expect(screen.getByText('Sumber: Kantor Contoh, surat contoh nomor 1')).toBeTruthy();
  expect(screen.getByText(/Berlaku sampai/)).toBeTruthy();
  press(words.next);
  expect(screen.getByText(exampleNotices[1]?.text.id ?? '')).toBeTruthy();
  press(texts.common.back);
  expect(screen.getByText(exampleNotices[0]?.text.id ?? '')).toBeTruthy();
  press(words.next);
  expect(onLeave).not.toHaveBeenCalled();
  press(words.close);
  expect(onLeave).toHaveBeenCalledOnce();
});

test('back from the first leads home, and a kiosk without notices has a way on', () => {
  const first = begin();
  press(texts.common.back);
  expect(first.onLeave).toHaveBeenCalledOnce();
  document.body.innerHTML = '';
  const none = begin([]);
  expect(screen.getByText(words.none)).toBeTruthy();
  press(words.close);
  expect(none.onLeave).toHaveBeenCalledOnce();
});
