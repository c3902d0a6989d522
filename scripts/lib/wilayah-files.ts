interface Region {
  code: string;
  name: string;
}

export const DECREE = 'Kepmendagri 300.2.2-2138/2025';

/** How many regions of each level there are: provinces, regencies, districts, villages. */
export function countsOf(regions: readonly Region[]): number[] {
  return [2, 5, 8, 13].map((length) => regions.filter(({ code }) => code.length === length).length);
}

/** What lies in resources/wilayah: all down to the districts in one file, the villages of each province in one of its own. */
export function filesOf(regions: readonly Region[], packageVersion: string): Map<string, string> {
  const files = new Map([['upper.tsv', textOf(regions.filter(isUpper), packageVersion)]]);
  for (const province of regions.filter(({ code }) => code.length === 2)) {
    const villages = regions.filter(
      (region) => !isUpper(region) && region.code.startsWith(`${province.code}.`),
    );
    files.set(`villages/${province.code}.tsv`, textOf(villages, packageVersion));
  }
  return files;
}

const isUpper = ({ code }: Region) => code.length < 13;

/** A head that says where the rows come from and how many there are, then one region a line. */
function textOf(regions: readonly Region[], packageVersion: string): string {
  const rows = regions
    .map(({ code, name }) => ({ code, name: name.replaceAll(/\s+/g, ' ').trim() }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  return [
    `# ${DECREE}; idn-area-data ${packageVersion}; ODbL 1.0, see NOTICE.md; ${rows.length} rows`,
    ...rows.map(({ code, name }) => `${code}\t${name}`),
    '',
  ].join('\n');
}
