import { labelOf, type FormField } from './assemble.ts';
import type { Problem } from './amount.ts';
import type { Language } from '../shared/rule.ts';
import type { DayOrder, Script } from './schema.ts';

const DAY = 86_400_000;
const isDay = (value: string | number | undefined): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
const later = (day: string, days: number) =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

interface Given {
  used: readonly FormField[];
  /** What was read, by the key of its field. */
  values: Readonly<Record<string, string | number>>;
  /** The agent's day; where it is null, nothing is counted from it. */
  today: string | null;
  gloss: Language;
  isConfirmed: (path: string) => boolean;
}

/** Days of a reply that contradict one another, by the path of the one that comes too early. */
export function disorders(
  scripts: readonly Script[],
  { used, values, today, gloss, isConfirmed }: Given,
): { path: string; problem: Problem }[] {
  const read = (script: Script, name: string) => {
    const field = used.find((each) => each.script === script && each.variable.name === name);
    const value = field && values[field.key];
    return field && value !== undefined ? { field, value } : null;
  };
  const tooEarly = (script: Script, { first, plus, last, ask }: DayOrder) => {
    const end = read(script, last);
    const begin = first === 'today' ? null : read(script, first);
    const from = first === 'today' ? today : begin?.value;
    if (!end || !isDay(end.value) || !isDay(from ?? undefined)) return [];
    const added = plus === undefined ? 0 : read(script, plus)?.value;
    if (typeof added !== 'number' || end.value >= later(String(from), added)) return [];
    const path = `vars.${end.field.key}`;
    if (ask && isConfirmed(path)) return [];
    const key = plus === undefined ? 'days-order' : 'days-added';
    return [
      {
        path,
        problem: {
          key: ask ? `confirm-${key}` : key,
          values: {
            label: labelOf(end.field, gloss),
            date: end.value,
            first: begin ? labelOf(begin.field, gloss) : '',
            firstDate: String(from),
            days: added,
          },
        },
      },
    ];
  };
  return scripts.flatMap((script) =>
    (script.dayOrder ?? []).flatMap((order) => tooEarly(script, order)),
  );
}
