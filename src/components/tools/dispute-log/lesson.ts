import { getCollection } from 'astro:content';
import { calculate, type DisputeLogOk } from '@/calculators/dispute-log/calculate.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { constructedLog, LESSON, LESSON_CHANGE } from '@/calculators/dispute-log/constructed.ts';

/** The names of the listing check's classes, which an answer sends its reader to. */
export async function listingClasses(language: Language): Promise<Record<string, string>> {
  const faults = await getCollection('listingFaults');
  return Object.fromEntries(faults.map(({ data: { id, label } }) => [id, label[language]]));
}

/** The made-up log as it is answered at build time, for the page's example and the handbook's lessons. */
export async function lesson(): Promise<{ example: DisputeLogOk; changedOn: string }> {
  const csv = constructedLog(LESSON);
  const example = await calculate(
    {
      rows: { name: 'made-up-log.csv', bytes: new TextEncoder().encode(csv) },
      changedOn: LESSON_CHANGE,
      asOf: `${new Date(LESSON.end * 86_400_000).toISOString().slice(0, 10)}`,
    },
    '2100-01-01T00:00:00Z',
  );
  if (example.kind !== 'ok') throw new Error('The made-up log has no answer.');
  return {
    example: { ...example, fixFirst: example.fixFirst.slice(0, 12) },
    changedOn: LESSON_CHANGE,
  };
}
