import type { Example } from '../../gallery/example.ts';
import { Screen } from '../screen/screen.tsx';
import { manyAnswers } from '../single-choice/single-choice.examples.tsx';
import { MultiChoice } from './multi-choice.tsx';

const nothing = () => {};

export const examples: readonly Example[] = [
  {
    name: 'two-chosen',
    isScreen: true,
    render: () => (
      <Screen
        name="example.multi"
        question={{ title: 'Apa yang Anda inginkan?', why: 'Boleh pilih lebih dari satu.' }}
        thread={{ answered: 6, total: 9 }}
        back={{ onPress: nothing }}
        secondary={{ label: 'Lewati', onPress: nothing }}
        primary={{ onPress: nothing }}
      >
        <MultiChoice
          label="Apa yang Anda inginkan?"
          answers={manyAnswers}
          chosen={['answer-0', 'answer-3']}
          onChange={nothing}
        />
      </Screen>
    ),
  },
];
