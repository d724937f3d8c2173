import { createHash } from 'node:crypto';

/** A data feed for other programs: a version, a fingerprint that changes only with the content, the items by id. */
export function feed(items: { id: string }[]): Response {
  const sorted = items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const generatedFrom = createHash('sha256')
    .update(JSON.stringify(sorted))
    .digest('hex')
    .slice(0, 16);
  return Response.json({ version: 1, generatedFrom, items: sorted });
}
