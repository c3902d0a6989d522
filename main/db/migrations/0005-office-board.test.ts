import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, insertSubmission } from '../testing.ts';

test('a row from before stays as it was, and nothing is known of the office', () => {
  const db = databaseAt(4);
  const row = insertSubmission(db);
  migrate(db, { upTo: 5 });
  expect(db.prepare('SELECT * FROM submission').get()).toMatchObject(row);
  for (const table of ['announcement', 'opening_day', 'opening_exception']) {
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
  }
});

test('the database refuses what nobody could read: an end before its beginning, nothing to read, hours that are none, a day without a name', () => {
  const db = databaseAt(5);
  const wrong = [
    "INSERT INTO announcement VALUES ('00000000-0000-4000-8000-000000000001', 'a', 'b', '2026-12-02', '2026-12-01', 1, '1001', NULL, NULL)",
    "INSERT INTO announcement VALUES ('00000000-0000-4000-8000-000000000001', '', 'b', '2026-12-01', '2026-12-01', 1, '1001', NULL, NULL)",
    "INSERT INTO opening_day VALUES ('mon', '{}')",
    "INSERT INTO opening_day VALUES ('someday', '[]')",
    "INSERT INTO opening_exception VALUES ('tomorrow', '[]', 'event')",
  ];
  for (const statement of wrong) expect(() => db.exec(statement)).toThrow(/CHECK/);
});
