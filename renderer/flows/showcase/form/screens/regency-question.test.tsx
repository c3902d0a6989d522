// @vitest-environment jsdom

import { act, fireEvent, screen } from '@testing-library/react';
import { useMachine } from '@xstate/react';
import { expect, test } from 'vitest';
import type { Wilayah } from '../../../../../shared/domain/wilayah.ts';
import { failed, succeeded } from '../../../../../shared/lib/result.ts';
import { fakeBridge, type Script } from '../../../../bridge/fake.ts';
import { show } from '../../../../testing.tsx';
import { showcaseId as words } from '../../../../texts/showcase.id.ts';
import { exampleConsent, proposalFacts } from '../../testing.ts';
import { EMPTY_DRAFT } from '../draft.ts';
import { formMachine } from '../form.machine.ts';
import { QuestionScreen } from './question-screen.tsx';

const REGIONS: Record<string, Wilayah[]> = {
  '': [
    { code: '34', name: 'DI Yogyakarta' },
    { code: '35', name: 'Jawa Timur' },
  ],
  '35': [
    { code: '35.15', name: 'Kabupaten Sidoarjo' },
    { code: '35.78', name: 'Kota Surabaya' },
  ],
};

const start = formMachine.resolveState({
  value: { questioning: 'asking' },
  context: {
    facts: proposalFacts,
    now: () => 0,
    draft: EMPTY_DRAFT,
    step: 'regency',
    passed: [],
    before: null,
    fault: null,
    doubts: [],
    vouchedFor: {},
    taken: null,
    dropped: null,
    hasPhotoFailed: false,
    body: null,
  },
});

function Asked({ script }: { script: Script }) {
  const [snapshot, send] = useMachine(formMachine, { snapshot: start, input: start.context });
  return (
    <>
      <QuestionScreen
        snapshot={snapshot}
        send={send}
        bridge={fakeBridge(script)}
        consent={exampleConsent('publish-product')}
      />
      <output>{snapshot.context.draft.texts.regency}</output>
    </>
  );
}

async function open(script: Script = {}): Promise<void> {
  show(
    <Asked
      script={{
        'wilayah.list': ({ below }) => succeeded({ regions: REGIONS[below ?? ''] ?? [] }),
        ...script,
      }}
    />,
  );
  await act(async () => {});
}

async function press(name: string): Promise<void> {
  const button = await screen.findByRole('button', { name: new RegExp(`^${name}`) });
  await act(async () => {
    fireEvent.keyDown(button, { key: 'Enter' });
    fireEvent.keyUp(button, { key: 'Enter' });
  });
}
const onScreen = () => document.querySelector('[data-screen]')?.getAttribute('data-screen');
const answer = () => document.querySelector('output')?.textContent;

test('the province leads to its regencies, and the chosen one stands there when she comes back', async () => {
  await open();
  expect(screen.queryByRole('button', { name: /^Lanjut/ })).toBeNull();
  await press('Jawa Timur');
  await press('Kabupaten Sidoarjo');
  expect([onScreen(), answer()]).toEqual(['showcase.village', 'Kabupaten Sidoarjo']);
  await press('Kembali');
  const kept = await screen.findByRole('button', { name: /^Kabupaten Sidoarjo/ });
  expect(kept.getAttribute('aria-pressed')).toBe('true');
  await press('Jawa Timur');
  await press('Kota Surabaya');
  expect([onScreen(), answer()]).toEqual(['showcase.village', 'Kota Surabaya']);
});

test('another province is one press away', async () => {
  await open();
  await press('Jawa Timur');
  await screen.findByRole('button', { name: /^Kota Surabaya/ });
  await press(words.form.otherProvince);
  await screen.findByRole('button', { name: /^DI Yogyakarta/ });
});

test.each<[string, Script, string[]]>([
  ['not in the list', {}, [words.form.region.notListed]],
  ['no list to read', { 'wilayah.list': () => failed({ code: 'wilayah.unreadable' }) }, []],
])('%s: she writes the name', async (_why, script, presses) => {
  await open(script);
  for (const name of presses) await press(name);
  // Letter by letter, as on the screen's keys: each is set behind what the field shows.
  for (const letter of 'Kab X') {
    const field: HTMLInputElement = await screen.findByRole('textbox');
    fireEvent.change(field, { target: { value: field.value + letter } });
  }
  await press('Lanjut');
  expect([onScreen(), answer()]).toEqual(['showcase.village', 'Kab X']);
});
