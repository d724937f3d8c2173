/** Data that travelled inside the page, in a script element that is never run. */
export function readEmbedded(id: string): unknown {
  const text = document.getElementById(id)?.textContent;
  if (!text) throw new Error(`The page carries no data called "${id}".`);
  return JSON.parse(text);
}

/** True in a browser, false while the page is being built. */
export const inBrowser = () => typeof document !== 'undefined';
