// npm start: installs what is missing, builds what has changed, serves the real site.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeBinary, setup } from './setup.mjs';

setup();
const here = path.dirname(fileURLToPath(import.meta.url));
const child = spawn(nodeBinary(), [path.join(here, 'start-server.mjs')], { stdio: 'inherit' });
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
// Whoever stops this process means the server.
for (const signal of signals) process.on(signal, () => child.kill(signal));
child.on('exit', (status, signal) => process.exit(signals.includes(signal) ? 0 : (status ?? 1)));
// npm may end, or be ended, without passing a signal on; then nobody is left who could stop the server.
const parent = process.ppid;
if (process.env.npm_lifecycle_event)
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref();
