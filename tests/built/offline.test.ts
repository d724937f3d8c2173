import { createHash } from 'node:crypto';
import fs from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../scripts/budgets.mjs';
import { toolPages } from '../../scripts/lib/tools.mjs';
import { filesBelow } from '../../scripts/lib/tree.mjs';
import type { List } from '../../src/offline/shelf.ts';
import { at, read } from '../support/content.ts';

const dist = at('dist');
const worker = read(at('dist/sw.js'));
const listAddress = (folder: string) =>
  new RegExp(`/data/offline/${folder}\\.\\w+\\.json`).exec(worker)?.[0] as string;
const lists = ['en', 'zh-cn'].map((folder) => ({
  folder,
  list: JSON.parse(read(at(`dist${listAddress(folder)}`))) as List,
}));
const pages = (filesBelow(dist) as string[])
  .filter((file) => file.endsWith('index.html'))
  .map((file) => ({ address: addressOf(dist, file) as string, html: read(file) }));

describe.each(lists)('what of $folder works without a network', ({ folder, list }) => {
  const own = pages.filter(
    ({ address }) => address.startsWith(`/${folder}/`) && !address.endsWith('/embed/'),
  );

  it('is every page, by the mark it carries', () => {
    expect(own.length).toBeGreaterThan(200);
    expect(Object.keys(list.pages).filter((address) => address !== '/')).toHaveLength(own.length);
    for (const { address, html } of own) {
      const [mark, fragment] = list.pages[address] ?? [];
      expect(mark, address).toMatch(/^\w{8}$/);
      expect(/<html\b[^>]* data-v="(\w+)"/.exec(html)?.[1], address).toBe(mark);
      // What the search knows of a page comes along with it.
      if (html.includes('data-pagefind-body'))
        expect(fragment, address).toContain(`/${folder.slice(0, 2)}`);
    }
  });

  it('is everything a page names, and nothing that is not there', () => {
    for (const { address, html } of own) {
      const kept = new Set((list.pages[address]?.[2] ?? []).map((place) => list.assets[place]));
      const named = html.match(/\/(?:_astro|data\/packs)\/[\w.-]+\.(?:json|js|css)\b/g) ?? [];
      expect(
        named.filter((each) => !kept.has(each)),
        address,
      ).toEqual([]);
    }
    const files = [...list.assets, ...Object.values(list.pages).flatMap(([, part]) => part || [])];
    expect(files.length).toBeGreaterThan(300);
    for (const address of files) expect(fs.existsSync(at(`dist${address}`)), address).toBe(true);
  });

  it('is every tool and the search for whoever came once', () => {
    for (const tool of toolPages() as string[])
      expect(list.core.pages).toContain(`/${folder}/tools/${tool}/`);
    expect(list.core.pages).toEqual(
      expect.arrayContaining(['/', `/${folder}/`, `/${folder}/offline/`]),
    );
    for (const [address, digest] of list.core.files) {
      const sum = createHash('sha256')
        .update(fs.readFileSync(at(`dist${address}`)))
        .digest('hex');
      expect(sum.startsWith(digest), address).toBe(true);
      // Only a name that tells the content goes without.
      expect(digest === '', address).toBe(address.includes('.pf_'));
    }
  });

  it('has its size told where everything can be taken along', () => {
    const page = own.find(({ address }) => address === `/${folder}/offline/`)?.html ?? '';
    expect(page.match(/\d+\.\d MB/g)).toHaveLength(2);
    expect(page).not.toMatch(/%load%|%room%/);
  });

  it('can be installed, with a picture for every shape', async () => {
    const address = `/data/app/${folder}.json`;
    for (const { address: page, html } of own) {
      if (!html.includes('data-pagefind-body')) continue;
      expect(html, page).toMatch(new RegExp(`<link rel="manifest" href="${address}"`));
    }
    const { icons, ...manifest } = JSON.parse(read(at(`dist${address}`))) as {
      start_url: string;
      scope: string;
      display: string;
      icons: { src: string; sizes: string; purpose: string }[];
    };
    expect(manifest).toMatchObject({ start_url: `/${folder}/`, scope: '/', display: 'minimal-ui' });
    expect(icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
      '192x192 any',
      '512x512 any',
      '512x512 maskable',
    ]);
    for (const { src, sizes, purpose } of icons) {
      const picture = sharp(at(`dist${src}`));
      const { width, height } = await picture.metadata();
      expect(`${width}x${height}`).toBe(sizes);
      if (purpose !== 'maskable') continue;
      // Whatever is cut away lies outside a circle of four fifths: there is nothing but the background.
      const { data, info } = await picture
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const pixel = (x: number, y: number) => [
        ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
      ];
      const outside: number[][] = [];
      for (let y = 0; y < info.height; y += 4)
        for (let x = 0; x < info.width; x += 4)
          if (Math.hypot(x - info.width / 2, y - info.height / 2) > info.width * 0.4)
            outside.push(pixel(x, y));
      expect(new Set(outside.map(String)).size).toBe(1);
    }
  });
});

describe('the worker', () => {
  it('is small, and asks for nothing by a name of its own', () => {
    expect(worker.length).toBeLessThan(9400);
    expect(worker).not.toMatch(/https?:\/\//);
  });
});
