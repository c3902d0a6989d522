// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Language } from '../../../shared/domain/language.ts';
import { findViolations, show } from '../../testing.tsx';
import { catalogues } from '../../texts/texts.tsx';
import { exampleGlossary } from './explained-text.examples.tsx';
import { ExplainedText } from './explained-text.tsx';
import { GlossaryProvider } from './glossary.tsx';

const SENTENCE = 'Kantor contoh mencatat ABC dan PQR.';

function open(language: Language = 'id') {
  return show(
    <GlossaryProvider entries={exampleGlossary}>
      <p data-testid="sentence">
        <ExplainedText>{SENTENCE}</ExplainedText>
      </p>
    </GlossaryProvider>,
    language,
  );
}

test('the sentence is read as it stands, with a button on each word', async () => {
  open();
  expect(screen.getByTestId('sentence').textContent).toBe(SENTENCE);
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['ABC', 'PQR']);
  expect(await findViolations()).toEqual([]);
});

test('a press explains the word and says when it is to be checked', async () => {
  open();
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: 'PQR' }));
  });
  const dialog = screen.getByRole('dialog', { name: 'PQR' });
  expect(dialog.textContent).toContain('Petugas contoh');
  expect(dialog.textContent).toContain(catalogues.id.common.toBeChecked);
  expect(await findViolations()).toEqual([]);
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: catalogues.id.common.close }));
  });
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a sure explanation has no such mark, and speaks the language of the visit', async () => {
  open('en');
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: 'ABC' }));
  });
  const dialog = screen.getByRole('dialog', { name: 'ABC' });
  expect(dialog.textContent).toContain('An example office');
  expect(dialog.textContent).not.toContain(catalogues.en.common.toBeChecked);
});

test('the keyboard alone opens and closes it, and comes back to the word', async () => {
  open();
  const word = screen.getByRole('button', { name: 'ABC' });
  expect(word.tabIndex).toBe(0);
  const key = async (on: Element, name: string) =>
    act(async () => {
      fireEvent.keyDown(on, { key: name });
      fireEvent.keyUp(on, { key: name });
    });
  await act(async () => word.focus());
  await key(word, 'Enter');
  const dialog = screen.getByRole('dialog', { name: 'ABC' });
  await key(dialog, 'Escape');
  expect(screen.queryByRole('dialog')).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(word));
});
