import { createHash } from 'node:crypto';

/** A part of a tool's data that its page fetches when it is needed. */
export interface Pack {
  /** Tells the tool and the language, and carries the hash of the content, so that it never changes. */
  name: string;
  address: string;
  json: string;
}

export function packOf(name: string, content: unknown): Pack {
  const json = JSON.stringify(content);
  const hash = createHash('sha256').update(json).digest('hex').slice(0, 10);
  const hashed = `${name}.${hash}`;
  return { name: hashed, address: `/data/packs/${hashed}.json`, json };
}
