/** Ways out of a worker. None of them is needed to read files. */
const WAYS = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'importScripts',
  'caches',
  'Worker',
] as const;

/**
 * Takes all ways out of a worker. The policy of its page refuses them already; where a proxy has taken
 * that off, they are gone all the same.
 *
 * @returns a try, by the one that was kept for it, that answers whether the policy refused: an address that
 *   holds its own answer needs no network, and where even that is refused, it was the policy.
 */
export function silence(scope: object = globalThis): () => Promise<boolean> {
  const { fetch: ask, location: site } = scope as { fetch: typeof fetch; location: Location };
  const kept = ask.bind(scope);
  for (const name of WAYS) Object.defineProperty(scope, name, { value: undefined });
  const isReached = (address: string) =>
    kept(address, { cache: 'no-store' }).then(
      () => true,
      () => false,
    );
  return async () => {
    const reached = await Promise.all(['data:,', `${site.origin}/`].map(isReached));
    return !reached.includes(true);
  };
}
