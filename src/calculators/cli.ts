import { readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

const cache = join(import.meta.dirname, '../../node_modules/.cache/amicable');
// Before anything else is loaded: most of a short call would be reading the same sources again.
enableCompileCache(join(cache, 'code'));

// `… | head -1` closes the pipe early; there is nobody left to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const [{ main }, { openContent }, { tools }] = await Promise.all([
  import('./cli-main.ts'),
  import('./cli-content.ts'),
  import('./registry.ts'),
]);
process.exitCode = await main(
  process.argv.slice(2),
  {
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
    readInput: () => readFileSync(0, 'utf8'),
    readFile: (path) => readFileSync(path, 'utf8'),
    now: () => new Date(),
    content: openContent(join(import.meta.dirname, '../content'), join(cache, 'content')),
  },
  tools,
);
