import type { Source } from '@/calculators/dispute-log/index.ts';

/** Asked for at a time; what lies ready is given at once, however little it is. */
const PIECE = 1 << 20;

/**
 * The bytes of a blob in one stream, which the browser fills while the last piece is looked at. Where it
 * lets us, each piece lies in the same memory as the one before.
 */
async function* flow(blob: Blob): AsyncGenerator<Uint8Array> {
  const stream = blob.stream();
  let byob: ReadableStreamBYOBReader | null = null;
  try {
    byob = stream.getReader({ mode: 'byob' });
  } catch {
    // Not every browser has streams of bytes; each has those of pieces.
  }
  const reader = byob ?? stream.getReader();
  let memory = new ArrayBuffer(PIECE);
  try {
    for (;;) {
      const { done, value } = byob
        ? await byob.read(new Uint8Array(memory))
        : await (reader as ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>).read();
      if (done || !value) return;
      yield value;
      memory = value.buffer;
    }
  } finally {
    // Also where nobody wants the rest.
    await reader.cancel().catch(() => undefined);
  }
}

/** A file of the person's own as readers see it: any part on request, or all of it as it comes. */
export const blobSource = (name: string, blob: Blob): Source => ({
  name,
  size: blob.size,
  read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
  flow: (from) => flow(from === 0 ? blob : blob.slice(from)),
});
