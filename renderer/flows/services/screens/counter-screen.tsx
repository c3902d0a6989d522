import { Check, Clock, MessageCircleQuestionMark, ShieldCheck } from 'lucide-react';
import { Fragment } from 'react';
import { openingLines, openingTitle } from '../../../../shared/domain/opening-lines.ts';
import { ExplainedText } from '../../../components/explained-text/explained-text.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { useTexts } from '../../../texts/texts.tsx';
import { serviceOf } from '../service-of.ts';
import type { ServicesScreenProps } from '../services-flow.tsx';
import { useServicesWords } from '../words.ts';
import styles from './counter-screen.module.css';

/** What to bring and what to ask: only what a source says; the rest is a question for the counter. */
export function CounterScreen(props: ServicesScreenProps) {
  const { send, language, kioskState, content } = props;
  const { openingHours } = content;
  const { counter, eyebrow } = useServicesWords();
  const texts = useTexts();
  const service = serviceOf(props);
  if (!service) return null;
  return (
    <Screen
      name="services.counter"
      isWide
      question={{ title: counter.title, why: counter.why, eyebrow: `${eyebrow}: ${service.name[language]}` }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={{
        label: counter.request,
        onPress: () => send({ type: 'request.pressed', mayRecord: kioskState.mode === 'ready' }),
      }}
    >
      <div className={styles.lists}>
        <section className={styles.list}>
          <h2 className={styles.title}>{counter.bring}</h2>
          {service.bring.length > 0 ? (
            <ul className={styles.items}>
              {service.bring.map(({ text, provenance }) => (
                <li key={text.id} className={styles.item}>
                  <Check className={styles.mark} aria-hidden="true" />
                  <span>
                    <ExplainedText>{text[language]}</ExplainedText>
                    {provenance.confidence === 'sure' ? null : (
                      <span className={styles.unsure}> {texts.common.toBeChecked}</span>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          ) : (
            <p className={styles.unknown}>{counter.bringUnknown}</p>
          )}
        </section>
        {service.ask.length > 0 ? (
          <section className={styles.list}>
            <h2 className={styles.title}>{counter.ask}</h2>
            <ul className={styles.items}>
              {service.ask.map((text) => (
                <li key={text.id} className={styles.item}>
                  <MessageCircleQuestionMark className={styles.mark} aria-hidden="true" />
                  <span>
                    <ExplainedText>{text[language]}</ExplainedText>
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
      {openingHours ? (
        <Notice tone="info" icon={Clock} title={openingTitle(language)}>
          {openingLines(openingHours, Date.now(), language).map((line) => (
            <Fragment key={line}>
              <span className={styles.hours}>{line}.</span>{' '}
            </Fragment>
          ))}
        </Notice>
      ) : null}
      <Notice tone="light" icon={ShieldCheck}>
        <ExplainedText>{counter.never}</ExplainedText>
      </Notice>
    </Screen>
  );
}
