import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Kiosk } from './kiosk.ts';
import { untilReady, untilSent } from './kiosk-state.ts';
import { type Lobby, openLobby } from './lobby.ts';
import { readTicketOn, Visitor } from './visitor.ts';

export interface KillReport {
  rounds: number;
  /** Rounds in which a number had been on the screen before the kill. */
  shown: number;
  /** Rounds that had a committed record after the kill. */
  recorded: number;
  /** Slips that came out whole. */
  printed: number;
  /** Numbers seen on screen or paper that the hub does not have in the end. */
  lost: string[];
  /** Complaints that exist twice: two records of one visitor, or one record twice at the hub. */
  doubled: string[];
}

/** From the tap to the printed slip it takes one to two seconds; half of the kills fall into the first half second. */
const LATEST_KILL_MS = 2_400;

/**
 * Sends a complaint on the real app and ends its main process with SIGKILL at a random moment after the tap, again and
 * again on the same data. At the end the kiosk starts once more, and everything that was ever shown must be at the hub once.
 */
export async function runKillRounds(
  rounds: number,
  random: () => number,
  note: (line: string) => void,
): Promise<KillReport> {
  const lobby = await openLobby();
  const report: KillReport = { rounds, shown: 0, recorded: 0, printed: 0, lost: [], doubled: [] };
  const seen = new Set<string>();
  try {
    for (let round = 1; round <= rounds; round++) {
      const before = ticketsOn(lobby).length;
      const delay = random() * (random() < 0.5 ? 500 : LATEST_KILL_MS);
      const shown = await sendAndKill(lobby, delay);
      const added = ticketsOn(lobby).length - before;
      if (shown !== null) {
        report.shown += 1;
        seen.add(shown);
      }
      report.recorded += added > 0 ? 1 : 0;
      if (added > 1) report.doubled.push(`round ${round}: ${added} records for one visitor`);
      note(
        `round ${round}: killed ${Math.round(delay)} ms after the tap, ${shown === null ? 'no number shown' : `${shown} shown`}, ${added} recorded`,
      );
    }
    await drain(lobby);
    await judge(lobby, seen, report);
    return report;
  } finally {
    await lobby.close();
  }
}

async function sendAndKill(lobby: Lobby, delay: number): Promise<string | null> {
  const kiosk = await lobby.startKiosk();
  await untilReady(kiosk.page);
  const visitor = await Visitor.at(kiosk.page);
  await visitor.begin();
  await visitor.fillSmallestComplaint();
  const shown = watchForTicket(kiosk);
  const send = kiosk.page.getByRole('button', { name: visitor.complaint.check.send });
  await visitor.tap(send);
  await new Promise((resolve) => setTimeout(resolve, delay));
  await kiosk.kill();
  return shown();
}

/** Looks for a ticket on the screen until the page is gone, as a visitor would. */
function watchForTicket(kiosk: Kiosk): () => string | null {
  let number: string | null = null;
  const look = async (): Promise<void> => {
    for (;;) {
      try {
        number = (await readTicketOn(kiosk.page)).number;
        return;
      } catch {
        if (kiosk.page.isClosed()) return;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
  };
  void look();
  return () => number;
}

/** What the kiosk has on its disk, read by another connection. */
function ticketsOn(lobby: Lobby): string[] {
  let db: Database.Database;
  try {
    db = new Database(join(lobby.dataFolder, 'kiosk.db'), { readonly: true, fileMustExist: true });
  } catch {
    return [];
  }
  try {
    return db.prepare('SELECT number FROM ticket').pluck().all() as string[];
  } finally {
    db.close();
  }
}

async function drain(lobby: Lobby): Promise<void> {
  const kiosk = await lobby.startKiosk();
  await untilReady(kiosk.page);
  await untilSent(kiosk.page);
  await kiosk.close();
}

async function judge(lobby: Lobby, seen: Set<string>, report: KillReport): Promise<void> {
  const { rows } = await lobby.hub.database.pool.query<{ ticket_number: string }>(
    'SELECT ticket_number FROM submission',
  );
  const atHub = rows.map((row) => row.ticket_number);
  for (const number of atHub)
    if (atHub.indexOf(number) !== atHub.lastIndexOf(number))
      report.doubled.push(`${number} twice at the hub`);
  const papers = lobby.printer.receipts().map((receipt) => receipt.text);
  report.printed = papers.length;
  const onPaper = ticketsOn(lobby).filter((number) => papers.some((paper) => paper.includes(number)));
  for (const number of ticketsOn(lobby)) {
    const copies = papers.filter((paper) => paper.includes(number)).length;
    if (copies > 1) report.doubled.push(`${number}: ${copies} slips`);
  }
  for (const number of new Set([...seen, ...onPaper, ...ticketsOn(lobby)])) {
    if (!atHub.includes(number)) report.lost.push(`${number}: ${jobOf(lobby, number)}`);
  }
}

/** How the kiosk left the job of a ticket, for whoever looks for a lost one. */
function jobOf(lobby: Lobby, number: string): string {
  const db = new Database(join(lobby.dataFolder, 'kiosk.db'), { readonly: true });
  try {
    const job = db
      .prepare(
        `SELECT job.state, job.attempts, job.last_problem FROM submission
         JOIN job ON job.payload LIKE '%' || submission.id || '%' WHERE submission.ticket_number = ?`,
      )
      .get(number);
    return JSON.stringify(job ?? 'no record on the kiosk');
  } finally {
    db.close();
  }
}
