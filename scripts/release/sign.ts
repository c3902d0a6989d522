import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readSigningKey } from '../../hub/src/signing/key-file.ts';
import { versionName } from '../../shared/contract/release.ts';
import { projectFolder } from '../setup/processes.mjs';
import { makeRelease } from './make-release.ts';

/**
 * `npm run release:sign -- --with KEY-FILE --out FOLDER`: makes a release of the package in out/package. For the machine that holds
 * the release key and is never online; the folder it writes goes to the hub (`releases add FOLDER`).
 */
const { values } = parseArgs({
  options: {
    with: { type: 'string' },
    out: { type: 'string' },
    folder: { type: 'string', default: join(projectFolder, 'out', 'package', 'dist', 'linux-unpacked') },
    notes: { type: 'string', default: '' },
    'follows-build': { type: 'string', default: '0' },
    'follows-database': { type: 'string', default: '1' },
  },
});
if (!values.with || !values.out) {
  console.error(
    'release:sign: --with KEY-FILE --out FOLDER [--notes TEXT] [--follows-build N] [--follows-database N]',
  );
  process.exit(2);
}
const key = readSigningKey(values.with);
if (key?.role !== 'update') {
  console.error(
    `release:sign: ${values.with} is no key of the update role; "hub keys make update" makes one`,
  );
  process.exit(2);
}
const sheet = await makeRelease({
  folder: values.folder,
  privateKey: key.privateKey,
  out: values.out,
  notes: values.notes,
  followsBuild: Number(values['follows-build']),
  followsDatabase: Number(values['follows-database']),
});
console.log(
  `release · ${versionName(sheet)} · ${(sheet.bytes / 1e6).toFixed(1)} MB · ${sheet.kind} · signed by ${key.keyId}`,
);
