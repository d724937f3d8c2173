// Finds a Chromium to drive, or installs one; says exactly what to do when it can do neither.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { chromium } from '@playwright/test';

const has = (file) => Boolean(file) && fs.existsSync(file);
const places = () => [
  process.env.CHROMIUM_PATH,
  chromium.executablePath(),
  // Draws no window of its own, which saves two fifths of the run.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A headless-shell build of Playwright's own is started by Playwright itself, without a path. */
export const findBrowser = () => places().find(has);

const quiet = { stdio: ['ignore', 'ignore', 'inherit'] };

export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  console.log('No Chromium found; installing one …');
  spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: 240_000,
  });
  if (findBrowser()) return findBrowser();
  if (process.platform === 'linux' && process.getuid?.() === 0 && has('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['update', '-qq'], quiet);
    // Without the font, Chinese is drawn as empty boxes and layout tests prove nothing.
    for (const browser of ['chromium-headless-shell', 'chromium']) {
      spawnSync('apt-get', ['install', '-y', '-qq', browser, 'fonts-noto-cjk'], {
        ...quiet,
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
      if (findBrowser()) return findBrowser();
    }
  }
  throw new Error(
    'The browser tests need a Chromium. Install one (Debian: apt-get install chromium fonts-noto-cjk; ' +
      'elsewhere: npx playwright install chromium), or set CHROMIUM_PATH to the one you have.',
  );
}

export const launchArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--js-flags=--max-optimized-bytecode-size=0',
];
