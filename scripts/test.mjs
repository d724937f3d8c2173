// npm test: installs what is missing and runs every check, then says how many passed and failed.
// A stage that fails does not hide the ones after it, except that nothing can be read off a site that did not build.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeBinary, setup } from './setup.mjs';

setup();
const here = path.dirname(fileURLToPath(import.meta.url));
const run = spawnSync(nodeBinary(), [path.join(here, 'run-checks.mjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(run.status ?? 1);
