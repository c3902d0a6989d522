import type { Language } from '../../../../shared/domain/language.ts';
import type { SubmissionBody } from '../../../../shared/domain/submission-body.ts';
import type { Bridge } from '../../../bridge/bridge.ts';
import type { FormKind } from '../form/draft.ts';
import { AfterScreen } from './screens/after-screen.tsx';
import { CommittingScreen } from './screens/committing-screen.tsx';
import { FailedScreen } from './screens/failed-screen.tsx';
import { SlipScreen } from './screens/slip-screen.tsx';
import { TicketScreen } from './screens/ticket-screen.tsx';
import { type HandingInSnapshot, type SendHandingIn, useHandingIn } from './use-handing-in.ts';

export interface HandingInScreenProps {
  snapshot: HandingInSnapshot;
  send: SendHandingIn;
}

interface HandingInProps {
  bridge: Bridge;
  language: Language;
  body: SubmissionBody;
  onFinished(): void;
}

/** What was sent, until its number, its slip and what comes next are known. */
export function HandingIn(props: HandingInProps) {
  const [snapshot, send] = useHandingIn(props);
  const screen: HandingInScreenProps = { snapshot, send };
  if (snapshot.matches('committing')) return <CommittingScreen />;
  if (snapshot.matches('failed')) return <FailedScreen {...screen} />;
  if (snapshot.matches({ served: 'askingSlip' })) return <SlipScreen {...screen} />;
  if (snapshot.matches({ served: 'explaining' })) return <AfterScreen {...screen} />;
  if (snapshot.hasTag('ticket')) return <TicketScreen {...screen} />;
  return null;
}

export function formOf(body: SubmissionBody): FormKind {
  return body.kind === 'product-proposal' ? 'proposal' : 'interest';
}
