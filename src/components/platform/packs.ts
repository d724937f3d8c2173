import { once } from './once.ts';

const asked = new Map<string, () => Promise<unknown>>();

/**
 * A part of a tool's data from this same site, fetched once. What was fetched is not fetched again; what
 * failed may be asked for anew.
 *
 * @param address of a pack whose name carries the hash of its content, so that it never changes.
 * @returns the parsed content; rejects where there is no network, or the site was published anew.
 */
export function fetchPack<Content>(address: string): Promise<Content> {
  const ask =
    asked.get(address) ??
    once(async () => {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`The site answered ${response.status}.`);
      return response.json() as Promise<unknown>;
    });
  asked.set(address, ask);
  return ask() as Promise<Content>;
}
