import type { DeskOutput } from '../../../../shared/contract/desk.ts';
import { PagedGrid } from '../../../components/paged-grid/paged-grid.tsx';
import type { DeskTexts } from '../../../texts/desk.id.ts';
import { useDeskWords } from '../../desk-words.ts';
import styles from '../../frame/desk.module.css';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import { LevelMark } from '../../frame/level-mark.tsx';
import { useTimes } from '../../frame/times.ts';
import { Verdict } from '../../frame/verdict.tsx';

type Versions = DeskOutput<'desk.versions'>;

export interface VersionsViewProps {
  versions: Versions;
  onApply(): void;
  onBack(): void;
}

/** Versions for a support call, and the signed documents with what became of the newest of each. */
export function VersionsView({ versions, onApply, onBack }: VersionsViewProps) {
  const { versions: words, page } = useDeskWords();
  const content =
    versions.contentName === null
      ? words.contentFrom[versions.contentFrom]
      : `${versions.contentName}, ${words.contentFrom[versions.contentFrom]}`;
  const facts: readonly (readonly [string, string])[] = [
    [words.app, versions.app],
    [words.runtime, versions.runtime],
    [words.kiosk, `${versions.kioskCode ?? words.none} · ${versions.officeName}`],
    [words.hub, versions.hubUrl ?? words.none],
    [words.content, content],
    [words.database, words.version(versions.databaseVersion)],
    [words.printer, versions.printer.profile ?? words.none],
    ...(versions.update === null
      ? []
      : [[words.update.title, updateLine(versions.update, words.update)] as const]),
  ];
  return (
    <DeskScreen
      name="desk.versions"
      title={words.title}
      why={
        versions.isTestBuild ? (
          <Verdict mark="amber">{words.testBuild}</Verdict>
        ) : (
          `${words.app} ${versions.app}`
        )
      }
      back={{ onPress: onBack, label: page.back }}
      {...(versions.update?.staged ? { primary: { label: words.update.apply, onPress: onApply } } : {})}
    >
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2 className={styles.heading}>{words.documents}</h2>
      {versions.documents.length === 0 ? (
        <div className={styles.empty}>
          <p>{words.noDocuments}</p>
        </div>
      ) : (
        <PagedGrid
          items={versions.documents}
          keyOf={({ kind }) => kind}
          columns={{ portrait: 1, landscape: 2 }}
          rowHeight={{ portrait: 6, landscape: 5.5 }}
          render={(document) => <DocumentRow document={document} />}
        />
      )}
    </DeskScreen>
  );
}

/** What comes next, and what failed here. */
function updateLine(
  { staged, coming, bad }: NonNullable<Versions['update']>,
  words: DeskTexts['versions']['update'],
): string {
  const failed = bad.length === 0 ? '' : ` ${words.failed(bad.map(({ name }) => name).join(', '))}`;
  if (staged !== null) return `${words.ready(staged)}${failed}`;
  if (coming === null) return `${words.nothingNew}${failed}`;
  return `${words.coming(coming.name, Math.floor((coming.bytesHere / coming.bytes) * 100))}${failed}`;
}

function DocumentRow({ document }: { document: Versions['documents'][number] }) {
  const { versions: words } = useDeskWords();
  const timeOf = useTimes();
  const isRefused = document.refused !== null;
  return (
    <div className={styles.row} data-mark={isRefused ? 'amber' : undefined}>
      <LevelMark mark={isRefused ? 'amber' : 'green'} />
      <span className={styles.words}>
        <span className={styles.name}>
          {words.kind[document.kind]}
          <span className={styles.word}>{words.version(document.version)}</span>
        </span>
        <span className={styles.small}>
          {document.refused === null
            ? `${words.inForce} · ${words.taken(timeOf(document.takenAt))}`
            : words.refused(document.refused)}
        </span>
      </span>
    </div>
  );
}
