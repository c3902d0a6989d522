// @ts-nocheck: these packages are there only after the bench's first run.
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { createRxDatabase } from 'rxdb';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';

/**
 * Pushes the documents of a file through a handler that fails for every batch with one of them, as a server does that refuses the
 * batch: RxDB's push has no answer for one refused document. Arguments: file, refused id, batch size, milliseconds to give it.
 */
const [file, refusedId, batchSize, forMs] = process.argv.slice(2);
const docs = JSON.parse(readFileSync(file, 'utf8')).map(({ id, sealed }) => ({ id, sealed }));
const db = await createRxDatabase({ name: 'bench', storage: getRxStorageMemory() });
const text = (maxLength) => ({ type: 'string', maxLength });
const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: text(40), sealed: text(1_000_000) },
  required: ['id', 'sealed'],
};
const { submissions } = await db.addCollections({ submissions: { schema } });
await submissions.bulkInsert(docs);
const arrived = new Set();
let failing = 0;
const replication = replicateRxCollection({
  collection: submissions,
  replicationIdentifier: 'bench',
  live: true,
  retryTime: 20,
  push: {
    batchSize: Number(batchSize),
    async handler(rows) {
      if (rows.some(({ newDocumentState }) => newDocumentState.id === refusedId)) {
        failing += 1;
        throw new Error('refused');
      }
      for (const { newDocumentState } of rows) arrived.add(newDocumentState.id);
      return [];
    },
  },
});
replication.error$.subscribe(() => undefined);
await wait(Number(forMs));
console.log(JSON.stringify({ ready: true, arrived: arrived.size, failing }));
process.exit(0);
