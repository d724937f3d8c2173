import { readFileSync } from 'node:fs';
import { expect, languages, test } from '../support/page.ts';

const cell = (name: string) => `work-sheet textarea[name="${name}"]`;
const button = (name: string) => `work-sheet [data-do="${name}"]`;

for (const language of languages) {
  test.describe(`the worksheet on one’s own shop, ${language}`, () => {
    const open = `/${language}/playbooks/desk/swot/`;

    test('is kept only when it is asked to, and forgotten when asked', async ({ page, quiet }) => {
      await page.goto(open);
      await quiet.settle();
      await page.locator(cell('strengths.praise.answer')).fill('packed well');
      await page.reload();
      await quiet.settle();
      await expect(page.locator(cell('strengths.praise.answer'))).toHaveValue('');

      await page.locator(cell('authority.1.up-to')).fill('20 EUR');
      await page.locator('work-sheet [data-add="authority"]').click();
      await expect(page.locator(cell('authority.5.up-to'))).toBeFocused();
      await page.locator(cell('authority.5.who')).fill('Li');
      await page.locator(button('keep')).click();
      await expect(page.locator('work-sheet [data-status]')).not.toBeEmpty();
      await expect(page.locator(button('forget'))).toBeVisible();
      await page.reload();
      await quiet.settle();
      await expect(page.locator(cell('authority.1.up-to'))).toHaveValue('20 EUR');
      await expect(page.locator(cell('authority.5.who'))).toHaveValue('Li');

      await page.locator(button('forget')).click();
      await expect(page.locator(button('forget'))).toBeHidden();
      await page.reload();
      await quiet.settle();
      await expect(page.locator(cell('authority.1.up-to'))).toHaveValue('');
    });

    test('is taken away as Markdown and as CSV', async ({ page, quiet }) => {
      await page.goto(open);
      await quiet.settle();
      await page.locator(cell('authority.1.up-to')).fill('20 EUR');
      await page.locator(cell('authority.1.deputy')).fill('=Wang|2');
      const saved = async (name: string) => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.locator(button(name)).click(),
        ]);
        return {
          name: download.suggestedFilename(),
          text: readFileSync(await download.path(), 'utf8'),
        };
      };
      const markdown = await saved('markdown');
      expect(markdown.name).toBe('know-yourself.md');
      expect(markdown.text).toContain('| 20 EUR |  | =Wang\\|2 |  |');
      const csv = await saved('csv');
      expect(csv.name).toBe('know-yourself.csv');
      expect(csv.text).toContain(`"20 EUR","","'=Wang|2",""`);
    });
  });
}
