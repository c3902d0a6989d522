import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, insertSubmission } from '../testing.ts';

test('a row from before stays as it was, without a hash that its first sending did not have', () => {
  const db = databaseAt(2);
  const row = insertSubmission(db);
  migrate(db, { upTo: 3 });
  expect(db.prepare('SELECT * FROM submission').get()).toMatchObject({ ...row, look_up_hash: null });
});
