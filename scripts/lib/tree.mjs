import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Every file below a folder, in a stable order. */
export function filesBelow(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** One fingerprint for the content of all the files and folders named. */
export function fingerprint(places) {
  const hash = createHash('sha256');
  for (const place of places) {
    if (!fs.existsSync(place)) continue;
    const files = fs.statSync(place).isDirectory() ? filesBelow(place) : [place];
    for (const file of files) hash.update(file).update(fs.readFileSync(file));
  }
  return hash.digest('hex');
}
