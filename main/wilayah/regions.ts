import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Wilayah, type WilayahCode } from '../../shared/domain/wilayah.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import { codeOf } from '../db/trouble.ts';

export interface Regions {
  /** The regions right below one, by name; null: the provinces. A code that is not in the decree has none below. */
  list(below: WilayahCode | null): Result<{ regions: Wilayah[] }, 'wilayah.unreadable'>;
}

type Rows = Result<Map<string, Wilayah[]>, 'wilayah.unreadable'>;

/**
 * The regions in a folder, read when first asked for. The villages of one province at a time stay in memory: a kiosk stands in one
 * place, and 83,762 villages are too many to keep for nothing. A file that cannot be used is tried again at the next question.
 */
export function openRegions(folder: string): Regions {
  let upper: Rows | null = null;
  let villages: { province: string; rows: Rows } | null = null;

  const rowsFor = (below: WilayahCode | null): Rows => {
    if (below === null || below.length < 8) {
      if (!upper?.ok) upper = readRows(join(folder, 'upper.tsv'));
      return upper;
    }
    const province = below.slice(0, 2);
    if (villages?.province !== province || !villages.rows.ok) {
      villages = { province, rows: readRows(join(folder, 'villages', `${province}.tsv`)) };
    }
    return villages.rows;
  };
  return {
    list: (below) => {
      const rows = rowsFor(below);
      return rows.ok ? succeeded({ regions: rows.value.get(below ?? '') ?? [] }) : rows;
    },
  };
}

/** Every region under the code above it. A file with a broken row, or with fewer than its head says, is not used at all. */
function readRows(path: string): Rows {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return failed({ code: 'wilayah.unreadable', detail: codeOf(error) ?? 'cannot be read' });
  }
  const [head = '', ...lines] = text.split('\n').filter((line) => line !== '');
  const promised = Number(/^# .*; (\d+) rows$/.exec(head)?.[1]);
  if (promised !== lines.length) return failed({ code: 'wilayah.unreadable', detail: 'is not whole' });
  const below = new Map<string, Wilayah[]>();
  for (const line of lines) {
    const [code, name] = line.split('\t');
    const region = Wilayah.safeParse({ code, name });
    if (!region.success) return failed({ code: 'wilayah.unreadable', detail: 'has a broken row' });
    const above = region.data.code.split('.').slice(0, -1).join('.');
    below.set(above, [...(below.get(above) ?? []), region.data]);
  }
  for (const regions of below.values()) regions.sort((a, b) => a.name.localeCompare(b.name, 'id'));
  return succeeded(below);
}
