import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openContent } from '@/calculators/cli-content.ts';
import { openCase, solve, type Exercise } from '@/calculators/exercise/index.ts';
import { askWith } from '@/calculators/exercise/tool.ts';
import { toolPageOf } from './tool-page.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const ASKED = '2026-11-21T00:00:00Z';

it('a case of the desk opens in the planner, with the end its key was judged by', async () => {
  const ask = askWith(content);
  for (const exercise of content.collection<Exercise>('exercises').values()) {
    if (exercise.solve.tool !== 'case-desk') continue;
    const { asked, answer } = await solve(openCase(exercise, 'K7Q2', 0), ask, ASKED);
    const page = toolPageOf(asked);
    expect(page?.tool, exercise.id).toBe('deadline-planner');
    const planned = (await ask('deadline-planner', page?.input, ASKED)) as unknown as {
      deadlines: { id: string; dueAt: string | null }[];
    };
    const [judged] = (answer as unknown as { cases: { clocks: { id: string; dueAt: string }[] }[] })
      .cases;
    const ends = (all: { id: string; dueAt: string | null }[] = []) =>
      Object.fromEntries(all.map(({ id, dueAt }) => [id, dueAt]));
    expect(ends(planned.deadlines)).toEqual(ends(judged?.clocks));
  }
});

it('other tools open with what they were asked, and those without a page with nothing', () => {
  const input = { claims: 3 };
  expect(toolPageOf({ tool: 'dispute-rate', input })).toEqual({ tool: 'dispute-rate', input });
  expect(toolPageOf({ tool: 'reply-guard', input })).toBeNull();
});
