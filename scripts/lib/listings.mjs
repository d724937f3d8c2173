// How long the listing check takes for a file of a thousand listings, from the file to the result on the
// page, beside merely looking through each of its lines for some words in a worker of the same browser.
import fs from 'node:fs';
import { bareOf, median, serveWorker } from './log.mjs';

/** Words the made-up listings are put together from, by the language of their buyers. */
const WORDS = {
  en: {
    goods: [
      'table lamp',
      'power bank',
      'running shoes',
      'kitchen scale',
      'dog harness',
      'bluetooth speaker',
      'garden hose',
      'backpack',
    ],
    title:
      'for home and office with {material} frame, adjustable height, {watts}W, {count} colours, quiet and easy to clean',
    lines: [
      'The {goods} is made of {material} and weighs {grams} g; it stands firmly on every table and folds flat when you travel.',
      'Voltage 100-240 V, power {watts} W, cable {cm} cm. The plug of your country is chosen among the options.',
      'Size {cm} x {wide} x 12 cm, measured by hand; please allow 1 cm to either side.',
      'In the box: one {goods}, one cable, one manual in English. The adapter is not included.',
      'Fits most desks up to 5 cm thick. Wipe it with a damp cloth and keep it away from direct sunlight.',
      'Colours may look different on your screen; the last pictures were taken by daylight and without retouching.',
      'We answer within a day and send each order with a tracking number that you can follow to your door.',
    ],
    materials: ['aluminium', 'stainless steel', 'cotton', 'silicone', 'oak', 'nylon'],
    colours: ['White', 'Black', 'Navy blue', 'Olive green'],
  },
  ru: {
    goods: [
      'настольная лампа',
      'внешний аккумулятор',
      'кроссовки беговые',
      'весы кухонные',
      'шлейка для собак',
      'колонка портативная',
    ],
    title:
      'для дома и офиса, материал {material}, мощность {watts} Вт, регулируемая высота, {count} цвета, легко мыть',
    lines: [
      '{goods}: материал {material}, вес {grams} г, устойчиво стоит на любом столе и складывается в дорогу.',
      'Напряжение 100-240 В, мощность {watts} Вт, длина кабеля {cm} см. Вилка выбирается в вариантах.',
      'Размер {cm} x {wide} x 12 см, измерено вручную, допускается отклонение до 1 см.',
      'В комплекте: изделие, кабель, инструкция на русском языке. Адаптер в комплект не входит.',
      'Подходит для столешниц толщиной до 5 см. Протирать влажной тканью, беречь от прямых лучей солнца.',
      'Цвет на экране может отличаться; последние фотографии сделаны при дневном свете без обработки.',
      'Отвечаем в течение дня и отправляем каждый заказ с номером отслеживания.',
    ],
    materials: ['алюминий', 'нержавеющая сталь', 'хлопок', 'силикон', 'дуб', 'нейлон'],
    colours: ['Белый', 'Черный', 'Синий', 'Зеленый'],
  },
};
const ORDER = ['en', 'en', 'ru', 'en'];
const HEADER =
  'Title,Category,Brand,Material,Colour,Weight,Voltage,Power,Size,Model,SKUs,Price,List price,Description';

/**
 * A made-up file of so many listings of ordinary length: a title, eight attributes, four options and seven
 * sentences, three of four in English; some hold a fault.
 */
export function writeListings(file, count) {
  const cell = (text) => `"${String(text).replaceAll('"', '""')}"`;
  const rows = Array.from({ length: count }, (_, i) => {
    const { goods, title, lines, materials, colours } = WORDS[ORDER[i % ORDER.length]];
    const values = {
      goods: goods[i % goods.length],
      material: materials[(i >> 2) % materials.length],
      watts: 5 + (i % 60),
      grams: 150 + ((i * 37) % 900),
      cm: 30 + (i % 170),
      wide: 20 + (i % 40),
      count: 2 + (i % 3),
    };
    const filled = (text) => text.replace(/\{(\w+)\}/g, (_match, name) => String(values[name]));
    const price = (9.9 + ((i * 13) % 300) / 10).toFixed(2);
    return [
      `${values.goods} DX-${100 + i} ${filled(title)}`,
      `Home > ${values.goods}`,
      'Own brand',
      // One in ten contradicts its own title.
      i % 10 === 9 ? materials[((i >> 2) + 1) % materials.length] : values.material,
      colours.join(' / '),
      `${values.grams} g`,
      '100-240 V',
      `${values.watts} W`,
      `${values.cm} x ${values.wide} x 12 cm`,
      `DX-${100 + i}`,
      colours.map((colour) => `${colour} | ${price} USD`).join('\n'),
      price,
      (Number(price) * 1.4).toFixed(2),
      lines.map(filled).join('\n'),
    ].map(cell);
  });
  fs.writeFileSync(file, `\ufeff${HEADER}\n${rows.map((row) => `${row.join(',')}\n`).join('')}`);
  return fs.statSync(file).size;
}

