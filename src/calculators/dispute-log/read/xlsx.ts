/**
 * Workbooks (.xlsx): the texts that cells share, then each sheet as a stream of rows. Formulas are
 * never run; a cell that holds one counts with the value Excel last put beside it.
 */
import { attribute, createMarkup, unescapeText } from './markup.ts';
import { MOST_CELLS, Refusal } from './row.ts';
import type { Progress, Source } from './source.ts';
import { entriesOf, inflate, type Entry } from './zip.ts';

/** Limits against small files that become large ones. A full sheet of exports is a fifth of it. */
const MOST_SHEET = 1 << 30;
const MOST_TEXTS = 1 << 28;
const MOST_SMALL = 1 << 24;
/** A sheet ends there in Excel itself. */
const MOST_ROWS = 1_048_576;
/** Packed text rarely shrinks to a hundredth; bombs to a thousandth. */
const MOST_RATIO = 250;

const limitOf = (entry: Entry, most: number) =>
  Math.min(most, Math.max(1 << 24, entry.packed * MOST_RATIO));

export interface Sheet {
  name: string;
  /** Days are counted from 1904 in this workbook. */
  is1904: boolean;
  read: (take: (cells: string[], row: number) => void) => Promise<void>;
}

async function textOf(source: Source, entry: Entry | undefined): Promise<string> {
  if (!entry) return '';
  const decoder = new TextDecoder();
  const parts: string[] = [];
  await inflate(source, entry, limitOf(entry, MOST_SMALL), (piece) =>
    parts.push(decoder.decode(piece, { stream: true })),
  );
  return parts.join('') + decoder.decode();
}

/** The texts that cells name by their number; readings of Chinese signs (`rPh`) are no part of them. */
async function sharedTexts(source: Source, entry: Entry | undefined): Promise<string[]> {
  if (!entry) return [];
  const texts: string[] = [];
  let current: string[] | null = null;
  let inText = false;
  let inReading = false;
  const markup = createMarkup(
    (name, closes) => {
      if (name === 'si') {
        if (!closes) current = [];
        else if (current !== null) {
          texts.push(unescapeText(current.join('')));
          current = null;
        }
      } else if (name === 't') inText = !closes;
      else if (name === 'rph') inReading = !closes;
    },
    (words) => {
      if (inText && !inReading) current?.push(words);
    },
  );
  const decoder = new TextDecoder();
  await inflate(source, entry, limitOf(entry, MOST_TEXTS), (piece) =>
    markup.push(decoder.decode(piece, { stream: true })),
  );
  markup.end();
  return texts;
}

/** The column of a reference such as `AB12`, from 0; −1 where it names none. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i += 1) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** Excel keeps fifteen digits; a longer figure in a cell has lost its end. */
const asFigure = (text: string): string =>
  /^\d{16,}$/.test(text)
    ? `${text.slice(0, 1)}.${text.slice(1, 6)}E+${String(text.length - 1)}`
    : text;

/** A text that is named and not there was lost with the part that held it: blank would say something else. */
function sharedText(texts: readonly string[], number: string): string {
  if (number.trim() === '') return '';
  const text = texts[Number(number)];
  if (text === undefined) throw new Refusal('zip');
  return text;
}

async function readSheet(
  source: Source,
  entry: Entry,
  texts: readonly string[],
  take: (cells: string[], row: number) => void,
  progress: Progress,
): Promise<void> {
  let cells: string[] = [];
  let row = 0;
  let rows = 0;
  let column = -1;
  let type = '';
  let value: string[] | null = null;
  let whole = '';
  const markup = createMarkup(
    (name, closes, tag) => {
      if (name === 'c') {
        if (closes) {
          if (column >= MOST_CELLS) throw new Refusal('too-many-columns');
          while (cells.length < column) cells.push('');
          cells[column] =
            type === 's'
              ? sharedText(texts, whole)
              : type === '' || type === 'n'
                ? asFigure(whole)
                : type === 'e'
                  ? ''
                  : whole;
          return;
        }
        const reference = attribute(tag, 'r');
        const at = reference === null ? -1 : columnOf(reference);
        column = at >= 0 ? at : cells.length;
        type = attribute(tag, 't') ?? '';
        whole = '';
      } else if (name === 'v' || name === 't') {
        if (closes) {
          if (value !== null) whole += unescapeText(value.join(''));
          value = null;
        } else value = [];
      } else if (name === 'row') {
        if (closes) {
          rows += 1;
          if (rows > MOST_ROWS) throw new Refusal('too-large');
          take(cells, row);
          return;
        }
        cells = [];
        const number = Number(attribute(tag, 'r') ?? 0);
        row = number > row ? number : row + 1;
      }
    },
    (words) => value?.push(words),
  );
  const decoder = new TextDecoder();
  await inflate(
    source,
    entry,
    limitOf(entry, MOST_SHEET),
    (piece) => markup.push(decoder.decode(piece, { stream: true })),
    (packed) => progress(entry.at + packed),
  );
  markup.end();
}

