import { Hourglass, Landmark } from 'lucide-react';
import type { Example } from '../../gallery/example.ts';
import { Screen } from '../screen/screen.tsx';
import { IconStamp } from './icon-stamp.tsx';

export const examples: readonly Example[] = [
  {
    name: 'of-a-card',
    isScreen: true,
    render: () => (
      <Screen
        name="example.card"
        isWide
        question={{ title: 'Kantor contoh', picture: <IconStamp icon={Landmark} at={2} /> }}
      />
    ),
  },
  {
    name: 'of-what-did-not-work',
    isScreen: true,
    render: () => (
      <Screen
        name="example.setback"
        isSparse
        question={{ title: 'Terlalu banyak salah coba', picture: <IconStamp icon={Hourglass} /> }}
      />
    ),
  },
];
