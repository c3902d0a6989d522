// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { KioskContent } from '../../../shared/contract/content.ts';
import type { KioskState } from '../../../shared/contract/kiosk-state.ts';
import { ProductInterestAnswers } from '../../../shared/domain/product.ts';
import { failed } from '../../../shared/lib/result.ts';
import { aKioskState, exampleContent, type FakeBridge, fakeBridge } from '../../bridge/fake.ts';
import { show } from '../../testing.tsx';
import { id } from '../../texts/id.ts';
import { showcaseId as words } from '../../texts/showcase.id.ts';
import { ShowcaseFlow } from './showcase-flow.tsx';
import { exampleProduct, exampleShowcase } from './testing.ts';

interface Opened {
  bridge: FakeBridge;
  onFinished: ReturnType<typeof vi.fn>;
  onLeave: ReturnType<typeof vi.fn>;
}

function open(
  showcase: Partial<KioskContent['showcase']> = {},
  kiosk: Partial<KioskState> = {},
  bridge = fakeBridge(),
): Opened {
  const [onFinished, onLeave] = [vi.fn(), vi.fn()];
  show(
    <ShowcaseFlow
      language="id"
      content={exampleContent({ showcase: { ...exampleShowcase, ...showcase } })}
      kioskState={aKioskState(kiosk)}
      bridge={bridge}
      onFinished={onFinished}
      onLeave={onLeave}
      onGoTo={vi.fn()}
    />,
  );
  return { bridge, onFinished, onLeave };
}

const button = (name: RegExp | string) =>
  screen.getByRole('button', { name: typeof name === 'string' ? new RegExp(`^${name}`) : name });
/** A press by keyboard: react-aria takes it at once, and no pointer has to be acted. */
async function press(name: RegExp | string) {
  await pressElement(button(name));
}
async function pressElement(element: HTMLElement) {
  await act(async () => {
    fireEvent.keyDown(element, { key: 'Enter' });
    fireEvent.keyUp(element, { key: 'Enter' });
  });
}
const onScreen = () => document.querySelector('[data-screen]')?.getAttribute('data-screen');
const type = (text: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value: text } });
const kopi = exampleProduct('contoh-kopi-lereng');

test('the market shows every product with its maker and price; kind and region show fewer', async () => {
  open();
  expect(onScreen()).toBe('showcase.market');
  for (const { name } of exampleShowcase.products) expect(screen.getByText(name)).toBeTruthy();
  await press(words.market.allCategories);
  await press(words.categories.service);
  expect(screen.getByText('Jahit Kenanga')).toBeTruthy();
  expect(screen.queryByText(kopi.name)).toBeNull();
  await press(words.market.allRegions);
  await press('Lampung');
  expect(screen.getByText(words.market.nothingHere)).toBeTruthy();
  await press(words.market.showAll);
  expect(screen.getByText(kopi.name)).toBeTruthy();
});

test('a product shows picture, price with its day, story, marks and the way to its maker', async () => {
  open();
  await press(kopi.name);
  expect(onScreen()).toBe('showcase.product');
  const picture = () => screen.getByRole('img', { name: /kopi/i });
  expect(picture().getAttribute('src')).toBe('/content-photos/contoh-kopi.webp');
  expect(screen.getByText(words.product.price('Rp45.000', '250 gram'))).toBeTruthy();
  expect(screen.getByText(words.product.priceAsOf('15 November 2026'))).toBeTruthy();
  expect(screen.getByText(words.product.formerly('Hong Kong'))).toBeTruthy();
  await press(words.product.nextPhoto);
  expect(picture().getAttribute('src')).toBe('/content-photos/contoh-kopi-biji.webp');
  await press(words.product.nextPhoto);
  expect(picture().getAttribute('src')).toBe('/content-photos/contoh-kopi.webp');
});

test('the country a maker worked in is silent unless she gave it', async () => {
  open();
  await press('Jamu Kunyit Pagi');
  expect(screen.queryByText(/Pernah bekerja/)).toBeNull();
});

