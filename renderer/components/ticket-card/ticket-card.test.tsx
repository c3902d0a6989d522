// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aSlip, aTicket } from '../../bridge/fake.ts';
import { show } from '../../testing.tsx';
import { TicketCard } from './ticket-card.tsx';

const nothing = () => {};

test('number and secret are read out character by character in groups', () => {
  const ticket = aTicket();
  show(<TicketCard ticket={ticket} slip={aSlip()} onSlipAnswer={nothing} />);
  const [left = '', right = ''] = ticket.number.split('-');
  expect(screen.queryByText(`${[...left].join(' ')}, ${[...right].join(' ')}`)).not.toBeNull();
  expect(screen.queryByText('0 4 2, 9 1 7')).not.toBeNull();
});

test('a slip that nobody is sure of asks the person who can see it', () => {
  const answer = vi.fn();
  show(<TicketCard ticket={aTicket()} slip={aSlip({ state: 'unknown' })} onSlipAnswer={answer} />);
  expect(screen.queryByText('Apakah slip sudah keluar?')).not.toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Tidak keluar' }));
  fireEvent.click(screen.getByRole('button', { name: 'Ya, sudah' }));
  expect(answer.mock.calls).toEqual([[false], [true]]);
});

test('a slip that surely did not come out says why and how to keep the numbers', () => {
  const retry = vi.fn();
  show(
    <TicketCard
      ticket={aTicket()}
      slip={aSlip({ state: 'failed', trouble: 'out-of-paper' })}
      onSlipAnswer={nothing}
      onSlipRetry={retry}
    />,
  );
  expect(screen.queryByText('Kertas habis.')).not.toBeNull();
  expect(screen.queryByText(/Foto layar ini/)).not.toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Cetak lagi' }));
  expect(retry).toHaveBeenCalledTimes(1);
});

test('a slip that surely did not come out is left to the counter by one press', () => {
  const answer = vi.fn();
  const slip = aSlip({ state: 'failed', trouble: 'out-of-paper' });
  show(<TicketCard ticket={aTicket()} slip={slip} onSlipAnswer={answer} />);
  fireEvent.click(screen.getByRole('button', { name: 'Cetak di loket' }));
  expect(answer.mock.calls).toEqual([[false]]);
});

test('a slip that will not come out here offers no second print and says what the counter cannot give', () => {
  show(
    <TicketCard
      ticket={aTicket()}
      slip={aSlip({ state: 'handed-over', trouble: null })}
      onSlipAnswer={nothing}
    />,
  );
  expect(screen.queryByRole('button', { name: 'Cetak lagi' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Cetak di loket' })).toBeNull();
  expect(screen.queryByText('Petugas loket bisa mencetak salinannya.')).not.toBeNull();
  expect(screen.getByText(/^Catat nomor tiket/).textContent).toContain('Loket tidak tahu nomor rahasia');
});
