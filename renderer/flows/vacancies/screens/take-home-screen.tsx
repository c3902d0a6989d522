import { Printer } from 'lucide-react';
import { canPrint } from '../../../../shared/contract/kiosk-state.ts';
import { BigButton } from '../../../components/big-button/big-button.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { QrPicture } from '../../../components/qr-picture/qr-picture.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { SlipStatus } from '../../../components/ticket-card/slip-status.tsx';
import { useLanguage } from '../../../texts/texts.tsx';
import { countryName } from '../describe.ts';
import type { VacanciesScreenProps } from '../vacancies-flow.tsx';
import { useVacanciesWords } from '../words.ts';
import styles from './take-home-screen.module.css';

/** The vacancy for her phone and for her bag. */
export function TakeHomeScreen(props: VacanciesScreenProps) {
  const { snapshot, send, content } = props;
  const words = useVacanciesWords();
  const language = useLanguage();
  const { vacancy } = snapshot.context;
  if (!vacancy) return null;
  return (
    <Screen
      name="vacancies.take-home"
      question={{
        eyebrow: `${vacancy.position}, ${countryName(content.countries, vacancy.country, language)}`,
        title: words.takeHome.title,
        why: vacancy.isExample ? `${words.example.title}. ${words.example.text}` : undefined,
      }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ label: words.takeHome.finish, onPress: () => send({ type: 'finish.pressed' }) }}
    >
      <div className={styles.ways}>
        <section className={styles.phone}>
          {vacancy.detailAddress === null ? (
            <>
              <p className={styles.text}>{words.takeHome.noAddress}</p>
              <p className={styles.text}>{words.takeHome.idAtSource(vacancy.id)}</p>
            </>
          ) : (
            <>
              <div className={styles.qr}>
                <QrPicture text={vacancy.detailAddress} label={words.takeHome.qr} />
              </div>
              <p className={styles.text}>{words.takeHome.scan}</p>
              <p className={styles.address}>{vacancy.detailAddress}</p>
            </>
          )}
        </section>
        <Paper {...props} />
      </div>
    </Screen>
  );
}

function Paper({ snapshot, send, kioskState }: VacanciesScreenProps) {
  const words = useVacanciesWords().takeHome;
  const { slip, problem } = snapshot.context;
  if (slip) {
    return (
      <SlipStatus
        slip={slip}
        onAnswer={(taken) => send({ type: taken ? 'slip.taken' : 'slip.missing' })}
        onRetry={snapshot.can({ type: 'slip.retried' }) ? () => send({ type: 'slip.retried' }) : undefined}
        isAnswering={snapshot.hasTag('busy')}
        photograph={words.photograph}
      />
    );
  }
  const hasPrinter = canPrint(kioskState.printer);
  if (!hasPrinter) return <Notice tone="info">{words.noPrinter}</Notice>;
  const isGone = problem?.code === 'vacancies.not-found';
  return (
    <section className={styles.paper}>
      <div>
        <h2 className={styles.heading}>{words.paper}</h2>
        <p className={styles.text}>{words.paperHint}</p>
      </div>
      {problem ? (
        <Notice tone="care" isNews>
          {isGone ? words.gone : words.failed}
        </Notice>
      ) : null}
      {isGone ? null : (
        <BigButton
          icon={Printer}
          isBusy={snapshot.hasTag('busy')}
          onPress={() => send({ type: 'print.pressed' })}
        >
          {snapshot.hasTag('busy') ? words.printing : words.print}
        </BigButton>
      )}
    </section>
  );
}
