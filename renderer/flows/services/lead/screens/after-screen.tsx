import { mayBeCalled } from '../../../../../shared/domain/lead.ts';
import { Screen } from '../../../../components/screen/screen.tsx';
import styles from '../../../complaint/screens/after-screen.module.css';
import { useServicesWords } from '../../words.ts';
import type { LeadScreenProps } from '../lead-form.tsx';

/** What happens at the counter, and that nobody calls who was not asked to. */
export function AfterScreen({ snapshot, send, service, content, language }: LeadScreenProps) {
  const { after } = useServicesWords();
  const { frozen, slipTaken } = snapshot.context;
  const hasPaper = slipTaken !== false;
  const bring = content.services.services.find(({ key }) => key === service)?.bring ?? [];
  const things = bring.map(({ text }) => text[language]).join('; ');
  const steps = [
    hasPaper ? after.show : after.showNumber,
    ...(bring.length > 0 ? [hasPaper ? after.bring : after.bringThese(things)] : []),
    frozen && mayBeCalled(frozen) ? after.mayCall : after.noCall,
  ];
  return (
    <Screen
      name="services.lead.after"
      question={{ title: after.title, why: after.lead }}
      thread={{ answered: 1, total: 1 }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ label: after.finish, tone: 'done', onPress: () => send({ type: 'finish.pressed' }) }}
    >
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step} className={styles.step}>
            <p className={styles.text}>{step}</p>
          </li>
        ))}
      </ol>
      <p className={styles.forgets}>{after.forgets(content.retentionDays.lead)}</p>
    </Screen>
  );
}
