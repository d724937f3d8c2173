import { describe, expect, it, vi } from 'vitest';
import { blobSource } from './blob-source.ts';

const BYTES = Uint8Array.from({ length: 3_000_000 }, (_, i) => (i * 7919) % 251);

async function flowOf(blob: Blob, from: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const piece of blobSource('a', blob).flow?.(from) ?? []) parts.push(piece.slice());
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
}

/** A browser whose streams give pieces, not bytes. */
function plainBlob(pieces: readonly Uint8Array[], cancel: () => void): Blob {
  const list = [...pieces];
  const stream = new ReadableStream<Uint8Array>({
    pull: (control) => {
      const next = list.shift();
      if (next) control.enqueue(next);
      else control.close();
    },
    cancel,
  });
  return Object.assign(new Blob([]), { stream: () => stream });
}

describe('the bytes of a blob', () => {
  it('flow from any place to the end', async () => {
    for (const from of [0, 3, 2_999_999])
      expect(Buffer.compare(await flowOf(new Blob([BYTES]), from), BYTES.subarray(from))).toBe(0);
  });

  it('can be asked for by part', async () => {
    const part = await blobSource('a', new Blob([BYTES])).read(5, 9);
    expect([...part]).toEqual([...BYTES.subarray(5, 9)]);
  });

  it('come in pieces where a browser has no streams of bytes', async () => {
    const pieces = [Uint8Array.of(1, 2), Uint8Array.of(3)];
    expect([...(await flowOf(plainBlob(pieces, vi.fn()), 0))]).toEqual([1, 2, 3]);
  });

  it('are let go of when the reader stops', async () => {
    const cancel = vi.fn();
    const blob = plainBlob([Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)], cancel);
    for await (const piece of blobSource('a', blob).flow?.(0) ?? []) {
      expect([...piece]).toEqual([1]);
      break;
    }
    expect(cancel).toHaveBeenCalledOnce();
  });
});
