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

/**
 * Lets this page make workers of the site's own scripts. The security policy of every page forbids to
 * make a script, or markup, of any text; all else stays forbidden. To be called before a worker is made.
 */
export function trustOwnWorkers(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes || trustedTypes.defaultPolicy) return;
  trustedTypes.createPolicy('default', {
    createScriptURL(given) {
      const url = new URL(given, location.href);
      return url.origin === location.origin && OWN.test(url.pathname) ? given : null;
    },
  });
}
