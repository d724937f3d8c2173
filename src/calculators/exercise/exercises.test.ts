import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { exerciseSchema } from '../../schemas/exercise.ts';
import type { DeskData } from '../case-desk/data.ts';
import { openContent } from '../cli-content.ts';
import { main } from '../cli.ts';
import { fromDecimal, toDecimal } from '../shared/exact.ts';
import type { Answer } from '../shared/tool.ts';
import {
  EXERCISE_KINDS,
  fillText,
  judge,
  openCase,
  readAt,
  solve,
  type Case,
  type Exercise,
  type Option,
  type Solved,
} from './index.ts';
import { askWith } from './tool.ts';

// The first call of the guard compiles every pattern; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

const content = openContent(join(import.meta.dirname, '../../content'));
const all = content.collection<Exercise>('exercises');
const ASKED = '2026-11-21T00:00:00Z';
const SEEDS = 200;
const languages = ['en', 'zh-CN'] as const;

/** Asks each question of a tool once: many seeds of a text give the same texts. */
const answers = new Map<string, Promise<Answer>>();
const door = askWith(content);
const ask = (tool: string, input: unknown, asOf: string) => {
  const name = `${tool} ${JSON.stringify(input)}`;
  const known = answers.get(name) ?? door(tool, input, asOf);
  answers.set(name, known);
  return known;
};

/** What the listing check says of one place. */
interface Found {
  part: string;
  values: { where?: string };
}

/** What the desk is asked of a case with evidence. */
interface AskedOfDesk {
  flow: string;
  reason: string;
  events: Record<string, string>;
  evidence: { files: { name: string; shows: string; readyAt?: string }[] };
}

const cases = new Map<string, { one: Case; solved: Solved }[]>();
const casesOf = async (exercise: Exercise) => {
  const known = cases.get(exercise.id);
  if (known) return known;
  const made: { one: Case; solved: Solved }[] = [];
  for (let seed = 0; seed < SEEDS; seed += 1) {
    const one = openCase(exercise, String(seed), seed % 4);
    made.push({ one, solved: await solve(one, ask, ASKED) });
  }
  cases.set(exercise.id, made);
  return made;
};

