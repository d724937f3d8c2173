/** Any file into tables: told by its first bytes, never by its name. */
import { createCollector } from './collect.ts';
import type { Pool, Table, TableSettings } from './table.ts';
import { ENCODINGS, type Delimiter, type Encoding } from '../names.ts';
import { detectDelimiter, detectEncoding, hasUtf8Letters, isBinary, SAMPLE } from './encoding.ts';
import { HEADER_WORDS } from './header.ts';
import { isJson, tablesFromJson } from './json.ts';
import { createTableMarkup } from './markup.ts';
import { createRowWriter, Refusal, type RefusalId } from './row.ts';
import { createScanner } from './scan.ts';
import { PIECE, type Progress, type Source } from './source.ts';

export interface FileSettings extends TableSettings {
  encoding: Encoding | null;
  delimiter: Delimiter | null;
}

/** What of a file could be read: its tables, and parts that could not be, with the reason. */
export interface Opened {
  tables: Table[];
  refused: { name: string; why: RefusalId }[];
}

/** Text that has to lie in memory as a whole (HTML, XML, JSON) may be this long. */
const MOST_WHOLE = 1 << 28;

const starts = (bytes: Uint8Array, ...marks: number[]) =>
  marks.every((mark, i) => bytes[i] === mark);

async function pieces(
  source: Source,
  from: number,
  progress: Progress,
  take: (piece: Uint8Array) => void,
) {
  if (source.flow) {
    let at = from;
    for await (const piece of source.flow(from)) {
      take(piece);
      progress((at += piece.length));
    }
    return;
  }
  const end = (at: number) => Math.min(source.size, at + PIECE);
  const ask = (at: number) => {
    const piece = source.read(at, end(at));
    // Asked for ahead: when reading is stopped before, nobody waits for what became of it.
    piece.catch(() => undefined);
    return piece;
  };
  // The next piece is on its way while this one is looked at.
  let next = ask(from);
  for (let at = from; at < source.size; at += PIECE) {
    const piece = await next;
    if (end(at) < source.size) next = ask(end(at));
    take(piece);
    progress(end(at));
  }
}

async function wholeText(source: Source, skip: number, encoding: Encoding, progress: Progress) {
  if (source.size > MOST_WHOLE) throw new Refusal('too-large');
  const decoder = new TextDecoder(encoding);
  const parts: string[] = [];
  await pieces(source, skip, progress, (piece) =>
    parts.push(decoder.decode(piece, { stream: true })),
  );
  return parts.join('') + decoder.decode();
}

/** About how many rows a file has, by its beginning. */
function rowsOf(size: number, sample: Uint8Array): number {
  let lines = 0;
  for (const byte of sample) if (byte === 10) lines += 1;
  return Math.ceil((size / sample.length) * lines * 1.05);
}

/** In these alphabets a bar may be the second half of a letter. */
const BARRED: readonly Encoding[] = ['gb18030', 'big5', 'shift_jis'];

async function openText(
  source: Source,
  sample: Uint8Array,
  pool: Pool,
  settings: FileSettings,
  progress: Progress,
): Promise<Table[]> {
  const found = detectEncoding(sample, HEADER_WORDS);
  const encoding = settings.encoding ?? found.encoding;
  // A mark is no letter in any alphabet, also where it lies about the rest.
  const { skip } = found;
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const text = isWide
    ? new TextEncoder().encode(new TextDecoder(encoding).decode(sample.subarray(skip)))
    : sample.subarray(skip);
  if (isBinary(text)) throw new Refusal('binary');
  const seen = isWide ? 'utf-8' : encoding;
  const delimiter = settings.delimiter ?? detectDelimiter(text, seen, HEADER_WORDS);
  const recode = isWide || (delimiter === '|' && BARRED.includes(encoding));
  const collector = createCollector(
    { name: source.name, encoding: recode ? 'utf-8' : encoding, delimiter },
    pool,
    settings,
    { rows: recode ? 0 : rowsOf(source.size, sample) },
  );
  const scanner = createScanner(delimiter, collector.take);
  if (recode) {
    const decoder = new TextDecoder(encoding);
    const encoder = new TextEncoder();
    await pieces(source, skip, progress, (piece) =>
      scanner.push(encoder.encode(decoder.decode(piece, { stream: true }))),
    );
    scanner.push(encoder.encode(decoder.decode()));
  } else await pieces(source, skip, progress, scanner.push);
  scanner.end();
  return collector.finish().map((table) => ({ ...table, encoding }));
}

