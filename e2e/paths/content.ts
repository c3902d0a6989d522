import type { Page } from 'playwright-core';
import type { KioskContent } from '../../shared/contract/content.ts';
import { type CallInput, type CallName, type CallOutput, calls } from '../../shared/contract/ipc.ts';
import type { Result } from '../../shared/lib/result.ts';

/** Asks the kiosk the way its screens ask. Throws when it refuses. */
export async function ask<K extends CallName>(
  page: Page,
  name: K,
  input: CallInput<K>,
): Promise<CallOutput<K>> {
  const answer = (await page.evaluate(
    ([call, given]) =>
      (window as unknown as { kiosk: { call(name: string, input: unknown): Promise<unknown> } }).kiosk.call(
        call,
        given,
      ),
    [name as string, input as unknown] as const,
  )) as Result<unknown>;
  if (!answer.ok) throw new Error(`${name}: ${answer.problem.code}`);
  return calls[name].output.parse(answer.value) as CallOutput<K>;
}

/** What the kiosk shows from. */
export const readContent = (page: Page): Promise<KioskContent> => ask(page, 'content.read', {});
