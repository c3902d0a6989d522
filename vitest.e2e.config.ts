import { defineConfig } from 'vitest/config';

/** End to end on the real Electron. A visitor mostly waits, so two kiosks find room on two cores; each has its own display, hub and folder. */
export default defineConfig({
  test: {
    include: ['e2e/specs/**/*.spec.ts'],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
