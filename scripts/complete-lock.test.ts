import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { completeLock } from './complete-lock.mjs';

test('packages for platforms that the registry did not carry are added so that others skip them', () => {
  const packages = {
    'node_modules/tool': {
      version: '1.2.3',
      dev: true,
      optionalDependencies: {
        '@tool/cli-linux-x64': '1.2.3',
        '@tool/cli-linux-arm64-musl': '1.2.3',
        '@tool/cli-win32-x64-msvc': '1.2.3',
        'plain-extra': '1.0.0',
        '@tool/cli-darwin-x64': '^1.0.0',
      },
    },
    'node_modules/@tool/cli-linux-x64': { version: '1.2.3' },
  };
  expect(completeLock(packages)).toEqual(['@tool/cli-linux-arm64-musl', '@tool/cli-win32-x64-msvc']);
  expect(packages).toMatchObject({
    'node_modules/@tool/cli-linux-arm64-musl': {
      version: '1.2.3',
      dev: true,
      optional: true,
      os: ['linux'],
      cpu: ['arm64'],
      libc: ['musl'],
    },
    'node_modules/@tool/cli-win32-x64-msvc': { os: ['win32'], cpu: ['x64'] },
  });
});

test('our own lock file is complete, so that npm ci accepts it on every machine', () => {
  const lock = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8'));
  expect(completeLock(lock.packages)).toEqual([]);
});
