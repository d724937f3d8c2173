// The picture a chat shows beside a link to a page: its title and what it is about, in the page's language.
// Letters come from a font of an npm package, so that a machine without Chinese fonts draws the same: the
// parts of it that the texts need are unpacked, and sharp's own library of text sets them.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import sharp from 'sharp';
import decompress from 'woff2-encoder/decompress';

const require = createRequire(import.meta.url);
const font = path.dirname(require.resolve('@fontsource-variable/noto-sans-sc/package.json'));
const FAMILY = 'Noto Sans SC';
const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 80;
/** Whoever changes how a picture looks changes this, so that kept pictures are drawn anew. */
const DRAWN_AS = 2;

const span = (text) => {
  const [from, to = from] = text
    .replace('U+', '')
    .split('-')
    .map((code) => parseInt(code, 16));
  return { from, to };
};

/** The parts of the font by the code points they hold. Latin and its like have names instead of numbers. */
const parts = () =>
  Object.entries(JSON.parse(fs.readFileSync(path.join(font, 'unicode.json'), 'utf8'))).map(
    ([key, ranges]) => ({
      file: `noto-sans-sc-${key.replace(/[[\]]/g, '')}-wght-normal.woff2`,
      ranges: ranges.split(',').map(span),
    }),
  );

/**
 * Unpacks the parts of the font that the texts need into a folder.
 *
 * @returns their files, and the characters no part has.
 */
export async function fontFor(texts, folder) {
  const wanted = new Set([...texts.join('')].map((letter) => letter.codePointAt(0)));
  const files = [];
  for (const { file, ranges } of parts()) {
    const held = [...wanted].filter((code) =>
      ranges.some(({ from, to }) => from <= code && code <= to),
    );
    if (held.length === 0) continue;
    for (const code of held) wanted.delete(code);
    const target = path.join(folder, file.replace('woff2', 'ttf'));
    if (!fs.existsSync(target))
      fs.writeFileSync(target, await decompress(fs.readFileSync(path.join(font, 'files', file))));
    files.push(target);
  }
  return { files, missing: [...wanted].map((code) => String.fromCodePoint(code)) };
}

/** In English the curved quotation marks of a Chinese font would stand in squares of their own. */
const straight = (text) => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
const plain = (text, chinese) =>
  (chinese ? text : straight(text))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

const background = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="#fbfaf7"/><rect width="16" height="100%" fill="#0b5a57"/><g transform="translate(${MARGIN} 64) scale(2)"><path d="M3 6h17v11H10l-5 5v-5H3z" fill="#0b5a57"/><path d="M12 19.5v.5h10l5 5v-5h2V10h-6.5v9.5z" fill="#fbfaf7" stroke="#0b5a57" stroke-width="2"/></g></svg>`,
);

/** One block of text as a picture, no wider than the column and no higher than asked; null for no text. */
async function setText(text, { size, weight = 400, colour, height, chinese, fontfile }) {
  if (!text.trim()) return null;
  for (let points = size; ; points -= 4) {
    const markup = `<span foreground="${colour}" weight="${weight}">${plain(text, chinese)}</span>`;
    const { data, info } = await sharp({
      text: {
        text: markup,
        font: `${FAMILY} ${points}`,
        fontfile,
        width: WIDTH - 2 * MARGIN,
        rgba: true,
        dpi: 72,
        wrap: chinese ? 'word-char' : 'word',
        spacing: Math.round(points * 0.1),
      },
    })
      .png()
      .toBuffer({ resolveWithObject: true });
    if (info.height <= height || points <= 24) return { input: data, height: info.height };
  }
}

/**
 * Draws a picture a page into a folder, and keeps what it drew: a page whose words are the same is not
 * drawn again.
 *
 * @param pages each with `name` (of the file, without ending), `site`, `title`, `about`, `chinese`.
 * @throws naming the characters that the font does not have.
 */
export async function drawPictures(pages, folder, kept) {
  fs.mkdirSync(folder, { recursive: true });
  fs.mkdirSync(kept, { recursive: true });
  const nameOf = (page) =>
    path.join(
      kept,
      `${createHash('sha256')
        .update(JSON.stringify([DRAWN_AS, page.site, page.title, page.about]))
        .digest('hex')
        .slice(0, 24)}.png`,
    );
  const due = pages.filter((page) => !fs.existsSync(nameOf(page)));
  if (due.length > 0) {
    // The machine's own fonts are left out, or each would draw the Latin letters in another one. Read once,
    // when the first letter is drawn.
    process.env.FONTCONFIG_FILE = path.resolve(kept, 'fonts.conf');
    fs.writeFileSync(process.env.FONTCONFIG_FILE, '<fontconfig></fontconfig>');
    const texts = due.flatMap(({ site, title, about }) => [
      site,
      title,
      about,
      straight(title + about),
    ]);
    const { files, missing } = await fontFor(texts, kept);
    if (missing.some((letter) => letter.trim()))
      throw new Error(`The font of the pictures has no letter for ${missing.join(' ')}`);
    // Each part is made known once; after that, any text finds its letters in all of them.
    for (const fontfile of files)
      await sharp({ text: { text: '.', font: FAMILY, fontfile } })
        .png()
        .toBuffer();
    const draw = async (page) => {
      const { chinese } = page;
      const about = { chinese, fontfile: files[0] };
      const [site, title, text] = await Promise.all([
        setText(page.site, { ...about, size: 34, weight: 600, colour: '#0b5a57', height: 60 }),
        setText(page.title, { ...about, size: 68, weight: 700, colour: '#1d2321', height: 250 }),
        setText(page.about, { ...about, size: 32, colour: '#4a5450', height: 150 }),
      ]);
      const blocks = [
        site && { input: site.input, left: MARGIN + 80, top: 96 - Math.round(site.height / 2) },
        title && { input: title.input, left: MARGIN, top: 180 },
        text && { input: text.input, left: MARGIN, top: 180 + (title?.height ?? 0) + 40 },
      ];
      await sharp(background)
        .composite(blocks.filter(Boolean))
        .png({ compressionLevel: 9, palette: true, colours: 32, effort: 1 })
        .toFile(nameOf(page));
    };
    // As many at a time as the library has threads.
    const queue = [...due];
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let page = queue.pop(); page; page = queue.pop()) await draw(page);
      }),
    );
  }
  for (const page of pages) fs.copyFileSync(nameOf(page), path.join(folder, `${page.name}.png`));
  return { drawn: due.length };
}
