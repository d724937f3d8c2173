/** A record as pages kept it in `localStorage` before there was a database. */
interface Old {
  version: number;
  keptAt: string | null;
  value: unknown;
}

function parse(text: string | null): Old | null {
  try {
    const held: unknown = JSON.parse(text ?? 'null');
    if (typeof held !== 'object' || held === null || !('value' in held)) return null;
    const { version, value } = held as { version?: unknown; value: unknown };
    if (version !== 1) return null;
    const keptAt = (value as { keptAt?: unknown } | null)?.keptAt;
    const isMoment = typeof keptAt === 'string' && Number.isFinite(Date.parse(keptAt));
    return { version, keptAt: isMoment ? keptAt : null, value };
  } catch {
    return null;
  }
}

const prefixOf = (area: string) => `amicable:${area}:`;

/** Whether an area has records in `localStorage`, taken or not. */
export function hasOld(area: string): boolean {
  try {
    return Object.keys(window.localStorage).some((name) => name.startsWith(prefixOf(area)));
  } catch {
    return false;
  }
}

/**
 * Hands over every record of an area that is still in `localStorage`, and removes there what was
 * taken. What is refused, or no record at all, stays where it is.
 */
export async function take(
  area: string,
  receive: (key: string, held: Old) => Promise<boolean>,
): Promise<void> {
  const prefix = prefixOf(area);
  try {
    const storage = window.localStorage;
    for (const name of Object.keys(storage).filter((each) => each.startsWith(prefix))) {
      const text = storage.getItem(name);
      const held = parse(text);
      const isTaken = held && (await receive(name.slice(prefix.length), held));
      // Another tab with an old page may have written meanwhile; that is taken the next time.
      if (isTaken && storage.getItem(name) === text) storage.removeItem(name);
    }
  } catch {
    // No storage, nothing to take.
  }
}
