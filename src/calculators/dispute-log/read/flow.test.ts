import { describe, expect, it } from 'vitest';
import { answer, readFiles } from '../calculate.ts';
import { readingAt } from '../notations.ts';
import { readSettings } from '../settings.ts';
import { constructedLines, HEADER, LESSON } from '../constructed.ts';
import { sourceOf, type Source } from './source.ts';

const FILE = new TextEncoder().encode(
  `note,${HEADER}\n${[...constructedLines({ ...LESSON, orders: 150, products: 9 })]
    .map((line, i) => `"said ""no"",\r\nÄ 订单 ${String(i)}",${line}`)
    .join('\r\n')}`,
);

/** Pieces that all lie in the same memory, as a stream of bytes gives them. */
const flowing = (name: string, bytes: Uint8Array, size: number): Source => ({
  ...sourceOf(name, bytes),
  async *flow(from) {
    const memory = new Uint8Array(size);
    for (let at = from; at < bytes.length; at += size) {
      const piece = bytes.subarray(at, at + size);
      memory.fill(255);
      memory.set(piece);
      yield await Promise.resolve(memory.subarray(0, piece.length));
    }
  },
});

async function reportOf(source: Source) {
  const read = readSettings({}, readingAt('2026-11-25T12:00:00Z'));
  if ('issues' in read) throw new Error('These settings are empty.');
  let [told, steps] = [0, 0];
  const files = await readFiles([{ source, role: 'rows', settings: read.settings }], (bytes) => {
    expect(bytes).toBeGreaterThan(told);
    told = bytes;
    steps += 1;
  });
  expect(told).toBe(source.size);
  return { steps, report: answer(files, read.settings, 21_000) };
}

describe('a file that flows', () => {
  it('gives the report of one that is asked for piece by piece, wherever it is cut', async () => {
    const whole = await reportOf(sourceOf('log', FILE));
    expect(whole.report).toMatchObject({ kind: 'ok', files: [{ rows: 150, used: 150, left: [] }] });
    for (const size of [1, 7, 64, 4099, 1 << 20]) {
      const { steps, report } = await reportOf(flowing('log', FILE, size));
      expect(steps).toBe(Math.ceil(FILE.length / size));
      expect(report).toEqual(whole.report);
    }
  });
});
