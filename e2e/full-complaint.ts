import type { Visitor } from './visitor.ts';

/** Typed by the example visitor. Recognisable as an example, and as a canary wherever it must not be found. */
export const EXAMPLE = {
  city: 'Kota Contoh',
  accusedName: 'Contoh Jaya',
  accusedAddress: 'Jalan Contoh',
  accusedPhone: '021000000',
  story: 'Gaji contoh belum dibayar',
  workerName: 'Siti Contoh',
  nik: '3515144508680002',
  passport: 'B7499678',
  phone: '081200000000',
} as const;

type Seen = (caption: string) => Promise<void>;

/** Every question of the complaint answered, in order, up to the check page. `seen` is told each screen. */
export async function fillWholeComplaint(visitor: Visitor, seen: Seen = async () => {}): Promise<void> {
  const { complaint: words, words: common } = visitor;
  const about = { isSelf: true, situation: undefined, accused: undefined };
  const on = async (step: string) => {
    await visitor.sees(`complaint.${step}`);
    await seen(`complaint.${step}`);
  };
  const choose = async (step: string, label: string) => {
    await on(step);
    await visitor.press(label);
  };
  const write = async (step: string, text: string) => {
    await visitor.sees(`complaint.${step}`);
    await visitor.type(text);
    await seen(`complaint.${step}`);
    await visitor.press(common.common.next);
    // A number the rules doubt is asked about once, and then taken as it is.
    const keep = visitor.page.getByRole('button', { name: words.doubts.keep });
    await visitor.page.waitForTimeout(300);
    if (await keep.isVisible()) {
      await seen(`complaint.${step}.doubt`);
      await visitor.tap(keep);
    }
  };

  await visitor.press(common.home.complaint);
  await choose('danger', words.danger.yes.label);
  await choose('safety', words.safety.goOn);
  await choose('subject', words.subject.answers.self.label);
  await choose('situation', words.situation.answers(about).abroad.label);
  await choose('category', words.category.answers.GAJI.label);
  await choose('enough', words.enough.answers.full.label);
  await choose('country', 'Hong Kong');
  await write('city', EXAMPLE.city);
  await choose('accused-kind', words.accusedKind.answers.employer.label);
  await write('accused-name', EXAMPLE.accusedName);
  await write('accused-address', EXAMPLE.accusedAddress);
  await write('accused-phone', EXAMPLE.accusedPhone);
  await write('story', EXAMPLE.story);
  await on('since');
  await visitor.press(String(new Date().getFullYear()));
  await seen('complaint.since.month');
  await visitor.press(common.common.doNotRemember);
  await visitor.sees('complaint.wanted');
  await visitor.press(words.wanted.answers['wage-paid'].label);
  await visitor.press(words.wanted.answers['come-home'].label);
  await seen('complaint.wanted');
  await visitor.press(common.common.next);
  await choose('procedural', words.procedural.answers.unknown.label);
  await write('worker-name', EXAMPLE.workerName);
  await write('worker-nik', EXAMPLE.nik);
  await write('worker-passport', EXAMPLE.passport);
  await choose('contact-mode', words.contactMode.answers.confidential.label);
  await write('contact-phone', EXAMPLE.phone);
  await choose('contact-channel', words.contactChannel.answers.whatsapp.label);
  await visitor.sees('complaint.contact-times');
  await visitor.press(words.contactTimes.answers.evening.label);
  await seen('complaint.contact-times');
  await visitor.press(common.common.next);
  await choose('contact-discreet', words.contactDiscreet.answers.yes.label);
  for (const consent of ['complaint.consent-forward', 'complaint.consent-services']) {
    await visitor.sees(consent);
    await visitor.tap(visitor.page.getByRole('radio', { name: common.consent.agree }));
    await seen(consent);
    await visitor.press(common.common.next);
  }
  await on('check');
}
