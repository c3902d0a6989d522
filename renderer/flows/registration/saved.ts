import { z } from 'zod';
import { listOf, RegistrationDraft, type RegistrationFacts } from './draft.ts';
import type { StepName } from './steps.ts';

const VERSION = 1;

/** What a kept draft holds. `list` is the version of the papers that she was asked about. */
const SavedRecord = z.strictObject({
  v: z.literal(VERSION),
  draft: RegistrationDraft,
  passed: z.array(z.string().max(60)).max(120),
  vouchedFor: z.record(z.string().max(60), z.string().max(300)),
  list: z.string().max(40).nullable(),
});

export interface Resumed {
  draft: RegistrationDraft;
  passed: readonly StepName[];
  vouchedFor: Readonly<Record<string, string>>;
  /** The papers were asked by a list that is no longer the one in use: they are asked again. */
  isListNew: boolean;
}

export function toRecord(
  kept: Pick<Resumed, 'draft' | 'passed' | 'vouchedFor'>,
  facts: RegistrationFacts,
): string {
  const { draft, passed, vouchedFor } = kept;
  const record: z.infer<typeof SavedRecord> = {
    v: VERSION,
    draft,
    passed: [...passed],
    vouchedFor: { ...vouchedFor },
    list: listOf(draft, facts)?.version ?? null,
  };
  return JSON.stringify(record);
}

/**
 * What was kept, as far as this version of the flow can read it. Null: another version wrote it, or it is broken; the record
 * itself stays where it is until it runs out, so nothing is lost by not reading it.
 */
export function fromRecord(record: string, facts: RegistrationFacts): Resumed | null {
  let json: unknown;
  try {
    json = JSON.parse(record);
  } catch {
    return null;
  }
  const read = SavedRecord.safeParse(json);
  if (!read.success) return null;
  const { draft, passed, vouchedFor, list } = read.data;
  const { documents, ...rest } = draft;
  const isListNew = documents !== undefined && list !== (listOf(draft, facts)?.version ?? null);
  return {
    draft: isListNew ? rest : draft,
    passed: passed as StepName[],
    vouchedFor,
    isListNew,
  };
}
