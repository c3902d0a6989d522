import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const limits = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...limits,
          name: 'node',
          include: ['{main,shared,hub,simulator,scripts,bench}/**/*.test.ts'],
          globalSetup: ['hub/testing/global-setup.ts'],
          // One after the other in the same process: loading the modules anew took a fifth of the time. None keeps a
          // state that another file could see; `--sequence.shuffle.files` must pass with any seed.
          isolate: false,
        },
      },
      {
        plugins: [react()],
        test: {
          ...limits,
          name: 'renderer',
          include: ['renderer/**/*.test.{ts,tsx}'],
          // The contrast test reads the tokens; other style sheets stay empty in tests.
          css: { include: /renderer\/tokens\// },
        },
      },
    ],
  },
});
