import { useMachine } from '@xstate/react';
import { useCallback, useEffect, useState } from 'react';
import type { FlowProps } from '../../lobby/flow-props.ts';
import type { FormOutput } from './form/form.machine.ts';
import { ProductForm } from './form/product-form.tsx';
import { HandingIn } from './handing-in/handing-in.tsx';
import { CategoryScreen, RegionScreen } from './market/filter-screens.tsx';
import { MarketScreen } from './market/market-screen.tsx';
import { ProductScreen } from './product/product-screen.tsx';
import { showcaseMachine } from './showcase.machine.ts';

/** "Karya PMI Purna": a market stall of what returned workers make, and the way to a place in it. */
export function ShowcaseFlow({ language, content, kioskState, bridge, onFinished, onLeave }: FlowProps) {
  const { products, consentTexts } = content.showcase;
  const mayCall = consentTexts.find(({ purpose }) => purpose === 'maker-may-call');
  const mayPublish = consentTexts.find(({ purpose }) => purpose === 'publish-product');
  const [input] = useState(() => {
    const canRecord = kioskState.mode === 'ready';
    return { offers: { interest: canRecord && !!mayCall, proposal: canRecord && !!mayPublish } };
  });
  const [snapshot, send] = useMachine(showcaseMachine, { input });
  const { context } = snapshot;
  const product = products.find(({ id }) => id === context.productId);

  const way = snapshot.status === 'done' ? snapshot.output.way : null;
  useEffect(() => {
    if (way === 'finished') onFinished();
    if (way === 'left') onLeave();
  }, [way, onFinished, onLeave]);
  const isGone = snapshot.matches('product') && !product;
  useEffect(() => {
    if (isGone) send({ type: 'product.gone' });
  }, [isGone, send]);
  const onForm = useCallback(
    (output: FormOutput) =>
      send(output.way === 'sent' ? { type: 'form.sent', body: output.body } : { type: 'form.left' }),
    [send],
  );
  const onHandedIn = useCallback(() => send({ type: 'handed.in' }), [send]);

  if (snapshot.matches('handingIn') && context.body) {
    return <HandingIn bridge={bridge} language={language} body={context.body} onFinished={onHandedIn} />;
  }
  if (snapshot.matches('proposing') && mayPublish) {
    return <ProductForm form="proposal" bridge={bridge} consent={mayPublish} onDone={onForm} />;
  }
  if (snapshot.matches('interested') && mayCall && product) {
    return (
      <ProductForm form="interest" bridge={bridge} consent={mayCall} product={product} onDone={onForm} />
    );
  }
  if (snapshot.matches('choosingCategory')) {
    return <CategoryScreen products={products} chosen={context.category} send={send} />;
  }
  if (snapshot.matches('choosingRegion')) {
    return <RegionScreen products={products} chosen={context.province} send={send} />;
  }
  if (snapshot.matches('product') && product) {
    return (
      <ProductScreen
        product={product}
        countries={content.countries}
        kioskState={kioskState}
        now={Date.now()}
        photo={context.photo}
        panel={context.panel}
        canBeInterested={context.offers.interest}
        send={send}
      />
    );
  }
  return <MarketScreen products={products} context={context} send={send} />;
}
