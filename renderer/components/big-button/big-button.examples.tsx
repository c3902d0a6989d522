import { ArrowRight, Printer } from 'lucide-react';
import type { Example } from '../../gallery/example.ts';
import { BigButton } from './big-button.tsx';

const nothing = () => {};

export const examples: readonly Example[] = [
  {
    name: 'action',
    render: () => (
      <BigButton iconAfter={ArrowRight} onPress={nothing}>
        Kirim pengaduan
      </BigButton>
    ),
  },
  {
    name: 'quiet',
    render: () => (
      <BigButton tone="quiet" onPress={nothing}>
        Lewati
      </BigButton>
    ),
  },
  {
    name: 'care',
    render: () => (
      <BigButton tone="care" onPress={nothing}>
        Tetap lanjut
      </BigButton>
    ),
  },
  {
    name: 'done',
    render: () => (
      <BigButton tone="done" onPress={nothing}>
        Ya, sudah
      </BigButton>
    ),
  },
  {
    name: 'emergency',
    render: () => (
      <BigButton tone="emergency" icon={Printer} onPress={nothing}>
        Cetak nomor ini
      </BigButton>
    ),
  },
  {
    name: 'disabled',
    render: () => (
      <BigButton isDisabled onPress={nothing}>
        Lanjut
      </BigButton>
    ),
  },
  {
    name: 'busy',
    render: () => (
      <BigButton isBusy onPress={nothing}>
        Sedang dikirim
      </BigButton>
    ),
  },
];
