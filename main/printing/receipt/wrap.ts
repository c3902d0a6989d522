/** As `wrap`, on no more lines, but with lines of like length: no last word stands alone under a centred sentence. */
export function wrapEvenly(text: string, columns: number): string[] {
  const lines = wrap(text, columns);
  let even = lines;
  for (let narrower = columns - 1; narrower > 0 && even.length === lines.length; narrower--) {
    const next = wrap(text, narrower);
    // A word that must be cut says that it became too narrow.
    if (next.length > lines.length || next.join(' ') !== lines.join(' ')) break;
    even = next;
  }
  return even;
}

/**
 * Breaks text into lines of at most `columns` characters, between words where it can. A longer word is cut;
 * nothing is lost and no line is empty. A no-break space holds its words together and comes out as a plain one.
 */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((each) => each !== '')) {
    let rest = word;
    if (line !== '' && line.length + 1 + rest.length <= columns) {
      line += ` ${rest}`;
      continue;
    }
    if (line !== '') lines.push(line);
    for (; rest.length > columns; rest = rest.slice(columns)) lines.push(rest.slice(0, columns));
    line = rest;
  }
  if (line !== '') lines.push(line);
  return lines.map((each) => each.replaceAll('\u00a0', ' '));
}
