import { BriefcaseBusiness, Landmark, Mailbox, MapPinned, Scale } from 'lucide-react';
import { SceneBand } from '../../../components/scene-band/scene-band.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { SingleChoice } from '../../../components/single-choice/single-choice.tsx';
import type { InformationEvent } from '../information.machine.ts';
import { useInformationWords } from '../words.ts';

export interface StartScreenProps {
  send(event: InformationEvent): void;
  /** Other tasks that people look for here. */
  onGoTo(flow: 'vacancies' | 'services'): void;
}

/** What there is to read, and the way to what is looked for here but lies elsewhere. */
export function StartScreen({ send, onGoTo }: StartScreenProps) {
  const words = useInformationWords();
  const { start } = words;
  const choose = {
    countries: () => send({ type: 'countries.chosen' }),
    subjects: () => send({ type: 'deck.chosen', deck: 'subjects' }),
    institution: () => send({ type: 'deck.chosen', deck: 'institution' }),
    vacancies: () => onGoTo('vacancies'),
    services: () => onGoTo('services'),
  };
  return (
    <Screen
      name="information.start"
      question={{ eyebrow: words.eyebrow, title: start.title, picture: <SceneBand scene="harbour" /> }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
    >
      <SingleChoice
        label={start.title}
        answers={[
          { value: 'countries', ...start.countries, icon: MapPinned },
          { value: 'subjects', ...start.subjects, icon: Scale },
          { value: 'institution', ...start.institution, icon: Landmark },
          { value: 'vacancies', ...start.vacancies, icon: BriefcaseBusiness },
          { value: 'services', ...start.services, icon: Mailbox },
        ]}
        rowHeight={{ portrait: 11, landscape: 5.75 }}
        onChoose={(value) => choose[value]()}
      />
    </Screen>
  );
}
