import { Map as MapIcon } from 'lucide-react';
import { useState } from 'react';
import { PRODUCT_LIMITS } from '../../../../../shared/domain/product.ts';
import type { Wilayah } from '../../../../../shared/domain/wilayah.ts';
import { BigButton } from '../../../../components/big-button/big-button.tsx';
import { RegionChoice } from '../../../regions/region-choice.tsx';
import { useRegions } from '../../../regions/use-regions.ts';
import { useShowcaseWords } from '../../words.ts';
import { FIELD_ID } from '../field-id.ts';
import { keptText } from '../judge.ts';
import type { QuestionScreenProps } from './question-screen.tsx';

/** The province leads to its regencies; only the regency is an answer, and only its name is kept, because that is what is shown. */
export function RegencyQuestion({ snapshot, send, bridge }: QuestionScreenProps) {
  const { form } = useShowcaseWords();
  const [province, setProvince] = useState<Wilayah | null>(null);
  const list = useRegions(bridge, province?.code ?? null);
  const { draft } = snapshot.context;
  // As it is typed, with the blank behind a first word; whether there is an answer at all, the kept text says.
  const name = keptText('regency', draft) === '' ? '' : (draft.texts.regency ?? '');
  const write = (text: string) => send({ type: 'text.typed', text });
  const goOn = () => send({ type: 'next.pressed' });
  const choose = (regency: Wilayah) => {
    write(regency.name);
    goOn();
  };
  const listed = list.state === 'ready' ? list.regions.find((region) => region.name === name) : undefined;
  return (
    <>
      <RegionChoice
        key={province?.code ?? 'provinces'}
        title={province ? form.questions.regency.title : form.province}
        fieldId={FIELD_ID}
        list={list}
        hasList
        chosen={listed}
        kept={listed || name === '' ? undefined : { name, onKeep: goOn }}
        limit={PRODUCT_LIMITS.regency}
        words={form.region}
        onChoose={province ? choose : setProvince}
        onWrite={write}
      />
      {province ? (
        <div>
          <BigButton tone="quiet" icon={MapIcon} onPress={() => setProvince(null)}>
            {form.otherProvince}
          </BigButton>
        </div>
      ) : null}
    </>
  );
}
