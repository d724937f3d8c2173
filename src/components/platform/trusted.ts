/** What the policy of the browser needs to see of a policy for texts that become scripts. */
interface TrustedTypes {
  readonly defaultPolicy: object | null;
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string | null },
  ) => object;
}

/** Folders of this site that hold scripts, and the worker that answers without a network. */
const OWN = /^\/(?:sw|(?:_astro|pagefind)\/[\w.-]+)\.js$/;

/** Addresses of blobs that do nothing but import one of the site's own scripts, by that script's. */
const wrapped = new Map<string, string>();

/** The absolute address of one of the site's own scripts; null for any other. */
const ownScript = (given: string): string | null => {
  const url = new URL(given, location.href);
  return url.origin === location.origin && OWN.test(url.pathname) ? url.href : null;
};

/**
 * Lets this page make workers of the site's own scripts. The security policy of every page forbids to
 * make a script, or markup, of any text; all else stays forbidden. To be called before a worker is made.
 */
export function trustOwnWorkers(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes || trustedTypes.defaultPolicy) return;
  trustedTypes.createPolicy('default', {
    createScriptURL(given) {
      return ownScript(given) === null && ![...wrapped.values()].includes(given) ? null : given;
    },
  });
}

/**
 * A worker under the policy of this page. One that is loaded from its own address has only the policy
 * its host sends with it, and most send none; one made of a blob inherits that of the page, on any host.
 */
export function workerUnderPolicy(script: string): Worker {
  trustOwnWorkers();
  const { href } = new URL(script, location.href);
  let address = wrapped.get(href);
  if (address === undefined) {
    const text = `import ${JSON.stringify(href)};`;
    address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    wrapped.set(href, address);
  }
  return new Worker(address, { type: 'module' });
}
