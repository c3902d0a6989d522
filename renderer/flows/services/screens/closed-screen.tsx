import { BellRing, TicketX } from 'lucide-react';
import { use } from 'react';
import { BigButton } from '../../../components/big-button/big-button.tsx';
import { IconStamp } from '../../../components/icon-stamp/icon-stamp.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { CornerContext } from '../../../components/screen/corner.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { useTexts } from '../../../texts/texts.tsx';
import type { ServicesScreenProps } from '../services-flow.tsx';
import { useServicesWords } from '../words.ts';

const NAME = 'services.closed';

/** Nothing can be recorded now: why, and that the counter helps all the same. */
export function ClosedScreen({ send, kioskState }: ServicesScreenProps) {
  const { closed, eyebrow } = useServicesWords();
  const texts = useTexts();
  const corner = use(CornerContext);
  return (
    <Screen
      name={NAME}
      isSparse
      question={{ title: closed.title, why: closed.why, eyebrow, picture: <IconStamp icon={TicketX} /> }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
    >
      <Notice
        tone="care"
        isNews
        {...(kioskState.trouble ? { title: texts.closed.reason[kioskState.trouble] } : {})}
      >
        {closed.stillRead}
      </Notice>
      {corner ? (
        <div>
          <BigButton tone="quiet" icon={BellRing} onPress={() => corner.callStaff(NAME)}>
            {texts.corner.callStaff}
          </BigButton>
        </div>
      ) : null}
    </Screen>
  );
}
