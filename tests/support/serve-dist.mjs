import { serve } from '../../scripts/serve.mjs';

await serve('dist', Number(process.argv[2]));
