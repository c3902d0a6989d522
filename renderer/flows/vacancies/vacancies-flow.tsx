import { GlossaryProvider } from '../../components/explained-text/glossary.tsx';
import type { FlowProps } from '../../lobby/flow-props.ts';
import { CheckScreen } from './screens/check-screen.tsx';
import { DemandsScreen } from './screens/demands-screen.tsx';
import { DetailScreen } from './screens/detail-screen.tsx';
import { FilterScreen } from './screens/filter-screen.tsx';
import { ListScreen } from './screens/list-screen.tsx';
import { TakeHomeScreen } from './screens/take-home-screen.tsx';
import { FailedScreen, NoneScreen, OpeningScreen } from './screens/trouble-screens.tsx';
import { type SendVacancies, useVacancies, type VacanciesSnapshot } from './use-vacancies.ts';

/** What every screen of this flow gets: what the lobby gave, where she is, and how to say what she did. */
export interface VacanciesScreenProps extends FlowProps {
  snapshot: VacanciesSnapshot;
  send: SendVacancies;
}

/** Vacancies: search, look closer, check, take home. */
export function VacanciesFlow(props: FlowProps) {
  const [snapshot, send] = useVacancies(props);
  return (
    <GlossaryProvider entries={props.content.glossary.entries}>
      <VacanciesScreen {...props} snapshot={snapshot} send={send} />
    </GlossaryProvider>
  );
}

/** The screen that belongs to where she is. */
export function VacanciesScreen(props: VacanciesScreenProps) {
  const { snapshot } = props;
  if (snapshot.matches('opening')) return <OpeningScreen {...props} />;
  if (snapshot.matches('preparing')) return <OpeningScreen {...props} isPreparing />;
  if (snapshot.matches('none')) return <NoneScreen {...props} />;
  if (snapshot.matches('failed')) return <FailedScreen {...props} />;
  if (snapshot.hasTag('list')) return <ListScreen {...props} />;
  if (snapshot.matches('choosing')) return <FilterScreen {...props} />;
  if (snapshot.matches('reading')) return <DetailScreen {...props} />;
  if (snapshot.matches('readingDemands')) return <DemandsScreen {...props} />;
  if (snapshot.matches('takingHome')) return <TakeHomeScreen {...props} />;
  if (snapshot.matches('checking')) return <CheckScreen {...props} />;
  return null;
}
