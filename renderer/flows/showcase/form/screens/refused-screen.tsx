import { Notice } from '../../../../components/notice/notice.tsx';
import { Screen } from '../../../../components/screen/screen.tsx';
import { useShowcaseWords } from '../../words.ts';
import type { FormScreenProps } from '../product-form.tsx';

/** No leave to call: nothing is kept, and there is still a way to the maker. */
export function RefusedScreen({ send }: FormScreenProps) {
  const { refused } = useShowcaseWords().form;
  return (
    <Screen
      name="showcase.refused"
      question={{ title: refused.title, why: refused.lead }}
      back={{ label: refused.change, onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ label: refused.leave, onPress: () => send({ type: 'leave.pressed' }) }}
    >
      <Notice tone="info">{refused.qr}</Notice>
    </Screen>
  );
}
