import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openContent } from '@/calculators/cli-content.ts';
import { knowEveryWord } from '@/calculators/shared/moment/every-word.ts';
import { loadTemporal } from '@/calculators/shared/time.ts';
import { MOTIVES } from '@/calculators/buyer-motives/kinds.ts';
import { REASONS } from '@/calculators/settlement/index.ts';
import { playSchema, type Play } from '@/schemas/play.ts';
import { askThrough } from '../doors.ts';
import { factsOf, type Facts } from './facts.ts';
import { faultsOf, playMany, scored, walk } from './lint.ts';
import { filler, toPage, type Shelf } from './page.ts';
import { recount } from './recount.ts';

// The first call of the guard compiles every pattern; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

const content = openContent(join(import.meta.dirname, '../../../content'));
const all = ['buyers', 'practice'].flatMap((name) => [...content.collection<Play>(name).values()]);
const ASKED = '2026-11-29T00:00:00Z';
const PLAYS = 10_000;
const languages = ['en', 'zh-CN'] as const;
await loadTemporal();
knowEveryWord();
const ask = askThrough(content);

const known = new Map<string, Promise<{ play: Play; facts: Facts }>>();
const open = (file: Play) => {
  const found =
    known.get(file.id) ??
    (async () => {
      const play = playSchema.parse(file);
      return { play, facts: await factsOf(play, content, ask, ASKED) };
    })();
  known.set(file.id, found);
  return found;
};
const shelf = (language: (typeof languages)[number]): Shelf => ({
  language,
  folder: 'en',
  rule(id) {
    const rule = content.rules().get(id);
    if (!rule) throw new Error(`no rule ${id}`);
    return rule;
  },
  titleOf: (page) => page,
});

/** Dice that fall the same on every machine. */
const dice = (play: number, turn: number, sides: number): number => {
  let hash = Math.imul(play + 1, 0x9e3779b1) ^ Math.imul(turn + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) % sides;
};

describe('the cases together', () => {
  it('are enough buyers, with every motive and many causes', () => {
    const buyers = all.filter(({ kind }) => kind === 'buyer');
    expect(buyers.length).toBeGreaterThanOrEqual(8);
    expect([...new Set(buyers.map(({ motive }) => motive))].sort()).toEqual([...MOTIVES].sort());
    expect(new Set(buyers.map(({ cause }) => cause)).size).toBeGreaterThanOrEqual(6);
    for (const { id, cause } of all) expect(REASONS, id).toContain(cause);
  });

  it('do not give the good choice away by its place', async () => {
    const places: number[] = [];
    for (const file of all) {
      const { play, facts } = await open(file);
      const { graph } = toPage(play, facts, shelf('en'), { motive: '', cause: '', strings: {} });
      for (const { choices = [] } of Object.values(graph.nodes))
        if (choices.some(({ is }) => is === 'good'))
          places.push(choices.findIndex(({ is }) => is === 'good'));
    }
    expect(places.length).toBeGreaterThan(50);
    // Three choices a node, about: no place may hold the good one half of the time.
    for (const place of [0, 1, 2])
      expect(places.filter((each) => each === place).length, `place ${place}`).toBeLessThan(
        places.length / 2,
      );
  });

  it('offer what platforms forbid, more than one kind of it', () => {
    const rules = all.flatMap(({ nodes }) =>
      Object.values(nodes).flatMap(({ choices = [] }) =>
        choices.flatMap(({ forbidden, rule }) => (forbidden && rule ? [rule] : [])),
      ),
    );
    for (const rule of [
      'aliexpress.conduct.off-platform',
      'aliexpress.conduct.review-trade',
      'aliexpress.conduct.reason-steering',
      'ozon.chat.forbidden',
    ])
      expect(rules).toContain(rule);
  });
});

