import { FARTHEST_MINUTES, type Collected, type Exercise } from '@/calculators/exercise/index.ts';
import { buildCsv } from '@/calculators/shared/csv.ts';
import type { ExerciseWords } from './words.ts';

/** Everybody's answers as a table a trainer reads in a spreadsheet: a line for each code, in words. */
export function resultsTable({ plan, people }: Collected, words: ExerciseWords): string {
  const { own } = words;
  const exercises = plan?.exercises ?? [];
  const namesOf = (exercise: Exercise): string[] => {
    const { question } = exercise;
    const title = words.of(exercise.title);
    const named = (what: string) => title + words.colon + what;
    return [
      title,
      named(own('collect.mistakes')),
      ...(question.type === 'moment'
        ? [named(own('collect.off-minutes')), named(own('collect.off'))]
        : [
            named(
              own(question.type === 'number' ? `collect.unit.${question.unit}` : 'collect.answer'),
            ),
          ]),
    ];
  };
  return buildCsv([
    [own('collect.tag'), own('team'), ...exercises.flatMap(namesOf)],
    ...people.map(({ tag, team, answers }) => [
      tag,
      team,
      ...exercises.flatMap((exercise, i) => {
        const { verdict = null, mistake = null, number, options = [], minutes } = answers[i] ?? {};
        const says = exercise.mistakes.find(({ id }) => id === mistake)?.says;
        const { question } = exercise;
        const textOf = (id: string) => {
          const option = 'options' in question && question.options.find((each) => each.id === id);
          return option ? words.of(option.text) : id;
        };
        return [
          own(`collect.${verdict ?? 'unanswered'}`),
          says ? words.of(says) : '',
          ...(question.type === 'moment'
            ? [minutes ?? '', minutes == null ? '' : offText(minutes, words)]
            : [number ?? options.map(textOf).join(words.language === 'en' ? '; ' : '；')]),
        ];
      }),
    ]),
  ]);
}

/** How far a moment was off, for eyes. A code holds eleven days; what is further off stands at its end. */
function offText(minutes: number, { own, count }: ExerciseWords): string {
  if (minutes === 0) return own('collect.on-time');
  const size = Math.abs(minutes);
  const bare = own('collect.time', { hours: count(Math.floor(size / 60)), minutes: size % 60 });
  const time = size >= FARTHEST_MINUTES ? own('collect.at-least', { time: bare }) : bare;
  return own(minutes < 0 ? 'collect.too-early' : 'collect.too-late', { time });
}
