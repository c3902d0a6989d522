import { join } from 'node:path';
import { readSigningKey } from '../../hub/src/signing/key-file.ts';
import { versionName } from '../../shared/contract/release.ts';
import { readArguments } from '../lib/arguments.ts';
import { projectFolder } from '../setup/processes.mjs';
import { makeRelease } from './make-release.ts';

/**
 * `npm run release:sign -- --with KEY-FILE --out FOLDER`: makes a release of the package in out/package. For the machine that holds
 * the release key and is never online; the folder it writes goes to the hub (`releases add FOLDER`).
 */
const { values, whole, refuse } = readArguments('npm run release:sign', {
  with: { type: 'string', takes: 'KEY-FILE' },
  out: { type: 'string', takes: 'FOLDER' },
  folder: {
    type: 'string',
    default: join(projectFolder, 'out', 'package', 'dist', 'linux-unpacked'),
    takes: 'FOLDER',
  },
  notes: { type: 'string', default: '' },
  'follows-build': { type: 'string', default: '0' },
  'follows-database': { type: 'string', default: '1' },
});
const followsBuild = whole('follows-build', 0);
const followsDatabase = whole('follows-database', 0);
const keyFile = values.with ?? refuse('it needs --with');
const out = values.out ?? refuse('it needs --out');
const key = readSigningKey(keyFile);
if (key?.role !== 'update') {
  console.error(`release:sign: ${keyFile} is no key of the update role; "hub keys make update" makes one`);
  process.exit(2);
}
const sheet = await makeRelease({
  folder: values.folder,
  privateKey: key.privateKey,
  out,
  notes: values.notes,
  followsBuild,
  followsDatabase,
});
console.log(
  `release · ${versionName(sheet)} · ${(sheet.bytes / 1e6).toFixed(1)} MB · ${sheet.kind} · signed by ${key.keyId}`,
);
