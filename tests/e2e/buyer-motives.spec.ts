import { expect, languages, test as base } from '../support/page.ts';

/** What looks at signs in own words comes when somebody writes one: an action of their own. */
const test = base.extend({
  quiet: async ({ quiet }, use) => {
    quiet.mayFetch('/_astro/', '/data/packs/');
    await use(quiet);
  },
});

const low = (motive: string) => `output[name="posterior.${motive}.low"]`;
const high = (motive: string) => `output[name="posterior.${motive}.high"]`;
const OWN = 'own';

for (const language of languages) {
  test.describe(`buyer motives, ${language}`, () => {
    const open = `/${language}/tools/buyer-motives/`;

    test('opens with one made-up annoying sign, which leaves good faith where it was', async ({
      page,
      quiet,
    }) => {
      await page.goto(open);
      await quiet.settle();
      await expect(page.locator('.example-mark')).toBeVisible();
      await expect(page.locator('output[name="standing"]')).toHaveAttribute(
        'data-value',
        'good-faith',
      );
      await expect(page.locator(low('critic'))).toHaveAttribute('data-value', '1.9802');
      await expect(page.locator(high('critic'))).toHaveAttribute('data-value', '9.1743');
      await expect(page.locator('output[name="toConvince"]')).toHaveAttribute(
        'data-value',
        '24.25',
      );
      // The picture says the same to somebody who cannot see it.
      await expect(page.locator('.intervals svg')).toHaveAttribute('aria-label', /9\.1743/);
    });

    test('shows where good faith stops, and what to do on both sides of it', async ({
      page,
      quiet,
    }) => {
      await page.goto(open);
      await quiet.settle();
      await page.locator('select[name="signals.0.strength"]').selectOption('much-more');
      await expect(page.locator('.example-mark')).toHaveCount(0);
      await expect(page.locator(high('critic'))).toHaveAttribute('data-value', '50.2513');
      await expect(page.locator(low('well'))).toHaveAttribute('data-value', '48.2613');
      await expect(page.locator('.approach > li')).toHaveCount(2);
      await expect(page).toHaveURL(/#\?signals=announces-review~pressure~critic~much-more&v=1$/);
      // A second sign of the same cause changes nothing; one of another cause does.
      await page.locator('select[name="add"]').selectOption('announces-posts');
      await page.locator('select[name="signals.1.strength"]').selectOption('more');
      await expect(page.locator(high('critic'))).toHaveAttribute('data-value', '50.2513');
      await page.locator('select[name="add"]').selectOption('keeps-and-full');
      await page.locator('select[name="signals.2.strength"]').selectOption('more');
      // 10000 : (10000 + 9604 + 392 + 100)
      await expect(page.locator(high('critic'))).toHaveAttribute('data-value', '49.7611');
      const script = page.locator('.approach > li[data-id="critic"] a').first();
      await expect(script).toHaveAttribute('href', /situation=offer-choice/);
      // The tool of replies fetches what reads its address.
      quiet.mayFetch('/_astro/', '/data/packs/');
      await script.click();
      await quiet.settle();
      await expect(page).toHaveURL(/tools\/reply-script\/#\?.*situation=offer-choice/);
    });

    test('refuses what a person is, in words, and takes what was done', async ({ page, quiet }) => {
      await page.goto(open);
      await quiet.settle();
      await page.locator('select[name="add"]').selectOption(OWN);
      const name = page.locator('input[name="signals.0.id"]');
      await name.fill(language === 'en' ? 'the buyer’s nationality' : '买家的国籍');
      await expect(page.locator('#buyer-motives-signals-0-id-error')).toContainText(
        language === 'en' ? 'cannot be a sign' : '不能当迹象',
      );
      await expect(page.locator('output[name="standing"]')).toHaveCount(0);
      // A person is told from goods by what stands beside the word.
      await name.fill(language === 'en' ? 'Mexican buyer' : '墨西哥买家');
      await expect(page.locator('#buyer-motives-signals-0-id-error')).toBeVisible();
      await name.fill(language === 'en' ? 'Mexican plug' : '墨西哥插头');
      await expect(page.locator('#buyer-motives-signals-0-id-error')).toHaveCount(0);
      await name.fill(language === 'en' ? 'writes twice a day' : '一天写两封信');
      await page.locator('select[name="signals.0.towards"]').selectOption('special');
      await page.locator('select[name="signals.0.strength"]').selectOption('more');
      await expect(page.locator(high('special'))).toHaveAttribute('data-value', '4.7847');
      // A second one in one's own words, and the keyboard is where it is written.
      await page.locator('select[name="add"]').selectOption(OWN);
      await expect(page.locator('input[name="signals.1.id"]')).toBeFocused();
    });

    test('leaves a person’s origin out of an address, and names the scale of the bands', async ({
      page,
      quiet,
    }) => {
      await page.goto(`${open}#?signals=Mexican~x~critic~more&signals=rude~y~critic~more&v=1`);
      await quiet.settle();
      await expect(page.locator('.notice code')).toHaveText([/Mexican/]);
      await expect(page.locator('.sign-list > li')).toHaveCount(1);
      await expect(page.locator(high('critic'))).toHaveAttribute('data-value', '9.1743');
      await expect(page.locator('.signs')).toContainText('ENFSI');
    });

    test('takes shares of one’s own, which must be whole', async ({ page, quiet }) => {
      await page.goto(`${open}#?priors.well=90%25&signals=x~x~critic~more&nonsense=1&v=1`);
      await quiet.settle();
      await expect(page.locator('.notice code')).toHaveText(['nonsense=1']);
      await expect(page.locator('#buyer-motives-priors-error')).toContainText('93.96');
      // 90 + 8 + 0.5 + 0.5 + 1
      await page.locator('input[name="priors.ill"]').fill('8 %');
      await expect(page.locator('#buyer-motives-priors-error')).toHaveCount(0);
      // 1 · 10 : (90 + 8 + 0.5 + 0.5 + 10)
      await expect(page.locator(high('critic'))).toHaveAttribute('data-value', '9.1743');
      await expect(page.locator('output[name="toConvince"]')).toHaveAttribute('data-value', '9.00');
    });

    test('opens from its playbook, and stands alone in a frame', async ({ page, quiet }) => {
      await page.goto(`/${language}/playbooks/negotiate/reading-the-buyer/`);
      await quiet.settle();
      await page.locator('a.tool-link[href*="buyer-motives"]').click();
      await quiet.settle();
      await expect(page.locator('.sign-list > li')).toHaveCount(2);
      await expect(page.locator(high('critic'))).toHaveAttribute('data-value', '9.1743');
      await page.goto(`${open}embed/#?signals=a~a~ill~much-more&v=1`);
      await quiet.settle();
      await expect(page.locator(high('ill'))).toHaveAttribute('data-value', '66.6576');
    });
  });
}
