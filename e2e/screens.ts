import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from '../scripts/lib/arguments.ts';
import { Language } from '../shared/domain/language.ts';
import { startBadNetwork } from '../simulator/network/bad-network.ts';
import { type Album, openAlbum } from './album.ts';
import { LANDSCAPE, PORTRAIT } from './display.ts';
import { fillWholeComplaint } from './full-complaint.ts';
import { openGallery } from './gallery.ts';
import { makeDataFolder, removeDataFolder } from './kiosk.ts';
import { untilReady, untilSent } from './kiosk-state.ts';
import { type Lobby, OFFICER_TOKEN, openLobby } from './lobby.ts';
import { lookUpUntilPassedOn, passOn } from './officer.ts';
import { lookUp } from './ticket-look-up.ts';
import { Visitor } from './visitor.ts';

/**
 * `npm run screens`: every screen of the real app, in both languages and both orientations, into out/screens/.
 * `--orientation portrait --language id --only visit|examples` for a part of it: what a visit shows, or every state of every screen.
 */
const { values } = readArguments('npm run screens', {
  orientation: { type: 'string', of: ['portrait', 'landscape'] },
  language: { type: 'string', of: Language.options },
  only: { type: 'string', of: ['examples', 'visit'] },
});
const sizes = { portrait: PORTRAIT, landscape: LANDSCAPE } as const;
const root = join(import.meta.dirname, '..', 'out', 'screens');
const parts: string[] = [];

for (const [orientation, size] of Object.entries(sizes)) {
  for (const language of ['id', 'en'] as const) {
    if (values.orientation && values.orientation !== orientation) continue;
    if (values.language && values.language !== language) continue;
    const name = `${orientation}-${language}`;
    const album = openAlbum(join(root, name));
    if (values.only !== 'examples') await photograph(album, size, language);
    if (values.only !== 'visit') await photographExamples(album, size, language);
    album.finish(
      `Screens: ${orientation}, ${language}`,
      'The real application; names and numbers are examples.',
    );
    parts.push(name);
    console.log(`screens · ${name}`);
  }
}
writeFileSync(
  join(root, 'index.html'),
  `<!doctype html><meta charset="utf-8"><title>Screens</title>${parts.map((name) => `<p><a href="${name}/index.html">${name}</a></p>`).join('')}\n`,
);
process.exit(0);

async function photograph(
  album: Album,
  size: { width: number; height: number },
  language: Language,
): Promise<void> {
  let cutNetwork = async (_isCut: boolean): Promise<void> => {};
  const lobby = await openLobby({
    size,
    config: { trainingMode: true },
    route: async (hubUrl) => {
      const network = await startBadNetwork({
        target: { host: '127.0.0.1', port: Number(new URL(hubUrl).port) },
      });
      cutNetwork = (isCut) => network.set({ mode: isCut ? 'refuse' : 'pass' });
      return `http://127.0.0.1:${network.port}`;
    },
  });
  try {
    await photographVisit(album, lobby, language, (isCut) => cutNetwork(isCut));
    await photographTrouble(album, lobby, language);
  } finally {
    await lobby.close();
  }
}

/** Every state of every screen, also those that a visit seldom meets: empty, refused, broken, old. */
async function photographExamples(
  album: Album,
  size: { width: number; height: number },
  language: Language,
): Promise<void> {
  const gallery = await openGallery(size);
  try {
    for (const { path } of gallery.examples.filter(({ isScreen }) => isScreen)) {
      await gallery.show(path, { language });
      await album.take(gallery.page, `example ${path}`);
    }
  } finally {
    await gallery.close();
  }
}

