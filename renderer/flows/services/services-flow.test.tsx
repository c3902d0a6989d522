// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { KioskState } from '../../../shared/contract/kiosk-state.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { LeadAnswers } from '../../../shared/domain/lead.ts';
import { failed, succeeded } from '../../../shared/lib/result.ts';
import { aKioskState, aTicket, fakeBridge, type Script } from '../../bridge/fake.ts';
import { GlossaryProvider } from '../../components/explained-text/glossary.tsx';
import { findViolations, show } from '../../testing.tsx';
import { catalogues } from '../../texts/texts.tsx';
import { exampleRates, servicesContent } from './example-content.ts';
import { ServicesFlow } from './services-flow.tsx';
import { servicesWords } from './words.ts';

interface Opening {
  script?: Script;
  language?: Language;
  kioskState?: KioskState;
  content?: ReturnType<typeof servicesContent>;
}

function open({
  script = {},
  language = 'id',
  kioskState = aKioskState(),
  content = servicesContent(),
}: Opening = {}) {
  const bridge = fakeBridge(script);
  const onFinished = vi.fn();
  const onLeave = vi.fn();
  show(
    <GlossaryProvider entries={content.glossary.entries}>
      <ServicesFlow
        language={language}
        content={content}
        kioskState={kioskState}
        bridge={bridge}
        onFinished={onFinished}
        onLeave={onLeave}
        onGoTo={vi.fn()}
      />
    </GlossaryProvider>,
    language,
  );
  return { bridge, onFinished, onLeave, content };
}

const texts = servicesWords.id;
const { common, consent } = catalogues.id;
const screenName = () => document.querySelector('main')?.dataset.screen;

/** Presses the button or card whose name begins with these words. */
async function press(name: string) {
  const button = screen
    .getAllByRole('button')
    .find((found) => (found.getAttribute('aria-label') ?? found.textContent ?? '').startsWith(name));
  if (!button) throw new Error(`no button "${name}" at "${screenName()}"`);
  await act(async () => {
    fireEvent.click(button);
  });
}

async function choose(role: 'checkbox' | 'radio', name: string) {
  const [option] = screen.getAllByRole(role, { name: new RegExp(`^${name}`) });
  if (!option) throw new Error(`no ${role} "${name}"`);
  await act(async () => {
    fireEvent.click(option);
  });
}

async function type(text: string) {
  await act(async () => {
    fireEvent.change(screen.getByRole('textbox'), { target: { value: text } });
  });
}

async function look(expected: string) {
  expect(screenName()).toBe(expected);
  expect(await findViolations(), `at ${expected}`).toEqual([]);
}

/** From the shelf to the first question of the form. */
async function reachForm(service: string) {
  await press(service);
  await press(texts.about.next);
  await press(texts.counter.request);
}

