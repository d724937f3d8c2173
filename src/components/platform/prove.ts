/** What came of an attempt to open a connection to this site itself. */
export interface Proof {
  /** The rule that refused it; null where nothing did. */
  refusedBy: string | null;
}

/**
 * Tries to open a connection and answers whether the page's own policy refused it. Nothing is sent:
 * under the policy the browser stops before a byte leaves, and without it only this site is asked for
 * its own address.
 */
export async function tryConnection(): Promise<Proof> {
  const refused = new Promise<string | null>((resolve) => {
    const stop = (directive: string | null) => {
      document.removeEventListener('securitypolicyviolation', hear);
      resolve(directive);
    };
    const hear = (event: SecurityPolicyViolationEvent) => stop(event.effectiveDirective);
    document.addEventListener('securitypolicyviolation', hear);
    setTimeout(() => stop(null), 1500);
  });
  const reached = await fetch(window.location.pathname, { method: 'HEAD', cache: 'no-store' }).then(
    () => true,
    () => false,
  );
  return { refusedBy: reached ? null : await refused };
}
