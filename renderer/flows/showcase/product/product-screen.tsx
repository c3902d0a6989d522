import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Product } from '../../../../shared/contract/content/showcase.ts';
import type { Country } from '../../../../shared/contract/content.ts';
import type { KioskState } from '../../../../shared/contract/kiosk-state.ts';
import { useComfort } from '../../../comfort/comfort-context.ts';
import { Screen } from '../../../components/screen/screen.tsx';
import { formatIsoDate } from '../../../texts/format.ts';
import { useLanguage } from '../../../texts/texts.tsx';
import { priceLine } from '../price-line.ts';
import type { Panel, ShowcaseEvent } from '../showcase.machine.ts';
import { useShowcaseWords } from '../words.ts';
import { ContactPanel } from './contact-panel.tsx';
import { FactsPanel } from './facts-panel.tsx';
import { PhotoStage } from './photo-stage.tsx';
import { PhotoTurns } from './photo-turns.tsx';
import styles from './product-screen.module.css';
import { StoryPanel } from './story-panel.tsx';
import { todayOf } from './today.ts';

interface ProductScreenProps {
  product: Product;
  countries: readonly Country[];
  kioskState: Pick<KioskState, 'timeZone' | 'clockSuspect'>;
  /** Kiosk clock, Unix ms. */
  now: number;
  /** Counts from 0. */
  photo: number;
  panel: Panel;
  canBeInterested: boolean;
  send(event: ShowcaseEvent): void;
}

const PANELS: readonly Panel[] = ['story', 'facts', 'contact'];

/** One product: its picture from edge to edge, what it costs, and three short pages beside each other. */
export function ProductScreen(props: ProductScreenProps) {
  const { product, send } = props;
  const words = useShowcaseWords();
  const language = useLanguage();
  const today = todayOf(props.now, props.kioskState);
  const { isLowReach } = useComfort().comfort;
  const onPhoto = (photo: number) => send({ type: 'photo.chosen', photo });
  return (
    <Screen
      name="showcase.product"
      isSparse
      question={{
        title: product.name,
        eyebrow: words.product.maker(product.maker.name),
        why: (
          <div className={styles.price}>
            <p className={styles.amount}>{priceLine(product, words, language)}</p>
            <p className={styles.asOf}>
              {words.product.priceAsOf(formatIsoDate(product.price.asOf, language))}
            </p>
          </div>
        ),
        picture: (
          <PhotoStage product={product} photo={props.photo} onPhoto={onPhoto} isWithoutTurns={isLowReach} />
        ),
      }}
      back={{ label: words.product.back, onPress: () => send({ type: 'back.pressed' }) }}
      primary={
        props.canBeInterested
          ? { label: words.product.interested, onPress: () => send({ type: 'interested.pressed' }) }
          : undefined
      }
    >
      {isLowReach ? <PhotoTurns count={product.photos.length} photo={props.photo} onPhoto={onPhoto} /> : null}
      <Tabs
        className={styles.tabs ?? ''}
        selectedKey={props.panel}
        onSelectionChange={(key) => send({ type: 'panel.chosen', panel: key as Panel })}
      >
        <TabList className={styles.list ?? ''} aria-label={words.product.panelsLabel}>
          {PANELS.map((panel) => (
            <Tab key={panel} id={panel} className={styles.tab ?? ''}>
              {words.product.panels[panel]}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="story" className={styles.panel ?? ''}>
          <StoryPanel product={product} countries={props.countries} />
        </TabPanel>
        <TabPanel id="facts" className={styles.panel ?? ''}>
          <FactsPanel product={product} today={today} />
        </TabPanel>
        <TabPanel id="contact" className={styles.panel ?? ''}>
          <ContactPanel product={product} canBeInterested={props.canBeInterested} />
        </TabPanel>
      </Tabs>
    </Screen>
  );
}
