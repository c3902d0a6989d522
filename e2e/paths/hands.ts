import type { Locator, Page } from 'playwright-core';
import type { Texts } from '../../renderer/texts/id.ts';
import type { EventName, EventPayload } from '../../shared/contract/events.ts';
import type { CallName } from '../../shared/contract/ipc.ts';
import type { KioskState } from '../../shared/contract/kiosk-state.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { SoftwarePrinter } from '../../simulator/printer/software-printer.ts';
import type { Kiosk } from '../kiosk.ts';
import { readKioskState } from '../kiosk-state.ts';
import type { Finger } from '../touch.ts';
import { Visitor } from '../visitor.ts';
import { readContent } from './content.ts';
import type { Sight } from './flow-model.ts';

/** What the main process answers instead of its own answer: a result, an error thrown, or nothing at all. */
export type ScriptedAnswer = Result<unknown> | 'breaks' | 'silent';

/** Somebody at the real kiosk who does what a path says, and who can also make the kiosk itself fail. */
export interface Hands {
  page: Page;
  visitor: Visitor;
  words: Texts;
  printer: SoftwarePrinter;
  /** Touches what has this name, turning the pages of a list until it stands there. */
  press(name: string): Promise<void>;
  /** Touches what has this name inside what has that label. */
  pressIn(group: Locator, name: string): Promise<void>;
  tap(target: Locator): Promise<void>;
  /** Types over whatever stands in the field that has the keyboard. */
  write(text: string): Promise<void>;
  /** From now on this call is answered so; `null` gives the call back to the engine. */
  answer(call: CallName, answer: ScriptedAnswer | null): Promise<void>;
  /** From now on this call waits for its answer; `release` gives it, `null` lets the engine give it. */
  hold(call: CallName): Promise<void>;
  release(call: CallName, answer: ScriptedAnswer | null): Promise<void>;
  /** Whether the kiosk finds a camera, until `mend`: without a word it finds none. */
  giveCamera(): Promise<void>;
  /** Tells the screens what the main process tells by itself. What is not true is taken back by `mend`. */
  tell<K extends EventName>(event: K, payload: EventPayload<K>): Promise<void>;
  /** The same for a part of the kiosk's state; `{}` is the truth again. */
  tellState(change: Partial<KioskState>): Promise<void>;
  /** Gives every call back, and the printer its paper. */
  mend(): Promise<void>;
  /** What differs between the screen and what should be seen; empty when nothing does. */
  differences(sight: Sight): Promise<string[]>;
}

/** Longer than the 300 ms in which a new screen ignores touches. */
const SETTLE_MS = 400;
/** More pages than any list has. */
const MOST_PAGES = 40;

