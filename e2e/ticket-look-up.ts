import type { TicketSeen, Visitor } from './visitor.ts';

/** From the home screen to what the kiosk says of a ticket. Answers with the words on the screen. */
export async function lookUp(visitor: Visitor, ticket: TicketSeen): Promise<string> {
  const { words } = visitor;
  await visitor.press(words.home.tiles.lookUp.name);
  await visitor.sees('look-up.number');
  await visitor.type(ticket.number.replace('-', ''));
  await visitor.press(words.common.next);
  await visitor.sees('look-up.secret');
  await visitor.type(ticket.secret);
  await visitor.press(words.lookUp.show);
  await visitor.page
    .locator(
      '[data-screen^="look-up."]:not([data-screen="look-up.secret"]):not([data-screen="look-up.looking"])',
    )
    .waitFor();
  await visitor.page.waitForTimeout(450);
  return visitor.text();
}
