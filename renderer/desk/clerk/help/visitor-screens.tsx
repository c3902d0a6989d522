import { House, Megaphone } from 'lucide-react';
import { ExtraLanguage, type ScreenLanguage } from '../../../../shared/domain/language.ts';
import { SingleChoice } from '../../../components/single-choice/single-choice.tsx';
import type { VisitorsSide } from '../../../lobby/errand.ts';
import type { FlowKey } from '../../../lobby/lobby.machine.ts';
import { TILES } from '../../../lobby/screens/tiles.ts';
import { comfortId } from '../../../texts/comfort.id.ts';
import { catalogues, useTexts } from '../../../texts/texts.tsx';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import { useClerkWords } from '../clerk-words.ts';
import type { HelpEvent } from './help.machine.ts';

interface VisitorProps {
  send(event: HelpEvent): void;
}

interface VisitorFlowProps extends VisitorProps {
  visitors: VisitorsSide;
  /** Chosen before, when she came back to this question. */
  chosen: FlowKey | null;
}

const START = 'start';

/** What the visitor came for, under the names that the visitor herself reads. */
export function VisitorFlowScreen({ visitors, chosen, send }: VisitorFlowProps) {
  const { help: words } = useClerkWords();
  const { home } = useTexts();
  const tasks = [
    { value: 'complaint' as FlowKey, label: home.complaint, icon: Megaphone },
    ...TILES.map(({ flow, icon, words: tile }) => ({
      value: flow as FlowKey,
      label: home.tiles[tile].name,
      icon,
    })),
  ].filter(({ value }) => visitors.flows.includes(value));
  return (
    <DeskScreen
      name="clerk.help-flow"
      title={words.flow.title}
      why={visitors.isRecordingClosed ? words.flow.cannotRecord : words.flow.why}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
    >
      <SingleChoice<FlowKey | typeof START>
        label={words.flow.title}
        columns={{ portrait: 1, landscape: 2 }}
        answers={[...tasks, { value: START, label: words.flow.start, icon: House }]}
        chosen={chosen ?? undefined}
        onChoose={(value) =>
          send(value === START ? { type: 'start.pressed' } : { type: 'flow.chosen', flow: value })
        }
      />
    </DeskScreen>
  );
}

interface VisitorLanguageProps extends VisitorProps {
  languages: readonly ScreenLanguage[];
}

/** The last page of the desk: what is chosen here closes it. */
export function VisitorLanguageScreen({ languages, send }: VisitorLanguageProps) {
  const { help: words } = useClerkWords();
  return (
    <DeskScreen
      name="clerk.help-language"
      title={words.language.title}
      why={words.language.why}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
    >
      <SingleChoice
        label={words.language.title}
        answers={languages.map((language) => ({
          value: language,
          label: catalogues[language].languageName,
          hint: ExtraLanguage.options.some((extra) => extra === language)
            ? comfortId.unreviewed
            : catalogues[language].language.greeting,
        }))}
        onChoose={(language) => send({ type: 'language.chosen', language })}
      />
    </DeskScreen>
  );
}
