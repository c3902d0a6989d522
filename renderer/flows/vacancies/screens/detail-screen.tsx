import { amountText, wageText } from '../../../../shared/domain/wage-text.ts';
import { BigButton } from '../../../components/big-button/big-button.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { formatIsoDate } from '../../../texts/format.ts';
import { useLanguage } from '../../../texts/texts.tsx';
import { Bands } from '../bands.tsx';
import { countryName, educationText } from '../describe.ts';
import type { VacanciesScreenProps } from '../vacancies-flow.tsx';
import { useVacanciesWords } from '../words.ts';
import styles from './detail-screen.module.css';

/** So many demands stand on the page; with more, or long ones, a page of their own has them all. */
const DEMANDS_HERE = 3;
const SHORT_DEMAND = 60;

/** Everything the source says about one vacancy, and plainly what it does not say. */
export function DetailScreen({ snapshot, send, content }: VacanciesScreenProps) {
  const words = useVacanciesWords();
  const language = useLanguage();
  const { vacancy, answer } = snapshot.context;
  if (!vacancy || !answer?.snapshot) return null;
  const { detail } = words;
  const { source, takenOn } = answer.snapshot;
  const warnings = content.vacancyGuide.warnings.filter(({ countries }) =>
    countries.includes(vacancy.country),
  );
  const rows: [keyof typeof detail.rows, string | null][] = [
    ['wage', vacancy.wage && wageText(vacancy.wage, language)],
    ['placementCompany', vacancy.placementCompany],
    ['foreignAgency', vacancy.foreignAgency],
    ['validUntil', formatIsoDate(vacancy.validUntil, language)],
    ['scheme', words.scheme[vacancy.scheme].label],
    ['education', educationText(vacancy, words)],
    ['sector', vacancy.sector],
    ['quota', vacancy.quota === null ? null : detail.quota(amountText(vacancy.quota, language))],
    ['id', vacancy.id],
  ];
  return (
    <Screen
      name="vacancies.detail"
      isWide
      question={{
        eyebrow: countryName(content.countries, vacancy.country, language),
        title: vacancy.position,
        why: <p className={styles.source}>{words.list.source(source, formatIsoDate(takenOn, language))}</p>,
      }}
      back={{ label: detail.back, onPress: () => send({ type: 'back.pressed' }) }}
      secondary={{ label: detail.check, onPress: () => send({ type: 'check.pressed' }) }}
      primary={{ label: detail.takeHome, onPress: () => send({ type: 'takeHome.pressed' }) }}
    >
      <Bands snapshot={answer.snapshot} hasExamples={vacancy.isExample} />
      {warnings.map(({ text }) => (
        <Notice key={text.id} tone="care">
          {text[language]}
        </Notice>
      ))}
      <dl className={styles.rows}>
        {rows.map(([key, value]) => (
          <div key={key} className={styles.row} data-key={key}>
            <dt className={styles.label}>{detail.rows[key]}</dt>
            <dd className={styles.value} data-missing={value === null || undefined}>
              {value ?? detail.notStated}
            </dd>
          </div>
        ))}
      </dl>
      <Demands demands={vacancy.employerDemands} onAll={() => send({ type: 'demands.pressed' })} />
    </Screen>
  );
}

function Demands({ demands, onAll }: { demands: readonly string[]; onAll(): void }) {
  const words = useVacanciesWords().detail;
  const language = useLanguage();
  const isLong = demands.length > DEMANDS_HERE || demands.some((demand) => demand.length > SHORT_DEMAND);
  const shown = isLong ? demands.slice(0, DEMANDS_HERE - 1) : demands;
  return (
    <section className={styles.demands} aria-label={words.demands}>
      <h2 className={styles.heading}>{words.demands}</h2>
      <p className={styles.label}>{demands.length > 0 ? words.demandsWhy : words.noDemands}</p>
      {shown.length > 0 ? (
        <ul className={styles.list}>
          {shown.map((demand) => (
            <li key={demand} className={styles.demand}>
              {demand}
            </li>
          ))}
        </ul>
      ) : null}
      {isLong ? (
        <BigButton tone="quiet" onPress={onAll}>
          {words.allDemands(amountText(demands.length, language))}
        </BigButton>
      ) : null}
    </section>
  );
}
