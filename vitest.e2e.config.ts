import { defineConfig } from 'vitest/config';

/** End to end on the real Electron: one kiosk at a time, because two would fight for two cores. */
export default defineConfig({
  test: {
    include: ['e2e/specs/**/*.spec.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
