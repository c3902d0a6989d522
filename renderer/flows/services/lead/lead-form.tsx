import { usePrivateForm } from '../../../lobby/private-form.ts';
import { AfterScreen } from './screens/after-screen.tsx';
import { CheckScreen } from './screens/check-screen.tsx';
import { CommittingScreen } from './screens/committing-screen.tsx';
import { FailedScreen } from './screens/failed-screen.tsx';
import { QuestionScreen } from './screens/question-screen.tsx';
import { SlipScreen } from './screens/slip-screen.tsx';
import { TicketScreen } from './screens/ticket-screen.tsx';
import { type LeadFormProps, type LeadSnapshot, type SendLead, useLead } from './use-lead.ts';

/** What every screen of the form gets: what the flow gave, where she is, and how to say what she did. */
export interface LeadScreenProps extends LeadFormProps {
  snapshot: LeadSnapshot;
  send: SendLead;
}

/** One request for a service, from the first question to what happens at the counter. */
export function LeadForm(props: LeadFormProps) {
  usePrivateForm();
  const [snapshot, send] = useLead(props);
  return <LeadScreen {...props} snapshot={snapshot} send={send} />;
}

/** The screen that belongs to where she is. */
export function LeadScreen(screen: LeadScreenProps) {
  const { snapshot } = screen;
  if (snapshot.hasTag('question')) return <QuestionScreen {...screen} />;
  if (snapshot.matches('checking')) return <CheckScreen {...screen} />;
  if (snapshot.matches('committing')) return <CommittingScreen />;
  if (snapshot.matches('failed')) return <FailedScreen {...screen} />;
  if (snapshot.matches({ served: 'askingSlip' })) return <SlipScreen {...screen} />;
  if (snapshot.matches({ served: 'explaining' })) return <AfterScreen {...screen} />;
  if (snapshot.hasTag('ticket')) return <TicketScreen {...screen} />;
  return null;
}
