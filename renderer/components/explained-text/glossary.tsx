import { createContext, type ReactNode, use, useMemo } from 'react';
import type { GlossaryEntry } from '../../../shared/contract/content/services.ts';
import { type Glossary, glossaryOf } from './explain.ts';

const GlossaryContext = createContext<Glossary>(glossaryOf([]));

/** Gives the words of the content pack to every `ExplainedText` below. Without it, texts stand as they are. */
export function GlossaryProvider({
  entries,
  children,
}: {
  entries: readonly GlossaryEntry[];
  children: ReactNode;
}) {
  const glossary = useMemo(() => glossaryOf(entries), [entries]);
  return <GlossaryContext value={glossary}>{children}</GlossaryContext>;
}

export function useGlossary(): Glossary {
  return use(GlossaryContext);
}
