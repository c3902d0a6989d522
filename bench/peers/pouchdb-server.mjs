// @ts-nocheck: these packages are there only after the bench's first run.
import { createRequire } from 'node:module';
import express from 'express';
import PouchDB from 'pouchdb';
import memory from 'pouchdb-adapter-memory';

/**
 * express-pouchdb on loopback, everything in memory. Arguments: `none`, `forbidden` or `too-large`, and the id of the document that it
 * refuses so: by that document's own row in the answer, or by 413 to every batch that holds it.
 */
const [refusal, refusedId] = process.argv.slice(2);
const expressPouchDB = createRequire(import.meta.url)('express-pouchdb');
PouchDB.plugin(memory);
const InMemory = PouchDB.defaults({ adapter: 'memory' });
const app = express();

if (refusal !== 'none') {
  app.post('/:db/_bulk_docs', express.json({ limit: '100mb' }), async (request, response, next) => {
    const { docs } = request.body;
    const refused = docs.find(({ _id }) => _id === refusedId);
    if (!refused) return next();
    if (refusal === 'too-large') return response.status(413).json({ error: 'too_large', reason: 'example' });
    const others = docs.filter((doc) => doc !== refused);
    await new InMemory(request.params.db).bulkDocs(others, { new_edits: false });
    const row = { id: refusedId, rev: refused._rev, error: 'forbidden', reason: 'example' };
    response.status(201).json([row]);
  });
}
app.use('/', expressPouchDB(InMemory, { mode: 'minimumForPouchDB', inMemoryConfig: true }));
const server = app.listen(0, '127.0.0.1', () => {
  console.log(JSON.stringify({ ready: true, url: `http://127.0.0.1:${server.address().port}` }));
});
