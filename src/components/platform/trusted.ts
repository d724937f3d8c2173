/** What the policy of the browser needs to see of a policy for texts that become scripts. */
interface TrustedTypes {
  readonly defaultPolicy: object | null;
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string | null },
  ) => WorkerPolicy;
}
interface WorkerPolicy {
  /** A text that is trusted; to anybody but the browser it is a text. */
  createScriptURL: (url: string) => unknown;
}

/** Folders of this site that hold scripts, and the worker that answers without a network. */
const OWN = /^\/(?:sw|(?:_astro|pagefind)\/[\w.-]+)\.js$/;

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
      return ownScript(given) === null ? null : given;
    },
  });
}

/** Makes the addresses of blobs that import one of the site's own scripts, once for each script. */
const wrapped = new Map<string, string>();
let wrapping: WorkerPolicy | null = null;

/**
 * A worker under the policy of this page. One that is loaded from its own address has only the policy
 * its host sends with it, and most send none; one made of a blob inherits that of the page, on any host.
 * A page says that it makes such workers (scripts/csp.mjs), and no other page may.
 */
export function workerUnderPolicy(script: string): Worker {
  const href = ownScript(script);
  // Where scripts are not packed, as in development, they lie elsewhere, and there is no policy.
  const from = href ?? new URL(script, location.href).href;
  let address = wrapped.get(from);
  if (address === undefined) {
    const text = `import ${JSON.stringify(from)};`;
    address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    wrapped.set(from, address);
  }
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  wrapping ??=
    trustedTypes?.createPolicy('own-worker', {
      createScriptURL: (url) =>
        [...wrapped].some(([own, made]) => made === url && ownScript(own) !== null) ? url : null,
    }) ?? null;
  const trusted = href !== null && wrapping ? wrapping.createScriptURL(address) : address;
  return new Worker(trusted as string, { type: 'module' });
}
