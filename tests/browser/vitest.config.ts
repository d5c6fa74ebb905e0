import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Pages in a real browser: `npm run test:browser`. Apart from the other tests, since it needs Chromium. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['tests/browser/**/*.test.ts'],
    globalSetup: ['tests/support/build-once.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
