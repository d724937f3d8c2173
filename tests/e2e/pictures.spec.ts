import fs from 'node:fs';
import { expect, languages, test } from '../support/page.ts';

/**
 * Where things stand, held by pictures of each kind of page. They are set in a font of blocks, so that
 * they look alike on every machine. After a change of the look, look at the pages themselves, then:
 * `npx playwright test tests/e2e/pictures.spec.ts --update-snapshots`.
 */
const pages = {
  home: '',
  playbook: 'playbooks/respond/inr-in-transit/',
  rulebook: 'reference/rulebook/',
  rate: 'tools/dispute-rate/',
  planner: 'tools/deadline-planner/',
  settlement: 'tools/settlement/',
  desk: 'tools/case-desk/',
  exercise: 'workshops/listing-shoes/',
};
const screens = [
  { name: 'phone-dark', size: { width: 390, height: 844 }, colorScheme: 'dark' },
  { name: 'desk-light', size: { width: 1440, height: 900 }, colorScheme: 'light' },
] as const;
const blocks = [...fs.readFileSync('tests/data/fonts/blocks.ttf')];

for (const [name, path] of Object.entries(pages))
  for (const language of languages)
    test(`${name} stands as pictured, ${language}`, async ({ page, quiet }) => {
      // Reading anew at another width may bring a part that is drawn when it comes into sight.
      quiet.mayFetch('/_astro/', '/data/packs/planner.');
      await page.clock.setFixedTime('2026-11-29T08:00:00Z');
      for (const screen of screens) {
        await page.setViewportSize(screen.size);
        await page.emulateMedia({ colorScheme: screen.colorScheme, reducedMotion: 'reduce' });
        await page.goto(`/${language}/${path}`);
        await quiet.settle();
        await page.evaluate(async (bytes) => {
          const font = await new FontFace('Blocks', new Uint8Array(bytes)).load();
          document.fonts.add(font);
          const sheet = new CSSStyleSheet();
          // Letters as wide as the font says, whether or not a browser would fit them to its pixels.
          sheet.replaceSync(
            '* { font-family: Blocks !important; letter-spacing: 0 !important; text-rendering: geometricPrecision !important }',
          );
          document.adoptedStyleSheets.push(sheet);
        }, blocks);
        await expect(page).toHaveScreenshot(`${name}-${language}-${screen.name}.png`, {
          maxDiffPixelRatio: 0.02,
        });
      }
    });
