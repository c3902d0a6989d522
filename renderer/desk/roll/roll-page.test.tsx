// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { failed, succeeded } from '../../../shared/lib/result.ts';
import { fakeBridge } from '../../bridge/fake.ts';
import { aPaperOnRoll } from '../../bridge/fake-desk.ts';
import { show } from '../../testing.tsx';
import { AtTheDesk } from '../frame/desk-frame.tsx';
import { RollPage } from './roll-page.tsx';

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const sees = (name: string) =>
  vi.waitFor(() => expect(document.querySelector<HTMLElement>('[data-screen]')?.dataset.screen).toBe(name), {
    timeout: 30_000,
  });

test('a new roll is noted under one id, however often its answer is lost', async () => {
  const bridge = fakeBridge({ 'desk.change-roll': () => failed({ code: 'bridge.no-answer' }) });
  const onBack = vi.fn();
  show(
    <AtTheDesk>
      <RollPage bridge={bridge} onBack={onBack} />
    </AtTheDesk>,
  );
  await sees('desk.roll');
  expect(document.body.textContent).toContain('kira-kira 310 slip');
  expect(document.body.textContent).toContain('12,4 m');
  press('Rol baru terpasang');
  await sees('desk.roll-failed');
  bridge.script({ 'desk.change-roll': () => succeeded(aPaperOnRoll({ usedMm: 0, papers: 0 })) });
  press('Baca lagi');
  await sees('desk.roll-noted');
  const asked = bridge.asked.filter(({ name }) => name === 'desk.change-roll').map(({ input }) => input);
  expect(asked).toHaveLength(2);
  expect(asked[1]).toEqual(asked[0]);
  press('Selesai');
  expect(onBack).toHaveBeenCalledTimes(1);
});
