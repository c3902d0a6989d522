import { useInsertionEffect, useMemo } from 'react';
import { ScreenLanguage } from '../../shared/domain/language.ts';
import { applyComfort, type Comfort, TEXT_SIZES, THEMES } from '../comfort/comfort.ts';
import { ComfortContext } from '../comfort/comfort-context.ts';
import { CornerContext } from '../components/screen/corner.tsx';
import { LanguageProvider } from '../texts/texts.tsx';
import { type Exhibit, exhibits } from './collect.ts';
import styles from './gallery.module.css';

/** A standing panel at the usual height. */
const REACH_PERCENT = 73;
const corner = { callStaff: () => {}, openEmergency: () => {}, leave: () => {} };

/** `?example=component/name&language=en&theme=dim&textSize=200` shows one alone; without `example`, everything on one long page. */
export function Gallery({ search }: { search: string }) {
  const asked = new URLSearchParams(search);
  const language = ScreenLanguage.catch('id').parse(asked.get('language'));
  const comfort = useMemo(() => comfortOf(search), [search]);
  const only = exhibits.find(({ path }) => path === asked.get('example'));
  // Before anything is painted or measured.
  useInsertionEffect(() => {
    applyComfort(document.documentElement, comfort, REACH_PERCENT);
    document.documentElement.lang = language;
    document.documentElement.dataset.gallery = only ? 'one' : 'all';
    document.documentElement.dataset.example = only?.path ?? '';
  }, [comfort, language, only]);
  return (
    <LanguageProvider language={language}>
      <ComfortContext value={{ comfort, open: () => {} }}>
        <CornerContext value={corner}>
          {only ? <One key={only.path} exhibit={only} /> : <All theme={comfort.theme} language={language} />}
        </CornerContext>
      </ComfortContext>
    </LanguageProvider>
  );
}

/** `textSize`, `theme`, `reach=low` and `motion=reduced` of the address, as a visitor's settings. */
function comfortOf(search: string): Comfort {
  const asked = new URLSearchParams(search);
  return {
    textSize: TEXT_SIZES.find((size) => size === asked.get('textSize')) ?? '100',
    theme: THEMES.find((theme) => theme === asked.get('theme')) ?? 'day',
    isLowReach: asked.get('reach') === 'low',
    isMotionReduced: asked.get('motion') === 'reduced',
  };
}

function One({ exhibit }: { exhibit: Exhibit }) {
  return exhibit.isScreen ? exhibit.render() : <div className={styles.one}>{exhibit.render()}</div>;
}

function All({ theme, language }: { theme: string; language: ScreenLanguage }) {
  const link = (example: string, changes: { theme?: string; language?: string }) =>
    `?${new URLSearchParams({ theme, language, ...changes, ...(example ? { example } : {}) })}`;
  return (
    <main className={styles.all}>
      <h1>Galeri komponen</h1>
      <p className={styles.links}>
        {THEMES.map((name) => (
          <a key={name} href={link('', { theme: name })}>
            {name}
          </a>
        ))}
        {ScreenLanguage.options.map((name) => (
          <a key={name} href={link('', { language: name })}>
            {name}
          </a>
        ))}
      </p>
      {exhibits.map((exhibit) => (
        <section key={exhibit.path} className={styles.exhibit}>
          <h2>
            <a
              href={link(exhibit.path, {})}
              data-example={exhibit.path}
              data-screen-example={exhibit.isScreen}
            >
              {exhibit.path}
            </a>
          </h2>
          {exhibit.isScreen ? null : <div className={styles.frame}>{exhibit.render()}</div>}
        </section>
      ))}
    </main>
  );
}