test('the whole way, with a number: every screen is sound, and what was said arrives', async () => {
  const { bridge, onFinished } = open();
  await look('services.list');
  await press('Kiriman uang');
  await look('services.about.remittance');
  await press(texts.about.next);
  await look('services.counter');
  await press(texts.counter.request);
  await look('services.lead.need');
  await press(texts.need.answers.remittance.receive?.label ?? '');
  await look('services.lead.country');
  await press('Hong Kong');
  await look('services.lead.name');
  await type('Siti Rahayu Contoh');
  await press(common.next);
  await look('services.lead.consent-request');
  expect(screen.getAllByRole('radio').every((radio) => !(radio as HTMLInputElement).checked)).toBe(true);
  await choose('radio', consent.agree);
  await press(common.next);
  await look('services.lead.phone');
  await type('+852 5294 4184');
  await press(common.next);
  await look('services.lead.times');
  await choose('checkbox', texts.times.answers.evening.label);
  await press(common.next);
  await look('services.lead.consent-services');
  await choose('radio', consent.disagree);
  await press(common.next);
  await look('services.lead.check');
  await press(texts.check.send);
  await waitFor(() => expect(screenName()).toBe('services.lead.ticket'));
  await look('services.lead.ticket');
  expect(document.body.textContent).not.toMatch(/Siti|Rahayu|5294/);
  await press(texts.ticket.next);
  await look('services.lead.slip');
  await press(texts.slip.taken);
  await waitFor(() => expect(screenName()).toBe('services.lead.after'));
  await look('services.lead.after');
  expect(document.body.textContent).toContain(texts.after.mayCall);
  await press(texts.after.finish);
  await waitFor(() => expect(onFinished).toHaveBeenCalledOnce());
  const [sent] = bridge.asked.filter(({ name }) => name === 'submission.submit');
  const { body } = (sent ?? { input: {} }).input as { body: { kind: string; answers: unknown } };
  expect(body.kind).toBe('lead');
  expect(LeadAnswers.parse(body.answers)).toMatchObject({
    service: 'remittance',
    need: 'receive',
    name: 'Siti Rahayu Contoh',
    country: 'HK',
    phone: '+852 5294 4184',
    times: ['evening'],
    consents: [
      { purpose: 'contact-about-request', given: true, textVersion: 'lead-contact/1' },
      { purpose: 'contact-about-services', given: false, textVersion: 'lead-other-services/1' },
    ],
    doubts: [],
  });
}, 60_000);

test('refusing contact asks for no number, says so, and still gives a slip', async () => {
  const { bridge } = open();
  await reachForm('Giropos');
  await press(texts.need.answers.giropos.start?.label ?? '');
  await type('Siti');
  await press(common.next);
  await choose('radio', consent.disagree);
  await press(common.next);
  expect(screenName()).toBe('services.lead.check');
  expect(document.body.textContent).toContain(texts.check.noPhone);
  await press(texts.check.send);
  await waitFor(() => expect(screenName()).toBe('services.lead.ticket'));
  await press(texts.ticket.next);
  await press(texts.slip.missing);
  await waitFor(() => expect(document.body.textContent).toContain(texts.slip.withoutTitle));
  await press(texts.slip.goOn);
  await waitFor(() => expect(screenName()).toBe('services.lead.after'));
  expect(document.body.textContent).toContain(texts.after.noCall);
  expect(document.body.textContent).toContain(texts.after.showNumber);
  const [sent] = bridge.asked.filter(({ name }) => name === 'submission.submit');
  expect(JSON.stringify(sent?.input)).not.toContain('phone');
});

test('a tap on an abbreviation explains it, and the page stays', async () => {
  const { content } = open();
  await press('Agen Pos');
  await press('NPWP');
  const dialog = screen.getByRole('dialog', { name: 'NPWP' });
  const entry = content.glossary.entries.find(({ key }) => key === 'npwp');
  expect(dialog.textContent).toContain(entry?.explanation.id);
  await act(async () => {
    fireEvent.click(within(dialog).getByRole('button', { name: common.close }));
  });
  expect(screenName()).toBe('services.about.agen-pos');
});

test('each point says its source and when it was checked; what is likely is marked, what is sure is not', async () => {
  open();
  await press('Pospay');
  const [sure, , likely] = servicesContent().services.services[0]?.points ?? [];
  const cardOf = (text: string | undefined) => {
    const cards = screen.getAllByRole('listitem');
    return cards.find((card) => card.textContent?.startsWith(text ?? '-'))?.textContent ?? '';
  };
  expect([sure?.provenance.confidence, likely?.provenance.confidence]).toEqual(['sure', 'likely']);
  expect(cardOf(sure?.text.id)).toContain('Sumber: liputan6.com, 2022. Diperiksa 22 November 2026.');
  expect(cardOf(sure?.text.id)).not.toContain(common.toBeChecked);
  expect(cardOf(likely?.text.id)).toContain(common.toBeChecked);
});

