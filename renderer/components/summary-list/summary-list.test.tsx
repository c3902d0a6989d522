// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { show } from '../../testing.tsx';
import { catalogues } from '../../texts/texts.tsx';
import { SummaryList } from './summary-list.tsx';

const { common } = catalogues.id;
const STORY = 'Contoh cerita yang panjang. '.repeat(40).trim();

test('a row without an answer offers to fill it in, a row with one to change it', () => {
  const onChange = vi.fn();
  show(
    <SummaryList
      emptyText="Tidak diisi"
      rows={[
        { key: 'country', label: 'Negara', value: 'Malaysia', changeText: 'Ubah', onChange },
        { key: 'city', label: 'Kota', changeText: 'Isi', onChange },
      ]}
    />,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Ubah: Negara' }));
  fireEvent.click(screen.getByRole('button', { name: 'Isi: Kota' }));
  expect(onChange).toHaveBeenCalledTimes(2);
  expect(screen.queryByRole('button', { name: new RegExp(common.readAll) })).toBeNull();
});

test('an answer that is cut opens in full', () => {
  // The test page has no layout: every line is twice as long as it is high.
  const height = vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(80);
  onTestFinished(() => height.mockRestore());
  show(
    <SummaryList
      emptyText="Tidak diisi"
      rows={[{ key: 'story', label: 'Cerita', value: STORY, changeText: 'Ubah' }]}
    />,
  );
  fireEvent.click(screen.getByRole('button', { name: `${common.readAll}: Cerita` }));
  expect(screen.getByRole('dialog').textContent).toContain(STORY);
  fireEvent.click(screen.getByRole('button', { name: common.close }));
  expect(screen.queryByRole('dialog')).toBeNull();
});
