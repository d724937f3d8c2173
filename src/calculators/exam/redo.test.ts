import { beforeAll, describe, expect, it } from 'vitest';
import { drawExam, placedIn, variantOf, type Placed } from './draw.ts';
import { redoExam } from './redo.ts';
import type { ExamQuestion } from './schema.ts';
import { files } from './testing/pool.ts';

const POOL = placedIn(files);

/** Some draw a number that is always the same. */
const hasNumbers = ({ question }: Placed) =>
  new Set(Array.from({ length: 40 }, (_, i) => JSON.stringify(variantOf(question, String(i)))))
    .size > 1;
let WITH_NUMBERS: Placed[];
beforeAll(() => {
  WITH_NUMBERS = POOL.filter(hasNumbers);
});
const idOf = ({ question }: Placed) => question.id;
const find = (id: string) => POOL.find((one) => idOf(one) === id) as Placed;

const bare = (id: string, playbook: string, over: Partial<ExamQuestion> = {}): Placed => ({
  stage: 'desk',
  platform: 'ozon',
  question: { ...find('reason-and-cause').question, id, playbook, ...over },
});

describe('mistakes that are redone', () => {
  it('have other numbers in a third of the pool', () => {
    expect(WITH_NUMBERS.length).toBeGreaterThanOrEqual(40);
  });

  it('come with other numbers, or as another question of the page or the topic', () => {
    for (let i = 1; i <= 60; i += 1) {
      const asked = drawExam(POOL, String(i));
      const seen = new Set(asked.map(idOf));
      const missed = asked.map((one) => ({ id: idOf(one), seed: String(i) }));
      const redone = redoExam(POOL, missed, seen, 'K7Q2');
      expect(redone.length).toBe(asked.length);
      expect(new Set(redone.map(({ placed }) => idOf(placed))).size).toBe(asked.length);
      redone.forEach(({ placed, seed, again }, k) => {
        const before = asked[k] as Placed;
        expect([placed.stage, placed.platform]).toEqual(
          again === 'page' ? [placed.stage, placed.platform] : [before.stage, before.platform],
        );
        if (WITH_NUMBERS.includes(before)) {
          expect([again, idOf(placed)]).toEqual(['numbers', idOf(before)]);
          expect(variantOf(placed.question, seed)).not.toEqual(
            variantOf(placed.question, String(i)),
          );
          return;
        }
        expect(['page', 'stage']).toContain(again);
        expect(seen.has(idOf(placed))).toBe(false);
        expect(placed.question.playbook === before.question.playbook).toBe(again === 'page');
      });
    }
  });

  it('can be missed again and again, until nothing else is left', () => {
    const pool = ['a', 'b', 'c'].map((id) => bare(id, 'start/first-shift'));
    const first = redoExam(pool, [{ id: 'a', seed: '1' }], new Set('a'), '2');
    const [next] = first.map(({ placed }) => idOf(placed)) as ['b' | 'c'];
    expect(first).toMatchObject([{ again: 'page' }]);
    const second = redoExam(pool, [{ id: next, seed: '2' }], new Set(['a', next]), '3');
    expect(second.map(({ placed }) => idOf(placed))).toEqual([next === 'b' ? 'c' : 'b']);
    expect(redoExam(pool, [{ id: 'c', seed: '3' }], new Set('abc'), '4')).toEqual([
      { placed: pool[2], seed: '4', again: 'order' },
    ]);
  });

  it('prefer the page to the topic, and never leave the topic', () => {
    const pool = [
      bare('a', 'start/first-shift'),
      bare('b', 'playbooks/desk/channels'),
      bare('c', 'start/first-shift'),
      { ...bare('d', 'playbooks/desk/channels'), platform: 'aliexpress' as const },
    ];
    const redo = (id: string) => redoExam(pool, [{ id, seed: '1' }], new Set(), '2');
    expect(redo('a')).toEqual([{ placed: pool[2], seed: '2', again: 'page' }]);
    const topic = redoExam(pool, [{ id: 'b', seed: '1' }], new Set('d'), '2');
    expect(topic).toMatchObject([{ again: 'stage' }]);
    expect(['a', 'c']).toContain(idOf((topic[0] as { placed: Placed }).placed));
  });

  it('with one number only that they may have are followed by another question', () => {
    const pool = [
      bare('a', 'start/first-shift', { draw: { days: { of: [3] } } }),
      bare('b', 'start/first-shift'),
    ];
    expect(redoExam(pool, [{ id: 'a', seed: '1' }], new Set('a'), '2')).toMatchObject([
      { placed: pool[1], again: 'page' },
    ]);
  });

  it('whose rule has ended are left out', () => {
    expect(redoExam(POOL, [{ id: 'gone', seed: '1' }], new Set(), '2')).toEqual([]);
  });
});
