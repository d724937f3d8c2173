import fs from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawIcon, folder } from '../../scripts/draw-icons.mjs';
import { icons } from '../../scripts/lib/icons.mjs';

const pixelsOf = (picture: Buffer) =>
  sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });

describe('the pictures of an installed site', () => {
  it.each(icons)(
    '$name shows the mark as it is: if not, run node scripts/draw-icons.mjs',
    async (icon) => {
      const { name, size } = icon;
      const kept = await pixelsOf(fs.readFileSync(path.join(folder, name)));
      const drawn = await pixelsOf(await drawIcon(icon));
      expect([kept.info.width, kept.info.height]).toEqual([size, size]);
      // Another version of what draws may round an edge otherwise; another mark differs by far more.
      const apart = drawn.data.reduce(
        (sum, value, i) => sum + Math.abs(value - (kept.data[i] ?? 0)),
        0,
      );
      expect(apart / drawn.data.length).toBeLessThan(0.5);
    },
  );
});