test('a picture that does not come leaves the sign of its kind, with the same words', async () => {
  open();
  await press(kopi.name);
  fireEvent.error(screen.getByRole('img', { name: /kopi/i }));
  expect(screen.getByRole('img', { name: /kopi/i }).tagName).toBe('SPAN');
});

async function goToConsent() {
  await press(kopi.name);
  await press(words.product.interested);
  type('Contoh Rini');
  await press(id.common.next);
  type('081234567021');
  await press(id.common.next);
  await press(id.common.skip);
  expect(onScreen()).toBe('showcase.consent-call');
}

test('"saya tertarik" commits once what was said, and ends with a ticket', async () => {
  const { bridge, onFinished } = open();
  await goToConsent();
  fireEvent.click(screen.getByRole('radio', { name: id.consent.agree }));
  await press(id.common.next);
  await press(words.check.send.interest);
  await waitFor(() => expect(onScreen()).toBe('showcase.ticket'));
  const asked = bridge.asked.filter(({ name }) => name === 'submission.submit');
  expect(asked).toHaveLength(1);
  const body = Reflect.get(Object(asked[0]?.input), 'body') as { kind: string; answers: unknown };
  expect(body.kind).toBe('product-interest');
  expect(ProductInterestAnswers.parse(body.answers)).toMatchObject({
    productId: kopi.id,
    name: 'Contoh Rini',
  });
  await press(words.ticket.next);
  await press(words.slip.taken);
  await waitFor(() => expect(onScreen()).toBe('showcase.after'));
  await press(words.after.finish);
  expect(onFinished).toHaveBeenCalledOnce();
});

test('without leave to call nothing is sent, and the product is there again', async () => {
  const { bridge } = open();
  await goToConsent();
  fireEvent.click(screen.getByRole('radio', { name: id.consent.disagree }));
  await press(id.common.next);
  expect(onScreen()).toBe('showcase.refused');
  await press(words.form.refused.leave);
  expect(onScreen()).toBe('showcase.product');
  expect(bridge.asked.some(({ name }) => name === 'submission.submit')).toBe(false);
});

test('a full disk is told, and the same answers go out again under the same id', async () => {
  const bridge = fakeBridge({ 'submission.submit': () => failed({ code: 'intake.disk-full' }) });
  open({}, {}, bridge);
  await goToConsent();
  fireEvent.click(screen.getByRole('radio', { name: id.consent.agree }));
  await press(id.common.next);
  await press(words.check.send.interest);
  await waitFor(() => expect(onScreen()).toBe('showcase.failed'));
  expect(screen.getByText(words.failed.full)).toBeTruthy();
  await press(words.failed.retry);
  await waitFor(() =>
    expect(bridge.asked.filter(({ name }) => name === 'submission.submit')).toHaveLength(2),
  );
  const [first, second] = bridge.asked.filter(({ name }) => name === 'submission.submit');
  expect(second?.input).toEqual(first?.input);
});

test('an empty showcase invites, and takes the first proposal', async () => {
  const { onLeave } = open({ products: [] });
  expect(onScreen()).toBe('showcase.empty');
  await press(words.market.register);
  expect(onScreen()).toBe('showcase.product-name');
  await press(id.common.back);
  await press(id.common.back);
  expect(onLeave).toHaveBeenCalledOnce();
});

test('a kiosk that cannot record shows everything and takes nothing', async () => {
  open({}, { mode: 'information-only' });
  expect(screen.queryByRole('button', { name: new RegExp(words.market.register) })).toBeNull();
  await press(kopi.name);
  expect(screen.queryByRole('button', { name: new RegExp(words.product.interested) })).toBeNull();
});

test('without the words of a permission, what needs it is not offered', async () => {
  open({ consentTexts: [] });
  expect(screen.queryByRole('button', { name: new RegExp(words.market.register) })).toBeNull();
});