describe('the exercises', () => {
  it('are many, of every kind', () => {
    expect(all.size).toBeGreaterThanOrEqual(36);
    for (const kind of EXERCISE_KINDS)
      expect(
        [...all.values()].filter((exercise) => exercise.kind === kind).length,
        kind,
      ).toBeGreaterThanOrEqual(4);
  });

  it.each([...all.values()].map((exercise) => [exercise.id, exercise] as const))(
    '%s is sound for 200 seeds',
    async (_, exercise) => {
      expect(exerciseSchema.safeParse(exercise).error?.issues ?? []).toEqual([]);
      const made = await casesOf(exercise);
      const met = new Set<string>();
      for (const { one, solved } of made) {
        const { key, mistaken } = solved;
        for (const { mistake } of mistaken) met.add(mistake.id);
        for (const language of languages) {
          fillText(exercise.participant[language], one.variant, language);
          fillText(exercise.solution[language], one.variant, language, solved.answer);
          for (const { text } of one.options) fillText(text[language], one.variant, language);
        }
        const { question } = exercise;
        if (question.type === 'choices') expect(key.valueOf()).not.toEqual([]);
        const right = question.type === 'text' ? null : await judge(key, one, solved, ask, ASKED);
        if (right) expect(right).toMatchObject({ judgement: { verdict: 'right' } });
      }
      // A mistake nobody can make would never be named.
      expect([...met].sort()).toEqual(exercise.mistakes.map(({ id }) => id).sort());
    },
  );

  it('have another case for most seeds, and the same for all teams only where teams are one', async () => {
    for (const exercise of all.values()) {
      const made = await casesOf(exercise);
      const seen = made.map(({ one }) =>
        JSON.stringify([one.variant, one.options.map(({ id }) => id)]),
      );
      expect(new Set(seen).size, exercise.id).toBeGreaterThan(10);
      const again = openCase(exercise, '7', 3);
      expect(JSON.stringify(again.variant)).toBe(JSON.stringify(made[7]?.one.variant));
    }
  });

  it('are told apart in codes by two letters each', () => {
    const marks = [...all.values()].map(({ mark }) => mark);
    expect(marks.filter((mark, i) => marks.indexOf(mark) !== i)).toEqual([]);
  });

  it.each([...all.keys()])(
    '%s gives its key to whoever runs what it says it was solved by on the command line',
    async (id) => {
      /** What a person sees who types this. */
      const calc = async (tool: string, input: unknown): Promise<unknown> => {
        let line = '';
        const status = await main(['--as-of', ASKED, tool, JSON.stringify(input)], {
          out: (text) => (line += text),
          error: (text) => (line += text),
          readInput: () => '',
          readFile: () => '',
          readBytes: () => new Uint8Array(),
          now: () => new Date(ASKED),
          content,
        });
        expect(status, line.slice(0, 400)).toBe(0);
        return JSON.parse(line);
      };
      for (const [seed, team] of [
        ['K7Q2', 0],
        ['9', 4],
        ['ZZTOP', 12],
      ] as const) {
        const { solvedBy, key } = (await calc('exercise', { id, seed, team })) as {
          solvedBy: { tool: string; input: unknown; at: string };
          key: unknown;
        };
        // Not the exercise's own reader of answers: dots, and `[id]` for the item of that id.
        const there = solvedBy.at
          .split(/[.[\]]+/)
          .filter(Boolean)
          .reduce<unknown>(
            (value, step) =>
              Array.isArray(value) && !/^\d+$/.test(step)
                ? value.find((item: { id?: string }) => item.id === step)
                : (value as Record<string, unknown>)[step],
            await calc(solvedBy.tool, solvedBy.input),
          );
        expect(there, `${solvedBy.tool} at ${solvedBy.at}`).toEqual(key);
      }
    },
  );

  it('choose as evidence what the list of the cause names and what is there before the clock ends', async () => {
    const lists = content.collection<{ items: { id: string }[] }>('checklists');
    const causes = content.collection<DeskData>('desk').get('what-next')?.causes ?? {};
    let late = 0;
    for (const exercise of all.values()) {
      if (exercise.kind !== 'evidence') continue;
      for (const { one, solved } of await casesOf(exercise)) {
        const [asked] = (solved.solvedBy.input as { cases: AskedOfDesk[] }).cases;
        const [judged] = (
          solved.answer as unknown as { cases: { clocks: { dueAt: string | null }[] }[] }
        ).cases;
        const named =
          lists.get(causes[asked?.reason ?? '']?.checklist ?? '')?.items.map(({ id }) => id) ?? [];
        expect(named.length, exercise.id).toBeGreaterThan(1);
        // By another way than the desk's own: the list itself, and each end a clock of the case has.
        const files = asked?.evidence.files ?? [];
        expect(files.map(({ name }) => name)).toEqual(
          (exercise.question as { options: Option[] }).options.map(({ id }) => id),
        );
        for (const { name, readyAt } of files) expect(solved.measured[name]).toBe(readyAt);
        const fits = files.filter(({ shows }) => named.includes(shows));
        const ends = new Set(judged?.clocks.flatMap(({ dueAt }) => dueAt ?? []));
        const keys = [...ends].map((end) =>
          fits
            .filter(({ readyAt }) => Date.parse(readyAt ?? '') <= Date.parse(end))
            .map(({ name }) => name),
        );
        expect(keys, `${exercise.id}, seed ${one.seed}`).toContainEqual(solved.key);
        expect([...(solved.key as string[]), ...solved.late].sort()).toEqual(
          fits.map(({ name }) => name).sort(),
        );
        late += solved.late.length;
      }
    }
    expect(late).toBeGreaterThan(100);
  });

  it('show every place of a listing in which the check finds something, and find each wanting in some case', async () => {
    let seen = 0;
    for (const exercise of all.values()) {
      if (exercise.kind !== 'listing') continue;
      const wrong = new Map<string, number>();
      for (const { one, solved } of await casesOf(exercise)) {
        const found = (solved.answer as unknown as { findings: Found[] }).findings;
        const places = found.flatMap(({ part, values }) => [part, values.where ?? part]);
        const ids = one.options.map(({ id }) => id);
        // By another way than the key's own: the name of the place, cut back until an option is called so.
        const key = new Set(
          places.map((place) => {
            const parts = place.split('.');
            while (parts.length > 0 && !ids.includes(parts.join('.'))) parts.pop();
            return parts.join('.');
          }),
        );
        expect([...key].sort(), `${exercise.id}, seed ${one.seed}`).toEqual(
          [...(solved.key as string[])].sort(),
        );
        for (const id of key) wrong.set(id, (wrong.get(id) ?? 0) + 1);
        seen += 1;
      }
      // One sound place stays sound; no other is always or never wrong but what the exercise is about.
      const options = 'options' in exercise.question ? exercise.question.options : [];
      const never = options.filter(({ id }) => !wrong.has(id)).map(({ id }) => id);
      expect(never.length, `${exercise.id}: ${never.join(', ')}`).toBeLessThanOrEqual(1);
      expect([...wrong.values()].filter((times) => times === SEEDS)).toHaveLength(1);
    }
    expect(seen).toBe(5 * SEEDS);
  });

  it('take evidence that is there when the clock of the planner ends, and none after it', async () => {
    let late = 0;
    for (const exercise of all.values()) {
      if (exercise.kind !== 'evidence') continue;
      for (const { solved } of await casesOf(exercise)) {
        const [asked] = (solved.solvedBy.input as { cases: AskedOfDesk[] }).cases;
        const clock = exercise.id === 'evidence-ozon-video' ? 'packing-video' : 'evidence';
        const planned = await ask(
          'deadline-planner',
          { flow: asked?.flow, events: asked?.events, asOf: solved.solvedBy.input['asOf'] },
          ASKED,
        );
        const due = Date.parse(String(readAt(planned, `deadlines[${clock}].dueAt`)));
        const inTime = Object.entries(solved.measured)
          .filter(([, at]) => Date.parse(String(at)) <= due)
          .map(([id]) => id);
        late += Object.keys(solved.measured).length - inTime.length;
        expect([...(solved.key as string[])].sort()).toEqual(inTime.sort());
      }
    }
    expect(late).toBeGreaterThan(100);
  });

  it('cite rules that exist', () => {
    let cited = 0;
    for (const { id, question } of all.values())
      for (const option of 'options' in question ? question.options : [])
        if (option.rule) {
          cited += 1;
          expect(content.rules().has(option.rule), `${id}: ${option.rule}`).toBe(true);
        }
    expect(cited).toBeGreaterThan(20);
  });

  it('offer replies that mean the same to the guard in both languages', async () => {
    let read = 0;
    for (const exercise of all.values()) {
      if (exercise.solve.tool !== 'reply-guard' || !('options' in exercise.question)) continue;
      const { variant } = openCase(exercise, '1', 0);
      for (const option of exercise.question.options) {
        const [english, chinese] = await Promise.all(
          languages.map(async (language) => {
            const text = fillText(option.text[language], variant, language);
            return readAt(
              await ask('reply-guard', { text, platform: 'aliexpress' }, ASKED),
              'warnings.length',
            );
          }),
        );
        read += 1;
        expect([english === 0, chinese === 0], `${exercise.id}: ${option.id}`).toEqual([
          english === 0,
          english === 0,
        ]);
      }
    }
    expect(read).toBeGreaterThanOrEqual(12);
  });
});

