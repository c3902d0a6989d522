import { useMachine } from '@xstate/react';
import { useEffect, useState } from 'react';
import type { SnapshotFrom } from 'xstate';
import type { FlowProps } from '../../lobby/flow-props.ts';
import { draftFor } from './lead/draft.ts';
import { LeadForm } from './lead/lead-form.tsx';
import { AboutScreen } from './screens/about-screen.tsx';
import { AmountScreen } from './screens/amount-screen.tsx';
import { ClosedScreen } from './screens/closed-screen.tsx';
import { CounterScreen } from './screens/counter-screen.tsx';
import { EstimateScreen } from './screens/estimate-screen.tsx';
import { ListScreen } from './screens/list-screen.tsx';
import { RateScreen } from './screens/rate-screen.tsx';
import { type ServicesEvent, servicesMachine } from './services.machine.ts';

/** What every screen of this flow gets: what the lobby gave, where she is, and how to say what she did. */
export interface ServicesScreenProps extends FlowProps {
  snapshot: SnapshotFrom<typeof servicesMachine>;
  send(event: ServicesEvent): void;
}

/** The Pos services: what each is, what a transfer comes to, and a slip for the counter. */
export function ServicesFlow(props: FlowProps) {
  const { content, onFinished, onLeave } = props;
  const [input] = useState(() => ({
    offered: content.services.services.map(({ key }) => key),
    rates: content.services.rates,
  }));
  const [snapshot, send] = useMachine(servicesMachine, { input });
  const way = snapshot.status === 'done' ? snapshot.output.way : null;
  useEffect(() => {
    if (way === 'finished') onFinished();
    if (way === 'left') onLeave();
  }, [way, onFinished, onLeave]);
  return <ServicesScreen {...props} snapshot={snapshot} send={send} />;
}

/** The screen that belongs to where she is. */
export function ServicesScreen(props: ServicesScreenProps) {
  const { snapshot, send } = props;
  const { service, kept } = snapshot.context;
  if (snapshot.matches('listing')) return <ListScreen {...props} />;
  if (snapshot.matches('reading')) return <AboutScreen {...props} />;
  if (snapshot.matches('preparing')) return <CounterScreen {...props} />;
  if (snapshot.matches('closed')) return <ClosedScreen {...props} />;
  if (snapshot.matches('choosingRate')) return <RateScreen {...props} />;
  if (snapshot.matches('typingAmount')) return <AmountScreen {...props} />;
  if (snapshot.matches('estimating')) return <EstimateScreen {...props} />;
  if (snapshot.matches('requesting') && service) {
    return (
      <LeadForm
        {...props}
        service={service}
        draft={draftFor(service, kept)}
        onLeave={(draft) => send({ type: 'form.left', draft })}
        onFinished={() => send({ type: 'form.finished' })}
      />
    );
  }
  return null;
}
