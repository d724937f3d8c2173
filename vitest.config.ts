import { defineConfig } from 'vitest/config';
import { fileURLToPath } from 'node:url';

// Built-site tests read dist, so they run by name after the build: vitest run --project built
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'source',
          // Files share the modules they load: starting afresh for each of them took a third of the run.
          isolate: false,
          unstubGlobals: true,
          // As on the command line: pages, which carry a part of the words, are asked about by name.
          setupFiles: ['tests/support/every-word.ts'],
          // Generous, so that a slow machine fails no test: how long things take is the benchmark's business.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          include: ['src/**/*.test.ts', 'tests/{content,architecture,scripts}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'built',
          include: ['tests/built/**/*.test.ts'],
          testTimeout: 120_000,
          // A web server may have to be fetched first.
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
