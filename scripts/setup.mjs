// Makes node_modules match the lock file, and says how long it took only when there was work to do.
// Runs on whatever Node the machine has; everything after it runs on the Node this installs.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stamp = path.join(root, 'node_modules', '.package-lock.json');

export const nodeBinary = () => {
  const own = path.join(
    root,
    'node_modules',
    '.bin',
    process.platform === 'win32' ? 'node.cmd' : 'node',
  );
  return fs.existsSync(own) ? own : process.execPath;
};

export function setup() {
  const installed =
    fs.existsSync(stamp) && fs.existsSync(path.join(root, 'node_modules', '.bin', 'astro'));
  const newer = (file) => fs.statSync(path.join(root, file)).mtimeMs > fs.statSync(stamp).mtimeMs;
  if (installed && !newer('package-lock.json') && !newer('package.json')) return;
  console.log('Installing what the project needs …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const lockFile = path.join(root, 'package-lock.json');
  const lock = fs.readFileSync(lockFile);
  // `npm ci` refuses where a registry lags behind on optional binaries of other platforms; install copes.
  const run = spawnSync(npm, ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) {
    console.error(
      'npm could not install the packages. Check the network and the lines above, then run it again.',
    );
    process.exit(run.status ?? 1);
  }
  // Each npm completes the lock file in its own way; nobody who only starts the site has changed it.
  if (!fs.readFileSync(lockFile).equals(lock)) fs.writeFileSync(lockFile, lock);
  const now = new Date();
  fs.utimesSync(stamp, now, now);
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.join(root, 'scripts', 'setup.mjs'))
  setup();
