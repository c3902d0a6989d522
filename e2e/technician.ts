import type { Page as BrowserPage } from 'playwright-core';
import type { Page as DeskPage } from '../renderer/desk/technician/pages.ts';
import { deskEn } from '../renderer/texts/desk.en.ts';
import { type DeskTexts, deskId } from '../renderer/texts/desk.id.ts';
import type { Language } from '../shared/domain/language.ts';
import { Visitor } from './visitor.ts';

/** Who may sign in, as the hub's office has it. */
export interface Account {
  staffNumber: string;
  pin: string;
}

/** A technician in front of the kiosk: through the staff door with number and PIN, and from page to page with a finger. */
export class Technician {
  readonly visitor: Visitor;
  readonly words: DeskTexts;

  private constructor(visitor: Visitor) {
    this.visitor = visitor;
    this.words = visitor.language === 'id' ? deskId : deskEn;
  }

  static async at(page: BrowserPage, language: Language = 'id'): Promise<Technician> {
    return new Technician(await Visitor.at(page, language));
  }

  sees(screen: string, timeout?: number): Promise<void> {
    return this.visitor.sees(screen, timeout);
  }

  press(name: string): Promise<void> {
    return this.visitor.press(name);
  }

  text(): Promise<string> {
    return this.visitor.text();
  }

  /** From the picture that waits for visitors to the door. The kiosk begins in Indonesian. */
  async comesToTheDoor(): Promise<void> {
    await this.sees('lobby.attract');
    await this.press(deskId.door.enter);
  }

  async types({ staffNumber, pin }: Account): Promise<void> {
    await this.sees('desk.door');
    await this.typesDigits(staffNumber);
    await this.typesPin(pin);
  }

  /** Where the number stands already, as after a wrong PIN. */
  async typesPin(pin: string): Promise<void> {
    await this.visitor.tap(this.visitor.page.locator('#staff-pin'));
    await this.typesDigits(pin);
    await this.press(this.words.door.enterNow);
  }

  private async typesDigits(digits: string): Promise<void> {
    const keys = this.visitor.page.getByRole('group', { name: this.visitor.words.keyboard.label });
    for (const digit of digits) {
      await this.visitor.tap(keys.getByRole('button', { name: digit, exact: true }));
    }
  }

  async signsIn(account: Account): Promise<void> {
    await this.comesToTheDoor();
    await this.types(account);
    await this.sees('desk.health');
  }

  async signsOut(): Promise<void> {
    await this.press(this.words.session.signOut);
    await this.sees('lobby.attract');
  }

  /** From the overview to a page, whatever it is doing there. */
  async opens(page: DeskPage): Promise<void> {
    await this.sees('desk.health');
    const tools = this.visitor.page.getByRole('navigation', { name: this.words.page.menu });
    await this.visitor.tap(tools.getByRole('button', { name: this.words.page.name[page], exact: true }));
  }

  async goesBack(): Promise<void> {
    await this.press(this.words.page.back);
    await this.sees('desk.health');
  }
}
