import type { Example } from '../../gallery/example.ts';
import { exampleNotices } from './example-notices.ts';
import { NoticeBand } from './notice-band.tsx';

const nothing = () => {};

export const examples: readonly Example[] = [
  { name: 'urgent', render: () => <NoticeBand notices={exampleNotices} onRead={nothing} /> },
  { name: 'information', render: () => <NoticeBand notices={exampleNotices.slice(1)} onRead={nothing} /> },
];
