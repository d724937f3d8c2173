import { describe, expect, it, vi } from 'vitest';
import { variablesOf } from './index.ts';
import { library, problems } from './testing/sound.ts';

// The first call compiles every pattern; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

describe('days that bear on one another', () => {
  const english = { buyerName: 'Anna', item: 'LED' };
  it.each<[string, string, object, object]>([
    [
      'holiday-delay',
      'vars.dispatch: days-order',
      { cause: 'spring-festival', resume: '2026-12-12', dispatch: '2026-12-11' },
      { blocks: ['resume', 'dispatch'] },
    ],
    ['offer-coupon', 'vars.until: days-order', { until: '2026-12-04' }, { blocks: ['until'] }],
    [
      'wholesale',
      'vars.date: days-order',
      { valid: '2026-12-06', quantity: 50, parcels: 2, packing: 'single' },
      { blocks: ['valid'] },
    ],
    [
      'extend-receipt',
      'vars.until: confirm-days-added',
      { cause: 'customs-check', tracking: 'LP00512345678901', days: 30, until: '2026-12-10' },
      {},
    ],
    [
      'extend-receipt',
      'vars.until: confirm-days-order',
      { cause: 'customs-check', tracking: 'LP00512345678901', days: 2, until: '2026-12-04' },
      {},
    ],
    [
      'inr-pickup',
      'vars.pickupBy: confirm-days-order',
      { cause: 'slip', place: 'Post 5', tracking: 'LP00512345678901', pickupBy: '2026-12-04' },
      {},
    ],
  ])('%s: %s', (situation, problem, vars, rest) => {
    const found = problems({ ...english, ...vars }, { language: 'en', situation, ...rest });
    const [path = '', key = ''] = problem.split(': ');
    expect(found[path], JSON.stringify(found)).toBe(key);
    if (!key.startsWith('confirm-')) return;
    const kept = { language: 'en', situation, ...rest, confirm: [path] };
    expect(problems({ ...english, ...vars }, kept)[path]).toBeUndefined();
  });

  it('may fall on one day', () => {
    const vars = {
      ...english,
      cause: 'spring-festival',
      resume: '2026-12-11',
      dispatch: '2026-12-11',
    };
    expect(
      problems(vars, {
        language: 'en',
        situation: 'holiday-delay',
        blocks: ['resume', 'dispatch'],
      }),
    ).toEqual({ kind: 'ok' });
  });

  it('are weighed in every situation that has several, or are said to be free of each other', () => {
    // What is written again, or promised for something else, may come before or after.
    const free: Readonly<Record<string, readonly string[]>> = {
      'holiday-delay': ['date resume', 'date dispatch'],
      'offer-coupon': ['date orderDate', 'until orderDate'],
    };
    for (const script of library.scripts.values()) {
      const days = variablesOf(script, library.parts).filter(({ type }) => type === 'date');
      const pairs = days.flatMap((one, at) => days.slice(at + 1).map((two) => [one, two] as const));
      for (const [one, two] of pairs) {
        // What is over always comes before what is to come.
        if ((one.tense === 'past') !== (two.tense === 'past')) continue;
        const isWeighed = script.dayOrder?.some(({ first, last }) =>
          [one.name, two.name].every((name) => [first, last].includes(name)),
        );
        const isFree = free[script.id]?.includes(`${one.name} ${two.name}`) ?? false;
        expect(Boolean(isWeighed) !== isFree, `${script.id}: ${one.name}, ${two.name}`).toBe(true);
      }
    }
  });
});
