import { ChevronRight, Printer } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { DeskOutput, PaperOnRoll } from '../../../../shared/contract/desk.ts';
import type { SlipState } from '../../../../shared/contract/kiosk-state.ts';
import { SingleChoice } from '../../../components/single-choice/single-choice.tsx';
import { ThreadLoading } from '../../../components/thread/thread-loading.tsx';
import { useTexts } from '../../../texts/texts.tsx';
import { paperLeftLine, useDeskWords } from '../../desk-words.ts';
import styles from '../../frame/desk.module.css';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import { LevelMark, type Mark } from '../../frame/level-mark.tsx';
import { Verdict } from '../../frame/verdict.tsx';
import { markOfRoll } from '../../roll/roll-view.tsx';
import { BadSteps, PrinterFactList } from './printer-parts.tsx';

type PrinterFacts = DeskOutput<'desk.versions'>['printer'];

export interface PrinterViewProps {
  state: 'ready' | 'printing' | 'asking' | 'works' | 'broken' | 'failed';
  slip: SlipState | null;
  printer: PrinterFacts | null;
  /** Null: not read yet. */
  paper: PaperOnRoll | null;
  onPrint(): void;
  onAnswer(isOut: boolean): void;
  onSetUp(): void;
  onRoll(): void;
  onBack(): void;
}

function markOf(printer: PrinterFacts | null): Mark {
  if (printer === null) return 'idle';
  if (printer.state === 'ready') return 'green';
  return printer.state === 'paper-low' || printer.state === 'unknown' ? 'amber' : 'red';
}

/** The printer says one thing, the person who looks says another: the person is believed. */
export function PrinterView(props: PrinterViewProps) {
  const { state, slip, printer, paper, onPrint, onAnswer, onSetUp, onRoll, onBack } = props;
  const { printer: words, setUp, page } = useDeskWords();
  const { slip: trouble } = useSlipTrouble(slip);
  const other = { label: setUp.open, onPress: onSetUp };
  const back = { onPress: onBack, label: page.back };
  if (state === 'asking') {
    return (
      <DeskScreen name="desk.printer-asking" title={words.ask} why={words.askWhy} back={back}>
        <SingleChoice
          label={words.ask}
          answers={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no, ...(trouble ? { hint: `${words.said}: ${trouble}` } : {}) },
          ]}
          onChoose={(answer) => onAnswer(answer === 'yes')}
        />
      </DeskScreen>
    );
  }
  if (state === 'printing') {
    return (
      <DeskScreen name="desk.printer-sending" title={words.sending} why={words.sendingWhy} back={back}>
        <div className={styles.empty}>
          <ThreadLoading />
        </div>
      </DeskScreen>
    );
  }
  if (state === 'works') {
    return (
      <DeskScreen
        name="desk.printer-works"
        title={words.wellTitle}
        why={<Verdict mark="green">{words.wellWhy}</Verdict>}
        back={back}
        secondary={other}
        primary={{ label: words.again, onPress: onPrint }}
      >
        <Facts printer={printer} />
      </DeskScreen>
    );
  }
  if (state === 'broken') {
    return (
      <DeskScreen
        name="desk.printer-broken"
        title={words.badTitle}
        why={
          <Verdict mark="red">
            {trouble ? (
              <p>
                {words.said}: {trouble}
              </p>
            ) : null}
          </Verdict>
        }
        back={back}
        secondary={other}
        primary={{ label: words.again, onPress: onPrint }}
      >
        <BadSteps />
        <Facts printer={printer} />
      </DeskScreen>
    );
  }
  return (
    <DeskScreen
      name="desk.printer"
      title={words.title}
      why={
        <Verdict mark={markOf(printer)}>
          {printer ? <p>{words.state[printer.state]}</p> : null}
          <p>{words.why}</p>
        </Verdict>
      }
      back={back}
      secondary={other}
      primary={{ label: words.start, onPress: onPrint }}
    >
      <div className={styles.empty}>
        <Printer aria-hidden="true" />
        <p>{words.sendingWhy}</p>
      </div>
      {paper ? <RollRow paper={paper} onPress={onRoll} /> : null}
      <Facts printer={printer} />
    </DeskScreen>
  );
}

/** The roll in the printer, and the way to note a new one. */
function RollRow({ paper, onPress }: { paper: PaperOnRoll; onPress(): void }) {
  const { roll: words } = useDeskWords();
  const mark = markOfRoll(paper);
  return (
    <div className={styles.list}>
      <Button className={styles.row ?? ''} data-mark={mark} onPress={onPress}>
        <LevelMark mark={mark} />
        <span className={styles.words}>
          <span className={styles.name}>{words.title}</span>
          <span className={styles.said}>{paperLeftLine(paper, words)}</span>
        </span>
        <ChevronRight aria-hidden="true" />
      </Button>
    </div>
  );
}

function Facts({ printer }: { printer: PrinterFacts | null }) {
  return printer === null ? null : <PrinterFactList profile={printer.profile} address={printer.address} />;
}

function useSlipTrouble(slip: SlipState | null): { slip: string | null } {
  const { ticket } = useTexts();
  return { slip: slip?.trouble ? ticket.trouble[slip.trouble] : null };
}
