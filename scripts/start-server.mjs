import { build } from './build.mjs';
import { inWords, readPort } from './lib/refusal.mjs';
import { serve } from './serve.mjs';

let port;
try {
  port = readPort(process.env.PORT, 4321);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const host = process.env.HOST || undefined;
console.log('Building the site …');
try {
  await build();
  const { url } = await serve('dist', port, host);
  console.log(
    `Amicable is at ${url}${host ? `, and on every address ${host} stands for` : ''}  (Ctrl+C stops it)`,
  );
} catch (error) {
  const words = inWords(error, { port });
  if (!words) throw error;
  console.error(words);
  process.exit(1);
}
