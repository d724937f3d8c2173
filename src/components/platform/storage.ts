/**
 * Small records kept in this browser, only where a person asked for it.
 *
 * Each record is stored as `{ "version": 1, "value": … }` under `amicable:<area>:<key>`. A record of
 * another version, or one that is not JSON, reads as absent and is left untouched until it is
 * overwritten, so a newer site's data is not destroyed by an older page still open in a tab.
 * Private mode, a full quota and a blocked store never throw: `write` answers false.
 */
const version = 1;

export interface Store {
  /** The stored value, unparsed: the caller must treat it as hostile. */
  read(key: string): unknown;
  /** False when this browser refused to keep it. */
  write(key: string, value: unknown): boolean;
  remove(key: string): void;
  keys(): string[];
  /** Called when another tab changed the record. */
  onChangeElsewhere(key: string, then: () => void): void;
}

export function openStore(area: string): Store {
  const prefix = `amicable:${area}:`;
  const guarded = <T>(use: (storage: Storage) => T, otherwise: T): T => {
    try {
      return use(window.localStorage);
    } catch {
      return otherwise;
    }
  };
  return {
    read: (key) =>
      guarded((storage) => {
        const envelope: unknown = JSON.parse(storage.getItem(prefix + key) ?? 'null');
        return envelope !== null &&
          typeof envelope === 'object' &&
          'version' in envelope &&
          envelope.version === version &&
          'value' in envelope
          ? envelope.value
          : undefined;
      }, undefined),
    write: (key, value) =>
      guarded((storage) => {
        storage.setItem(prefix + key, JSON.stringify({ version, value }));
        return true;
      }, false),
    remove: (key) => guarded((storage) => storage.removeItem(prefix + key), undefined),
    keys: () =>
      guarded(
        (storage) =>
          Object.keys(storage)
            .filter((name) => name.startsWith(prefix))
            .map((name) => name.slice(prefix.length)),
        [],
      ),
    onChangeElsewhere: (key, then) =>
      window.addEventListener('storage', (event) => {
        if (event.key === prefix + key) then();
      }),
  };
}
