import type { ReactNode } from 'react';
import type { MrzReading } from '../../../shared/domain/mrz.ts';
import { MrzReader } from '../../components/camera/mrz-reader.tsx';
import type { FlowProps } from '../../lobby/flow-props.ts';
import { AfterScreen } from './screens/after-screen.tsx';
import { AwayScreen } from './screens/away-screen.tsx';
import { BeginScreen } from './screens/begin-screen.tsx';
import { CheckScreen } from './screens/check-screen.tsx';
import { CommittingScreen } from './screens/committing-screen.tsx';
import { FailedScreen } from './screens/failed-screen.tsx';
import { KeepingScreen, KeptPages, NotKeptScreen } from './screens/keep-screens.tsx';
import { QuestionScreen } from './screens/question-screen.tsx';
import { ResumeScreens } from './screens/resume-screens.tsx';
import { TicketPages } from './screens/ticket-pages.tsx';
import { type RegistrationSnapshot, type SendRegistration, useRegistration } from './use-registration.ts';

/** What every screen of this flow gets: what the lobby gave, where she is, and how to say what she did. */
export interface RegistrationScreenProps extends FlowProps {
  snapshot: RegistrationSnapshot;
  send: SendRegistration;
  renderMrzReader?: RenderMrzReader | undefined;
}

/** Reads a passport with the camera, where there is one. */
export type RenderMrzReader = (props: { onRead(reading: MrzReading): void; onCancel(): void }) => ReactNode;

/** One pre-registration, from the routing questions to the papers that are still missing. */
export function RegistrationFlow(props: FlowProps & { renderMrzReader?: RenderMrzReader }) {
  const [snapshot, send] = useRegistration(props);
  const screen: RegistrationScreenProps = {
    renderMrzReader: (reader) => <MrzReader {...reader} />,
    ...props,
    snapshot,
    send,
  };
  if (snapshot.matches('beginning')) return <BeginScreen {...screen} />;
  if (snapshot.matches('resuming')) return <ResumeScreens {...screen} />;
  if (snapshot.matches('away')) return <AwayScreen {...screen} />;
  if (snapshot.hasTag('question')) return <QuestionScreen {...screen} />;
  if (snapshot.matches('checking')) return <CheckScreen {...screen} />;
  if (snapshot.matches('keeping')) return <KeepingScreen />;
  if (snapshot.matches('notKept')) return <NotKeptScreen {...screen} />;
  if (snapshot.matches('kept')) return <KeptPages {...screen} />;
  if (snapshot.matches('committing')) return <CommittingScreen />;
  if (snapshot.matches('failed')) return <FailedScreen {...screen} />;
  if (snapshot.matches('served')) return <TicketPages {...screen} />;
  if (snapshot.matches('explaining')) return <AfterScreen {...screen} />;
  return null;
}
