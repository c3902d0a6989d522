import { PagedGrid } from '../../../components/paged-grid/paged-grid.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import type { VacanciesScreenProps } from '../vacancies-flow.tsx';
import { useVacanciesWords } from '../words.ts';
import styles from './demands-screen.module.css';

/** All that the employer demands, in the words of the source. */
export function DemandsScreen({ snapshot, send }: VacanciesScreenProps) {
  const words = useVacanciesWords().detail;
  const { vacancy } = snapshot.context;
  if (!vacancy) return null;
  return (
    <Screen
      name="vacancies.demands"
      question={{ eyebrow: vacancy.position, title: words.demands, why: words.demandsWhy }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
    >
      <PagedGrid
        items={vacancy.employerDemands}
        keyOf={(demand) => demand}
        rowHeight={{ portrait: 7, landscape: 6 }}
        render={(demand) => (
          <div className={styles.row}>
            <p className={styles.demand}>{demand}</p>
          </div>
        )}
      />
    </Screen>
  );
}
