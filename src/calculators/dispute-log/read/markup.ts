/**
 * Tags and text of HTML and XML, as they come. No tree is built: a table needs to know where a row
 * and a cell begin and end, and what stands in between.
 */

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  yen: '¥',
  euro: '€',
  pound: '£',
  copy: '©',
  reg: '®',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

/** Text with its entities put in; a number no letter has becomes the replacement character. */
export const unescapeText = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi,
        (whole, ten, sixteen, name) => {
          if (name !== undefined) return NAMED[(name as string).toLowerCase()] ?? whole;
          const code = ten === undefined ? parseInt(sixteen as string, 16) : Number(ten);
          return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
            ? String.fromCodePoint(code)
            : '\ufffd';
        },
      )
    : text;

/** An attribute of a tag; null where it is not there. */
export function attribute(tag: string, name: string): string | null {
  const found = new RegExp(
    `(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`,
    'i',
  ).exec(tag);
  return found ? unescapeText(found[1] ?? found[2] ?? found[3] ?? '') : null;
}

/** A tag longer than this is not one. */
const LONGEST_TAG = 1 << 16;

export interface Markup {
  push: (text: string) => void;
  end: () => void;
}

/**
 * @param tag told the name without its prefix in small letters, whether it closes, and the tag itself.
 * @param text told what stands between tags, entities and all.
 */
export function createMarkup(
  tag: (name: string, closes: boolean, whole: string) => void,
  text: (words: string) => void,
): Markup {
  let rest = '';
  /** What ends the part nobody reads: a comment, a script, a style. */
  let skipTo: string | null = null;
  const run = (final: boolean) => {
    let at = 0;
    /** The next end of a tag, looked for once however many beginnings stand before it. */
    let close = -2;
    for (;;) {
      if (skipTo !== null) {
        const end = rest.toLowerCase().indexOf(skipTo, at);
        if (end < 0) {
          at = final ? rest.length : Math.max(at, rest.length - skipTo.length);
          break;
        }
        at = end + skipTo.length;
        skipTo = null;
      }
      const open = rest.indexOf('<', at);
      if (open < 0) {
        // A word may go on in the next piece; where it is cut nobody sees.
        if (at < rest.length) text(rest.slice(at));
        at = rest.length;
        break;
      }
      if (open > at) text(rest.slice(at, open));
      at = open;
      if (rest.startsWith('<!--', at)) {
        skipTo = '-->';
        at += 4;
        continue;
      }
      if (rest.startsWith('<![CDATA[', at)) {
        const end = rest.indexOf(']]>', at);
        if (end < 0 && !final) break;
        text(rest.slice(at + 9, end < 0 ? rest.length : end).replaceAll('&', '&amp;'));
        at = end < 0 ? rest.length : end + 3;
        continue;
      }
      if (close !== -1 && close < at) close = rest.indexOf('>', at);
      if (close < 0 && !final && rest.length - at < LONGEST_TAG) break;
      if (close < 0 || close - at > LONGEST_TAG) {
        text('<');
        at += 1;
        continue;
      }
      const whole = rest.slice(at + 1, close);
      at = close + 1;
      const name = /^\/?\s*(?:[\w-]+:)?([\w-]+)/.exec(whole)?.[1]?.toLowerCase();
      if (name === undefined) continue;
      const closes = whole.startsWith('/');
      tag(name, closes, whole);
      if (!closes && (name === 'script' || name === 'style')) skipTo = `</${name}>`;
      if (whole.endsWith('/') && !closes) tag(name, true, whole);
    }
    rest = rest.slice(at);
  };
  return {
    push: (piece) => {
      rest += piece;
      run(false);
    },
    end: () => run(true),
  };
}

/** A table of so many columns is a mistake in a span. */
const MOST_SPAN = 1000;

/** How many places a cell takes up; HTML counts its own, Excel's XML those beyond it. */
const spanOf = (tag: string, html: string, xml: string): number => {
  const span = Number(attribute(tag, html) ?? Number(attribute(tag, xml) ?? 0) + 1);
  return span > 1 && span < MOST_SPAN ? span : 1;
};

/** Rows of the tables of an HTML page or of Excel's own XML, handed on as they close. */
export function createTableMarkup(takeRow: (cells: string[]) => void): Markup {
  let cells: string[] | null = null;
  let cell: string[] | null = null;
  let span = 1;
  let down = 1;
  /** What reaches down from rows above, by its place: it stands in each row it belongs to. */
  const reaching = new Map<number, { words: string; rows: number }>();
  const putReaching = (row: string[]) => {
    for (;;) {
      const place = row.length;
      const above = reaching.get(place);
      if (above === undefined) return;
      above.rows -= 1;
      if (above.rows === 0) reaching.delete(place);
      row.push(above.words);
    }
  };
  const endCell = () => {
    if (cell === null || cells === null) return;
    const words = unescapeText(cell.join('')).replace(/\s+/g, ' ').trim();
    for (let i = 0; i < span; i += 1) {
      const said = i === 0 ? words : '';
      if (down > 1) reaching.set(cells.length, { words: said, rows: down - 1 });
      cells.push(said);
    }
    cell = null;
  };
  const endRow = () => {
    endCell();
    if (cells !== null && cells.length > 0) {
      putReaching(cells);
      takeRow(cells);
    }
    cells = null;
  };
  const markup = createMarkup(
    (name, closes, whole) => {
      if (name === 'tr' || name === 'row') endRow();
      else if (name === 'td' || name === 'th' || name === 'cell') {
        endCell();
        if (closes) return;
        cells ??= [];
        putReaching(cells);
        // Nearly every cell says nothing of its place.
        const isPlain = !whole.includes('=');
        const place = isPlain ? 0 : Number(attribute(whole, 'index') ?? 0);
        while (place > cells.length + 1 && cells.length < MOST_SPAN) {
          cells.push('');
          putReaching(cells);
        }
        span = isPlain ? 1 : spanOf(whole, 'colspan', 'mergeacross');
        down = isPlain ? 1 : spanOf(whole, 'rowspan', 'mergedown');
        cell = [];
      } else if (name === 'table' || name === 'tbody' || name === 'worksheet') {
        endRow();
        reaching.clear();
      } else if (name === 'br') cell?.push('\n');
    },
    (words) => cell?.push(words),
  );
  return {
    push: markup.push,
    end: () => {
      markup.end();
      endRow();
    },
  };
}
