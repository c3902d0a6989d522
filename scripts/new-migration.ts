import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../main/db/migrate.ts';
import { migrations } from '../main/db/migrations/index.ts';
import { openDatabase } from '../main/db/open.ts';
import { describeSchema, lostFromSchema } from '../main/db/schema-snapshot.ts';

/**
 * `node scripts/new-migration.ts staff-call-answer` writes the next migration, its test and its line in the list.
 * `node scripts/new-migration.ts --snapshot` writes the reviewed schema anew; it refuses to lose a table or a column.
 */

const place = join(import.meta.dirname, '..', 'main', 'db');
const argument = process.argv[2] ?? '';
if (argument === '--snapshot') writeSnapshot();
else if (/^[a-z]+(-[a-z]+)*$/.test(argument)) writeMigration(argument);
else fail('Give a name in small letters with hyphens, or --snapshot.');

function writeMigration(words: string): void {
  const version = migrations.length + 1;
  const name = `${String(version).padStart(4, '0')}-${words}`;
  const call = words.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const before = version - 1;
  writeFileSync(
    join(place, 'migrations', `${name}.ts`),
    `import type { WritableDB } from '../handles.ts';\n\n/** Say why: what people needed, and what older rows get. */\nexport default function ${call}(db: WritableDB): void {\n  db.exec(\`\`);\n}\n`,
    { flag: 'wx' },
  );
  writeFileSync(
    join(place, 'migrations', `${name}.test.ts`),
    `import { expect, test } from 'vitest';\nimport { migrate } from '../migrate.ts';\nimport { databaseAt, insertSubmission } from '../testing.ts';\n\ntest('a row from before stays as it was', () => {\n  const db = databaseAt(${before});\n  const row = insertSubmission(db);\n  migrate(db, { upTo: ${version} });\n  expect(db.prepare('SELECT * FROM submission').get()).toMatchObject(row);\n});\n`,
    { flag: 'wx' },
  );
  const list = join(place, 'migrations', 'index.ts');
  const text = readFileSync(list, 'utf8');
  const withImport = text.replace(/(\n\n\/\*\*)/, `\nimport ${call} from './${name}.ts';$1`);
  writeFileSync(
    list,
    withImport.replace(/,?\s*\];\s*$/, `,\n  { version: ${version}, name: '${name}', up: ${call} }];\n`),
  );
  console.log(
    `Wrote main/db/migrations/${name}.ts and its test. Fill both, format, then run with --snapshot.`,
  );
}

function writeSnapshot(): void {
  const path = join(place, 'schema.snapshot.json');
  const folder = mkdtempSync(join(tmpdir(), 'pos-migran-'));
  try {
    const db = openDatabase(join(folder, 'kiosk.db'));
    migrate(db);
    const schema = describeSchema(db);
    db.close();
    const lost = lostFromSchema(readSnapshot(path), schema);
    if (lost.length > 0) fail(`The schema only grows. Lost or changed: ${lost.join(', ')}`);
    const prints = migrations.map(({ name }) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(place, 'migrations', `${name}.ts`)))
        .digest('hex'),
    ]);
    writeFileSync(path, `${JSON.stringify({ migrations: Object.fromEntries(prints), schema }, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readSnapshot(path: string): Record<string, Record<string, string>> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).schema;
  } catch {
    return {};
  }
}

function fail(why: string): never {
  console.error(why);
  process.exit(1);
}
