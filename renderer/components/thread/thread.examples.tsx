import type { Example } from '../../gallery/example.ts';
import { Thread } from './thread.tsx';
import { ThreadLoading } from './thread-loading.tsx';

const hung = (answered: number) => (
  <div style={{ width: '4rem', height: '40rem' }}>
    <Thread answered={answered} total={8} />
  </div>
);

export const examples: readonly Example[] = [
  { name: 'begun', render: () => hung(0) },
  { name: 'on-the-way', render: () => hung(3) },
  { name: 'complete', render: () => hung(8) },
  { name: 'loading', render: () => <ThreadLoading /> },
];
