/** One line: records, seconds, records a second, bytes of each record on the wire, and the time as a multiple of the floor's. */
export function rateLine(
  what: string,
  records: number,
  ms: number,
  bytes: { up: number; down: number } | null,
  floorMs?: number,
): string {
  const perRecord = (total: number) => Math.round(total / records);
  return [
    `  ${what}`.padEnd(66),
    `${records}`.padStart(7),
    `${(ms / 1000).toFixed(2)} s`.padStart(10),
    `${Math.round((records * 1000) / ms)} /s`.padStart(10),
    bytes === null ? '' : `  ${perRecord(bytes.up)} + ${perRecord(bytes.down)} B`,
    floorMs === undefined ? '' : `  ${(ms / floorMs).toFixed(1)} × floor`,
  ].join('');
}
