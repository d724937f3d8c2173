// The way in of `npm run calc`. It is no TypeScript, so that what reads TypeScript need not be loaded:
// the sources are kept compiled, and a short call is mostly that.
import { enableCompileCache } from 'node:module';
import path from 'node:path';

enableCompileCache(path.join(import.meta.dirname, '../../node_modules/.cache/amicable/code'));
const { program } = await import('./cli.ts');
await program();
