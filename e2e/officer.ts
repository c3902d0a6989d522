import { lookUp } from './ticket-look-up.ts';
import type { TicketSeen, Visitor } from './visitor.ts';

/** What an officer writes when a case goes to another office; plainly an example. */
export const EXAMPLE_REFERENCE = 'CONTOH-1';

const MOST_LOOKS = 10;
const BETWEEN_LOOKS_MS = 6_000;

/** An officer at the hub passes the case on. The kiosk hears of it in one of its next rounds. */
export async function passOn(hub: { url: string; officerToken: string }, number: string): Promise<void> {
  const answer = await fetch(`${hub.url}/v1/officer/cases/${number}/status`, {
    method: 'POST',
    headers: { authorization: `Bearer ${hub.officerToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ status: 'forwarded', reference: EXAMPLE_REFERENCE }),
  });
  if (!answer.ok) {
    throw new Error(`the hub did not take the officer's status: ${answer.status} ${await answer.text()}`);
  }
}

/** Looks the ticket up, visit after visit, until the officer's status is there; then `onSeen`, and the visit ends. Throws if it never comes. */
export async function lookUpUntilPassedOn(
  visitor: Visitor,
  ticket: TicketSeen,
  onSeen: () => Promise<void>,
): Promise<void> {
  for (let look = 1; look <= MOST_LOOKS; look++) {
    await visitor.begin();
    const text = await lookUp(visitor, ticket);
    const isThere = text.includes(EXAMPLE_REFERENCE);
    if (isThere) await onSeen();
    await visitor.press(visitor.words.corner.leave);
    if (isThere) return;
    await visitor.page.waitForTimeout(BETWEEN_LOOKS_MS);
  }
  throw new Error('the status of the officer did not arrive');
}
