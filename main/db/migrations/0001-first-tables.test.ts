import { expect, test } from 'vitest';
import { databaseAt, insertSubmission } from '../testing.ts';

test('a new file has the tables, and the counters stand at their beginning', () => {
  const db = databaseAt(1);
  expect(db.prepare('SELECT next FROM ticket_counter').pluck().all()).toEqual([0]);
  expect(db.prepare('SELECT next FROM submission_sequence').pluck().all()).toEqual([1]);
});

test('a submission is kept as it was given', () => {
  const db = databaseAt(1);
  const row = insertSubmission(db);
  expect(db.prepare('SELECT * FROM submission').get()).toEqual(row);
});

test('two submissions cannot share a number or a sequence', () => {
  const db = databaseAt(1);
  const row = insertSubmission(db, { sequence: 1 });
  expect(() => insertSubmission(db, { sequence: 2, ticket_number: row.ticket_number })).toThrow('UNIQUE');
  expect(() =>
    insertSubmission(db, {
      sequence: 1,
      id: '01900000-0000-7000-8000-0000000000ff',
      ticket_number: '2222-ZZZZ',
    }),
  ).toThrow('UNIQUE');
});

test('the tables refuse what the types cannot', () => {
  const db = databaseAt(1);
  const refuse = (sql: string) => expect(() => db.exec(sql), sql).toThrow('constraint failed');
  refuse('INSERT INTO ticket_counter (only, next) VALUES (2, 0)');
  refuse('UPDATE ticket_counter SET next = -1');
  refuse("INSERT INTO fact (key, value) VALUES ('x', 'not json')");
  refuse("INSERT INTO ticket VALUES ('n', 'no-such-submission', '$scrypt$x', 'q', 1)");
  refuse("INSERT INTO acknowledgement VALUES ('no-such-submission', 'e', 'h', 1, 1)");
  insertSubmission(db);
  refuse('UPDATE submission SET urgency = 4');
  refuse("INSERT INTO ticket VALUES ('n', '01900000-0000-7000-8000-000000000001', '123456', 'q', 1)");
});
