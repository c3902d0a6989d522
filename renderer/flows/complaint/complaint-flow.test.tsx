// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ComplaintAnswers } from '../../../shared/domain/complaint.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { failed } from '../../../shared/lib/result.ts';
import { aKioskState, aSlip, aTicket, exampleContent, fakeBridge, type Script } from '../../bridge/fake.ts';
import { CornerContext } from '../../components/screen/corner.tsx';
import { findViolations, show } from '../../testing.tsx';
import { catalogues } from '../../texts/texts.tsx';
import { ComplaintFlow } from './complaint-flow.tsx';
import { complaintWords } from './words.ts';

/** Opens the flow with a fake engine and gives the ways to touch it. */
function open({ script = {}, language = 'id' as Language }: { script?: Script; language?: Language } = {}) {
  const bridge = fakeBridge(script);
  const onFinished = vi.fn();
  const onLeave = vi.fn();
  const openEmergency = vi.fn();
  show(
    <CornerContext value={{ callStaff: vi.fn(), openEmergency, leave: onLeave }}>
      <ComplaintFlow
        language={language}
        content={exampleContent()}
        kioskState={aKioskState()}
        bridge={bridge}
        onFinished={onFinished}
        onLeave={onLeave}
        onGoTo={vi.fn()}
      />
    </CornerContext>,
    language,
  );
  return { bridge, onFinished, onLeave, openEmergency };
}

const texts = complaintWords.id;
const common = catalogues.id.common;

/** Presses the button or card whose name begins with these words. */
async function press(name: string) {
  const button = screen
    .getAllByRole('button')
    .find((found) => (found.getAttribute('aria-label') ?? found.textContent ?? '').startsWith(name));
  if (!button)
    throw new Error(`no button "${name}" at "${screen.getByRole('heading', { level: 1 }).textContent}"`);
  await act(async () => {
    fireEvent.click(button);
  });
}

