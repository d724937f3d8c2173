/**
 * Content that holds each text in many languages, taken apart for a page: the rest once, and the texts
 * of each language as a plain list. A page carries the languages it opens with and fetches another when
 * it is chosen; the name of a list tells a language and nothing of what somebody is working on.
 */

/** Stands where a text was; once opened, for its place in every list. */
const PLACE = '#';

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Is this one text in all of these languages? */
const isText = (value: Node, languages: readonly string[]) =>
  languages.every((language) => typeof value[language] === 'string') &&
  Object.keys(value).length === languages.length;

export interface Taken<Content> {
  /** The content with a mark where each text was, to be opened by {@link openPlaces}. */
  rest: Content;
  /** The texts of each language, in one order. */
  texts: Record<string, string[]>;
}

/**
 * Takes every text apart that stands in all of `languages`. What is in fewer stays where it is.
 *
 * @throws where the content itself holds the mark.
 */
export function takeTexts<Content>(content: Content, languages: readonly string[]): Taken<Content> {
  const texts: Record<string, string[]> = Object.fromEntries(
    languages.map((language) => [language, [] as string[]]),
  );
  const take = (value: unknown): unknown => {
    if (value === PLACE) throw new Error(`“${PLACE}” alone stands for a text that was taken out.`);
    if (Array.isArray(value)) return value.map(take);
    if (!isNode(value)) return value;
    if (!isText(value, languages))
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, take(inner)]));
    for (const language of languages) texts[language]?.push(value[language] as string);
    return PLACE;
  };
  return { rest: take(content) as Content, texts };
}

/** Numbers the marks of texts in their order, in the content itself: {@link putTexts} fills them. */
export function openPlaces<Content>(rest: Content): Content {
  let next = 0;
  const open = (node: unknown): unknown => {
    if (node === PLACE) return { [PLACE]: next++ };
    if (Array.isArray(node)) node.forEach((inner, at) => (node[at] = open(inner)));
    else if (isNode(node)) for (const key of Object.keys(node)) node[key] = open(node[key]);
    return node;
  };
  return open(rest) as Content;
}

/**
 * Puts the texts of a language back in, into the content itself: readers of it see them at once.
 *
 * @throws where the list is shorter than the content: it belongs to another version of the site.
 */
export function putTexts(rest: unknown, language: string, texts: readonly string[]): void {
  if (Array.isArray(rest)) rest.forEach((inner) => putTexts(inner, language, texts));
  else if (isNode(rest)) {
    const place = rest[PLACE];
    if (typeof place !== 'number') {
      for (const inner of Object.values(rest)) putTexts(inner, language, texts);
      return;
    }
    const text = texts[place];
    if (text === undefined) throw new Error('These texts belong to another version of the site.');
    rest[language] = text;
  }
}
