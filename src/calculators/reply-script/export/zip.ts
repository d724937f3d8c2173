import type { ExportFile } from './record.ts';

const table = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = ((table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)) >>> 0;
  return (crc ^ 0xffffffff) >>> 0;
}

/** Little-endian fields of two or four bytes. */
const fields = (...entries: readonly (readonly [2 | 4, number])[]) =>
  entries.flatMap(([size, value]) =>
    Array.from({ length: size }, (_, index) => (value >>> (8 * index)) & 0xff),
  );

/** The first day a zip entry can name; an archive that says when it was made would differ at every click. */
const day = 0x21;
const utf8Names = 0x0800;

/** Files as one uncompressed zip archive. The same files always give the same bytes. */
export function zip(files: readonly ExportFile[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const body: number[] = [];
  const directory: number[] = [];
  for (const file of files) {
    const name = encoder.encode(file.name);
    const data = encoder.encode(file.text);
    const common = fields(
      [2, 20],
      [2, utf8Names],
      [2, 0],
      [2, 0],
      [2, day],
      [4, crc32(data)],
      [4, data.length],
      [4, data.length],
      [2, name.length],
      [2, 0],
    );
    const offset = body.length;
    body.push(...fields([4, 0x04034b50]), ...common, ...name);
    for (const byte of data) body.push(byte);
    directory.push(
      ...fields([4, 0x02014b50], [2, 20]),
      ...common,
      ...fields([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
      ...name,
    );
  }
  const end = fields(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, files.length],
    [2, files.length],
    [4, directory.length],
    [4, body.length],
    [2, 0],
  );
  const archive = new Uint8Array(body.length + directory.length + end.length);
  archive.set(body, 0);
  archive.set(directory, body.length);
  archive.set(end, body.length + directory.length);
  return archive;
}
