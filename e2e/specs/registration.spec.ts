import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { RegistrationContent } from '../../shared/contract/content/registration.ts';
import type { Kiosk } from '../kiosk.ts';
import { untilReady } from '../kiosk-state.ts';
import { type Lobby, openLobby } from '../lobby.ts';
import { Registrant } from '../registrant.ts';
import { Visitor } from '../visitor.ts';

const content = RegistrationContent.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../resources/content/registration.json'), 'utf8')),
);
const listOf = (scheme: string) => {
  const list = content.documentLists.find((one) => one.scheme === scheme);
  if (!list) throw new Error(`no list of ${scheme}`);
  return list;
};
const nameOf = (scheme: string, key: string) =>
  listOf(scheme).documents.find((paper) => paper.key === key)?.name.id ?? '';

let lobby: Lobby;
let kiosk: Kiosk;

beforeAll(async () => {
  lobby = await openLobby();
});
afterEach(() => kiosk.close());
afterAll(() => lobby.close());

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');
const submissionsAtHub = async () =>
  (
    await lobby.hub.database.pool.query<{ ticket_number: string; kind: string }>(
      'SELECT ticket_number, kind FROM submission',
    )
  ).rows;

async function someoneAt(page: Kiosk['page']): Promise<Registrant> {
  await untilReady(page);
  const visitor = await Visitor.at(page);
  await visitor.begin();
  const registrant = new Registrant(visitor);
  await registrant.opens();
  return registrant;
}

test('a worker checks her papers: ticket, list of what is missing and hub agree', async () => {
  kiosk = await lobby.startKiosk();
  const registrant = await someoneAt(kiosk.page);
  const { visitor, words } = registrant;
  await registrant.reachesPapers('re-entry', 'Siti Contoh');
  await registrant.answersPapers(listOf('re-entry'), ['leave-letter', 'work-visa']);
  const ticket = await registrant.sends();

  await vi.waitFor(() => expect(lobby.printer.receipts()).toHaveLength(1), { timeout: 30_000 });
  const paper = oneLine(lobby.printer.receipts()[0]?.text ?? '');
  expect(paper).toContain(ticket.number);
  expect(paper).toContain(nameOf('re-entry', 'leave-letter'));
  expect(paper).toContain(nameOf('re-entry', 'work-visa'));
  expect(paper).not.toContain(nameOf('re-entry', 'photo'));
  expect(paper).toContain(content.filing?.address);
  expect(paper).not.toContain('Siti Contoh');
  await vi.waitFor(
    async () =>
      expect(await submissionsAtHub()).toEqual([{ ticket_number: ticket.number, kind: 'registration' }]),
    { timeout: 30_000 },
  );

  await visitor.press(words.ticket.next);
  await registrant.sees('slip');
  await visitor.press(words.slip.taken);
  await registrant.sees('after');
  const told = await visitor.text();
  expect(told).toContain(nameOf('re-entry', 'leave-letter'));
  expect(told).toContain(content.filing?.address);
  await visitor.press(words.after.finish);
  await visitor.sees('lobby.thank-you');
});

test('a draft survives a kill, opens with code and secret only, and is finished', async () => {
  kiosk = await lobby.startKiosk();
  const first = await someoneAt(kiosk.page);
  await first.reachesPapers('ssw-japan', 'Sutini');
  await first.answersPaper('photo', 'have');
  await first.sees('document-passport');
  const kept = await first.keeps();
  await vi.waitFor(
    () =>
      expect(
        lobby.printer.receipts().some(({ text }) => text.replaceAll(/[\s-]/g, '').includes(kept.code)),
      ).toBe(true),
    { timeout: 30_000 },
  );
  await kiosk.kill();

  for (const file of readdirSync(lobby.dataFolder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || file.parentPath.includes('browser')) continue;
    const bytes = readFileSync(join(file.parentPath, file.name)).toString('latin1');
    expect(bytes, file.name).not.toContain('Sutini');
    expect(bytes, file.name).not.toContain(kept.code);
  }

  kiosk = await lobby.startKiosk();
  const again = await someoneAt(kiosk.page);
  await again.comesBack({ ...kept, secret: kept.secret === '000000' ? '111111' : '000000' });
  await again.sees('no-match');
  await again.visitor.press(again.visitor.words.common.back);
  await again.sees('begin');
  await again.comesBack(kept);
  await again.answersPapers(listOf('ssw-japan'), ['e-ktp'], 1);
  const ticket = await again.sends();
  await vi.waitFor(
    async () => expect((await submissionsAtHub()).map((row) => row.ticket_number)).toContain(ticket.number),
    { timeout: 30_000 },
  );
});
