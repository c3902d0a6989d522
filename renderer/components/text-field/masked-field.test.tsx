// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { show } from '../../testing.tsx';
import { catalogues } from '../../texts/texts.tsx';
import { Screen } from '../screen/screen.tsx';
import { TextField } from './text-field.tsx';

/** Shows digits in pairs: the hyphens come and go by themselves. */
const masked = (text: string) => text.replaceAll(/\D/g, '').replace(/(\d{2})(?=\d)/, '$1-');

function Dated() {
  const [value, setValue] = useState('14-05');
  return (
    <Screen name="test.date" question={{ title: 'Tanggal' }}>
      <TextField
        id="date"
        label="Tanggal"
        layout="number"
        value={value}
        onChange={(text) => setValue(masked(text))}
      />
    </Screen>
  );
}

test('the delete key goes through the hyphen that a field puts in by itself', () => {
  show(<Dated />);
  const field = screen.getByRole<HTMLInputElement>('textbox');
  act(() => field.focus());
  field.setSelectionRange(3, 3);
  const remove = screen.getByRole('button', { name: catalogues.id.keyboard.delete });
  const press = () => {
    fireEvent.keyDown(remove, { key: 'Enter' });
    fireEvent.keyUp(remove, { key: 'Enter' });
  };
  press();
  expect([field.value, field.selectionStart]).toEqual(['14-05', 2]);
  press();
  expect(field.value).toBe('10-5');
  press();
  expect(field.value).toBe('05');
});

test('what is typed inside such a field stands in the order in which it was typed', () => {
  show(<Dated />);
  const field = screen.getByRole<HTMLInputElement>('textbox');
  act(() => field.focus());
  field.setSelectionRange(1, 1);
  for (const digit of ['9', '8', '7']) {
    const key = screen.getByRole('button', { name: digit });
    fireEvent.keyDown(key, { key: 'Enter' });
    fireEvent.keyUp(key, { key: 'Enter' });
  }
  // 1|405 with 987 typed at the caret.
  expect(field.value).toBe('19-87405');
  expect(field.selectionStart).toBe(5);
});
