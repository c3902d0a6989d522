import type { SlipFacts, SlipHotline, SlipItem, SlipSection } from '../../../shared/domain/slip.ts';
import type { PrinterProfile } from '../profile.ts';
import { toPrintable } from './printable.ts';

/**
 * A slip without what would be nothing on paper, such as signs that only join others: no label stands without its value, no head
 * over an empty list, and nothing is announced that does not follow.
 */
export function readableFacts(facts: SlipFacts, codePage: PrinterProfile['codePage']): SlipFacts {
  const says = (text: string | undefined) => text !== undefined && toPrintable(text, codePage) !== '';

  function items(all: readonly SlipItem[]): SlipItem[] {
    return all.flatMap(({ detail, ...item }) => {
      if (item.value !== undefined && !(says(item.text) && says(item.value))) return [];
      if (!says(item.text)) {
        // Shortened as it is printed: its first signs may be nothing on paper.
        const instead = toPrintable(detail ?? '', codePage).slice(0, 200);
        return instead === '' ? [] : [{ ...item, text: instead }];
      }
      return [{ ...item, ...(says(detail) ? { detail } : {}) }];
    });
  }

  const sections = (all: readonly SlipSection[]) =>
    all
      .map((section) => ({ ...section, items: items(section.items) }))
      .filter((section) => section.items.length > 0);
  const numbers = (all: readonly SlipHotline[]) =>
    all
      .filter(({ number }) => says(number))
      .map(({ note, ...hotline }) => (says(note) ? { ...hotline, note } : hotline));
  const orNothing = (text: string | undefined) => (says(text) ? text : undefined);

  switch (facts.kind) {
    case 'complaint':
      return {
        ...facts,
        nextSteps: facts.nextSteps.filter(({ text }) => says(text)),
        openingLines: facts.openingLines?.filter(says),
        hotlines: numbers(facts.hotlines),
      };
    case 'service':
      return {
        ...facts,
        warning: orNothing(facts.warning),
        maskedName: orNothing(facts.maskedName),
        sections: sections(facts.sections),
        hotlines: numbers(facts.hotlines),
      };
    case 'note':
      return {
        ...facts,
        codes: facts.codes.filter(({ value }) => says(value)),
        sections: sections(facts.sections),
        qrCaption: orNothing(facts.qrCaption),
        footLine: orNothing(facts.footLine),
      };
    case 'emergency':
      return { ...facts, hotlines: numbers(facts.hotlines) };
    case 'test':
      return facts;
  }
}
