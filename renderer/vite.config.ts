import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The screens as a static site for our own scheme. No asset is inlined: the page's policy allows fonts and pictures
 * from the kiosk itself only. Mode `gallery` adds the component gallery; a release does not carry it.
 */
export default defineConfig(({ mode }) => {
  const pages: Record<string, string> = { index: `${import.meta.dirname}/index.html` };
  if (mode === 'gallery') pages.gallery = `${import.meta.dirname}/gallery.html`;
  return {
    root: import.meta.dirname,
    base: './',
    publicDir: false,
    plugins: [react()],
    build: {
      outDir: `${import.meta.dirname}/../out/renderer`,
      emptyOutDir: true,
      target: 'chrome130',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: true,
      chunkSizeWarningLimit: 2_000,
      rollupOptions: { input: pages },
    },
  };
});
