import { expect, test } from 'vitest';
import { faultsOfSbom, keepBundled, makeNotices, makeSbom, packageOf } from './notices.ts';

/** `react` is also asked for by tools for developers. */
const BUNDLED = ['better-sqlite3', 'react', 'zod'];

test('a file of a package names it, also with a scope and below another', () => {
  expect(packageOf('../../node_modules/zod/v4/core.js')).toBe('zod');
  expect(packageOf('node_modules/a/node_modules/@noble/hashes/x.js')).toBe('@noble/hashes');
  expect(packageOf('../../main/index.ts')).toBeNull();
});

test('the list of parts holds what is bundled and the runtime, and is the same each time', async () => {
  const [first, second] = [
    await makeSbom(BUNDLED, { version: '45.4.1' }),
    await makeSbom(BUNDLED, { version: '45.4.1' }),
  ];
  expect(first.components.map(({ name }) => name).sort()).toEqual([...BUNDLED, 'electron'].sort());
  expect(JSON.stringify(first)).toBe(JSON.stringify(second));
  expect(JSON.stringify(first)).not.toMatch(/https?:\/\/(?!cyclonedx\.org)[^"]*(registry|npmjs)/);
  expect(faultsOfSbom(first, BUNDLED)).toEqual([]);
  const notices = await makeNotices(first, BUNDLED);
  expect(notices).toMatch(/zod \d+\.\d+\.\d+ \(MIT\)/);
  expect(notices).toContain('Permission is hereby granted');
});

test('one fit licence of those offered is enough', () => {
  const part = (name: string, expression: string) => ({
    'bom-ref': name,
    name,
    version: '1',
    licenses: [{ expression }],
  });
  const components = [part('either', '(MIT or GPL-2.0)'), part('both', 'GPL-2.0 AND MIT')];
  expect(faultsOfSbom({ components }, ['either', 'both'])).toEqual([
    'both has a licence that asks for more than a notice',
  ]);
});

test('a part without an entry and a licence that asks for more are found', () => {
  const sbom = keepBundled(
    {
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      metadata: {},
      components: [
        { 'bom-ref': 'b@1', name: 'b', version: '1', licenses: [{ license: { id: 'AGPL-3.0' } }] },
      ],
      dependencies: [],
    },
    ['a', 'b'],
    { version: '1' },
  );
  expect(faultsOfSbom(sbom, ['a', 'b'])).toEqual([
    'a is in a bundle and not in the list of parts',
    'b has a licence that asks for more than a notice',
  ]);
});
