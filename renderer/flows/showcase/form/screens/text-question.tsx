import type { KeyboardLayout } from '../../../../components/keyboard/layouts.ts';
import type { Capitals } from '../../../../components/keyboard/typing.ts';
import { TextField } from '../../../../components/text-field/text-field.tsx';
import type { ShowcaseDoubt } from '../../../../texts/showcase.id.ts';
import { useShowcaseWords } from '../../words.ts';
import type { TextStep } from '../draft.ts';
import { FIELD_ID } from '../field-id.ts';
import { longestText } from '../judge.ts';
import type { FormScreenProps } from '../product-form.tsx';

const LAYOUTS: Partial<Record<TextStep, KeyboardLayout>> = {
  'interest-phone': 'phone',
  'maker-phone': 'phone',
  price: 'number',
};
const CAPITALS: Partial<Record<TextStep, Capitals>> = {
  'interest-name': 'words',
  'maker-name': 'words',
  'product-name': 'words',
  village: 'words',
  unit: 'none',
  'mark-halal': 'all',
  'mark-p-irt': 'all',
  'mark-bpom-md': 'all',
  'mark-bpom-na': 'all',
  'mark-bpom-tr': 'all',
  'mark-nib': 'all',
};
const LONG: readonly TextStep[] = ['story', 'interest-note', 'ingredients'];
const DICTATED: readonly TextStep[] = ['interest-phone', 'maker-phone', 'price'];

/** One field and the kiosk's keyboard, open at once. */
export function TextQuestion({ step, snapshot, send }: FormScreenProps & { step: TextStep }) {
  const { form } = useShowcaseWords();
  const { draft, fault, doubts } = snapshot.context;
  const question = form.questions[step];
  return (
    <TextField
      id={FIELD_ID}
      label={question.label ?? question.title}
      value={draft.texts[step] ?? ''}
      onChange={(text) => send({ type: 'text.typed', text })}
      limit={longestText(step)}
      {...(question.hint && !fault && doubts.length === 0 ? { hint: question.hint } : {})}
      error={fault ? form.faults[fault] : undefined}
      warning={
        doubts.length > 0
          ? [
              `${form.doubts.title}.`,
              ...doubts.map(({ code }) => form.doubts.words[code as ShowcaseDoubt]),
            ].join(' ')
          : undefined
      }
      layout={LAYOUTS[step] ?? 'text'}
      capitals={CAPITALS[step] ?? 'sentences'}
      isMultiline={LONG.includes(step)}
      isDictated={DICTATED.includes(step)}
      autoFocus
    />
  );
}
