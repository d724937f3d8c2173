import { build } from './build.mjs';
import { serve } from './serve.mjs';

const port = Number(process.env.PORT ?? 4321);
console.log('Building the site …');
build();
try {
  const { url } = await serve('dist', port);
  console.log(`Amicable is at ${url}  (Ctrl+C stops it)`);
} catch (error) {
  if (error.code !== 'EADDRINUSE') throw error;
  console.error(`Port ${port} is taken. Stop what uses it, or choose another: PORT=4322 npm start`);
  process.exit(1);
}
