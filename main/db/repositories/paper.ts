import type { ReadableDB, WritableDB } from '../handles.ts';

/** What this kiosk knows of the paper that came out, since the roll that is in force was noted. */
export interface PaperCount {
  /** Null: nobody has noted a roll yet, and what is counted began on a roll that was already in use. */
  roll: { putInAt: number; by: string } | null;
  /** Papers that came out, or may have, and how long they are together. */
  papers: number;
  usedMm: number;
  /** Of the last papers, whichever roll they came from. Null: too few for a guess. */
  usualMm: number | null;
}

/** So many papers say how long a usual one is. */
const ENOUGH_PAPERS = 5;
const LAST_PAPERS = 50;

/** Before the first byte goes to the printer, in a state of its own: a power cut behind it must not lose what came out. */
export function notePaperOf(db: WritableDB, slipId: string, millimetres: number): void {
  if (millimetres > 0) db.prepare('UPDATE slip SET paper_mm = ? WHERE id = ?').run(millimetres, slipId);
}

/** Counts the papers of these slips on the roll in force, each once. `at`: device clock. Inside the caller's transaction. */
export function bookPapers(db: WritableDB, slipIds: readonly string[], at: number): void {
  db.prepare(
    `INSERT INTO paper_use (slip_id, at, millimetres, roll_id)
     SELECT id, :at, paper_mm, (SELECT id FROM paper_roll ORDER BY put_in_at DESC, rowid DESC LIMIT 1)
     FROM slip WHERE paper_mm IS NOT NULL AND id IN (SELECT value FROM json_each(:ids))
     ON CONFLICT (slip_id) DO NOTHING`,
  ).run({ at, ids: JSON.stringify(slipIds) });
}

/** A new roll is in the printer: counting begins anew. `putInAt`: the time that never runs backwards. False: this id was noted before. */
export function insertRoll(db: WritableDB, roll: { id: string; putInAt: number; by: string }): boolean {
  return (
    db
      .prepare(
        `INSERT INTO paper_roll (id, put_in_at, staff_number) VALUES (:id, :putInAt, :by)
         ON CONFLICT (id) DO NOTHING`,
      )
      .run(roll).changes === 1
  );
}

/** Whether this roll was noted before: asked again after a lost answer, counting does not begin anew. */
export function hasRoll(db: ReadableDB, id: string): boolean {
  return db.prepare('SELECT 1 FROM paper_roll WHERE id = ?').get(id) !== undefined;
}

export function readPaperCount(db: ReadableDB): PaperCount {
  const roll = db
    .prepare<[], { id: string; putInAt: number; by: string }>(
      `SELECT id, put_in_at AS putInAt, staff_number AS by FROM paper_roll
       ORDER BY put_in_at DESC, rowid DESC LIMIT 1`,
    )
    .get();
  const used = db
    .prepare<[string | null], { papers: number; usedMm: number }>(
      `SELECT count(*) AS papers, coalesce(sum(millimetres), 0) AS usedMm FROM paper_use WHERE roll_id IS ?`,
    )
    .get(roll?.id ?? null);
  const last = db
    .prepare<[number], { count: number; usualMm: number }>(
      `SELECT count(*) AS count, avg(millimetres) AS usualMm
       FROM (SELECT millimetres FROM paper_use ORDER BY rowid DESC LIMIT ?)`,
    )
    .get(LAST_PAPERS);
  return {
    roll: roll ? { putInAt: roll.putInAt, by: roll.by } : null,
    papers: used?.papers ?? 0,
    usedMm: used?.usedMm ?? 0,
    usualMm: last && last.count >= ENOUGH_PAPERS ? last.usualMm : null,
  };
}

/** Millimetres of paper that came out, or may have, in a stretch of the device clock. */
export function paperUsedIn(db: ReadableDB, { from, until }: { from: number; until: number }): number {
  return db
    .prepare('SELECT coalesce(sum(millimetres), 0) FROM paper_use WHERE at >= ? AND at < ?')
    .pluck()
    .get(from, until) as number;
}
