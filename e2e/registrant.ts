import { registrationEn } from '../renderer/texts/registration.en.ts';
import { type RegistrationTexts, registrationId } from '../renderer/texts/registration.id.ts';
import type { RegistrationContent } from '../shared/contract/content/registration.ts';
import type { DocumentState, Scheme } from '../shared/domain/registration.ts';
import { readTicketOn, type TicketSeen, type Visitor } from './visitor.ts';

/** Somebody who prepares to go abroad by herself: she reads the questions and touches the answers. */
export class Registrant {
  readonly visitor: Visitor;
  readonly words: RegistrationTexts;

  constructor(visitor: Visitor) {
    this.visitor = visitor;
    this.words = visitor.language === 'id' ? registrationId : registrationEn;
  }

  sees(step: string): Promise<void> {
    return this.visitor.sees(`registration.${step}`);
  }

  /** From the home screen to the first page of the registration. */
  async opens(): Promise<void> {
    await this.visitor.press(this.visitor.words.home.tiles.registration.name);
    await this.sees('begin');
  }

  /** The routing questions and the name, up to the first paper. */
  async reachesPapers(scheme: Scheme, name: string): Promise<void> {
    const { visitor, words } = this;
    await visitor.press(words.begin.new.label);
    await this.sees('employer-kind');
    await visitor.press(words.answers.employerKind.company.label);
    await this.sees('scheme');
    await visitor.press(words.answers.scheme[scheme].label);
    await this.sees('name');
    await visitor.type(name);
    await visitor.press(visitor.words.common.next);
    await this.sees('depth');
    await visitor.press(words.answers.depth.papers.label);
    await this.sees('phone');
    await visitor.press(visitor.words.common.skip);
  }

  async answersPaper(key: string, state: DocumentState): Promise<void> {
    await this.sees(`document-${key}`);
    await this.visitor.press(this.words.answers.paper[state].label);
  }

  /** Every paper of a list from `from` on: those named are missing, she has the others. */
  async answersPapers(
    list: RegistrationContent['documentLists'][number],
    missing: string[],
    from = 0,
  ): Promise<void> {
    for (const { key } of list.documents.slice(from)) {
      await this.answersPaper(key, missing.includes(key) ? 'missing' : 'have');
    }
  }

  async sends(): Promise<TicketSeen> {
    const { visitor, words } = this;
    await this.sees('consent-forward');
    await visitor.press(visitor.words.consent.agree);
    await visitor.press(visitor.words.common.next);
    await this.sees('check');
    await visitor.press(words.check.send);
    await this.sees('ticket');
    return readTicketOn(visitor.page);
  }

  /** Keeps what is there and reads code and secret from the screen. */
  async keeps(): Promise<{ code: string; secret: string }> {
    await this.visitor.press(this.words.keep);
    await this.sees('kept');
    const text = (await this.visitor.page.evaluate(() => document.body.textContent)) ?? '';
    const code = /((?:[2-9B-Z] ){3}[2-9B-Z]), ((?:[2-9B-Z] ){3}[2-9B-Z])/.exec(text);
    const secret = /((?:\d ){2}\d), ((?:\d ){2}\d)/.exec(text.slice((code?.index ?? 0) + 16));
    if (!code || !secret) throw new Error('there is no code on the screen');
    return { code: code[0].replaceAll(/[ ,]/g, ''), secret: secret[0].replaceAll(/[ ,]/g, '') };
  }

  /** From the first page to the question where she had stopped. */
  async comesBack({ code, secret }: { code: string; secret: string }): Promise<void> {
    const { visitor, words } = this;
    await visitor.press(words.begin.resume.label);
    await this.sees('resume-code');
    await visitor.type(code);
    await visitor.press(visitor.words.common.next);
    await this.sees('resume-secret');
    await visitor.type(secret);
    await visitor.press(words.resume.open);
  }
}