test('without rates the page sends to the counter and offers no estimate', async () => {
  open();
  await press('Kiriman uang');
  expect(document.body.textContent).toContain(texts.about.noRates);
  expect(screen.queryByRole('button', { name: texts.about.estimate })).toBeNull();
});

test('with rates an estimate says its date, that it is none of a promise, and what is not counted', async () => {
  open({ content: servicesContent(exampleRates) });
  await press('Kiriman uang');
  expect(document.body.textContent).not.toContain(texts.about.noRates);
  await press(texts.about.estimate);
  await look('services.rate');
  await press('Hong Kong (HKD)');
  await look('services.amount');
  await press(texts.estimate.count);
  expect(screen.getAllByText(texts.estimate.amountMissing)).toHaveLength(2);
  await look('services.amount');
  await type('1.500');
  await press(texts.estimate.count);
  await look('services.estimate');
  const shown = document.body.textContent ?? '';
  expect(shown).toContain('Rp3.000.375');
  expect(shown).toContain(texts.estimate.title);
  expect(shown).toContain(texts.estimate.asOf('1 Mei 2026', 'contoh.example, 2026'));
  expect(shown).toContain(texts.estimate.feeUnknown);
  expect(shown).toContain(common.toBeChecked);
});

test('a kiosk that cannot record explains, says why, and sends to the counter', async () => {
  const { bridge } = open({ kioskState: aKioskState({ mode: 'information-only', trouble: 'disk-full' }) });
  await press('Pospay');
  await look('services.about.pospay');
  await press(texts.about.next);
  await press(texts.counter.request);
  await look('services.closed');
  expect(document.body.textContent).toContain(catalogues.id.closed.reason['disk-full']);
  expect(document.body.textContent).toContain(texts.closed.why);
  await press(common.back);
  expect(screenName()).toBe('services.counter');
  expect(bridge.asked.some(({ name }) => name === 'submission.submit')).toBe(false);
});

test('a failed commit says so, and the same request goes again under the same id', async () => {
  const { bridge } = open({ script: { 'submission.submit': () => failed({ code: 'intake.disk-full' }) } });
  await reachForm('Pospay');
  await press(texts.need.answers.pospay.ask?.label ?? '');
  await type('Siti');
  await press(common.next);
  await choose('radio', consent.disagree);
  await press(common.next);
  await press(texts.check.send);
  await waitFor(() => expect(screenName()).toBe('services.lead.failed'));
  await look('services.lead.failed');
  bridge.script({ 'submission.submit': () => succeeded(aTicket()) });
  await press(texts.failed.retry);
  await waitFor(() => expect(screenName()).toBe('services.lead.ticket'));
  const sent = bridge.asked.filter(({ name }) => name === 'submission.submit').map(({ input }) => input);
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0]);
});

test('going back to the page and into the form again loses no answer', async () => {
  open();
  await reachForm('Pospay');
  await press(texts.need.answers.pospay.start?.label ?? '');
  await type('Siti Contoh');
  await press(common.back);
  await press(common.back);
  expect(screenName()).toBe('services.counter');
  await press(texts.counter.request);
  await press(texts.need.answers.pospay.start?.label ?? '');
  expect((screen.getByRole('textbox') as HTMLInputElement).value).toBe('Siti Contoh');
});

test('back on the shelf leaves, and an empty shelf says whom to ask', async () => {
  const content = servicesContent();
  const { onLeave } = open({ content: { ...content, services: { ...content.services, services: [] } } });
  expect(document.body.textContent).toContain(texts.list.empty);
  await press(common.back);
  await waitFor(() => expect(onLeave).toHaveBeenCalledOnce());
});

test('in English every word of the shelf and a page is English', async () => {
  open({ language: 'en' });
  await look('services.list');
  await press('Pospay');
  await look('services.about.pospay');
  expect(document.body.textContent).toContain('A wallet on your phone');
  expect(document.body.textContent).not.toMatch(/Sumber|Diperiksa|Perlu dicek/);
});
