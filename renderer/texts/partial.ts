/**
 * Some of the texts of a complete catalogue, of the same shape: a key that the complete one does not have is a type
 * error. Lists come whole or not at all.
 */
export type PartialTexts<T> = {
  readonly [K in keyof T]?: T[K] extends (...given: never[]) => unknown
    ? T[K]
    : T[K] extends readonly unknown[]
      ? T[K]
      : T[K] extends object
        ? PartialTexts<T[K]>
        : string;
};

/** The labels of one language over a complete catalogue: what `labels` does not say, `complete` says. */
export function laidOver<T extends object>(complete: T, labels: PartialTexts<T>): T {
  const merged = Object.entries(complete).map(([key, text]) => {
    const label: unknown = labels[key as keyof T];
    if (label === undefined) return [key, text];
    return [key, isBranch(text) && isBranch(label) ? laidOver(text, label) : label];
  });
  return Object.fromEntries(merged) as T;
}

function isBranch(node: unknown): node is object {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