/** The alphabet a page or an XML file says it is in, by any of its names; null where that is none we know. */
function declaredIn(sample: Uint8Array): Encoding | null {
  const opening = new TextDecoder('windows-1252').decode(sample.subarray(0, 2048));
  const name = /charset=["']?\s*([\w-]+)|encoding=["']([\w-]+)/i.exec(opening);
  try {
    const said = new TextDecoder(name?.[1] ?? name?.[2] ?? '').encoding;
    return ENCODINGS.find((each) => each === (said === 'gbk' ? 'gb18030' : said)) ?? null;
  } catch {
    return null;
  }
}

async function openMarkup(
  source: Source,
  sample: Uint8Array,
  pool: Pool,
  settings: FileSettings,
  progress: Progress,
) {
  const found = detectEncoding(sample, HEADER_WORDS);
  // Pages say what they are in, and some of them say it wrongly: letters of strict UTF-8 are no chance.
  const own = hasUtf8Letters(sample) ? null : declaredIn(sample);
  const encoding = settings.encoding ?? own ?? found.encoding;
  const collector = createCollector(
    { name: source.name, encoding: 'utf-8', delimiter: null },
    pool,
    settings,
  );
  const write = createRowWriter();
  let number = 0;
  const markup = createTableMarkup((cells) => collector.take(write(cells, (number += 1))));
  if (source.size > MOST_WHOLE) throw new Refusal('too-large');
  const decoder = new TextDecoder(encoding);
  await pieces(source, found.skip, progress, (piece) =>
    markup.push(decoder.decode(piece, { stream: true })),
  );
  markup.end();
  if (number === 0) throw new Refusal('no-table');
  return collector.finish().map((table) => ({ ...table, encoding }));
}

async function openSheets(
  source: Source,
  pool: Pool,
  settings: FileSettings,
  progress: Progress,
): Promise<Opened> {
  // The reader of workbooks is fetched when one arrives.
  const { openWorkbook } = await import('./xlsx.ts');
  const opened: Opened = { tables: [], refused: [] };
  const { sheets, hidden } = await openWorkbook(source, progress);
  for (const sheet of sheets) {
    const name =
      sheets.length + hidden.length === 1 ? source.name : `${source.name} · ${sheet.name}`;
    const collector = createCollector(
      { name, encoding: 'utf-8', delimiter: null },
      pool,
      settings,
      { is1904: sheet.is1904 },
    );
    const write = createRowWriter();
    try {
      await sheet.read((cells, row) => collector.take(write(cells, row)));
      opened.tables.push(...collector.finish());
    } catch (error) {
      // An empty sheet, or one with notes, beside the one with data.
      if (!(error instanceof Refusal) || !['empty', 'no-header'].includes(error.id)) throw error;
      opened.refused.push({ name, why: error.id });
    }
  }
  for (const sheet of hidden)
    opened.refused.push({ name: `${source.name} · ${sheet}`, why: 'hidden' });
  if (opened.tables.length === 0) throw new Refusal(opened.refused[0]?.why ?? 'empty');
  return opened;
}

/** How a file of this kind begins; one that begins with any other tag has to hold rows as well. */
const PAGE = /^<(?:\?xml|!doctype|html|head|body|table|meta|style|div|workbook|!--)/i;

const isMarkup = (opening: string, sample: Uint8Array): boolean =>
  PAGE.test(opening) ||
  (/^<[a-z]/i.test(opening) &&
    /<(?:\w+:)?(?:tr|row)[\s>]/i.test(new TextDecoder('windows-1252').decode(sample)));

/** A workbook with a password lies in a container of old Excel files, under a name of its own. */
async function isLocked(source: Source, sample: Uint8Array): Promise<boolean> {
  if (sample.length < 52) return false;
  const head = new DataView(sample.buffer, sample.byteOffset, sample.byteLength);
  const sector = 2 ** Math.min(16, head.getUint16(30, true));
  // The list of what lies in the container begins in this sector; the first one holds the container's own head.
  const at = (head.getUint32(48, true) + 1) * sector;
  const list = await source.read(Math.min(at, source.size), Math.min(at + 4096, source.size));
  return new TextDecoder('utf-16le').decode(list).includes('EncryptedPackage');
}

/**
 * Reads one file. Throws a {@link Refusal} where nothing of it can be used; never anything else that
 * the file's content could cause.
 */
export async function openFile(
  source: Source,
  pool: Pool,
  settings: FileSettings,
  progress: Progress = () => undefined,
): Promise<Opened> {
  if (source.size === 0) throw new Refusal('empty');
  const sample = await source.read(0, Math.min(source.size, SAMPLE));
  if (starts(sample, 0x50, 0x4b, 3, 4)) return openSheets(source, pool, settings, progress);
  if (starts(sample, 0x50, 0x4b)) throw new Refusal('zip');
  if (starts(sample, 0xd0, 0xcf, 0x11, 0xe0))
    throw new Refusal((await isLocked(source, sample)) ? 'encrypted' : 'old-xls');
  // Excel before 1997, without a container around it: a record that begins a workbook, by its version.
  if (sample[0] === 9 && [0, 2, 4, 8].includes(sample[1] ?? -1) && isBinary(sample))
    throw new Refusal('old-xls');
  const { encoding, skip } = detectEncoding(sample, HEADER_WORDS);
  const opening = new TextDecoder(encoding).decode(sample.subarray(skip, skip + 4096)).trimStart();
  if (isMarkup(opening, sample))
    return { tables: await openMarkup(source, sample, pool, settings, progress), refused: [] };
  if (isJson(opening)) {
    const { lists, others } = tablesFromJson(
      await wholeText(source, skip, settings.encoding ?? encoding, progress),
      settings.mapping,
    );
    const isAlone = lists.length === 1 && others.every(({ why }) => why === 'inner-list');
    const nameOf = (path: string) => `${source.name} · ${path}`;
    const tables = lists.flatMap(({ path, rows }) => {
      const collector = createCollector(
        { name: isAlone ? source.name : nameOf(path), encoding: 'utf-8', delimiter: null },
        pool,
        settings,
      );
      const write = createRowWriter();
      rows.forEach((cells, i) => collector.take(write(cells, i + 1)));
      return collector.finish();
    });
    return {
      tables,
      refused: others.map(({ path, why }) => ({ name: nameOf(path), why })),
    };
  }
  return { tables: await openText(source, sample, pool, settings, progress), refused: [] };
}
