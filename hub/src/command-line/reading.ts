import { z } from 'zod';

/** A mistake of the person at the keyboard: one line, no stack. */
export class UsageProblem extends Error {}

/** Flags as they were typed. */
export type Typed = Readonly<Record<string, string | boolean | undefined>>;

export const OfficeName = z.string().trim().min(1).max(80);
export const Whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
/** `2026-11-22T03:00Z` or `2026-11-22T10:00+07:00`, seconds if wanted. With its zone: a time without one would be this machine's. */
export const Moment = z
  .string()
  .regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/,
    'is written like 2026-11-22T03:00Z',
  )
  .transform((text) => new Date(text))
  .refine((moment) => Number.isFinite(moment.getTime()), 'there is no such time');

/** Throws `UsageProblem` that says what is wrong with which word. */
export function checked<T>(what: string, schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue && issue.path.length > 0 ? ` ${issue.path.join('.')}` : '';
  throw new UsageProblem(`${what}${place}: ${issue?.message ?? 'not valid'}`);
}

/** Text that should be JSON. */
export function readJson(what: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageProblem(`${what}: is not JSON`);
  }
}

/** No word may be left over: one that is not understood may have been meant. */
export function noMore(words: readonly string[]): void {
  const [first] = words;
  if (first !== undefined) throw new UsageProblem(`"${first}" is one word too many`);
}

export function unknownVerb(noun: string, verb: string | undefined): never {
  throw new UsageProblem(
    verb === undefined ? `${noun}: what about it? --help lists it` : `there is no command "${noun} ${verb}"`,
  );
}
