import { cleanup, type RenderResult, render } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import type { Language } from '../shared/domain/language.ts';
import { type CornerActions, CornerContext } from './components/screen/corner.tsx';
import { LanguageProvider } from './texts/texts.tsx';

afterEach(cleanup);

// The test page has no CSS object; react-aria asks it for one thing when a dialog opens.
globalThis.CSS ??= { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') } as typeof CSS;

const corner: CornerActions = { callStaff: () => {}, openEmergency: () => {}, leave: () => {} };

/** Renders a component as the lobby would: with a language and a corner. */
export function show(
  node: ReactNode,
  language: Language = 'id',
  actions: CornerActions = corner,
): RenderResult {
  return render(node, {
    wrapper: ({ children }) => (
      <LanguageProvider language={language}>
        <CornerContext value={actions}>{children}</CornerContext>
      </LanguageProvider>
    ),
  });
}

/** Rules that need a painted page or a whole document; both are checked on the real screens. */
const NOT_HERE = ['color-contrast', 'region', 'page-has-heading-one', 'landmark-one-main'];

/** What axe finds in the page as it is now, one line each. */
export async function findViolations(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    // Nobody reads what passes, and there are no style sheets to fetch: half the time.
    resultTypes: ['violations'],
    preload: false,
    rules: Object.fromEntries(NOT_HERE.map((rule) => [rule, { enabled: false }])),
  });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}
