// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aKioskState } from '../../bridge/fake.ts';
import { exampleNotices } from '../../components/notice-band/example-notices.ts';
import { show } from '../../testing.tsx';
import { noticesId as words } from '../../texts/notices.id.ts';
import { AttractScreen } from './attract-screen.tsx';
import { HomeScreen } from './home-screen.tsx';

const [urgent, information] = exampleNotices;
if (!urgent || !information) throw new Error('no examples');

function home(notices: typeof exampleNotices) {
  const onChoose = vi.fn();
  show(
    <HomeScreen
      serviceName="Pos Migran Contoh"
      kioskState={aKioskState()}
      notices={notices}
      flows={['complaint', 'notices']}
      onChoose={onChoose}
      onBack={() => {}}
      onStaffDoor={() => {}}
    />,
  );
  return onChoose;
}

test('the most urgent notice stands on the home screen with its level in words, and opens all of them', () => {
  const onChoose = home(exampleNotices);
  expect(screen.getByText(`${words.level.urgent} · ${words.others(1)}`)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: new RegExp(urgent.title.id) }));
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('notices');
});

test('a notice that is not urgent is one touch away as well; without any there is no band', () => {
  home([information]);
  expect(screen.getByRole('button', { name: new RegExp(words.level.information) })).toBeTruthy();
  document.body.innerHTML = '';
  home([]);
  expect(screen.queryByRole('button', { name: new RegExp(words.level.information) })).toBeNull();
});

test('a passer-by reads what is urgent in both languages before she touches anything', () => {
  show(
    <AttractScreen
      serviceName="Pos Migran Contoh"
      officeName="Kantor Pos Contoh"
      products={[]}
      notice={urgent}
      onStart={() => {}}
      onStaffDoor={() => {}}
    />,
  );
  expect(screen.getByText(new RegExp(urgent.title.id))).toBeTruthy();
  expect(screen.getByText(new RegExp(urgent.title.en))).toBeTruthy();
});
