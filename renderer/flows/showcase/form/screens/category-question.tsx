import { ProductCategory } from '../../../../../shared/contract/content/showcase.ts';
import { SingleChoice } from '../../../../components/single-choice/single-choice.tsx';
import { CATEGORY_ICONS } from '../../category-icons.ts';
import { useShowcaseWords } from '../../words.ts';
import type { FormScreenProps } from '../product-form.tsx';

export function CategoryQuestion({ snapshot, send }: FormScreenProps) {
  const words = useShowcaseWords();
  return (
    <SingleChoice
      label={words.form.questions.category.title}
      answers={ProductCategory.options.map((category) => ({
        value: category,
        label: words.categories[category],
        icon: CATEGORY_ICONS[category],
      }))}
      chosen={snapshot.context.draft.category}
      onChoose={(category) => send({ type: 'category.chosen', category })}
      columns={{ portrait: 1, landscape: 2 }}
    />
  );
}
