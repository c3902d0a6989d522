import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    include: ['{main,renderer,shared,hub,simulator,scripts,bench}/**/*.test.{ts,tsx}'],
    globalSetup: ['hub/testing/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // The contrast test reads the tokens; other style sheets stay empty in tests.
    css: { include: /renderer\/tokens\// },
  },
});
