import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, insertSubmission } from '../testing.ts';

const SLIP = "'00000000-0000-4000-8000-000000000001'";

test('rows from before stay as they were, and no paper is known of them', () => {
  const db = databaseAt(5);
  const row = insertSubmission(db);
  db.exec(`INSERT INTO slip (id, kind, ticket_number, facts, state, boot_id, created_at, changed_at)
    VALUES (${SLIP}, 'test', NULL, NULL, 'printed', 'boot', 1, 1)`);
  migrate(db, { upTo: 6 });
  expect(db.prepare('SELECT * FROM submission').get()).toMatchObject(row);
  expect(db.prepare('SELECT state, paper_mm FROM slip').get()).toEqual({ state: 'printed', paper_mm: null });
  expect(db.prepare('SELECT count(*) FROM paper_use').pluck().get()).toBe(0);
});

test('the database refuses a paper of no length', () => {
  const db = databaseAt(6);
  expect(() => db.exec(`INSERT INTO paper_use VALUES (${SLIP}, 1, 0, NULL)`)).toThrow(/CHECK/);
});
