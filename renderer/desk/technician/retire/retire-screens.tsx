import { useState } from 'react';
import { BigButton } from '../../../components/big-button/big-button.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { QrPicture } from '../../../components/qr-picture/qr-picture.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { useDeskWords } from '../../desk-words.ts';
import styles from '../../frame/desk.module.css';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import { Verdict } from '../../frame/verdict.tsx';
import { Consequences } from '../storage/restore.tsx';
import own from './retire-screens.module.css';

export interface RetireFormProps {
  kioskCode: string;
  typed: string;
  onType(text: string): void;
  onErase(): void;
  onBack(): void;
}

/** Only who types the code of this very kiosk erases it. */
export function RetireForm({ kioskCode, typed, onType, onErase, onBack }: RetireFormProps) {
  const { retire: words, page } = useDeskWords();
  const [isTold, setIsTold] = useState(false);
  const isSame = typed === kioskCode;
  const error = isTold && !isSame ? words.codeWrong : undefined;
  return (
    <DeskScreen
      name="desk.retire"
      title={words.title}
      why={words.why}
      back={{ onPress: onBack, label: page.back }}
      primary={{
        label: words.erase,
        tone: 'care',
        onPress: () => {
          setIsTold(!isSame);
          if (isSame) onErase();
        },
      }}
      errors={error ? [{ fieldId: 'retire-code', message: error }] : []}
    >
      <Consequences lines={words.what} />
      <TextField
        id="retire-code"
        label={words.code}
        hint={words.codeHint(kioskCode)}
        layout="code"
        capitals="all"
        isDictated
        limit={10}
        value={typed}
        error={error}
        onChange={(text) => onType(text.toUpperCase())}
      />
    </DeskScreen>
  );
}

export interface StillWaitingScreenProps {
  onRound(): void;
  onAnyway(): void;
  onBack(): void;
}

export function StillWaitingScreen({ onRound, onAnyway, onBack }: StillWaitingScreenProps) {
  const { retire: words } = useDeskWords();
  return (
    <DeskScreen
      name="desk.retire-waiting"
      eyebrow={words.title}
      title={words.stillWaitingTitle}
      why={<Verdict mark="red">{words.stillWaiting}</Verdict>}
      back={{ onPress: onBack }}
      primary={{ label: words.toRound, onPress: onRound }}
    >
      <div className={own.last}>
        <BigButton tone="care" isWide onPress={onAnyway}>
          {words.anyway}
        </BigButton>
      </div>
    </DeskScreen>
  );
}

export interface RetiredScreenProps {
  proof: string;
  erasedFiles: number;
  onRestart(): void;
}

/** The proof, as a code to photograph and as text to copy. */
export function RetiredScreen({ proof, erasedFiles, onRestart }: RetiredScreenProps) {
  const { retire: words, page } = useDeskWords();
  return (
    <DeskScreen
      name="desk.retired"
      title={words.done}
      why={<Verdict mark="green">{words.doneWhy(erasedFiles)}</Verdict>}
      primary={{ label: page.name.restart, onPress: onRestart }}
    >
      <div className={own.proof}>
        <div className={own.code}>
          <QrPicture text={proof} label={words.proof} />
        </div>
        <div className={styles.words}>
          <h2 className={styles.heading}>{words.proof}</h2>
          <p className={styles.code}>{proof}</p>
        </div>
      </div>
    </DeskScreen>
  );
}

export function NotEnrolledScreen({ onBack }: { onBack(): void }) {
  const { retire: words, page } = useDeskWords();
  return (
    <DeskScreen name="desk.retire-nothing" title={words.title} back={{ onPress: onBack, label: page.back }}>
      <Notice tone="info">{words.notEnrolled}</Notice>
    </DeskScreen>
  );
}
