/**
 * Where a text stops being JSON, 1-based. The runtime's own messages differ between versions and leave the place out for
 * short texts, so this finds the longest beginning that could still become JSON.
 */
export function placeOfJsonError(text: string): { line: number; column: number } {
  const at = firstWrongCharacter(text);
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const TOKEN =
  /[\s\uFEFF]*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)))/uy;

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/** Index of the first token that cannot stand where it stands; the end of the text when it only breaks off. */
function firstWrongCharacter(text: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  for (let at = 0; ; ) {
    const start = at + (/^[\s\uFEFF]*/.exec(text.slice(at))?.[0].length ?? 0);
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) return start;
    const next = step(expected, open, match[1] ?? (match[2] === undefined ? 'value' : 'string'));
    if (next === null) return start;
    expected = next;
    at = TOKEN.lastIndex;
  }
}

function step(expected: Expected, open: ('{' | '[')[], token: string): Expected | null {
  const afterValue = (): Expected => (open.length === 0 ? 'nothing' : 'comma-or-end');
  const mayBeValue = expected === 'value' || expected === 'value-or-end';
  const mayBeKey = expected === 'key' || expected === 'key-or-end';
  const inside = open.at(-1);
  if (token === '{' || token === '[') {
    if (!mayBeValue) return null;
    open.push(token);
    return token === '{' ? 'key-or-end' : 'value-or-end';
  }
  if (token === '}' || token === ']') {
    const mayEnd =
      expected === 'comma-or-end' || expected === (token === '}' ? 'key-or-end' : 'value-or-end');
    if (!mayEnd || inside !== (token === '}' ? '{' : '[')) return null;
    open.pop();
    return afterValue();
  }
  if (token === ',') return expected === 'comma-or-end' ? (inside === '{' ? 'key' : 'value') : null;
  if (token === ':') return expected === 'colon' ? 'value' : null;
  if (token === 'string' && mayBeKey) return 'colon';
  return mayBeValue ? afterValue() : null;
}
