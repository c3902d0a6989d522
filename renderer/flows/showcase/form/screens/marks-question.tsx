import type { MarkKind } from '../../../../../shared/domain/product.ts';
import { marksFor } from '../../../../../shared/domain/product-marks.ts';
import { MultiChoice } from '../../../../components/multi-choice/multi-choice.tsx';
import { useShowcaseWords } from '../../words.ts';
import { FIELD_ID } from '../field-id.ts';
import type { FormScreenProps } from '../product-form.tsx';

/** Stands for "none yet", which is an answer like any other. */
const NONE = 'none';

/** The marks she has. "None yet" takes the others away, and any other takes "none yet" away. */
export function MarksQuestion({ snapshot, send }: FormScreenProps) {
  const { form } = useShowcaseWords();
  const { marks, category = 'craft' } = snapshot.context.draft;
  const offered = marksFor(category);
  const chosen: (MarkKind | typeof NONE)[] =
    marks === undefined ? [] : marks.length === 0 ? [NONE] : offered.filter((kind) => marks.includes(kind));
  return (
    <div id={FIELD_ID} tabIndex={-1} style={{ display: 'contents' }}>
      <MultiChoice<MarkKind | typeof NONE>
        label={form.questions.marks.title}
        answers={[
          ...offered.map((kind) => ({ value: kind, ...form.markChoices[kind] })),
          { value: NONE, label: form.noMarks },
        ]}
        chosen={chosen}
        onChange={(values) => {
          const isNoneNew = values.includes(NONE) && !chosen.includes(NONE);
          send({
            type: 'marks.chosen',
            marks: isNoneNew ? [] : values.filter((value): value is MarkKind => value !== NONE),
          });
        }}
        columns={{ portrait: 1, landscape: 2 }}
      />
    </div>
  );
}