describe.each(all.map((file) => [file.id, file] as const))('%s', (_, file) => {
  it('is a sound graph, walked through to the last choice', async () => {
    expect(playSchema.safeParse(file).error?.issues ?? []).toEqual([]);
    const { play, facts } = await open(file);
    expect(faultsOf(scored(play, facts))).toEqual([]);
  });

  it('ends in ten thousand plays, and dice find every choice', async () => {
    const { play, facts } = await open(file);
    const of = scored(play, facts);
    const { hits, ends, endless, spread } = playMany(of, PLAYS, dice);
    expect(endless).toBe(0);
    const walked = walk(of.graph);
    const never = [...walked.hit].filter((name) => !/: (yes|no)$/.test(name) && !hits.has(name));
    expect(never).toEqual([]);
    // Whoever plays without thinking must not always end alike.
    expect(ends.size).toBeGreaterThanOrEqual(3);
    expect(spread.cost[1]).toBeGreaterThan(spread.cost[0]);
    expect(spread.tone[1]).toBeGreaterThan(spread.tone[0]);
  });

  it('calls forbidden what the guard forbids, in both languages, by the rule the guard names', async () => {
    const { play, facts } = await open(file);
    let read = 0;
    for (const [at, { choices = [] }] of Object.entries(play.nodes))
      for (const { id, act, forbidden, rule } of choices) {
        if (act) continue;
        read += 1;
        const named = facts.forbidden[`${at}/${id}`] ?? [];
        expect(named.length > 0, `${at}/${id}`).toBe(forbidden === true);
        if (forbidden) expect(named, `${at}/${id}`).toContain(rule);
      }
    expect(read).toBeGreaterThan(play.kind === 'buyer' ? 3 : 0);
  });

  it('is the same case in both languages, with nothing left to fill', async () => {
    const { play, facts } = await open(file);
    const gaps = (text: string) => [...text.matchAll(/\{[^}]+\}/g)].map(([gap]) => gap).sort();
    const compare = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      const { en, 'zh-CN': zh } = value as Record<string, unknown>;
      if (typeof en === 'string' && typeof zh === 'string')
        return void expect(gaps(zh), `${path}: ${en}`).toEqual(gaps(en));
      for (const [name, each] of Object.entries(value)) compare(each, `${path}.${name}`);
    };
    compare(play, play.id);
    const pages = languages.map((language) =>
      toPage(play, facts, shelf(language), { motive: '', cause: '', strings: {} }),
    );
    for (const [i, language] of languages.entries()) {
      const fill = filler(play, facts, shelf(language));
      for (const text of [play.story, play.trainer, ...Object.values(play.cards ?? {})])
        fill(text[language]);
      expect(JSON.stringify({ ...pages[i], strings: {} })).not.toMatch(/[{「]\w+\.[\w.-]+[}」]/);
    }
    const bare = (page: (typeof pages)[number] | undefined) =>
      Object.entries(page?.graph.nodes ?? {}).map(([name, { choices, goes, decides, end }]) => [
        name,
        choices?.map(({ id, to, tone, hours }) => [id, to, tone, hours]),
        goes,
        decides?.map(({ to }) => to),
        end,
      ]);
    expect(bare(pages[0])).toEqual(bare(pages[1]));
    // The first choice of every node, as a page tells it.
    const [page] = pages;
    if (!page) return;
    const { lines, state } = recount(page.graph, []);
    expect(lines.length).toBeGreaterThan(0);
    expect(
      page.graph.nodes[state.node]?.choices ?? page.graph.nodes[state.node]?.pieces,
    ).toBeTruthy();
  });

  it('cites rules that exist, and none of another platform where it could be its own', async () => {
    const { play } = await open(file);
    const cited = Object.values(play.nodes).flatMap(({ choices = [], pieces = [], decides = [] }) =>
      [...choices, ...pieces, ...decides].flatMap(({ rule }) => rule ?? []),
    );
    expect(cited.length).toBeGreaterThan(2);
    const platform = String(play.settle['platform']);
    for (const rule of cited) {
      expect(content.rules().has(rule), rule).toBe(true);
      expect(rule.startsWith(`${platform}.`) || rule.startsWith('research.'), rule).toBe(true);
    }
  });
});
