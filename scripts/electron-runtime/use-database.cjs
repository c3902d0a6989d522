// Uses better-sqlite3 as the kiosk does, and where its Node-API 9 build differs from the published one: named
// parameters, constants and error codes (kept strings), aggregates (kept numbers). Plain JavaScript, because it runs
// inside Electron as well as under Node.
const { join } = require('node:path');

/**
 * @param {string} library path or name of better-sqlite3
 * @param {string} folder empty folder for the database
 * @param {string | undefined} nativeBinding
 */
function useDatabase(library, folder, nativeBinding) {
  /** @type {typeof import('better-sqlite3')} */
  const Database = require(library);
  const db = new Database(join(folder, 'usage.sqlite'), nativeBinding ? { nativeBinding } : {});
  const journal = db.pragma('journal_mode = WAL', { simple: true });
  db.pragma('synchronous = FULL');
  const synchronous = db.pragma('synchronous', { simple: true });
  db.exec('CREATE TABLE record (id TEXT PRIMARY KEY, big INTEGER, body BLOB, note TEXT) STRICT');

  const insert = db.prepare('INSERT INTO record VALUES (:id, :big, :body, :note)');
  const written = {
    id: 'r1',
    big: 9_007_199_254_740_993n,
    body: Buffer.from([0, 27, 255]),
    note: 'ñ 🙂 كلمة',
  };
  const run = insert.run(written);
  const read = db.prepare('SELECT * FROM record WHERE id = @id').safeIntegers().get({ id: 'r1' });

  let code = '';
  try {
    insert.run(written);
  } catch (error) {
    code = /** @type {{ code: string }} */ (error).code;
  }
  const rolledBack = () =>
    db.transaction(() => {
      insert.run({ ...written, id: 'r2' });
      throw new Error('undone');
    })();
  try {
    rolledBack();
  } catch {
    // Expected: the transaction must leave no row.
  }

  db.aggregate('total_of', {
    start: 0,
    step: (/** @type {number} */ sum, /** @type {number} */ n) => sum + n,
  });
  db.function('doubled', (/** @type {number} */ n) => n * 2);
  const manyNames = Array.from({ length: 40 }, (_, index) => `p${index}`);
  const many = db.prepare(`SELECT ${manyNames.map((name) => `:${name}`).join(' + ')}`).pluck();
  const statement = db.prepare('SELECT id AS named FROM record');
  const report = {
    journal,
    synchronous,
    changes: run.changes,
    read,
    code,
    rows: db.prepare('SELECT count(*) FROM record').pluck().get(),
    aggregate: db.prepare('SELECT total_of(value) FROM (SELECT 20 AS value UNION SELECT 22)').pluck().get(),
    called: db.prepare('SELECT doubled(21)').pluck().get(),
    many: many.get(Object.fromEntries(manyNames.map((name, index) => [name, index]))),
    iterated: [...statement.iterate()],
    columns: statement.columns().map((column) => column.name),
    facts: { reader: statement.reader, source: statement.source, name: db.name, memory: db.memory },
    frozen: Object.getOwnPropertyDescriptor(statement, 'source')?.writable,
    integrity: db.pragma('integrity_check', { simple: true }),
  };
  db.close();
  return report;
}

module.exports = { useDatabase };
