const provided = new Map<string, unknown>();

/** While a page is being built: what a tool's first drawing is made from. */
export const provideData = (id: string, data: unknown) => provided.set(id, data);

const texts = new WeakMap<object, string>();

/** The data as it travels in a page. */
export function textOfData(data: object): string {
  const text = texts.get(data) ?? JSON.stringify(data).replaceAll('<', '\\u003c');
  texts.set(data, text);
  return text;
}

/** While a page is being built: the data it provides under this name, as it travels; undefined for none. */
export function providedText(id: string): string | undefined {
  const data = provided.get(id);
  return typeof data === 'object' && data !== null ? textOfData(data) : undefined;
}

/**
 * What a tool knows. In a browser it travelled inside the page, in a script element that is never run:
 * as plain JSON it is half the size of the same data in an attribute.
 *
 * @throws where the page does not carry it.
 */
export function readData<Data>(id: string): Data {
  if (!inBrowser()) {
    if (!provided.has(id)) throw new Error(`The page provides no data called "${id}".`);
    return provided.get(id) as Data;
  }
  const text = document.getElementById(id)?.textContent;
  if (!text) throw new Error(`The page carries no data called "${id}".`);
  return JSON.parse(text) as Data;
}

/** True in a browser, false while the page is being built. */
const inBrowser = () => typeof document !== 'undefined';

/** What a list of choices in the page says of each value, by the id of its field; nothing while the page is built. */
export const choicesIn = (id: string): (readonly [string, string])[] =>
  (inBrowser() ? [...(document.getElementById(id)?.querySelectorAll('option') ?? [])] : []).flatMap(
    ({ value, text }) => (value === '' ? [] : [[value, text] as const]),
  );
