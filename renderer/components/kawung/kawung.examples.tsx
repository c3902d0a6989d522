import type { Example } from '../../gallery/example.ts';
import { Kawung } from './kawung.tsx';

export const examples: readonly Example[] = [
  {
    name: 'quiet',
    render: () => (
      <div style={{ position: 'relative', height: '30rem' }}>
        <Kawung />
      </div>
    ),
  },
];