async function choose(role: 'checkbox' | 'radio', name: string, nth = 0) {
  const option = screen.getAllByRole(role, { name: new RegExp(`^${name}`) })[nth];
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

const screenName = () => document.querySelector('main')?.dataset.screen;

async function expectNoFault() {
  expect(await findViolations(), `at ${screenName()}`).toEqual([]);
}

async function reachCheck(language: Language = 'id') {
  const words = complaintWords[language];
  await press(words.danger.no.label);
  await press(words.subject.answers.self.label);
  await press(
    words.situation.answers({ isSelf: true, situation: undefined, accused: undefined }).returned.label,
  );
  await press(words.category.answers.GAJI.label);
  await press(words.enough.answers.short.label);
  await choose('radio', catalogues[language].consent.agree);
  await press(catalogues[language].common.next);
  expect(screenName()).toBe('complaint.check');
}

test('every screen on the long way has no accessibility fault, and what was said arrives', async () => {
  const { bridge, onFinished, openEmergency } = open();
  const about = { isSelf: false, situation: 'abroad', accused: 'agency' } as const;
  const visited: (string | undefined)[] = [];
  const look = async () => {
    visited.push(screenName());
    await expectNoFault();
  };
  await look();
  await press(texts.danger.yes.label);
  await look();
  await press(texts.safety.showNumbers);
  expect(openEmergency).toHaveBeenCalledOnce();
  await press(texts.safety.goOn);
  await look();
  await press(texts.subject.answers.family.label);
  await look();
  await press(texts.relation.answers.sibling.label);
  await look();
  await press(texts.situation.answers(about).abroad.label);
  await look();
  await press(texts.category.answers.GAJI.label);
  await look();
  await press(texts.enough.answers.full.label);
  await look();
  await press(texts.country.other);
  await look();
  await press('T');
  await look();
  await press('Turki');
  await look();
  await type('Kota Contoh 😢');
  await press(common.next);
  await look();
  await press(texts.accusedKind.answers.agency.label);
  await look();
  await press(common.skip);
  await look();
  await press(common.skip);
  await look();
  await type('12');
  await press(common.next);
  await look();
  await press(texts.doubts.keep);
  await look();
  await type('Gaji belum dibayar.');
  await press(common.next);
  await look();
  await press(common.skip);
  await look();
  await choose('checkbox', texts.wanted.answers['wage-paid'].label);
  await press(common.next);
  await look();
  await press(texts.procedural.answers.unknown.label);
  await look();
  await press(common.skip);
  await look();
  await press(common.skip);
  await look();
  await press(common.skip);
  await look();
  await press(texts.contactMode.answers.confidential.label);
  await look();
  await press(common.skip);
  await look();
  await press(common.next);
  await look();
  await type('0812-3456-789');
  await press(common.next);
  await look();
  await press(texts.contactChannel.answers.whatsapp.label);
  await look();
  await choose('checkbox', texts.contactTimes.answers.evening.label);
  await press(common.next);
  await look();
  await press(texts.contactDiscreet.answers.yes.label);
  await look();
  await choose('radio', catalogues.id.consent.agree);
  await press(common.next);
  await look();
  await choose('radio', catalogues.id.consent.disagree);
  await press(common.next);
  await look();
  await press(texts.check.send);
  await waitFor(() => expect(screenName()).toBe('complaint.ticket'));
  await look();
  await press(texts.ticket.next);
  await look();
  await press(texts.slip.taken);
  await waitFor(() => expect(screenName()).toBe('complaint.after'));
  await look();
  await press(texts.after.finish);
  await waitFor(() => expect(onFinished).toHaveBeenCalledOnce());

  const sent = bridge.asked.find(({ name }) => name === 'submission.submit')?.input as {
    body: { answers: unknown };
  };
  const answers = ComplaintAnswers.parse(sent.body.answers);
  expect(answers).toMatchObject({
    inDanger: true,
    subject: 'family',
    relation: 'sibling',
    situation: 'abroad',
    category: 'GAJI',
    country: 'TR',
    city: 'Kota Contoh 😢',
    accused: { kind: 'agency', phone: '12' },
    story: 'Gaji belum dibayar.',
    wanted: ['wage-paid'],
    procedural: 'unknown',
    contact: {
      mode: 'confidential',
      phone: '0812-3456-789',
      channel: 'whatsapp',
      safeTimes: ['evening'],
      discreet: true,
    },
    consents: [
      { purpose: 'forward-to-ministry', given: true, textVersion: 'example-1' },
      { purpose: 'contact-about-services', given: false, textVersion: 'example-1' },
    ],
  });
  expect(answers.doubts.map(({ field }) => field)).toEqual(['accusedPhone']);
  expect(new Set(visited).size).toBeGreaterThan(28);
}, 120_000);

test('three answers lead to a ticket in English too', async () => {
  open({ language: 'en' });
  await reachCheck('en');
  await press(complaintWords.en.check.send);
  await waitFor(() => expect(screenName()).toBe('complaint.ticket'));
  await expectNoFault();
});

test('the ticket screen tells nothing of the complaint', async () => {
  open();
  await reachCheck();
  await press(texts.check.send);
  await waitFor(() => expect(screenName()).toBe('complaint.ticket'));
  const shown = `${document.title} ${document.body.textContent}`;
  for (const { label, hint = label } of Object.values(texts.category.answers)) {
    expect(shown).not.toContain(label);
    expect(shown).not.toContain(hint);
  }
});

test('who leaves no number is told plainly that there will be no news, and is promised none', async () => {
  open();
  await reachCheck();
  expect(screen.queryByText(texts.check.noContact)).not.toBeNull();
  await press(texts.check.send);
  await waitFor(() => expect(screenName()).toBe('complaint.ticket'));
  expect(screen.queryByText(texts.ticket.leadUntracked)).not.toBeNull();
  await press(texts.ticket.next);
  await press(texts.slip.taken);
  await waitFor(() => expect(screenName()).toBe('complaint.after'));
  expect(screen.queryByText(texts.after.untracked)).not.toBeNull();
  expect(screen.queryByText(texts.after.lookUp)).toBeNull();
  const [first, onlyReachable] = exampleContent().complaintNextSteps;
  expect(screen.queryByText(first?.text.id ?? '')).not.toBeNull();
  expect(onlyReachable?.onlyWithContact).toBe(true);
  expect(screen.queryByText(onlyReachable?.text.id ?? '')).toBeNull();
});

test('a failed commit says what became of the answers, and the same complaint goes again under the same id', async () => {
  const { bridge } = open({ script: { 'submission.submit': () => failed({ code: 'intake.disk-full' }) } });
  await reachCheck();
  await press(texts.check.send);
  await waitFor(() => expect(screenName()).toBe('complaint.failed'));
  await expectNoFault();
  expect(screen.queryByText(texts.failed.kept)).not.toBeNull();
  bridge.script({ 'submission.submit': () => ({ ok: true, value: aTicket() }) });
  await press(texts.failed.retry);
  await waitFor(() => expect(screenName()).toBe('complaint.ticket'));
  const sent = bridge.asked.filter(({ name }) => name === 'submission.submit').map(({ input }) => input);
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0]);
});

test('an error is said in the same words at the field and in the summary, which takes the focus', async () => {
  open();
  await press(texts.danger.no.label);
  await press(texts.subject.answers.self.label);
  await press(
    texts.situation.answers({ isSelf: true, situation: undefined, accused: undefined }).returned.label,
  );
  await press(texts.category.answers.GAJI.label);
  await press(texts.enough.answers.contact.label);
  await press(common.next);
  const summary = screen.getByRole('alert');
  expect(document.activeElement).toBe(summary);
  expect(screen.getAllByText(texts.faults.phoneMissing)).toHaveLength(2);
  await press(texts.faults.phoneMissing);
  expect(document.activeElement).toBe(screen.getByRole('textbox'));
});

test('a slip that does not come out is told, and may be tried again', async () => {
  const { bridge } = open();
  await reachCheck();
  await press(texts.check.send);
  await waitFor(() => expect(screenName()).toBe('complaint.ticket'));
  await act(async () => bridge.tell('slip.changed', aSlip({ state: 'failed', trouble: 'out-of-paper' })));
  expect(document.body.textContent).toContain(catalogues.id.ticket.trouble['out-of-paper']);
  await expectNoFault();
  await press(catalogues.id.ticket.slip.retry);
  expect(bridge.asked.some(({ name }) => name === 'slip.retry')).toBe(true);
});

test('back at the first question leaves', async () => {
  const { onLeave } = open();
  await press(common.back);
  await waitFor(() => expect(onLeave).toHaveBeenCalledOnce());
});

test('while it is being committed there is nothing to press but help', async () => {
  open({ script: { 'submission.submit': () => new Promise(() => {}) } });
  await reachCheck();
  await press(texts.check.send);
  expect(screenName()).toBe('complaint.committing');
  expect(screen.queryByRole('button', { name: common.back })).toBeNull();
  await expectNoFault();
});