export async function handsAt(kiosk: Kiosk, printer: SoftwarePrinter, finger?: Finger): Promise<Hands> {
  const { page, app } = kiosk;
  const visitor = await Visitor.at(page, 'id', finger);
  const { words } = visitor;
  const scripted = new Set<CallName>();
  const told = new Set<EventName>();

  async function pressIn(group: Locator, name: string): Promise<void> {
    const target = (await named(group, name)) ?? (await turnTo(group, name));
    if (!target) throw new Error(`there is nothing named "${name}" to press`);
    await visitor.tap(target);
  }

  async function turnTo(group: Locator, name: string): Promise<Locator | null> {
    for (const turn of [words.common.nextPage, words.common.previousPage]) {
      for (let page_ = 0; page_ < MOST_PAGES; page_++) {
        const way = group.getByRole('button', { name: turn, disabled: false }).last();
        if ((await way.count()) === 0) break;
        await visitor.tap(way);
        await page.waitForTimeout(SETTLE_MS);
        const found = await named(group, name);
        if (found) return found;
      }
    }
    return null;
  }

  async function answer(call: CallName, given: ScriptedAnswer | 'held' | null): Promise<void> {
    if (given === null && !scripted.has(call)) return;
    if (given === null) scripted.delete(call);
    else scripted.add(call);
    await app.evaluate(
      ({ ipcMain }, [name, scriptedAnswer]) => {
        type Handler = Parameters<typeof ipcMain.handle>[1];
        const kept = globalThis as unknown as {
          ownHandlers?: Map<string, Handler>;
          held?: Map<string, (answer: unknown) => void>;
        };
        kept.ownHandlers ??= new Map();
        kept.held ??= new Map();
        const { held } = kept;
        if (!kept.ownHandlers.has(name)) {
          // Electron has no public way to read a handler back; without it the kiosk would have to be started again.
          const { _invokeHandlers: handlers } = ipcMain as unknown as {
            _invokeHandlers: Map<string, Handler>;
          };
          const own = handlers.get(name);
          if (!own) throw new Error(`nobody answers ${name}`);
          kept.ownHandlers.set(name, own);
        }
        const own = kept.ownHandlers.get(name);
        ipcMain.removeHandler(name);
        ipcMain.handle(name, (event, ...input) => {
          const answerWith = (one: unknown) => {
            if (one === null) return own?.(event, ...input);
            if (one === 'silent') return new Promise(() => {});
            if (one === 'breaks') throw new Error('scripted');
            return one;
          };
          if (scriptedAnswer !== 'held') return answerWith(scriptedAnswer);
          return new Promise((resolve) => held.set(name, resolve)).then(answerWith);
        });
      },
      [call, given] as const,
    );
  }

  async function release(call: CallName, given: ScriptedAnswer | null): Promise<void> {
    await app.evaluate(
      (_, [name, scriptedAnswer]) => {
        const { held } = globalThis as unknown as { held?: Map<string, (answer: unknown) => void> };
        const resolve = held?.get(name);
        if (!resolve) throw new Error(`nobody waits for ${name}`);
        held?.delete(name);
        resolve(scriptedAnswer);
      },
      [call, given] as const,
    );
  }

  const setCamera = (isThere: boolean) =>
    page.evaluate((there) => {
      const here = window as unknown as { cameraForTest?: boolean };
      const { mediaDevices } = navigator;
      if (here.cameraForTest === undefined) {
        const get = mediaDevices.getUserMedia.bind(mediaDevices);
        mediaDevices.getUserMedia = async (wish) => {
          if (!here.cameraForTest) throw new DOMException('scripted', 'NotFoundError');
          return get(wish);
        };
      }
      here.cameraForTest = there;
    }, isThere);
  await setCamera(false);

  async function tell<K extends EventName>(event: K, payload: EventPayload<K>): Promise<void> {
    told.add(event);
    await app.evaluate(
      ({ BrowserWindow }, [name, news]) => BrowserWindow.getAllWindows()[0]?.webContents.send(name, news),
      [event as string, payload as unknown] as const,
    );
  }

  return {
    page,
    visitor,
    words,
    printer,
    press: (name) => pressIn(page.locator('body'), name),
    pressIn,
    tap: (target) => visitor.tap(target),
    async write(text) {
      const field = page.locator('main input:not([type]), main input[type="text"], main textarea').first();
      if ((await page.getByRole('group', { name: words.keyboard.label }).count()) === 0) {
        await visitor.tap(field);
        // A finger lands anywhere in the text; here it is typed over, not into.
        await field.evaluate((one: HTMLInputElement) =>
          one.setSelectionRange(one.value.length, one.value.length),
        );
      }
      const key = page.getByRole('button', { name: words.keyboard.delete, exact: true });
      for (let left = (await field.inputValue()).length; left > 0; left--) await visitor.tap(key);
      await visitor.type(text);
    },
    answer,
    hold: (call) => answer(call, 'held'),
    release,
    giveCamera: () => setCamera(true),
    tell,
    async tellState(change) {
      await tell('kiosk.changed', { ...(await readKioskState(page)), ...change });
    },
    async mend() {
      for (const call of [...scripted]) await answer(call, null);
      await printer.set({ paper: 'ok' });
      await setCamera(false);
      if (told.delete('kiosk.changed')) await tell('kiosk.changed', await readKioskState(page));
      if (told.delete('content.changed')) await tell('content.changed', await readContent(page));
      told.clear();
    },
    async differences(sight) {
      const seen = await page.evaluate(look);
      return compare(sight, seen);
    },
  };
}