/** Parts are named in any case, and by some programs with the slashes of Windows. */
const partName = (name: string): string =>
  name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

/** The part a target means that is named in a part of this folder. */
function resolve(folder: string, target: string): string {
  const path = partName(target);
  if (/^[\\/]/.test(target)) return path;
  const found = folder === '' ? [] : folder.split('/');
  for (const step of path.split('/'))
    if (step === '..') found.pop();
    else if (step !== '.') found.push(step);
  return found.join('/');
}

/** What one part says of others: by their id, and by the last word of their kind. */
async function relationsOf(source: Source, entries: ReadonlyMap<string, Entry>, part: string) {
  const cut = part.lastIndexOf('/');
  const folder = part.slice(0, Math.max(0, cut));
  const xml = await textOf(
    source,
    entries.get(resolve(folder, `_rels/${part.slice(cut + 1)}.rels`)),
  );
  const byId = new Map<string, string>();
  const byKind = new Map<string, string>();
  for (const [tag] of xml.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
    const [id, target] = [attribute(tag, 'Id'), attribute(tag, 'Target')];
    if (target === null) continue;
    const path = resolve(folder, target);
    if (id !== null) byId.set(id, path);
    byKind.set((attribute(tag, 'Type') ?? '').replace(/^.*\//, ''), path);
  }
  return { folder, byId, byKind };
}

/** The sheets of a workbook in their order; of hidden ones the name alone. */
export async function openWorkbook(
  source: Source,
  progress: Progress,
): Promise<{ sheets: Sheet[]; hidden: string[] }> {
  const entries = new Map((await entriesOf(source)).map((entry) => [partName(entry.name), entry]));
  const whole = await relationsOf(source, entries, '');
  const bookName = whole.byKind.get('officeDocument') ?? 'xl/workbook.xml';
  const book = entries.get(bookName);
  if (bookName.endsWith('.bin') || (!book && entries.has('xl/workbook.bin')))
    throw new Refusal('old-xls');
  const xml = await textOf(source, book);
  const { folder, byId, byKind } = await relationsOf(source, entries, bookName);
  const is1904 = /<(?:\w+:)?workbookPr\b[^>]*\bdate1904\s*=\s*["'](?:1|true)["']/.test(xml);
  let texts: Promise<string[]> | null = null;
  const hidden: string[] = [];
  const sheets = [...xml.matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].flatMap(([tag], i) => {
    const target = byId.get(/\br:?id\s*=\s*["']([^"']*)/i.exec(tag)?.[1] ?? '');
    const entry = entries.get(target ?? resolve(folder, `worksheets/sheet${String(i + 1)}.xml`));
    if (!entry) return [];
    const name = attribute(tag, 'name') ?? String(i + 1);
    if (!/\bstate\s*=\s*["'](?:very)?hidden/i.test(tag)) return [{ name, entry }];
    hidden.push(name);
    return [];
  });
  if (sheets.length === 0) throw new Refusal('not-a-workbook');
  return {
    sheets: sheets.map(({ name, entry }) => ({
      name,
      is1904,
      read: async (take) => {
        texts ??= sharedTexts(
          source,
          entries.get(byKind.get('sharedStrings') ?? resolve(folder, 'sharedStrings.xml')),
        );
        await readSheet(source, entry, await texts, take, progress);
      },
    })),
    hidden,
  };
}
