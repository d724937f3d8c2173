// node scripts/draw-icons.mjs: the site’s mark as the pictures a device shows for an installed site. They change with
// the mark alone, and drawing them takes a fifth of a second of every build: they are kept, and a test draws them anew.
import fs from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { BACKGROUND, icons } from './lib/icons.mjs';

const root = path.resolve(import.meta.dirname, '..');
export const folder = path.join(root, 'public/data/app');

/** One of them as the bytes of a PNG. */
export async function drawIcon({ size, share }) {
  const mark = fs.readFileSync(path.join(root, 'src/assets/icon.svg'));
  const inner = Math.round(size * share);
  const drawn = await sharp(mark, { density: 1200 }).resize(inner, inner).png().toBuffer();
  return sharp({ create: { width: size, height: size, channels: 4, background: BACKGROUND } })
    .composite([{ input: drawn }])
    .png({ palette: true })
    .toBuffer();
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  fs.mkdirSync(folder, { recursive: true });
  for (const icon of icons) fs.writeFileSync(path.join(folder, icon.name), await drawIcon(icon));
}
