import { Megaphone, Pointer, TriangleAlert } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { Product } from '../../../shared/contract/content/showcase.ts';
import type { KioskContent } from '../../../shared/contract/content.ts';
import { FIRST_SCREEN } from '../../../shared/contract/first-screen.ts';
import { Kawung } from '../../components/kawung/kawung.tsx';
import { noticesWords } from '../../components/notice-band/notices-words.ts';
import { Corner } from '../../components/screen/corner.tsx';
import { Stamp } from '../../components/stamp/stamp.tsx';
import { TouchGuard } from '../../components/touch-guard/touch-guard.tsx';
import { StaffDoorButton } from '../../desk/door/staff-door-button.tsx';
import { catalogues } from '../../texts/texts.tsx';
import styles from './attract-screen.module.css';
import { AttractStage } from './attract-stage.tsx';

export interface AttractScreenProps {
  serviceName: string;
  officeName: string;
  /** Products that may be shown; each takes its turn in the middle of the picture. */
  products: readonly Product[];
  /** What everybody must read now. It is read in full behind the language, from the home screen. */
  notice: KioskContent['notices'][number] | null;
  onStart(): void;
  onStaffDoor(): void;
}

/** What a passer-by sees from three metres: a letter from home. The button reaches over the whole picture, in both languages. */
export function AttractScreen({
  serviceName,
  officeName,
  products,
  notice,
  onStart,
  onStaffDoor,
}: AttractScreenProps) {
  const { id, en } = catalogues;
  return (
    <main className={styles.attract} data-screen={FIRST_SCREEN}>
      <div className={styles.start}>
        <div className={styles.sheet}>
          <div className={styles.art}>
            <Kawung size={240} isSlow />
            <div className={styles.stamps}>
              <div className={styles.left}>
                <Stamp scene="table" />
              </div>
              <div className={styles.right}>
                <Stamp scene="post-office" />
              </div>
              {/* It changes by itself, and is nothing to wait for with the ears. */}
              <div className={styles.middle} aria-hidden="true">
                <AttractStage products={products} />
              </div>
            </div>
            <Postmark />
          </div>
          <div className={styles.words}>
            <p className={styles.name}>
              {serviceName}
              <span className={styles.office}>{officeName}</span>
            </p>
            {notice ? <NoticeLine notice={notice} /> : null}
            <h1 className={styles.headline}>{id.attract.headline}</h1>
            <p className={styles.other} lang="en">
              {en.attract.headline}
            </p>
            <Button className={styles.press ?? ''} onPress={onStart}>
              <span className={styles.call}>
                <Pointer aria-hidden="true" />
                <span>
                  {id.attract.start}
                  <span className={styles.callOther} lang="en">
                    {en.attract.start}
                  </span>
                </span>
                <Way />
              </span>
            </Button>
          </div>
        </div>
      </div>
      <StaffDoorButton onPress={onStaffDoor} />
      <div className={styles.corner}>
        <Corner from={FIRST_SCREEN} isRow />
      </div>
      <TouchGuard />
    </main>
  );
}

function NoticeLine({ notice }: { notice: KioskContent['notices'][number] }) {
  const Icon = notice.level === 'urgent' ? TriangleAlert : Megaphone;
  return (
    <span className={styles.notice} data-level={notice.level}>
      <Icon aria-hidden="true" />
      <span>
        {noticesWords.id.level[notice.level]}: {notice.title.id}
        <span className={styles.noticeOther} lang="en">
          {noticesWords.en.level[notice.level]}: {notice.title.en}
        </span>
      </span>
    </span>
  );
}

/** The thread comes down from the pictures, curls once, and ends in a knot at the button. */
function Way() {
  return (
    <svg className={styles.way} viewBox="0 0 320 480" aria-hidden="true">
      <path d="M222 -292C360 -262 430 -12 322 4C214 20 150 96 196 176C240 250 318 214 286 148C250 84 116 150 96 268C84 344 96 468 14 466" />
      <circle cx="16" cy="466" r="12" />
    </svg>
  );
}

/** The cancelling mark of a letter on its way, as a fine line over the stamps. */
function Postmark() {
  return (
    <svg className={styles.postmark} viewBox="0 0 420 200" aria-hidden="true">
      <circle cx="100" cy="100" r="88" />
      <circle cx="100" cy="100" r="62" />
      <path d="M186 44q20-16 40 0t40 0t40 0t40 0t40 0M192 82q20-16 40 0t40 0t40 0t40 0t40 0M192 120q20-16 40 0t40 0t40 0t40 0t40 0M186 158q20-16 40 0t40 0t40 0t40 0t40 0" />
    </svg>
  );
}
