import { PhoneCall, UserRound } from 'lucide-react';
import type { SlipState } from '../../../../shared/contract/kiosk-state.ts';
import { SingleChoice } from '../../../components/single-choice/single-choice.tsx';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import { Verdict } from '../../frame/verdict.tsx';
import { useClerkWords } from '../clerk-words.ts';
import { PrinterSteps } from '../paper/paper-screens.tsx';
import type { HelpEvent } from './help.machine.ts';

interface HelpProps {
  send(event: HelpEvent): void;
}

/** What a clerk can do for somebody who stands beside her. */
export function HelpView({ send }: HelpProps) {
  const { help: words, page } = useClerkWords();
  return (
    <DeskScreen
      name="clerk.help"
      title={words.title}
      why={words.why}
      back={{ onPress: () => send({ type: 'back.pressed' }), label: page.back }}
    >
      <SingleChoice
        label={words.title}
        answers={[
          { value: 'visitor', label: words.visitor, hint: words.visitorHint, icon: UserRound },
          { value: 'emergency', label: words.emergency, hint: words.emergencyHint, icon: PhoneCall },
        ]}
        onChoose={(way) =>
          send(
            way === 'visitor'
              ? { type: 'visitor.pressed' }
              : { type: 'emergency.pressed', requestId: crypto.randomUUID() },
          )
        }
      />
    </DeskScreen>
  );
}

/** What became of the paper, as it is. */
export function HelpEndScreen({ slip, send }: HelpProps & { slip: SlipState | null }) {
  const { help: words, day } = useClerkWords();
  const end =
    slip?.state === 'printed' ? 'printed' : slip === null || slip.state === 'unknown' ? 'unknown' : 'failed';
  return (
    <DeskScreen
      name="clerk.help-ended"
      title={words.emergency}
      why={
        <Verdict mark={end === 'printed' ? 'green' : end === 'unknown' ? 'amber' : 'red'}>
          <p>{words.end[end]}</p>
        </Verdict>
      }
      secondary={{
        label: words.again,
        onPress: () => send({ type: 'emergency.pressed', requestId: crypto.randomUUID() }),
      }}
      primary={{ label: day.done, onPress: () => send({ type: 'back.pressed' }), tone: 'done' }}
    >
      {end === 'printed' ? null : <PrinterSteps />}
    </DeskScreen>
  );
}
