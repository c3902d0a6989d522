// @ts-nocheck: these packages are there only after the bench's first run.
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import PouchDB from 'pouchdb';
import memory from 'pouchdb-adapter-memory';

/**
 * Replicates the documents of a file to a server. Arguments: file, address, and milliseconds to give a live replication that retries;
 * 0: one replication to its end. Prints what arrived, and how long the one replication took.
 */
const [file, url, liveMs] = process.argv.slice(2);
const docs = JSON.parse(readFileSync(file, 'utf8')).map(({ id, ...rest }) => ({ _id: id, ...rest }));
PouchDB.plugin(memory);
const local = new PouchDB('local', { adapter: 'memory' });
await local.bulkDocs(docs);
const remote = new PouchDB(`${url}/bench`);
await remote.info();
const events = { denied: 0, error: 0 };
const began = performance.now();
const options = { batch_size: 100, ...(Number(liveMs) > 0 ? { live: true, retry: true } : {}) };
const replication = PouchDB.replicate(local, remote, options);
replication.on('denied', () => {
  events.denied += 1;
});
replication.on('error', () => {
  events.error += 1;
});
await (Number(liveMs) > 0 ? wait(Number(liveMs)) : replication);
const ms = performance.now() - began;
const { doc_count: arrived } = await remote.info();
console.log(JSON.stringify({ ready: true, arrived, ms, ...events }));
process.exit(0);