/** What stands first among those whose name is these words, or begins with them. */
async function named(group: Locator, name: string): Promise<Locator | null> {
  const start = new RegExp(`^${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
  const found = group
    .getByRole('button', { name: start })
    .or(group.getByRole('radio', { name: start }))
    .or(group.getByRole('checkbox', { name: start }))
    .or(group.getByRole('tab', { name: start }));
  const firstLines = await found.evaluateAll((all) =>
    all.map((one) => {
      const shown = one.closest('label') ?? (one as HTMLElement);
      return (one.getAttribute('aria-label') ?? shown.innerText.trim().split('\n')[0] ?? '').trim();
    }),
  );
  if (firstLines.length === 0) return null;
  return found.nth(Math.max(0, firstLines.indexOf(name)));
}

interface Seen {
  screens: string[];
  heading: string;
  chosen: string[];
  typed: string[];
  text: string;
  dialog: string | null;
  waysOn: number;
}

/** Runs in the page. */
function look(): Seen {
  const firstLine = (element: HTMLElement) => (element.innerText.trim().split('\n')[0] ?? '').trim();
  const main = document.querySelector<HTMLElement>('main[data-screen]') ?? document.body;
  const chosen = [
    ...[...main.querySelectorAll<HTMLElement>('[aria-pressed="true"], [aria-selected="true"]')].map(
      (pressed) => pressed.getAttribute('aria-label') ?? firstLine(pressed),
    ),
    ...[...main.querySelectorAll<HTMLInputElement>('input:checked')].map((ticked) =>
      firstLine(ticked.closest('label') ?? ticked),
    ),
  ];
  const fields = main.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'input:not([type="radio"], [type="checkbox"]), textarea',
  );
  const dialog = document.querySelector<HTMLElement>('[role="dialog"], [role="alertdialog"]');
  const controls = (dialog ?? main).querySelectorAll<HTMLElement>('button, input[type="radio"], label');
  const waysOn = [...controls].filter(
    (control) =>
      !control.matches(':disabled, [data-disabled]') && !control.closest('nav, fieldset[aria-label]'),
  );
  return {
    screens: [...document.querySelectorAll<HTMLElement>('[data-screen]')].map(
      ({ dataset }) => dataset.screen ?? '',
    ),
    heading: main.querySelector('h1')?.innerText.trim() ?? '',
    chosen,
    typed: [...fields].map(({ value }) => value),
    text: document.body.innerText,
    dialog: dialog ? (dialog.querySelector('h2, h1')?.textContent ?? '').trim() : null,
    waysOn: waysOn.length,
  };
}

function compare(sight: Sight, seen: Seen): string[] {
  const differences: string[] = [];
  const say = (what: string, wanted: unknown, found: unknown) =>
    differences.push(`${what} should be ${JSON.stringify(wanted)} and is ${JSON.stringify(found)}`);
  if (seen.screens.length !== 1 || seen.screens[0] !== sight.screen)
    say('the screen', sight.screen, seen.screens.join(' + '));
  if (seen.heading === '') differences.push('the screen has no heading');
  if (seen.waysOn === 0 && !sight.isWaiting) differences.push('the screen has no way on and no way back');
  if (sight.chosen) {
    const sorted = [sight.chosen, seen.chosen].map((all) => JSON.stringify([...all].sort()));
    if (sorted[0] !== sorted[1]) say('the chosen answer', sight.chosen, seen.chosen);
  }
  if (sight.typed !== undefined) {
    const same = seen.typed.some((text) => text.toLowerCase() === sight.typed?.toLowerCase());
    if (!same) say('the text in the field', sight.typed, seen.typed);
  }
  for (const words of sight.words ?? []) {
    if (!flat(seen.text).includes(flat(words))) differences.push(`the words "${words}" are missing`);
  }
  if (sight.dialog !== undefined && sight.dialog !== seen.dialog)
    say('the dialog', sight.dialog, seen.dialog);
  return differences;
}

/** Style sheets may set capitals and lines may break anywhere. */
const flat = (text: string) => text.replaceAll(/\s+/g, ' ').toLowerCase();
