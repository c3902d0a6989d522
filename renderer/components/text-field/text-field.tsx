import { use, useCallback, useEffect, useId, useLayoutEffect, useReducer, useRef, useState } from 'react';
import { unreachable } from '../../../shared/lib/unreachable.ts';
import { useTexts } from '../../texts/texts.tsx';
import type { KeyboardLayout } from '../keyboard/layouts.ts';
import {
  type Capitals,
  caretIn,
  deleteBack,
  insertText,
  type KeyAction,
  moveCaret,
  type Typed,
} from '../keyboard/typing.ts';
import styles from './text-field.module.css';
import { TypingContext } from './typing-context.ts';

export interface TextFieldProps {
  id: string;
  label: string;
  value: string;
  onChange(text: string): void;
  /** Most characters (UTF-16 units, as the schemas count). Typing stops there and says so. */
  limit?: number;
  hint?: string;
  /** What to do about it; beside the field and, by the screen, in the summary. */
  error?: string | undefined;
  /** A doubt that never blocks. */
  warning?: string | undefined;
  layout?: KeyboardLayout;
  capitals?: Capitals;
  isMultiline?: boolean;
  isOptional?: boolean;
  autoFocus?: boolean;
  /** Large and spaced, for numbers that are read out or copied from paper. */
  isDictated?: boolean;
  /** Shows dots; neither what is typed nor the keys are read aloud. One line only. */
  isSecret?: boolean;
  onDone?(): void;
}

/** A field tells how many characters are left when they become few; a fresh short field never does. */
function isNearFull(left: number, limit: number): boolean {
  return left <= Math.min(60, limit / 4);
}

/** Long numbers are set smaller, so that every digit stays in sight. */
function widthOf(text: string): 'usual' | 'long' | 'longest' {
  if (text.length <= 13) return 'usual';
  return text.length <= 20 ? 'long' : 'longest';
}

/** A labelled field for the kiosk's own keyboard and for a physical one. Nothing is remembered, corrected or suggested. */
export function TextField(props: TextFieldProps) {
  const { id, value, onChange, limit, layout = 'text', capitals = 'sentences' } = props;
  const { isMultiline = false, isSecret = false } = props;
  const texts = useTexts();
  const typing = use(TypingContext);
  const element = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null);
  /** What stands before the caret and before the end of the selection, for after a render. */
  const caret = useRef<{ start: string; end: string } | null>(null);
  const [, lookAgain] = useReducer((looks: number) => looks + 1, 0);
  const [textBefore, setTextBefore] = useState('');
  const describedBy = useId();

  const read = useCallback((): Typed => {
    const field = element.current;
    return {
      text: value,
      start: Math.min(field?.selectionStart ?? value.length, value.length),
      end: Math.min(field?.selectionEnd ?? value.length, value.length),
    };
  }, [value]);

  const write = useCallback(
    (typed: Typed) => {
      // A press on another button may have taken the focus; typing brings it back.
      element.current?.focus({ preventScroll: true });
      caret.current = { start: typed.text.slice(0, typed.start), end: typed.text.slice(0, typed.end) };
      setTextBefore(typed.text.slice(0, typed.start));
      // The field may show the same as before, a hyphen that came back by itself, and then nothing else would render.
      lookAgain();
      if (typed.text !== value) onChange(typed.text);
    },
    [value, onChange],
  );

  const type = useCallback(
    (action: KeyAction) => {
      switch (action.kind) {
        case 'text':
          return write(insertText(read(), action.text, limit));
        case 'enter':
          return write(insertText(read(), isMultiline ? '\n' : '', limit));
        case 'delete':
          return write(deleteBack(read()));
        case 'move':
          return write(moveCaret(read(), action.by));
        case 'done':
          element.current?.blur();
          typing?.detach(id);
          return props.onDone?.();
        default:
          return unreachable(action);
      }
    },
    [read, write, limit, isMultiline, props.onDone, typing?.detach, id],
  );

  // The browser puts the caret at the end whenever React sets the value; put it back where the typing was.
  useLayoutEffect(() => {
    if (!caret.current || !element.current) return;
    const { start, end } = caret.current;
    element.current.setSelectionRange(caretIn(value, start), caretIn(value, end));
    caret.current = null;
  });

  const attach = typing?.attach;
  const detach = typing?.detach;
  const isActive = typing?.target?.id === id;
  const attachThis = useCallback(
    () => attach?.({ id, layout, capitals, isMultiline, isSecret, textBefore, type }),
    [attach, id, layout, capitals, isMultiline, isSecret, textBefore, type],
  );
  useEffect(() => {
    if (isActive) attachThis();
  }, [isActive, attachThis]);
  useEffect(() => () => detach?.(id), [detach, id]);

  useEffect(() => {
    if (!props.autoFocus || !element.current) return;
    element.current.focus();
    element.current.setSelectionRange(element.current.value.length, element.current.value.length);
  }, [props.autoFocus]);

  const left = limit === undefined ? 0 : Math.max(0, limit - value.length);
  const note = limit !== undefined && isNearFull(left, limit) ? texts.keyboard.charactersLeft(left) : null;
  const common = {
    id,
    value,
    inputMode: 'none' as const,
    autoComplete: 'off',
    autoCorrect: 'off',
    autoCapitalize: 'none',
    spellCheck: false,
    maxLength: limit,
    'aria-describedby': describedBy,
    'aria-invalid': props.error ? (true as const) : undefined,
    'data-error': props.error ? true : undefined,
    'data-dictated': props.isDictated ? widthOf(value) : undefined,
    className: styles.input,
    onFocus: () => {
      setTextBefore(read().text.slice(0, read().start));
      attachThis();
    },
    onSelect: () => setTextBefore(value.slice(0, read().start)),
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };

  return (
    <div className={styles.field} data-multiline={isMultiline || undefined}>
      <label className={styles.label} htmlFor={id}>
        {props.label}
        {props.isOptional ? <span className={styles.optional}> ({texts.common.optional})</span> : null}
      </label>
      {isMultiline ? (
        <textarea
          {...common}
          ref={(found) => {
            element.current = found;
          }}
        />
      ) : (
        <input
          {...common}
          type={isSecret ? 'password' : 'text'}
          ref={(found) => {
            element.current = found;
          }}
        />
      )}
      <div id={describedBy} className={styles.notes}>
        {props.error ? <p className={styles.error}>{props.error}</p> : null}
        {props.warning && !props.error ? <p className={styles.warning}>{props.warning}</p> : null}
        {props.hint ? <p className={styles.hint}>{props.hint}</p> : null}
        <p className={styles.hint} role="status">
          {note}
        </p>
      </div>
    </div>
  );
}
