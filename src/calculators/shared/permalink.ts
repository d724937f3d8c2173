/**
 * What a tool was asked, as a fragment that can be bookmarked and pasted into a chat:
 * `#?claims=12&metric=aliexpress.snad&v=1`. Sorted pairs, so the same question has one address; the
 * version ends it, so that what a chat hangs on is never taken for a value.
 * The fragment never leaves the browser, so no figure reaches a server's log.
 */
const VERSION = '1';

/** Longer than any question a tool asks; a fragment beyond it was not made by one. */
const LONGEST = 20_000;

type Scalar = string | number | boolean;
export type PermalinkValue =
  | Scalar
  | null
  | undefined
  | readonly Scalar[]
  | Readonly<Record<string, Scalar | null | undefined>>;

/** Why a part was not taken: an id or a key a page turns into words, and what fills its sentence. */
export interface Why {
  why: string;
  values?: Readonly<Record<string, unknown>>;
}

/** How one field is read back. `map` fields are written as `field.key`. */
export interface FieldDecoder {
  kind: 'one' | 'list' | 'map';
  /** Checks a single raw value; without it every text is taken. */
  parse?: (raw: string) => { value: unknown } | Why;
}

/** A part of the fragment that was left out, and the reason. */
export interface Ignored extends Why {
  key: string;
  raw: string;
}

export interface Decoded {
  input: Record<string, unknown>;
  ignored: Ignored[];
}

function pairsOf(key: string, value: PermalinkValue): [string, string][] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) return value.flatMap((item: Scalar) => pairsOf(key, item));
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([name, item]) => pairsOf(`${key}.${name}`, item));
  return [[key, String(value)]];
}

/** Every mark that a chat could take for the end of the address is escaped as well. */
const escape = (text: string) =>
  encodeURIComponent(text)
    .replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/\.$/, '%2E');

/** Writes an input as a fragment. Empty fields are left out; a list repeats its key, in order. */
export function encode(input: Readonly<Record<string, PermalinkValue>>): string {
  const pairs = Object.entries(input).flatMap(([key, value]) => pairsOf(key, value));
  pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = [...pairs, ['v', VERSION] as const].map(
    ([key, value]) => `${encodeURIComponent(key)}=${escape(value)}`,
  );
  return `#?${query.join('&')}`;
}

/** The address of an example, from one that holds nothing but which kind of question it is. */
export const exampleLink = (link: string) => link.replace('#?', '#?example=1&');

/** As a browser holds a fragment: without line breaks, and every sign beyond ASCII escaped. */
const asBrowsersDo = (text: string): string =>
  text
    .replace(/[\t\r\n\p{Cs}]+/gu, '')
    .replace(/[^\x21-\x7e]+/gu, (signs) => encodeURIComponent(signs));

/** Signs without width, which mean nothing wherever they stand: mails put them in to break long lines. */
const INVISIBLE = /%(?:C2%AD|E2%80%(?:8[BEF]|A[A-E])|E2%81%(?:A0|A[6-9])|EF%BB%BF)/gi;

/** How pages, mails and data files write an ampersand, once or again. */
const AMPERSAND = /&(?:amp;|#0*38;|#x0*26;)+|\\u0026/gi;

/** Blanks of any width, and signs that join letters, which join nothing at the edge of a word. */
const BLANK = String.raw`(?:\+|%20|%09|%0A|%0D|%C2%A0|%E3%80%80|%E2%80%(?:8[0-9ACD]|A[89F]))`;
const KEY = String.raw`[a-z](?:[\w.-]|%3A)*`;
const EQUALS = `(?:=|%3D|%EF%BC%9D)`;
/** What may part two pairs beside `&`: beside one that stands there, escaped signs belong to the value. */
const BARE = `(?:${BLANK}|[;,|])`;
const OTHER = `(?:${BARE}|%26|%2C|%3B|%7C|%EF%BC%86|%EF%BC%8C|%EF%BC%9B)`;
/** Each begins where a run of signs begins, so that time grows with the length of a hostile link. */
const BETWEEN = `(?:(?<!${BARE}|&)${BARE}*&(?:${BARE}|&)*|(?<!${OTHER})${OTHER}+)`;

const each = (pattern: string) => new RegExp(pattern, 'gi');
/** A bare `=` stands behind a key and nowhere else, so whatever is before that key parts two pairs. */
const BEFORE_PAIR = each(`${BETWEEN}(?=${KEY}${BLANK}*=)`);
const BEHIND_KEY = each(`(?<=^|&)(${KEY})${BLANK}*${EQUALS}${BLANK}*`);
const DAMAGED_PAIR = each(`(^|${BETWEEN})(${KEY})${BLANK}*%EF%BC%9D`);
const BLANK_END = each(`(?<!${BLANK})${BLANK}+(?=&|$)`);

/** Behind a link, in a chat or a sentence: what {@link encode} wrote never ends with it. */
const TRAILING = /(?<![.,;:!?)\]}>'"])[.,;:!?)\]}>'"]+$/;
/** Behind the version anything goes: nobody typed it there. */
const AFTER_VERSION = /(?<=(?:^|&)v=\d+)(?!\.\d)(?:%[0-9a-f]{2}|[^\w&%])[^&]*/i;

