/** One thing about this machine, as `install.sh --check` says it: `ok|warn|fail <what> <what to do>`. */
export interface CheckLine {
  level: 'ok' | 'warn' | 'fail';
  /** One word, such as `consoles`. */
  what: string;
  /** Empty: nothing to do. */
  next: string;
}

const LINE = /^(ok|warn|fail) ([a-z-]{1,40}) (.{1,300})$/;

/** What is no such line is left out. */
export function readCheckLines(text: string): CheckLine[] {
  return text.split('\n').flatMap((line) => {
    const [, level, what, next] = LINE.exec(line) ?? [];
    if (!level || !what || !next) return [];
    return [{ level: level as CheckLine['level'], what, next: next === '-' ? '' : next }];
  });
}