async function photographVisit(
  album: Album,
  lobby: Lobby,
  language: Language,
  cutNetwork: (isCut: boolean) => Promise<void>,
): Promise<void> {
  const kiosk = await lobby.startKiosk();
  const { page } = kiosk;
  const visitor = await Visitor.at(page, language);
  const { words, complaint } = visitor;
  const take = (caption: string) => album.take(page, caption);
  const leave = () => visitor.press(words.corner.leave);

  await visitor.sees('lobby.attract');
  await untilReady(page);
  await page.waitForTimeout(2_000);
  await take('lobby attract');
  await visitor.tap(page.locator('[data-screen="lobby.attract"] button').first());
  await visitor.sees('lobby.language');
  await take('lobby language');
  await visitor.press(words.languageName);
  await visitor.sees('lobby.home');
  await take('lobby home');
  await visitor.press(words.corner.emergency);
  await visitor.sees('lobby.emergency');
  await take('lobby emergency');
  await visitor.press(words.emergency.close);
  await visitor.sees('lobby.home');
  await visitor.press(words.corner.callStaff);
  await page.waitForTimeout(900);
  await take('lobby staff called');
  await visitor.press(words.staff.close);

  for (const tile of ['registration', 'vacancies', 'information', 'services', 'showcase'] as const) {
    await visitor.press(words.home.tiles[tile].name);
    await page.waitForTimeout(1_200);
    await take(`${tile} first screen`);
    await leave();
    await visitor.begin();
  }
  await fillWholeComplaint(visitor, (name) => take(name.replace('.', ' ')));
  const ticket = await visitor.send();
  await page.waitForTimeout(4_000);
  await take('complaint ticket printed');
  await visitor.press(complaint.ticket.next);
  await visitor.sees('complaint.slip');
  await take('complaint slip question');
  await visitor.press(complaint.slip.taken);
  await visitor.sees('complaint.after');
  await take('complaint after');
  await visitor.press(complaint.after.finish);
  await visitor.sees('lobby.thank-you');
  await take('lobby thank you');
  await visitor.press(words.thankYou.finish);

  await lobby.printer.set({ paper: 'out' });
  await cutNetwork(true);
  await visitor.begin();
  await visitor.fillSmallestComplaint();
  const second = await visitor.send();
  await page.getByText(words.ticket.slip.photograph).waitFor({ timeout: 30_000 });
  await take('complaint ticket without paper');
  await leave();
  await lobby.printer.set({ paper: 'ok', paperEndsAfterLines: 5 });
  await visitor.begin();
  await take('lobby home without network');
  await visitor.fillSmallestComplaint();
  await visitor.send();
  await page.getByText(words.ticket.slip.unknown).waitFor({ timeout: 60_000 });
  await take('complaint ticket unknown print');
  await leave();

  await visitor.begin();
  await lookUp(visitor, second);
  await take('look-up recorded');
  await leave();
  await cutNetwork(false);
  await passOn({ url: lobby.hub.url, officerToken: OFFICER_TOKEN }, ticket.number);
  await untilSent(page);
  await visitor.begin();
  await lookUp(visitor, second);
  await take('look-up received');
  await leave();
  await visitor.begin();
  await lookUp(visitor, { ...second, secret: '000000' });
  await take('look-up no match');
  await leave();
  await visitor.begin();
  await visitor.press(words.home.tiles.lookUp.name);
  await visitor.sees('look-up.number');
  await visitor.type('2222');
  await visitor.press(words.common.next);
  await page.waitForTimeout(600);
  await take('look-up number too short');
  await leave();
  await lookUpUntilPassedOn(visitor, ticket, () => take('look-up passed on'));

  // Timers that began before the clock was taken over would go on in real time.
  await page.clock.install();
  await visitor.begin();
  await visitor.press(words.home.complaint);
  await visitor.sees('complaint.danger');
  for (let second_ = 0; second_ < 64; second_++) await page.clock.runFor(1000);
  await take('lobby idle question');
  await kiosk.close();
}

async function photographTrouble(album: Album, lobby: Lobby, language: Language): Promise<void> {
  const failing = await lobby.startKiosk();
  await untilReady(failing.page);
  const visitor = await Visitor.at(failing.page, language);
  await failing.app.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('submission.submit');
    ipcMain.handle('submission.submit', () => ({ ok: false, problem: { code: 'intake.disk-full' } }));
  });
  await visitor.begin();
  await visitor.fillSmallestComplaint();
  await visitor.press(visitor.complaint.check.send);
  await visitor.sees('complaint.failed');
  await album.take(failing.page, 'complaint failed disk full');
  await failing.close();

  for (const [caption, config] of [
    ['lobby closed wrong configuration', '{ "hubUrl": 7 }'],
    ['lobby not enrolled', {}],
  ] as const) {
    const dataFolder = makeDataFolder();
    const kiosk = await lobby.startKiosk({ dataFolder, config });
    const someone = await Visitor.at(kiosk.page, language);
    if (caption === 'lobby not enrolled') await someone.begin();
    await kiosk.page.waitForTimeout(700);
    await album.take(kiosk.page, caption);
    await kiosk.close();
    removeDataFolder(dataFolder);
  }
}
