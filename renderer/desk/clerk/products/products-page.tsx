import { useState } from 'react';
import type { CounterProduct } from '../../../../shared/contract/clerk.ts';
import { FailedScreen, LoadingScreen } from '../../frame/state-screens.tsx';
import { useReading } from '../../frame/use-reading.ts';
import type { ClerkPageProps } from '../clerk-desk.tsx';
import { TakeInPage } from '../take-in/take-in-page.tsx';
import { HideProduct } from './hide-product.tsx';
import { ProductsView } from './products-view.tsx';

const NOTHING = {};

/** The showcase of this kiosk, and what is hidden in it. */
export function ProductsPage({ bridge, onBack }: ClerkPageProps) {
  const { value, problem, readAgain } = useReading(bridge, 'clerk.products', NOTHING);
  const [chosen, setChosen] = useState<CounterProduct | null>(null);
  const [isTakingIn, setIsTakingIn] = useState(false);
  if (isTakingIn) return <TakeInPage bridge={bridge} onEnd={() => setIsTakingIn(false)} />;
  if (chosen) {
    return (
      <HideProduct
        bridge={bridge}
        product={chosen}
        onEnd={() => {
          setChosen(null);
          readAgain();
        }}
      />
    );
  }
  if (value === null && problem) {
    return (
      <FailedScreen name="clerk.products-failed" problem={problem} onRetry={readAgain} onBack={onBack} />
    );
  }
  if (value === null) return <LoadingScreen name="clerk.products-reading" onBack={onBack} />;
  return (
    <ProductsView
      products={value.products}
      onChoose={setChosen}
      onTakeIn={() => setIsTakingIn(true)}
      onBack={onBack}
    />
  );
}
