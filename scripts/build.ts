import { rm } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';

/**
 * Builds the parts of the kiosk into out/: main and preload as one CommonJS file each (Electron requires main
 * before `ready`, and a sandboxed preload must be one CommonJS file), the command `kioskctl` likewise, the renderer as a
 * static site.
 * `--gallery` adds the component gallery, which no release carries.
 */
const root = join(import.meta.dirname, '..');
const withGallery = process.argv.includes('--gallery');

/** Stays a package at run time: Electron itself, and the one native module. */
const external = [
  'electron',
  'better-sqlite3',
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
];

function nodeSide(name: 'main' | 'preload' | 'kioskctl', entry: string): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
    build: {
      ssr: entry,
      target: 'node20',
      outDir: join(root, 'out', name),
      emptyOutDir: true,
      minify: false,
      sourcemap: true,
      rollupOptions: {
        external,
        output: { format: 'cjs', entryFileNames: 'index.cjs', codeSplitting: false },
      },
    },
  };
}

await Promise.all(
  ['main', 'preload', 'kioskctl', 'renderer'].map((part) =>
    rm(join(root, 'out', part), { recursive: true, force: true }),
  ),
);
await build(nodeSide('main', join(root, 'main/index.ts')));
await build(nodeSide('preload', join(root, 'main/preload/index.ts')));
await build(nodeSide('kioskctl', join(root, 'main/ctl/kioskctl.ts')));
await build({
  configFile: join(root, 'renderer/vite.config.ts'),
  logLevel: 'warn',
  mode: withGallery ? 'gallery' : 'production',
});
console.log('build · main, preload, kioskctl, renderer → out/');
