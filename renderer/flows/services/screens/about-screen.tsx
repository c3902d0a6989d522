import { ExplainedText } from '../../../components/explained-text/explained-text.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { PagedGrid } from '../../../components/paged-grid/paged-grid.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { ServicePicture } from '../pictures/service-picture.tsx';
import { serviceOf } from '../service-of.ts';
import type { ServicesScreenProps } from '../services-flow.tsx';
import { useServicesWords } from '../words.ts';
import styles from './about-screen.module.css';
import { FactLine } from './fact-line.tsx';

/** What a service is, in short points; each says where it comes from and whether it is sure. */
export function AboutScreen(props: ServicesScreenProps) {
  const { snapshot, send, language } = props;
  const { about, eyebrow } = useServicesWords();
  const service = serviceOf(props);
  const { service: key } = snapshot.context;
  if (!key) return null;
  return (
    <Screen
      name={`services.about.${key}`}
      isWide
      question={{
        title: service?.name[language] ?? eyebrow,
        why: (
          <div className={styles.why}>
            <p>{service?.lead[language]}</p>
            {key === 'remittance' && !snapshot.can({ type: 'estimate.pressed' }) ? (
              <Notice tone="info">{about.noRates}</Notice>
            ) : null}
          </div>
        ),
        eyebrow,
        picture: (
          <div className={styles.picture}>
            <ServicePicture service={key} />
          </div>
        ),
      }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      secondary={
        snapshot.can({ type: 'estimate.pressed' })
          ? { label: about.estimate, onPress: () => send({ type: 'estimate.pressed' }) }
          : undefined
      }
      primary={{ label: about.next, onPress: () => send({ type: 'next.pressed' }) }}
    >
      {service && service.points.length > 0 ? (
        <PagedGrid
          items={service.points}
          keyOf={({ text }) => text.id}
          columns={{ portrait: 1, landscape: 2 }}
          rowHeight={{ portrait: 10, landscape: 10.5 }}
          tallestRow={{ portrait: 13, landscape: 12.5 }}
          render={({ text, provenance }) => (
            <div className={styles.point}>
              <p className={styles.text}>
                <ExplainedText except={[key]}>{text[language]}</ExplainedText>
              </p>
              <FactLine provenance={provenance} language={language} />
            </div>
          )}
        />
      ) : (
        <Notice tone="info">{about.none}</Notice>
      )}
    </Screen>
  );
}
