import type { Locator, Page } from 'playwright-core';
import { complaintEn } from '../renderer/texts/complaint.en.ts';
import { type ComplaintTexts, complaintId } from '../renderer/texts/complaint.id.ts';
import { en } from '../renderer/texts/en.ts';
import { id, type Texts } from '../renderer/texts/id.ts';
import type { Language } from '../shared/domain/language.ts';
import { readTicketNumber, type TicketNumber } from '../shared/domain/ticket.ts';
import { type Finger, raiseFinger } from './touch.ts';

/** Longer than the 300 ms in which a new screen ignores touches. */
const SETTLE_MS = 450;

/** Somebody in front of the kiosk: she reads words on the screen and touches them. */
export class Visitor {
  readonly page: Page;
  readonly language: Language;
  readonly words: Texts;
  readonly complaint: ComplaintTexts;
  private readonly finger: Finger;

  private constructor(page: Page, language: Language, finger: Finger) {
    this.page = page;
    this.language = language;
    this.words = language === 'id' ? id : en;
    this.complaint = language === 'id' ? complaintId : complaintEn;
    this.finger = finger;
  }

  /** With a finger, unless she has something else to press with. */
  static async at(page: Page, language: Language = 'id', finger?: Finger): Promise<Visitor> {
    return new Visitor(page, language, finger ?? (await raiseFinger(page)));
  }

  /** Waits until this screen is the one to touch. */
  async sees(screen: string, timeout = 15_000): Promise<void> {
    await this.page.locator(`[data-screen="${screen}"]`).waitFor({ state: 'visible', timeout });
    await this.page.waitForTimeout(SETTLE_MS);
  }

  /** The words on the page. */
  text(): Promise<string> {
    return this.page.locator('body').innerText();
  }

  async tap(target: Locator): Promise<void> {
    await this.finger.tap(target);
  }

  /** Touches a button, card or choice whose name begins with these words. */
  async press(name: string): Promise<void> {
    const start = new RegExp(`^${escaped(name)}`);
    const target = this.page
      .getByRole('button', { name: start })
      .or(this.page.getByRole('radio', { name: start }))
      .or(this.page.getByRole('checkbox', { name: start }));
    await this.tap(target.first());
  }

  /** Types on the kiosk's own keyboard, key by key, changing to the signs and back where needed. */
  async type(text: string): Promise<void> {
    const keyboard = this.page.getByRole('group', { name: this.words.keyboard.label });
    await keyboard.waitFor();
    for (const character of text) {
      const name = character === ' ' ? this.words.keyboard.space : character;
      const key = keyboard.getByRole('button', { name: new RegExp(`^${escaped(name)}$`, 'i') });
      if ((await key.count()) === 0) {
        const toSigns = keyboard.getByRole('button', { name: this.words.keyboard.symbolsLabel, exact: true });
        const toLetters = keyboard.getByRole('button', {
          name: this.words.keyboard.lettersLabel,
          exact: true,
        });
        await this.tap(toSigns.or(toLetters).first());
      }
      await this.tap(key.first());
    }
  }

  /** From the attract screen to the home screen. */
  async begin(): Promise<void> {
    await this.sees('lobby.attract');
    await this.tap(this.page.locator('[data-screen="lobby.attract"] button').first());
    await this.sees('lobby.language');
    await this.press(this.words.languageName);
    await this.sees('lobby.home');
  }

  /** Leaves from wherever she is; whoever has left already does nothing. */
  async goes(): Promise<void> {
    if ((await this.page.locator('[data-screen="lobby.attract"]').count()) === 0) {
      await this.press(this.words.corner.leave);
    }
    await this.sees('lobby.attract');
  }

  /** The three answers of the smallest complaint, up to the check page. */
  async fillSmallestComplaint(): Promise<void> {
    const { complaint: words } = this;
    await this.press(this.words.home.complaint);
    await this.sees('complaint.danger');
    await this.press(words.danger.no.label);
    await this.sees('complaint.subject');
    await this.press(words.subject.answers.self.label);
    await this.sees('complaint.situation');
    const about = { isSelf: true, situation: undefined, accused: undefined };
    await this.press(words.situation.answers(about).abroad.label);
    await this.sees('complaint.category');
    await this.press(words.category.answers.GAJI.label);
    await this.sees('complaint.enough');
    await this.press(words.enough.answers.short.label);
    await this.sees('complaint.consent-forward');
    for (const no of await this.page.getByRole('radio', { name: this.words.consent.disagree }).all())
      await this.tap(no);
    await this.press(this.words.common.next);
    await this.sees('complaint.check');
  }

  async send(): Promise<TicketSeen> {
    await this.press(this.complaint.check.send);
    return this.readsTicket();
  }

  async readsTicket(): Promise<TicketSeen> {
    await this.sees('complaint.ticket');
    return readTicketOn(this.page);
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

export interface TicketSeen {
  number: TicketNumber;
  secret: string;
}

/** The number and the secret as they stand on the screen. Throws when there is none. */
export async function readTicketOn(page: Page): Promise<TicketSeen> {
  const text = (await page.evaluate(() => document.body.textContent)) ?? '';
  const number = /((?:[2-9B-Z] ){3}[2-9B-Z]), ((?:[2-9B-Z] ){3}[2-9B-Z])/.exec(text);
  const secret = /((?:\d ){2}\d), ((?:\d ){2}\d)/.exec(text.slice((number?.index ?? 0) + 16));
  const read = number && readTicketNumber(number[0].replaceAll(/[ ,]/g, ''));
  if (!read || !secret) throw new Error('there is no ticket on the screen');
  return { number: read, secret: secret[0].replaceAll(/[ ,]/g, '') };
}
