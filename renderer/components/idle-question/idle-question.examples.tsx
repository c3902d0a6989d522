import type { Example } from '../../gallery/example.ts';
import { IdleQuestion } from './idle-question.tsx';

const nothing = () => {};

export const examples: readonly Example[] = [
  {
    name: 'counting',
    isScreen: true,
    render: () => (
      <IdleQuestion isOpen secondsLeft={17} secondsInAll={30} onStay={nothing} onLeave={nothing} />
    ),
  },
];
