/** Columns as wide as their widest cell, two blanks apart, nothing behind the last. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  }
  return rows.map((row) =>
    row
      .map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd((widths[at] ?? 0) + 2)))
      .join('')
      .trimEnd(),
  );
}

/** `2026-11-22 10:42`, in the time zone of this machine. Null: a dash. */
export function when(ms: number | null): string {
  if (ms === null) return '-';
  const date = new Date(ms);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** A terminal obeys control codes, also those that somebody wrote into a name. */
export function plain(text: string): string {
  return text.replace(/[^\P{C}\n]/gu, '?');
}
