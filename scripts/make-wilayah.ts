import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data';
import { countsOf, filesOf } from './lib/wilayah-files.ts';

/**
 * `node scripts/make-wilayah.ts` writes resources/wilayah anew from the package that carries the regions. Run it after that
 * package was raised, and look at the counts: they must be those of the decree.
 */
const folder = join(import.meta.dirname, '..', 'resources', 'wilayah');
const { version } = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'node_modules', 'idn-area-data', 'package.json'), 'utf8'),
) as { version: string };

const [provinces, regencies, districts, villages] = await Promise.all([
  getProvinces(),
  getRegencies(),
  getDistricts(),
  getVillages(),
]);
const regions = [...provinces, ...regencies, ...districts, ...villages];
rmSync(join(folder, 'villages'), { recursive: true, force: true });
mkdirSync(join(folder, 'villages'), { recursive: true });
for (const [name, text] of filesOf(regions, version)) writeFileSync(join(folder, name), text);
console.log(countsOf(regions));
