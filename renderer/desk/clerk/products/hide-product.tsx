import { Eye, PackageX, PencilLine, UserX } from 'lucide-react';
import { useEffect } from 'react';
import type { ClerkInput, CounterProduct } from '../../../../shared/contract/clerk.ts';
import type { Bridge } from '../../../bridge/bridge.ts';
import { SingleChoice } from '../../../components/single-choice/single-choice.tsx';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import { FailedScreen, LoadingScreen } from '../../frame/state-screens.tsx';
import { useAct } from '../../frame/use-act.ts';
import { useClerkWords } from '../clerk-words.ts';

type Reason = ClerkInput<'clerk.hide-product'>['reason'];

const ICONS = { 'maker-asked': UserX, 'sold-out': PackageX, 'wrong-facts': PencilLine, 'shown-again': Eye };

export interface HideProductProps {
  bridge: Bridge;
  product: CounterProduct;
  onEnd(): void;
}

/** Hides one product, or shows it again: always with a reason, and the list is read again afterwards. */
export function HideProduct({ bridge, product, onEnd }: HideProductProps) {
  const { products: words } = useClerkWords();
  const { state, problem, confirm, goBack } = useAct(bridge, 'clerk.hide-product', 10_000);
  useEffect(() => {
    if (state === 'done') onEnd();
  }, [state, onEnd]);
  if (state === 'failed') {
    return (
      <FailedScreen
        name="clerk.hide-failed"
        problem={problem ?? { code: 'bridge.no-answer' }}
        onRetry={goBack}
        onBack={onEnd}
      />
    );
  }
  if (state !== 'asking') return <LoadingScreen name="clerk.hide-saving" title={words.saving} />;
  return (
    <HideScreen
      product={product}
      onReason={(reason) => confirm({ id: product.id, isHidden: product.hidden === null, reason })}
      onBack={onEnd}
    />
  );
}

interface HideScreenProps {
  product: CounterProduct;
  onReason(reason: Reason): void;
  onBack(): void;
}

export function HideScreen({ product, onReason, onBack }: HideScreenProps) {
  const { products: words, ticket } = useClerkWords();
  const isShown = product.hidden === null;
  const title = isShown ? words.hideTitle : words.showTitle;
  const reasons: Reason[] = isShown ? ['maker-asked', 'sold-out', 'wrong-facts'] : ['shown-again'];
  return (
    <DeskScreen
      name="clerk.hide"
      eyebrow={product.name}
      title={title}
      why={words.actWhy}
      back={{ onPress: onBack, label: ticket.back }}
    >
      <SingleChoice
        label={title}
        answers={reasons.map((value) => ({ value, label: words.reason[value], icon: ICONS[value] }))}
        onChoose={onReason}
      />
    </DeskScreen>
  );
}
