import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedPostgres } from '../hub/src/database/embedded/open-embedded-postgres.ts';
import { runStage } from './lib/run-stage.ts';
import { projectFolder } from './setup/processes.mjs';

/**
 * The hub's tests on a PostgreSQL server of one's own: DATABASE_URL names any database on it, as a user that may create
 * databases. Each test file makes its own and drops it. Without DATABASE_URL a server is started for this run alone.
 * Arguments are handed to vitest, such as a path.
 */
const named = process.env.DATABASE_URL;
const folder = mkdtempSync(join(tmpdir(), 'pos-migran-postgres-'));
const own = named ? null : await openEmbeddedPostgres(folder);
try {
  const databaseUrl = named ?? own?.databaseUrl ?? '';
  const asked = process.argv.slice(2);
  const paths = asked.length > 0 ? asked : ['hub'];
  process.stdout.write(`the hub's tests on ${new URL(databaseUrl).host}\n`);
  process.exitCode = await runStage(
    process.execPath,
    [join(projectFolder, 'node_modules/vitest/vitest.mjs'), 'run', ...paths],
    { cwd: projectFolder, env: { HUB_TEST_DATABASE_URL: databaseUrl, DATABASE_URL: '' } },
  );
} finally {
  await own?.close();
  rmSync(folder, { recursive: true, force: true });
}
