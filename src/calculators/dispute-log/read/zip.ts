/**
 * The parts of a zip file, opened by the engine's own inflater. Only what a workbook needs: no
 * encryption, no splitting, no files of more than four gigabytes. Every length the file claims is
 * checked against what comes out, and what comes out has a limit, so that a small file cannot
 * become a large one.
 */
import { Refusal } from './row.ts';
import type { Source } from './source.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_ENTRIES = 10_000;

export interface Entry {
  name: string;
  method: number;
  packed: number;
  at: number;
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The list at the end of the file. Throws a Refusal where the file is cut off or no zip. */
export async function entriesOf(source: Source): Promise<Entry[]> {
  const tailAt = Math.max(0, source.size - 65_557);
  const tail = await source.read(tailAt, source.size);
  const end = view(tail);
  let at = tail.length - 22;
  while (at >= 0 && end.getUint32(at, true) !== END) at -= 1;
  if (at < 0) throw new Refusal('zip');
  const count = end.getUint16(at + 10, true);
  const size = end.getUint32(at + 12, true);
  const start = end.getUint32(at + 16, true);
  if (count > MOST_ENTRIES || start + size > source.size) throw new Refusal('zip');
  const list = await source.read(start, start + size);
  const data = view(list);
  const entries: Entry[] = [];
  let i = 0;
  for (let n = 0; n < count; n += 1) {
    if (i + 46 > list.length || data.getUint32(i, true) !== ENTRY) throw new Refusal('zip');
    if ((data.getUint16(i + 8, true) & 1) === 1) throw new Refusal('encrypted');
    const nameLength = data.getUint16(i + 28, true);
    entries.push({
      name: new TextDecoder().decode(list.subarray(i + 46, i + 46 + nameLength)),
      method: data.getUint16(i + 10, true),
      packed: data.getUint32(i + 20, true),
      at: data.getUint32(i + 42, true),
    });
    i += 46 + nameLength + data.getUint16(i + 30, true) + data.getUint16(i + 32, true);
  }
  return entries;
}

/** Safari before 16.4 and Firefox before 113 cannot unpack what lies in a workbook. */
function unpacker() {
  try {
    return new DecompressionStream('deflate-raw');
  } catch {
    throw new Refusal('cannot-unpack');
  }
}

/**
 * What a part holds, piece by piece.
 *
 * @param most bytes that may come out; more is refused as a bomb.
 * @param packedSoFar told how much of the packed bytes was read.
 */
export async function inflate(
  source: Source,
  entry: Entry,
  most: number,
  take: (piece: Uint8Array) => void,
  packedSoFar: (bytes: number) => void = () => undefined,
): Promise<void> {
  const local = await source.read(entry.at, entry.at + 30);
  if (local.length < 30 || view(local).getUint32(0, true) !== LOCAL) throw new Refusal('zip');
  const start = entry.at + 30 + view(local).getUint16(26, true) + view(local).getUint16(28, true);
  const end = start + entry.packed;
  if (end > source.size) throw new Refusal('zip');
  let out = 0;
  const give = (piece: Uint8Array) => {
    out += piece.length;
    if (out > most) throw new Refusal('zip-bomb');
    take(piece);
  };
  const STEP = 1 << 18;
  if (entry.method === 0) {
    for (let at = start; at < end; at += STEP)
      give(await source.read(at, Math.min(end, at + STEP)));
    return;
  }
  if (entry.method !== 8) throw new Refusal('zip');
  const stream = unpacker();
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  const feed = async () => {
    for (let at = start; at < end; at += STEP) {
      const piece = await source.read(at, Math.min(end, at + STEP));
      await writer.write(piece as Uint8Array<ArrayBuffer>);
      packedSoFar(Math.min(end, at + STEP) - start);
    }
    await writer.close();
  };
  const fed = feed().then(
    () => null,
    (error: unknown) => error,
  );
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      give(value);
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    const stopped = await fed;
    if (error instanceof Refusal) throw error;
    if (stopped instanceof Refusal) throw stopped;
    throw new Refusal('zip');
  }
  const stopped = await fed;
  if (stopped instanceof Refusal) throw stopped;
}
