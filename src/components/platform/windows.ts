/** Windows of one browser that speak to one another. */
export interface WindowLink {
  /** Tells every other window of this name; a message is plain JSON. */
  send(message: unknown): void;
  stop(): void;
}

interface Envelope {
  from: string;
  number: number;
  message: unknown;
}

const isEnvelope = (raw: unknown): raw is Envelope =>
  typeof raw === 'object' && raw !== null && 'from' in raw && 'number' in raw && 'message' in raw;

/**
 * Opens a link by its name. Messages go over a BroadcastChannel and, because some hosts and browsers
 * have none that works between tabs, through an entry of the storage that is taken away at once: the
 * other windows hear of it, and nothing stays. Whoever hears both takes a message once.
 *
 * @param hear is given each message of another window, once and in order; it must treat it as hostile.
 */
export function linkWindows(name: string, hear: (message: unknown) => void): WindowLink {
  const address = `amicable:window:${name}`;
  // Where a page is not secure, as on a trainer’s own network, there is no other source of names.
  const self = `${Date.now().toString(36)}.${Math.random().toString(36).slice(2)}`;
  const heard = new Map<string, number>();
  let number = 0;
  const take = (raw: unknown) => {
    if (!isEnvelope(raw) || raw.from === self || raw.number <= (heard.get(raw.from) ?? 0)) return;
    heard.set(raw.from, raw.number);
    hear(raw.message);
  };
  let channel: BroadcastChannel | null = null;
  try {
    channel = new BroadcastChannel(address);
    channel.onmessage = ({ data }) => take(data);
  } catch {
    // The storage carries it alone.
  }
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key !== address || newValue === null) return;
    try {
      take(JSON.parse(newValue));
    } catch {
      // Not ours.
    }
  };
  window.addEventListener('storage', onStorage);
  return {
    send(message) {
      number += 1;
      const envelope: Envelope = { from: self, number, message };
      channel?.postMessage(envelope);
      try {
        window.localStorage.setItem(address, JSON.stringify(envelope));
        window.localStorage.removeItem(address);
      } catch {
        // The channel carries it alone.
      }
    },
    stop() {
      channel?.close();
      window.removeEventListener('storage', onStorage);
    },
  };
}
