/** What a proof says, line by line, and what of it failed. */
export interface Report {
  told(line: string): void;
  /** `detail`: said where it is not so. */
  expectThat(what: string, isSo: boolean, detail?: string): void;
  timed<T>(what: string, act: () => Promise<T>): Promise<T>;
  faults(): readonly string[];
}

export function openReport(name: string): Report {
  const faults: string[] = [];
  const told = (line: string) => console.log(`${name} · ${line}`);
  return {
    told,
    expectThat(what, isSo, detail = '') {
      const because = isSo || detail === '' ? '' : ` · ${detail.trim().slice(-1200)}`;
      told(`${isSo ? 'good' : 'FAILED'} · ${what}${because}`);
      if (!isSo) faults.push(what);
    },
    async timed(what, act) {
      const began = performance.now();
      const made = await act();
      told(`${what} · ${seconds(performance.now() - began)}`);
      return made;
    },
    faults: () => faults,
  };
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
