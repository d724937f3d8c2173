import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { at } from './content.ts';

const folder = at('node_modules/.cache/amicable/hosts');
const has = (file: string) => fs.existsSync(file);
const run = (file: string, args: string[], cwd: string) =>
  spawnSync(file, args, { cwd, stdio: 'ignore', timeout: 180_000 }).status === 0;

/**
 * Where a web server's program is: on this machine, or taken out of Debian's package without installing it,
 * so that no service starts. Null where neither is to be had; `npm test` says so then.
 */
export function hostProgram(name: 'nginx' | 'caddy'): string | null {
  const inPackage = { nginx: 'usr/sbin/nginx', caddy: 'usr/bin/caddy' }[name];
  const places = [
    ...['/usr/sbin', '/usr/bin', '/usr/local/bin'].map((place) => path.join(place, name)),
    path.join(folder, inPackage),
  ];
  const found = places.find(has);
  if (found) return found;
  if (process.platform !== 'linux' || !has('/usr/bin/apt-get')) return null;
  const download = path.join(folder, name);
  fs.mkdirSync(download, { recursive: true });
  const take = () => run('apt-get', ['download', '-qq', name], download);
  // A machine that is new knows no packages yet.
  if (!take() && !(run('apt-get', ['update', '-qq'], download) && take())) return null;
  for (const file of fs.readdirSync(download).filter((each) => each.endsWith('.deb')))
    run('dpkg', ['-x', file, folder], download);
  return places.find(has) ?? null;
}
