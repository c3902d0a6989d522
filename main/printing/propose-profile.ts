import type { PrinterProfile } from './profile.ts';

/**
 * The profile whose words stand in what a printer calls itself, such as `EPSON TM-T82`; the longest word wins. Null: nothing to go
 * by. A proposal only: two printers of one name may differ inside, and the test page decides.
 */
export function proposeProfile(
  profiles: readonly Pick<PrinterProfile, 'id' | 'models'>[],
  name: string | null,
): string | null {
  const plain = (name ?? '').toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const fitting = profiles.flatMap(({ id, models }) =>
    models.filter((model) => plain.includes(model)).map((model) => ({ id, length: model.length })),
  );
  return fitting.sort((a, b) => b.length - a.length)[0]?.id ?? null;
}
