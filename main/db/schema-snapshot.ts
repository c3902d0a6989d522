import type { ReadableDB } from './handles.ts';

/** Every table with its columns and every index, in words that a review can compare. */
export function describeSchema(db: ReadableDB): Record<string, Record<string, string>> {
  const items = db
    .prepare<[], { type: string; name: string; sql: string }>(
      "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .all();
  return Object.fromEntries(
    items.map(({ type, name, sql }) => [
      `${type} ${name}`,
      type === 'table' ? columnsOf(db, name) : { sql: sql.replace(/\s+/g, ' ') },
    ]),
  );
}

function columnsOf(db: ReadableDB, table: string): Record<string, string> {
  const columns = db
    .prepare<
      [string],
      { name: string; type: string; notnull: number; dflt_value: string | null; pk: number }
    >('SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?)')
    .all(table);
  return Object.fromEntries(
    columns.map(({ name, type, notnull, dflt_value, pk }) => [
      name,
      [
        type,
        notnull ? 'not null' : '',
        dflt_value === null ? '' : `default ${dflt_value}`,
        pk ? `key ${pk}` : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
    ]),
  );
}

/** What got lost between two descriptions: the schema only grows, because an older copy may be restored any day. */
export function lostFromSchema(
  before: Record<string, Record<string, string>>,
  after: Record<string, Record<string, string>>,
): string[] {
  return Object.entries(before).flatMap(([item, parts]) =>
    Object.entries(parts).flatMap(([part, words]) =>
      after[item]?.[part] === words ? [] : [`${item}: ${part}`],
    ),
  );
}
