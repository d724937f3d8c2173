import { createHash } from 'node:crypto';

export interface Pack {
  /** Its address on the site, with the hash of its content in its name. */
  address: string;
  /** The content as JSON. */
  json: string;
}

/** Every pack made while the site is built, by the name of its file. */
const made = new Map<string, Pack>();

/** Makes a pack for a tool to fetch; the endpoint of packs writes it. */
export function packOf(name: string, content: unknown): Pack {
  const json = JSON.stringify(content);
  const hash = createHash('sha256').update(json).digest('hex').slice(0, 10);
  const file = `${name}.${hash}`;
  const pack = { address: `/data/packs/${file}.json`, json };
  made.set(file, pack);
  return pack;
}
