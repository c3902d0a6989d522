import { describe, expect, test } from 'vitest';
import { id } from './id.ts';
import { jv, review as jvReview } from './jv.ts';
import { su, review as suReview } from './su.ts';
import { hardCodedTexts, leavesOf, type Source, unusedTexts } from './text-usage.ts';
import { catalogues } from './texts.tsx';

/** Every source of the screens, by its path below `renderer/`. */
const sources = Object.entries(
  import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.{ts,tsx}', '!../**/*.examples.tsx'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).map(([path, source]) => ({ path: path.replace(/^\.\.?\//, ''), source }));
const isCatalogue = (path: string) => /(^|\/)(id|en|jv|su|[\w-]+\.(id|en))\.ts$/.test(path);
const screens = sources.filter(
  ({ path }) => !isCatalogue(path) && !path.startsWith('gallery/') && path !== 'testing.tsx',
);

const modules = import.meta.glob<Record<string, unknown>>(['./*.id.ts', './id.ts'], { eager: true });
const english = import.meta.glob<Record<string, unknown>>(['./*.en.ts', './en.ts'], { eager: true });
/** The catalogue of a module: its one exported object. */
const catalogueOf = (module: Record<string, unknown> | undefined) =>
  Object.values(module ?? {}).find((value) => typeof value === 'object' && value !== null) as object;
const all = Object.entries(modules).map(([path, module]) => ({
  name: path.slice(2),
  texts: catalogueOf(module),
  english: catalogueOf(english[path.replace('id.ts', 'en.ts')]),
}));

/**
 * A flow's catalogue is used in the flow's folder, and by the components that it hands branches to; one that others ask
 * for too may be used anywhere.
 */
function sourcesFor(name: string): Source[] {
  const folders = screens
    .filter(({ source }) => source.includes(`/${name}'`))
    .map(({ path }) => (path.startsWith('flows/') ? path.split('/').slice(0, 2).join('/') : ''));
  return screens.filter(({ path }) => [...folders, 'components/'].some((folder) => path.startsWith(folder)));
}

test('the scan has something to look at', () => {
  expect(screens.length).toBeGreaterThan(80);
  expect(all.length).toBeGreaterThan(2);
});

describe.each(all)('$name', ({ name, texts, english: other }) => {
  test('every text is shown somewhere', () => {
    expect(unusedTexts(leavesOf(texts), sourcesFor(name))).toEqual([]);
  });

  test('English has the same texts, none empty', () => {
    const ways = (catalogue: object) =>
      leavesOf(catalogue)
        .map((way) => way.join('.'))
        .sort();
    expect(ways(other)).toEqual(ways(texts));
    expect(leavesOf(texts).length).toBeGreaterThan(0);
  });

  test('a text that nobody shows would be found', () => {
    const ways = [['neverShownAnywhere'], ['neverShown', 'anywhere']];
    expect(unusedTexts(ways, sourcesFor(name))).toEqual(ways.map((way) => way.join('.')));
  });
});

describe.each([
  ['jv', jv, jvReview],
  ['su', su, suReview],
] as const)('%s', (language, labels, review) => {
  test('says only what Indonesian says, and is marked as unreviewed', () => {
    const ways = leavesOf(id).map((way) => way.join('.'));
    expect(
      leavesOf(labels)
        .map((way) => way.join('.'))
        .filter((way) => !ways.includes(way)),
    ).toEqual([]);
    expect(review).toBe('unreviewed');
  });

  test('has its own label for the navigation, and Indonesian for the rest', () => {
    expect(catalogues[language].common.back).not.toBe(id.common.back);
    expect(catalogues[language].languageName).toBe(labels.languageName);
    expect(catalogues[language].closed.title).toBe(id.closed.title);
    expect(catalogues[language].common.pageOf(2, 3)).toMatch(/2.*3/);
    expect(catalogues[language].common.rowsOf(51, 58, 137)).toMatch(/51.58.*137/);
    expect(catalogues[language].date.months).toHaveLength(12);
  });
});

test.each(
  screens.filter(({ path }) => path.endsWith('.tsx')).map(({ path, source }) => [path, source] as const),
)('no words for visitors stand in the markup of %s', (path, source) => {
  if (path === 'testing.tsx') return;
  expect(hardCodedTexts({ path, source })).toEqual([]);
});

test('words in the markup are found, wherever they stand', () => {
  const source = `
    const a = <p aria-label="Tutup layar">Halo semua {name} {'dan kamu'} {\`umur \${age} tahun\`}</p>;
    const b = <Field id="name" className="wide" label={'Nama'} layout="text" />;
  `;
  expect(hardCodedTexts({ path: 'a.tsx', source })).toEqual([
    'aria-label="Tutup layar"',
    'Halo semua',
    'dan kamu',
    'umur   tahun',
    'label="Nama"',
  ]);
});

test('a text is used by its whole way, by a branch handed on, and by a name known only at run time', () => {
  const leaves = [
    ['home', 'title'],
    ['home', 'tiles', 'news', 'name'],
    ['closed', 'reason', 'disk-full'],
    ['danger', 'yes'],
    ['danger', 'no'],
    ['thread', 'loading'],
    ['faults', 'empty'],
    ['faults', 'short'],
  ];
  const source = `
    show(texts.home.title, texts.home.tiles[key].name, texts.closed.reason[trouble]);
    const words = texts.danger;
    show(words.yes);
    const { loading } = texts.thread;
    const wordsOf = ({ faults }: HomeTexts) => faults.empty;
    show(country.danger);
  `;
  expect(unusedTexts(leaves, [{ path: 'a.ts', source }])).toEqual(['danger.no', 'faults.short']);
});