/** Quotes, brackets and signs before the first key, as they are or escaped. */
function withoutLead(body: string): string {
  const lead = /^(?:%(?:25)*[0-9a-f]{2}|[^a-z%])+/i.exec(body)?.[0] ?? '';
  const signs = unescape(unescape(lead) ?? lead);
  if (signs === null || /\p{L}/u.test(signs)) return body.replace(/^[^a-z%]+/i, '');
  // Signs alone ask for nothing; a figure or a letter that is lost did.
  return lead === body && /[\d\p{So}]/u.test(signs) ? body : body.slice(lead.length);
}

/**
 * A fragment that a chat, a mail program or a shortener damaged on its way, made whole again wherever
 * only one meaning fits: escaped as a whole or in part, without its question mark, with something else
 * for `&` and `=`, between quotes, with blanks, full-width signs or signs without width, broken over two
 * lines, or with the rest of the sentence it stood in.
 *
 * @param fragment what follows the address of the page, as a browser or a table holds it.
 * @returns `#?…`, which may still hold what no tool knows; null where nothing is asked.
 */
export function mend(fragment: string): string | null {
  // Most pages are opened without one, and no expression is made for those.
  if (fragment === '') return null;
  // Beyond any damage there is nothing to be read: `decode` says that it is too long.
  if (fragment.length > 5 * LONGEST) return `#?${fragment.slice(0, LONGEST)}`;
  let body = asBrowsersDo(fragment.slice(fragment.lastIndexOf('#?') + 1));
  if (body.length > LONGEST) return `#?${body.replace(/^[#?]+/, '')}`;
  // Escaped once by a chat, twice by a shortener; a third time was never seen.
  for (let times = 0; ; times += 1) {
    body = withoutLead(body.replace(INVISIBLE, '').replace(AMPERSAND, '&'));
    // As mails write it that may hold no bare sign of equality.
    if (/(?:^|&)v=3D\d/i.test(body)) body = body.replace(/=3D/gi, '=');
    if (!body.includes('='))
      body = body.replace(
        DAMAGED_PAIR,
        (_all, between: string, key: string) => `${between && '&'}${key}=`,
      );
    const whole = times < 2 && !/[=&]/.test(body) ? unescape(body) : null;
    if (whole === null || whole === body) break;
    body = asBrowsersDo(whole);
  }
  body = body
    .replace(BEFORE_PAIR, '&')
    .replace(BEHIND_KEY, '$1=')
    .replace(TRAILING, '')
    .replace(AFTER_VERSION, '')
    .replace(BLANK_END, '');
  return body === '' ? null : `#?${body}`;
}

function unescape(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}

/**
 * Reads a fragment back. It never throws: whatever is not known, not readable or given twice is
 * listed in `ignored` (`malformed`, `unknown`, `duplicate`, `version`, `too-long`, or the reason a
 * field's own `parse` gives) and does not disturb the rest.
 */
export function decode(fragment: string, fields: Readonly<Record<string, FieldDecoder>>): Decoded {
  const input: Record<string, unknown> = {};
  const ignored: Ignored[] = [];
  if (fragment.length > LONGEST)
    return { input, ignored: [{ key: '', raw: fragment.slice(0, 40), why: 'too-long' }] };
  for (const pair of fragment.replace(/^#?\??/, '').split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    const key = unescape(at < 0 ? pair : pair.slice(0, at))?.normalize('NFKC') ?? null;
    const raw = unescape(at < 0 ? '' : pair.slice(at + 1));
    if (key === null || raw === null) {
      ignored.push({ key: key ?? '', raw: pair, why: 'malformed' });
      continue;
    }
    if (key === 'v') {
      if (raw !== VERSION) ignored.push({ key, raw, why: 'version' });
      continue;
    }
    const why = accept(key, raw, fields, input);
    if (why !== null) ignored.push({ key, raw, ...(typeof why === 'string' ? { why } : why) });
  }
  return { input, ignored };
}

/** Puts one pair into the input, or says why not. */
function accept(
  key: string,
  raw: string,
  fields: Readonly<Record<string, FieldDecoder>>,
  input: Record<string, unknown>,
): string | Why | null {
  const dot = key.indexOf('.');
  const name = dot < 0 ? key : key.slice(0, dot);
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field || (field.kind === 'map') !== dot >= 0 || key === '__proto__') return 'unknown';
  const read = field.parse ? field.parse(raw) : { value: raw };
  if ('why' in read) return read;
  if (field.kind === 'list') {
    input[name] = [...((input[name] as unknown[] | undefined) ?? []), read.value];
    return null;
  }
  if (field.kind === 'one') {
    if (Object.hasOwn(input, name)) return 'duplicate';
    input[name] = read.value;
    return null;
  }
  const inner = key.slice(dot + 1);
  if (inner === '' || inner === '__proto__') return 'unknown';
  const map = (input[name] ??= {}) as Record<string, unknown>;
  if (Object.hasOwn(map, inner)) return 'duplicate';
  map[inner] = read.value;
  return null;
}
