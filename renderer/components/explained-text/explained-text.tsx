import { BookOpenText } from 'lucide-react';
import { useState } from 'react';
import { Pressable } from 'react-aria-components';
import { useLanguage, useTexts } from '../../texts/texts.tsx';
import { BigButton } from '../big-button/big-button.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { type Piece, piecesOf } from './explain.ts';
import styles from './explained-text.module.css';
import { useGlossary } from './glossary.tsx';

export interface ExplainedTextProps {
  children: string;
  /** Keys of words that this page explains by itself. */
  except?: readonly string[];
}

/**
 * A text whose abbreviations explain themselves at a tap. What is read and in which order stays the same: a word that can
 * be pressed is the word itself.
 */
export function ExplainedText({ children, except }: ExplainedTextProps) {
  const glossary = useGlossary();
  const [open, setOpen] = useState<Piece | null>(null);
  const pieces = piecesOf(children, glossary, except);
  return (
    <>
      {pieces.map((piece, at) =>
        piece.entry ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places
          <Word key={at} text={piece.text} onPress={() => setOpen(piece)} />
        ) : (
          piece.text
        ),
      )}
      {open ? <Explanation piece={open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

/** A span, because a button is a block of its own that breaks the line: its finger-high box must not move the lines apart. */
function Word({ text, onPress }: { text: string; onPress(): void }) {
  return (
    <Pressable onPress={onPress}>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <span role="button" tabIndex={0} aria-haspopup="dialog" className={styles.term}>
        <span className={styles.word}>{text}</span>
      </span>
    </Pressable>
  );
}

function Explanation({ piece, onClose }: { piece: Piece; onClose(): void }) {
  const texts = useTexts();
  const language = useLanguage();
  const { entry } = piece;
  if (!entry) return null;
  return (
    <Dialog
      title={piece.text}
      isOpen
      onClose={onClose}
      icon={<BookOpenText className={styles.icon} aria-hidden="true" />}
      actions={<BigButton onPress={onClose}>{texts.common.close}</BigButton>}
    >
      <p className={styles.explanation}>{entry.explanation[language]}</p>
      {entry.provenance.confidence === 'sure' ? null : (
        <p className={styles.unsure}>{texts.common.toBeChecked}</p>
      )}
    </Dialog>
  );
}
