import type { Wilayah } from '../../../shared/domain/wilayah.ts';

/** Kinds of regions in front of a name; nobody types them to find a place. */
const KINDS = /^(kabupaten|kota|kab|kec|kecamatan|desa|kelurahan)\.?\s+/;

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The regions whose name has what was typed in it; those that begin with it first. Nothing typed: all of them. */
export function searchRegions(regions: readonly Wilayah[], typed: string): Wilayah[] {
  const wanted = plain(typed).replace(KINDS, '');
  if (wanted === '') return [...regions];
  const rank = ({ name }: Wilayah) => {
    const bare = plain(name).replace(KINDS, '');
    if (bare.startsWith(wanted)) return 0;
    return bare.includes(wanted) ? 1 : 2;
  };
  return regions
    .map((region) => ({ region, rank: rank(region) }))
    .filter((found) => found.rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .map(({ region }) => region);
}
