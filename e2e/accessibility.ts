import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { Language } from '../shared/domain/language.ts';
import { type Look, type OpenGallery, openGallery } from './gallery.ts';

/** One fault that an engine found in one example. */
export interface Fault {
  example: string;
  look: Look;
  engine: 'axe' | 'ibm';
  rule: string;
  /** What is wrong, and where. */
  detail: string;
}

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const ibmSource = readFileSync(require.resolve('accessibility-checker-engine/ace.js'), 'utf8');

/** Rules about a whole document; an example of a component alone is none. Screens are held to them. */
const FOR_SCREENS = {
  axe: ['region', 'page-has-heading-one', 'landmark-one-main'],
  ibm: ['skip_main_exists', 'aria_content_in_landmark'],
};

/** Both engines over one example as it is shown. Contrast is looked at as painted. */
export async function faultsOf(
  gallery: OpenGallery,
  example: { path: string; isScreen: boolean },
  look: Look,
): Promise<Fault[]> {
  await gallery.show(example.path, { ...look, motion: 'reduced' });
  const found = await runEngines(gallery.page, example.isScreen);
  return found.map((fault) => ({ example: example.path, look, ...fault }));
}

/** Puts the engines into the page; again after every load of it. */
export async function equip(page: Page): Promise<void> {
  await page.evaluate(axeSource);
  await page.evaluate(ibmSource);
}

async function runEngines(page: Page, isScreen: boolean): Promise<Omit<Fault, 'example' | 'look'>[]> {
  return page.evaluate(
    async ({ isScreen: whole, forScreens }) => {
      const { axe, ace } = window as unknown as Engines;
      const off = whole ? { axe: [], ibm: [] } : forScreens;
      const byAxe = await axe.run(document, {
        resultTypes: ['violations'],
        rules: Object.fromEntries(off.axe.map((rule) => [rule, { enabled: false }])),
      });
      const byIbm = await new ace.Checker().check(document, ['WCAG_2_2']);
      return [
        ...byAxe.violations.map(({ id, nodes }) => ({
          engine: 'axe' as const,
          rule: id,
          detail: nodes.map(({ html }) => html.slice(0, 200)).join(' | '),
        })),
        ...byIbm.results
          .filter(
            ({ ruleId, value }) =>
              value[0] === 'VIOLATION' && value[1] === 'FAIL' && !off.ibm.includes(ruleId),
          )
          .map(({ ruleId, message, path, snippet }) => ({
            engine: 'ibm' as const,
            rule: ruleId,
            detail: `${message} ${snippet?.slice(0, 200) ?? path.dom}`,
          })),
      ];
    },
    { isScreen, forScreens: FOR_SCREENS },
  );
}

interface Engines {
  axe: {
    run(on: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
  };
  ace: {
    Checker: new () => {
      check(
        on: Document,
        policies: string[],
      ): Promise<{
        results: {
          ruleId: string;
          value: [string, string];
          message: string;
          path: { dom: string };
          snippet?: string;
        }[];
      }>;
    };
  };
}

export interface Walk {
  size: { width: number; height: number };
  languages: readonly Language[];
  looks: readonly Look[];
  /** Which examples; all when left out. */
  pick?: (path: string, index: number) => boolean;
  /** Hears of each fault when it is found: a whole walk takes a while. */
  onFault?: (fault: Fault) => void;
}

/** Walks the gallery and answers with everything both engines found. */
export async function walkGallery(walk: Walk): Promise<{ faults: Fault[]; looked: number }> {
  const gallery = await openGallery(walk.size);
  const faults: Fault[] = [];
  let looked = 0;
  try {
    await equip(gallery.page);
    const examples = gallery.examples.filter(({ path }, index) => walk.pick?.(path, index) ?? true);
    for (const example of examples) {
      for (const language of walk.languages) {
        for (const look of walk.looks) {
          const found = await faultsOf(gallery, example, { ...look, language });
          faults.push(...found);
          looked += 1;
          for (const fault of found) walk.onFault?.(fault);
        }
      }
    }
  } finally {
    await gallery.close();
  }
  return { faults, looked };
}
