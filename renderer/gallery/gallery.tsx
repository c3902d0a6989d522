import { useEffect } from 'react';
import { Language } from '../../shared/domain/language.ts';
import { CornerContext } from '../components/screen/corner.tsx';
import { LanguageProvider } from '../texts/texts.tsx';
import { type Exhibit, exhibits } from './collect.ts';
import styles from './gallery.module.css';

const THEMES = ['day', 'dim', 'contrast'] as const;
/** Attributes of the page by which a visitor's wishes take effect. */
const COMFORT = ['textSize', 'reach', 'motion'] as const;
const corner = { callStaff: () => {}, openEmergency: () => {}, leave: () => {} };

/** `?example=component/name&language=en&theme=dim&textSize=200` shows one alone; without `example`, everything on one long page. */
export function Gallery({ search }: { search: string }) {
  const asked = new URLSearchParams(search);
  const language = Language.catch('id').parse(asked.get('language'));
  const theme = asked.get('theme') ?? 'day';
  const only = exhibits.find(({ path }) => path === asked.get('example'));
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    document.documentElement.lang = language;
    document.documentElement.dataset.gallery = only ? 'one' : 'all';
    document.documentElement.dataset.example = only?.path ?? '';
    for (const mode of COMFORT) {
      const wanted = new URLSearchParams(search).get(mode);
      if (wanted) document.documentElement.dataset[mode] = wanted;
      else delete document.documentElement.dataset[mode];
    }
  }, [theme, language, only, search]);
  return (
    <LanguageProvider language={language}>
      <CornerContext value={corner}>
        {only ? <One exhibit={only} /> : <All theme={theme} language={language} />}
      </CornerContext>
    </LanguageProvider>
  );
}

function One({ exhibit }: { exhibit: Exhibit }) {
  return exhibit.isScreen ? exhibit.render() : <div className={styles.one}>{exhibit.render()}</div>;
}

function All({ theme, language }: { theme: string; language: Language }) {
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
        {Language.options.map((name) => (
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
