import {
  ArrowBigUp,
  ChevronLeft,
  ChevronRight,
  CornerDownLeft,
  Delete,
  KeyboardOff,
  type LucideIcon,
  Space,
} from 'lucide-react';
import { useState } from 'react';
import { Button, type PressEvent } from 'react-aria-components';
import { unreachable } from '../../../shared/lib/unreachable.ts';
import type { Texts } from '../../texts/id.ts';
import { useTexts } from '../../texts/texts.tsx';
import styles from './keyboard.module.css';
import {
  codeRows,
  type Key,
  type KeyboardLayout,
  type KeyName,
  lettersRows,
  numberRows,
  phoneRows,
  type Rows,
  symbolsRows,
  ticketRows,
} from './layouts.ts';
import type { KeyAction } from './typing.ts';

export interface KeyboardProps {
  layout: KeyboardLayout;
  /** The next letter is a capital unless shift says otherwise. */
  startsCapital: boolean;
  isMultiline?: boolean;
  onKey(action: KeyAction): void;
}

/**
 * The kiosk's own keyboard; no system keyboard shows over a full-screen window. It keeps the focus in the field, so the
 * caret stays where it is, and it holds no text itself.
 */
export function Keyboard({ layout, startsCapital, isMultiline = false, onKey }: KeyboardProps) {
  const texts = useTexts();
  const [plane, setPlane] = useState<'letters' | 'symbols'>('letters');
  /** Shift turns over what the place in the text suggests, for one letter. */
  const [isTurned, setIsTurned] = useState(false);
  const isCapital = startsCapital !== isTurned;

  const press = (key: Key) => {
    if ('types' in key.does) {
      setIsTurned(false);
      onKey({ kind: 'text', text: faceOf(key.does.types, layout, isCapital) });
      return;
    }
    const name = key.does.named;
    switch (name) {
      case 'shift':
        return setIsTurned(!isTurned);
      case 'plane':
        return setPlane(plane === 'letters' ? 'symbols' : 'letters');
      case 'delete':
        return onKey({ kind: 'delete' });
      case 'space':
        return onKey({ kind: 'text', text: ' ' });
      case 'enter':
        return onKey({ kind: 'enter' });
      case 'left':
        return onKey({ kind: 'move', by: -1 });
      case 'right':
        return onKey({ kind: 'move', by: 1 });
      case 'done':
        return onKey({ kind: 'done' });
      default:
        return unreachable(name);
    }
  };

  const rows = rowsOf(layout, plane, isMultiline);
  return (
    <fieldset className={styles.keyboard} data-layout={layout} aria-label={texts.keyboard.label}>
      {rows.map((row) => (
        <div className={styles.row} key={row.map(keyId).join('')}>
          {row.map((key) => (
            <KeyCap
              key={keyId(key)}
              cap={key}
              layout={layout}
              isCapital={isCapital}
              plane={plane}
              texts={texts}
              onPress={() => press(key)}
            />
          ))}
        </div>
      ))}
    </fieldset>
  );
}

interface KeyCapProps {
  cap: Key;
  layout: KeyboardLayout;
  isCapital: boolean;
  plane: 'letters' | 'symbols';
  texts: Texts;
  onPress(): void;
}

/** Typing gives the focus to the field; who works the keys with a keypad stays on the key, to go on from there. */
function stayOnKey({ pointerType, target }: PressEvent): void {
  if (pointerType === 'keyboard' && target instanceof HTMLElement) target.focus();
}

function KeyCap({ cap, layout, isCapital, plane, texts, onPress }: KeyCapProps) {
  const press = (event: PressEvent) => {
    onPress();
    stayOnKey(event);
  };
  const style = { width: `calc(${cap.width} * var(--key) + ${cap.width - 1} * var(--key-gap))` };
  if ('types' in cap.does) {
    return (
      <Button
        className={styles.key ?? ''}
        style={style}
        preventFocusOnPress
        excludeFromTabOrder
        onPress={press}
      >
        {faceOf(cap.does.types, layout, isCapital)}
      </Button>
    );
  }
  const name = cap.does.named;
  const face = namedFace(name, plane, texts);
  return (
    <Button
      className={styles.key ?? ''}
      style={style}
      data-named={name}
      data-on={(name === 'shift' && isCapital) || undefined}
      aria-label={face.label}
      {...(name === 'shift' ? { 'aria-pressed': isCapital } : {})}
      preventFocusOnPress
      excludeFromTabOrder
      onPress={press}
    >
      {face.icon ? <face.icon aria-hidden="true" /> : face.words}
    </Button>
  );
}

function namedFace(
  name: KeyName,
  plane: 'letters' | 'symbols',
  texts: Texts,
): { label: string; icon?: LucideIcon; words?: string } {
  switch (name) {
    case 'shift':
      return { label: texts.keyboard.shift, icon: ArrowBigUp };
    case 'delete':
      return { label: texts.keyboard.delete, icon: Delete };
    case 'space':
      return { label: texts.keyboard.space, icon: Space };
    case 'enter':
      return { label: texts.keyboard.enter, icon: CornerDownLeft };
    case 'left':
      return { label: texts.keyboard.left, icon: ChevronLeft };
    case 'right':
      return { label: texts.keyboard.right, icon: ChevronRight };
    case 'done':
      return { label: texts.keyboard.done, icon: KeyboardOff };
    case 'plane':
      return plane === 'letters'
        ? { label: texts.keyboard.symbolsLabel, words: texts.keyboard.symbols }
        : { label: texts.keyboard.lettersLabel, words: texts.keyboard.letters };
    default:
      return unreachable(name);
  }
}

function rowsOf(layout: KeyboardLayout, plane: 'letters' | 'symbols', isMultiline: boolean): Rows {
  switch (layout) {
    case 'text':
      return plane === 'letters' ? lettersRows(isMultiline) : symbolsRows(isMultiline);
    case 'number':
      return numberRows;
    case 'phone':
      return phoneRows;
    case 'code':
      return codeRows;
    case 'ticket':
      return ticketRows;
    default:
      return unreachable(layout);
  }
}

function faceOf(character: string, layout: KeyboardLayout, isCapital: boolean): string {
  return layout === 'text' && isCapital ? character.toUpperCase() : character;
}

function keyId(key: Key): string {
  return 'types' in key.does ? key.does.types : `[${key.does.named}]`;
}
