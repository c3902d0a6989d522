import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFolder } from '../main/content/check-folder.ts';
import { COUNTRY_FILE } from '../main/content/pack.ts';
import { readArguments } from './lib/arguments.ts';
import { makeCountryList } from './lib/country-list.ts';

/**
 * `npm run content:check` tells what is wrong or soon due in resources/content, one line for each finding with its place. Another
 * folder may be named: `npm run content:check -- <folder>`. With `--write-countries` it first writes the list of countries anew
 * from the package that carries their names.
 */

const { values, positionals } = readArguments(
  'npm run content:check',
  { 'write-countries': { type: 'boolean' } },
  'FOLDER',
);
const [given] = positionals;
const folder = given ?? join(import.meta.dirname, '..', 'resources', 'content');
const countries = makeCountryList();
if (values['write-countries']) {
  const source = 'i18n-iso-countries (MIT), names checked and corrected by hand';
  writeFileSync(join(folder, COUNTRY_FILE), `${JSON.stringify({ source, countries }, null, 2)}\n`);
}

const findings = checkFolder(folder, countries, new Date().toISOString().slice(0, 10));
for (const { severity, where, what } of findings) console.log(`${severity}: ${where} ${what}`);
const errors = findings.filter((finding) => finding.severity === 'error').length;
console.log(`content: ${errors} errors, ${findings.length - errors} warnings, ${countries.length} countries`);
process.exitCode = errors === 0 ? 0 : 1;
