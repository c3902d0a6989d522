import { ShieldCheck } from 'lucide-react';
import type { AuditRow } from '../../../../shared/contract/clerk.ts';
import { PagedGrid } from '../../../components/paged-grid/paged-grid.tsx';
import type { ClerkTexts } from '../../../texts/clerk.id.ts';
import { useDesk } from '../../desk-context.ts';
import { useDeskWords } from '../../desk-words.ts';
import styles from '../../frame/desk.module.css';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import { useTimes } from '../../frame/times.ts';
import { Verdict } from '../../frame/verdict.tsx';
import own from '../clerk.module.css';
import { useClerkWords } from '../clerk-words.ts';

export interface AuditViewProps {
  /** Newest first. */
  lines: readonly AuditRow[];
  isWhole: boolean;
  /** Absent where there is nothing older, or nothing newer. */
  onOlder?: (() => void) | undefined;
  onNewest?: (() => void) | undefined;
  onBack(): void;
}

/** What an act is called; one that this version does not know is shown by its code. */
export function actLine(act: string, { audit }: ClerkTexts): string {
  return Object.hasOwn(audit.act, act) ? audit.act[act as keyof typeof audit.act] : act;
}

function whoLine(who: string, { audit }: ClerkTexts): string {
  if (who === 'setup') return audit.setup;
  return /^\d+$/.test(who) ? audit.staff(who) : audit.command;
}

/** Who did what, when and why, and whether the record is whole. */
export function AuditView({ lines, isWhole, onOlder, onNewest, onBack }: AuditViewProps) {
  const { audit: words, page } = useClerkWords();
  const { page: deskPage } = useDeskWords();
  const { place } = useDesk();
  return (
    <DeskScreen
      name="clerk.audit"
      title={words.title}
      why={
        <>
          <Verdict mark={isWhole ? 'green' : 'red'}>
            <p>{isWhole ? words.whole : words.broken}</p>
            {isWhole ? null : <p>{words.brokenNext}</p>}
          </Verdict>
          <p className={styles.quiet}>{words.why}</p>
        </>
      }
      back={{ onPress: onBack, label: place === 'clerk' ? page.back : deskPage.back }}
      secondary={onNewest ? { label: words.newest, onPress: onNewest } : undefined}
      primary={onOlder ? { label: words.older, onPress: onOlder } : undefined}
    >
      {lines.length === 0 ? (
        <div className={styles.empty}>
          <ShieldCheck aria-hidden="true" />
          <p>{words.empty}</p>
        </div>
      ) : (
        <PagedGrid
          items={lines}
          keyOf={({ sequence }) => String(sequence)}
          rowHeight={{ portrait: 5, landscape: 4.5 }}
          render={(line) => <Line line={line} />}
        />
      )}
    </DeskScreen>
  );
}

function Line({ line }: { line: AuditRow }) {
  const texts = useClerkWords();
  const timeOf = useTimes();
  const { because, line: lineWords } = texts.audit;
  const reason = line.reason === null ? null : (because[line.reason] ?? line.reason);
  return (
    // `about` may be a ticket number, which nobody else should hear.
    <div className={own.line} data-private={line.about === null ? undefined : true}>
      <span className={styles.words}>
        <span className={styles.said}>
          <b>{actLine(line.act, texts)}</b>
          {line.about === null ? null : ` · ${line.about}`}
        </span>
        <span className={styles.small}>
          {[whoLine(line.who, texts), ...(reason === null ? [] : [reason])].join(' · ')}
        </span>
      </span>
      <span className={own.when}>
        {timeOf(line.at)}
        <br />
        {lineWords(line.sequence)}
      </span>
    </div>
  );
}