/** Words of five letters, made up; as many as a few of the check's lists have together. */
const SOUGHT = Array.from({ length: 300 }, (_, i) =>
  Array.from({ length: 5 }, (_each, at) =>
    String.fromCharCode(97 + ((i * (at + 3) + at * 7) % 26)),
  ).join(''),
);

/** So often, because a single look is over before a busy machine has dealt out its time. */
const LOOKS = 20;

/** The bare look: each line folded as any search has to, and looked through once. */
const LOOK = `const words = new RegExp('(?<![\\\\p{L}\\\\p{N}])(?:${SOUGHT.join('|')})(?![\\\\p{L}\\\\p{N}])', 'gu');
onmessage = async ({ data: file }) => {
  const from = performance.now();
  const lines = (await file.text()).split('\\n');
  let found = 0;
  for (let i = 0; i < ${LOOKS}; i += 1)
    for (const line of lines)
      for (const _ of line.normalize('NFKC').toLowerCase().matchAll(words)) found += 1;
  postMessage({ took: (performance.now() - from) / ${LOOKS}, found });
};`;

/** From the file to its table, and from the button to the result as it stands on the page, in milliseconds. */
async function answerOf(browser, site, file, count) {
  const page = await browser.newPage();
  await page.goto(`${site}/en/tools/listing-check/`, { waitUntil: 'networkidle' });
  await page.locator('details.many-listings > summary').click();
  const input = page.locator('input[name="many-file"]');
  await input.waitFor();
  await page.evaluate(() => {
    const bench = { chosen: 0, shown: 0, asked: 0, answered: 0, longest: 0 };
    window.bench = bench;
    document.addEventListener('change', () => (bench.chosen ||= performance.now()), true);
    document.addEventListener(
      'click',
      ({ target }) => {
        if (target.name === 'check-many') bench.asked = performance.now();
      },
      true,
    );
    new MutationObserver(() => {
      if (bench.shown === 0 && document.querySelector('button[name="check-many"]'))
        bench.shown = performance.now();
      if (bench.answered === 0 && document.querySelector('ol.many'))
        bench.answered = performance.now();
    }).observe(document.body, { childList: true, subtree: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        bench.longest = Math.max(bench.longest, duration);
    }).observe({ type: 'longtask' });
  });
  await input.setInputFiles(file);
  await page.locator('button[name="check-many"]').click();
  await page
    .locator(`output[name="many.listings"][data-value="${count}"]`)
    .waitFor({ timeout: 600_000 });
  const { chosen, shown, asked, answered, longest } = await page.evaluate(() => window.bench);
  await page.close();
  return { table: shown - chosen, check: answered - asked, longest };
}

/** Bare look and answer in turn, so often; each answer beside the look before it, and the middle of them. */
export async function listingsOf(browser, site, file, count, times = 5) {
  const look = await serveWorker(LOOK);
  const rounds = [];
  for (let i = 0; i < times; i += 1) {
    const bare = await bareOf(browser, look.url, file);
    const { table, check, longest } = await answerOf(browser, site, file, count);
    rounds.push({
      bare,
      table,
      check,
      longest,
      whole: table + check,
      ratio: (table + check) / bare,
    });
  }
  look.close();
  const middle = (name) => median(rounds.map((round) => round[name]));
  return { rounds, whole: middle('whole'), longest: middle('longest'), ratio: middle('ratio') };
}
