/**
 * What a tool was asked, as a fragment that can be bookmarked and pasted into a chat:
 * `#?claims=12&metric=aliexpress.snad&v=1`. Sorted pairs, so the same question has one address.
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
  const pairs = Object.entries({ ...input, v: VERSION }).flatMap(([key, value]) =>
    pairsOf(key, value),
  );
  pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = pairs.map(([key, value]) => `${encodeURIComponent(key)}=${escape(value)}`);
  return `#?${query.join('&')}`;
}

/** The address of an example, from one that holds nothing but which kind of question it is. */
export const exampleLink = (link: string) => link.replace('#?', '#?example=1&');

/** What chats and sentences leave behind a link: it never ends a fragment that {@link encode} wrote. */
const TRAILING = /[\s.,;:!?)\]}>'"»”’。，；：！？、）】》」]+$/u;

/** White space and signs without width, which a fragment holds only escaped: a line break of a mail, for one. */
const INVISIBLE = /[\s\u200b-\u200f\u2060\ufeff]+/gu;

/** How pages, mails and data files write an ampersand, once or again. */
const AMPERSAND = /&(?:amp;|#0*38;|#x0*26;)+|\\u0026/gi;

/** The same as a browser escapes it; only behind the version is it certain that nobody typed it. */
const AFTER_VERSION = /(?<=[?&]v=\d+)(?:%[0-9a-f]{2})+$/i;

/**
 * A fragment that a chat, a mail program or a shortener damaged on its way, made whole again:
 * escaped as a whole (`#%3Fclaims%3D12`), without its question mark, with `&amp;` for `&`, with
 * full-width signs, broken over two lines, or with the full stop of the sentence it stood in.
 *
 * @returns the fragment as `#?…`; null where there is nothing that could be a question, as in `#top`.
 */
export function mend(fragment: string): string | null {
  let body = fragment.replace(INVISIBLE, '').replace(/^[#?/!？]+/, '');
  body = body.replace(/＆(?=[\w.]+[=＝])/g, '&').replace(/(?<=^|&)([\w.]+)＝/g, '$1=');
  // Escaped once by a chat, twice by a shortener; a third time was never seen.
  for (
    let times = 0;
    times < 2 && (/^(?:%25)*%(?:3F|23|EF%BC%9F)/i.test(body) || !body.includes('='));
    times += 1
  )
    body = (unescape(body.slice(0, LONGEST)) ?? body).replace(/^[#?？\s]+/, '');
  body = body.replace(AMPERSAND, '&').replace(TRAILING, '').replace(AFTER_VERSION, '');
  return body.includes('=') ? `#?${body}` : null;
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
    const key = unescape(at < 0 ? pair : pair.slice(0, at));
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
