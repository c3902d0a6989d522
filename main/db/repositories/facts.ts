import type { z } from 'zod';
import type { ReadableDB, WritableDB } from '../handles.ts';

/** Reads a small fact; null when it was never written. A value that no longer parses is null too, not a crash. */
export function readFact<T>(db: ReadableDB, key: string, schema: z.ZodType<T>): T | null {
  const text = db.prepare('SELECT value FROM fact WHERE key = ?').pluck().get(key) as string | undefined;
  if (text === undefined) return null;
  const parsed = schema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

export function writeFact(db: WritableDB, key: string, value: unknown): void {
  db.prepare(
    'INSERT INTO fact (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, JSON.stringify(value));
}
