// npm start: installs what is missing, builds what has changed, serves the real site.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeBinary, setup } from './setup.mjs';

setup();
const here = path.dirname(fileURLToPath(import.meta.url));
const run = spawnSync(nodeBinary(), [path.join(here, 'start-server.mjs')], { stdio: 'inherit' });
process.exit(run.status ?? 1);
