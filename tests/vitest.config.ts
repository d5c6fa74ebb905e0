import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.ts'],
    // they need Chromium: `npm run test:browser`
    exclude: ['tests/browser/**'],
    globalSetup: ['tests/support/build-once.ts'],
    testTimeout: 60_000,
    // some set up by running whole rulebooks, beside other files
    hookTimeout: 120_000,
    coverage: {
      provider: 'v8',
      include: ['src/**', 'grammar/*.ts'],
      reporter: ['text-summary', 'json-summary'],
    },
  },
});
