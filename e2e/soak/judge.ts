import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Post } from './post.ts';

/** What became of every ticket, when the link was well again. */
export interface Judgement {
  /** Numbers that stood on the screen; kept by the kiosk; at the hub; whole slips. */
  shown: number;
  kept: number;
  atHub: number;
  slips: number;
  /** Shown, kept or printed, and not at the hub. */
  lost: string[];
  /** Twice at the hub, or two slips of one number. */
  doubled: string[];
}

export async function judge(post: Post, shown: ReadonlySet<string>): Promise<Judgement> {
  const { rows } = await post.lobby.hub.database.pool.query<{ ticket_number: string }>(
    'SELECT ticket_number FROM submission',
  );
  const atHub = rows.map((row) => row.ticket_number);
  const known = new Set(atHub);
  const kept = ticketsOn(post);
  const slips = post.lobby.printer.receipts().map(({ text }) => text);
  const lost = [...new Set([...shown, ...kept])].filter((number) => !known.has(number));
  const doubled = [...known].flatMap((number) => {
    const times = atHub.filter((one) => one === number).length;
    const papers = slips.filter((text) => text.includes(number)).length;
    return [
      ...(times > 1 ? [`${number}: ${times} times at the hub`] : []),
      ...(papers > 1 ? [`${number}: ${papers} slips`] : []),
    ];
  });
  const forgotten = [...shown].filter((number) => !kept.includes(number));
  return {
    shown: shown.size,
    kept: kept.length,
    atHub: atHub.length,
    slips: slips.length,
    lost: [...lost, ...forgotten.map((number) => `${number}: shown, and not kept`)],
    doubled,
  };
}

/** Read by another connection. */
function ticketsOn({ dataFolder }: Post): string[] {
  const db = new Database(join(dataFolder, 'kiosk/kiosk.db'), { readonly: true });
  try {
    return db.prepare('SELECT number FROM ticket').pluck().all() as string[];
  } finally {
    db.close();
  }
}