describe('keys by another way', () => {
  const each = async (
    id: string,
    check: (numbers: Record<string, number>, solved: Solved, one: Case) => void,
  ) => {
    const exercise = all.get(id) as Exercise;
    for (const { one, solved } of await casesOf(exercise))
      check(
        Object.fromEntries(
          Object.entries(one.variant).map(([name, value]) => [name, Number(value)]),
        ),
        solved,
        one,
      );
  };

  it('a rate is claims less withdrawn over all orders', async () => {
    for (const id of ['rate-withdrawn', 'rate-not-received'])
      await each(id, (n, { key }) => {
        const [above, below] = [
          (n['claims'] as number) - (n['withdrawn'] as number),
          (n['confirmed'] as number) + (n['timedOut'] as number) + (n['claims'] as number),
        ];
        expect(Number(key)).toBeCloseTo((100 * above) / below, 3);
      });
  });

  it('a period of days keeps the time of day on the platform’s clock', async () => {
    const rule = content.rules().get('aliexpress.dispute.first-answer');
    const days = rule?.values.at(-1)?.value as number;
    await each('clock-first-answer', (_, { key }, { variant }) => {
      // The draws lie in one season: a day has 24 hours in every one of them.
      expect(Date.parse(key as string)).toBe(
        Date.parse(variant['opened'] as string) + days * 86_400_000,
      );
    });
  });

  it('a limit is what holding costs, and never more than the price', async () => {
    await each('negotiate-limit', (n, { key }) => {
      const price = n['price'] as number;
      const chance = n['chance'] as number;
      const hold =
        chance * price + (9 * (n['minutes'] as number)) / 60 + chance * (n['dispute'] as number);
      // Limits are cut to the cent.
      expect(Math.min(hold, price) - Number(key)).toBeGreaterThan(-1e-9);
      expect(Math.min(hold, price) - Number(key)).toBeLessThan(0.01);
    });
  });

  it('a return costs price and postage less a share of the cost', async () => {
    await each('negotiate-return-cost', (n, { key }) => {
      const cost =
        (n['price'] as number) +
        (n['back'] as number) -
        (n['resale'] as number) * (n['cost'] as number);
      expect(key).toBe(toDecimal(fromDecimal(cost.toFixed(4)), 2));
    });
  });
});
