import type { FlowProps } from '../../lobby/flow-props.ts';
import { AfterScreen } from './screens/after-screen.tsx';
import { CheckScreen } from './screens/check-screen.tsx';
import { CommittingScreen } from './screens/committing-screen.tsx';
import { FailedScreen } from './screens/failed-screen.tsx';
import { QuestionScreen } from './screens/question-screen.tsx';
import { SlipScreen } from './screens/slip-screen.tsx';
import { TicketScreen } from './screens/ticket-screen.tsx';
import { type ComplaintSnapshot, type SendComplaint, useComplaint } from './use-complaint.ts';

/** What every screen of this flow gets: what the lobby gave, where she is, and how to say what she did. */
export interface ComplaintScreenProps extends FlowProps {
  snapshot: ComplaintSnapshot;
  send: SendComplaint;
}

/** One complaint, from the danger question to what happens next. */
export function ComplaintFlow(props: FlowProps) {
  const [snapshot, send] = useComplaint(props);
  const screen: ComplaintScreenProps = { ...props, snapshot, send };
  if (snapshot.hasTag('question')) return <QuestionScreen {...screen} />;
  if (snapshot.matches('checking')) return <CheckScreen {...screen} />;
  if (snapshot.matches('committing')) return <CommittingScreen />;
  if (snapshot.matches('failed')) return <FailedScreen {...screen} />;
  if (snapshot.matches({ served: 'askingSlip' })) return <SlipScreen {...screen} />;
  if (snapshot.matches({ served: 'explaining' })) return <AfterScreen {...screen} />;
  if (snapshot.hasTag('ticket')) return <TicketScreen {...screen} />;
  return null;
}
