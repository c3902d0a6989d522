import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ContentFinding, checkContent, checkSection } from '../main/content/check.ts';
import { COUNTRY_FILE, ContentPack, PACK_FILE } from '../main/content/pack.ts';
import { SECTIONS, sectionNames } from '../main/content/sections.ts';
import { makeCountryList } from './lib/country-list.ts';

/**
 * `npm run content:check` tells what is wrong or soon due in resources/content.
 * With `--write-countries` it writes the list of countries anew from the package that carries their names.
 */

const folder = join(import.meta.dirname, '..', 'resources', 'content');
const countryPath = join(folder, COUNTRY_FILE);
const countries = makeCountryList();
const countryText = `${JSON.stringify({ source: 'i18n-iso-countries (MIT), names checked and corrected by hand', countries }, null, 2)}\n`;

if (process.argv.includes('--write-countries')) writeFileSync(countryPath, countryText);

const today = new Date().toISOString().slice(0, 10);
const findings: ContentFinding[] = [];
const pack = ContentPack.safeParse(JSON.parse(readFileSync(join(folder, PACK_FILE), 'utf8')));
if (pack.success) {
  findings.push(...checkContent(pack.data, countries, today));
} else {
  for (const issue of pack.error.issues) {
    findings.push({ severity: 'error', where: issue.path.join('.'), what: issue.message });
  }
}
if (
  JSON.stringify(JSON.parse(readFileSync(countryPath, 'utf8'))) !== JSON.stringify(JSON.parse(countryText))
) {
  findings.push({
    severity: 'error',
    where: COUNTRY_FILE,
    what: 'is out of date: run with --write-countries',
  });
}
for (const name of sectionNames) {
  const { file, schema } = SECTIONS[name];
  const section = schema.safeParse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  if (section.success) findings.push(...checkSection(name, section.data, today));
  else {
    for (const issue of section.error.issues) {
      findings.push({ severity: 'error', where: [file, ...issue.path].join('.'), what: issue.message });
    }
  }
}
for (const { severity, where, what } of findings) console.log(`${severity}: ${where} ${what}`);
const errors = findings.filter((finding) => finding.severity === 'error').length;
console.log(`content: ${errors} errors, ${findings.length - errors} warnings, ${countries.length} countries`);
process.exitCode = errors === 0 ? 0 : 1;
