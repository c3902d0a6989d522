import type { Example } from '../../gallery/example.ts';
import { Screen } from '../screen/screen.tsx';
import { IdleQuestion } from './idle-question.tsx';

const nothing = () => {};

export const examples: readonly Example[] = [
  {
    name: 'counting',
    isScreen: true,
    render: () => (
      <Screen
        name="example.below"
        question={{ title: 'Apa yang terjadi?' }}
        back={{ onPress: nothing }}
        primary={{ onPress: nothing }}
      >
        <IdleQuestion isOpen secondsLeft={17} secondsInAll={30} onStay={nothing} onLeave={nothing} />
      </Screen>
    ),
  },
];
