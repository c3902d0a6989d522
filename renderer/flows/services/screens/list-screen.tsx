import { Button } from 'react-aria-components';
import { Notice } from '../../../components/notice/notice.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { ServicePicture } from '../pictures/service-picture.tsx';
import type { ServicesScreenProps } from '../services-flow.tsx';
import { useServicesWords } from '../words.ts';
import styles from './list-screen.module.css';

/** The services as a shelf: a picture, a name and one line each. */
export function ListScreen({ snapshot, send, content, language }: ServicesScreenProps) {
  const { list, eyebrow } = useServicesWords();
  const services = content.services.services.filter(({ key }) => snapshot.context.offered.includes(key));
  return (
    <Screen
      name="services.list"
      isWide
      question={{ title: list.title, why: list.why, eyebrow }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
    >
      {services.length === 0 ? <Notice tone="info">{list.empty}</Notice> : null}
      <ul className={styles.shelf}>
        {services.map(({ key, name, lead }) => (
          <li key={key} className={styles.place}>
            <Button
              className={styles.tile ?? ''}
              onPress={() => send({ type: 'service.chosen', service: key })}
            >
              <ServicePicture service={key} />
              <span className={styles.words}>
                <span className={styles.name}>{name[language]}</span>
                <span className={styles.lead}>{lead[language]}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </Screen>
  );
}
