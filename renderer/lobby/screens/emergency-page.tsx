import { BellRing, MessageCircle, Phone, Printer } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Hotline } from '../../../shared/contract/content.ts';
import { BigButton } from '../../components/big-button/big-button.tsx';
import { PagedGrid } from '../../components/paged-grid/paged-grid.tsx';
import { ComfortButton } from '../../components/screen/corner.tsx';
import { ScrollPages } from '../../components/scroll-pages/scroll-pages.tsx';
import { TouchGuard } from '../../components/touch-guard/touch-guard.tsx';
import { formatIsoDate } from '../../texts/format.ts';
import { useLanguage, useTexts } from '../../texts/texts.tsx';
import styles from './emergency-page.module.css';

export type EmergencyPrint = 'reading' | 'printing' | 'printed' | 'notPrinted';

export interface EmergencyPageProps {
  hotlines: readonly Hotline[];
  print: EmergencyPrint;
  /** False where no printer can answer: the page then says how to keep the numbers without paper. */
  canPrint: boolean;
  onPrint(): void;
  onCallStaff(): void;
  onClose(): void;
}

/** Whom to call now. Above every screen, without login or network, and back to exactly where she was. */
export function EmergencyPage(props: EmergencyPageProps) {
  const texts = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const hotlines = [...props.hotlines].sort((a, b) => a.order - b.order);
  const note =
    props.print === 'printed'
      ? texts.emergency.printed
      : props.print === 'notPrinted' || !props.canPrint
        ? texts.emergency.printFailed
        : null;
  return (
    <main className={styles.page} data-screen="lobby.emergency">
      <header className={styles.head}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {texts.emergency.title}
        </h1>
        <p className={styles.lead}>{texts.emergency.lead}</p>
        <BigButton tone="quiet" icon={BellRing} onPress={props.onCallStaff}>
          {texts.corner.callStaff}
        </BigButton>
      </header>
      <ScrollPages className={styles.lines}>
        {hotlines.length === 0 ? (
          <p className={styles.none}>{texts.emergency.none}</p>
        ) : (
          <PagedGrid
            items={hotlines}
            keyOf={({ key }) => key}
            columns={{ portrait: 1, landscape: 2 }}
            rowHeight={{ portrait: 11.5, landscape: 8.75 }}
            tallestRow={{ portrait: 14, landscape: 10.25 }}
            render={(hotline) => <Line hotline={hotline} />}
          />
        )}
      </ScrollPages>
      <footer className={styles.foot}>
        <ComfortButton />
        <div data-back>
          <BigButton tone="quiet" onPress={props.onClose}>
            {texts.emergency.close}
          </BigButton>
        </div>
        <p className={styles.note} role="status">
          {note}
        </p>
        {props.canPrint && props.print !== 'printed' ? (
          <BigButton
            tone="emergency"
            icon={Printer}
            isBusy={props.print === 'printing'}
            onPress={props.onPrint}
          >
            {props.print === 'printing' ? texts.emergency.printing : texts.emergency.print}
          </BigButton>
        ) : null}
      </footer>
      <TouchGuard />
    </main>
  );
}

function Line({ hotline }: { hotline: Hotline }) {
  const texts = useTexts();
  const language = useLanguage();
  const Icon = hotline.kind === 'whatsapp' ? MessageCircle : Phone;
  const reach = {
    'from-indonesia': texts.emergency.fromIndonesia,
    'from-abroad': texts.emergency.fromAbroad,
    anywhere: texts.emergency.anywhere,
  }[hotline.reach];
  const isSure = hotline.provenance.confidence === 'sure';
  return (
    <article className={styles.line}>
      <span className={styles.icon}>
        <Icon aria-hidden="true" />
      </span>
      <div className={styles.words}>
        <h2 className={styles.name}>
          {hotline.name[language]} <span className={styles.reach}>· {reach}</span>
        </h2>
        <p className={styles.number}>{hotline.number}</p>
        <p className={styles.small}>
          {isSure
            ? `${hotline.note[language]} · ${texts.emergency.checkedOn(formatIsoDate(hotline.provenance.verified_on, language))}`
            : texts.emergency.unsure}
        </p>
      </div>
    </article>
  );
}
