import type { Deadline, PlannerOk, PlannerResult } from './result.ts';

/** What the worked cases write down about a ladder. */
export interface Wanted {
  next?: string | null;
  lapsed?: string[];
  /** In this order, each of them; others may stand between. */
  advice?: string[];
  notAdvice?: string[];
  adviceValues?: Record<string, Record<string, number>>;
  questions?: string[];
  readings?: string[];
  deadlines?: Record<string, Record<string, unknown>>;
}

/** A field of a deadline in the short form the worked cases use. */
function short(deadline: Deadline, field: string): unknown {
  switch (field) {
    case 'skippedDays':
      return deadline.skippedDays.map((day) => `${day.date} ${day.why}`);
    case 'madeUpDays':
      return deadline.madeUpDays.map((day) => day.date);
    case 'planMissing':
    case 'workPlanMissing': {
      const missing = deadline[field];
      return missing ? `${missing.country} ${missing.year}` : null;
    }
    case 'ruleMissing':
      return deadline.ruleMissing?.why ?? null;
    case 'rivals':
      return deadline.rivals.map((rival) => rival.dueAt).sort();
    default:
      return deadline[field as keyof Deadline];
  }
}

const seenIn: {
  [Part in keyof Wanted]-?: (result: PlannerOk, wanted: NonNullable<Wanted[Part]>) => unknown;
} = {
  next: (result) => result.next,
  lapsed: (result) => result.lapsed,
  advice: (result, wanted) => result.advice.map(({ id }) => id).filter((id) => wanted.includes(id)),
  notAdvice: (result, wanted) =>
    wanted.filter((id) => !result.advice.some((advice) => advice.id === id)),
  adviceValues: (result, wanted) =>
    Object.fromEntries(
      Object.keys(wanted).map((id) => [id, result.advice.find((one) => one.id === id)?.values]),
    ),
  questions: (result) => result.questions.map(({ why }) => why),
  readings: (result) => result.questions.flatMap((one) => one.readings.map(({ at }) => at)),
  deadlines: (result, wanted) =>
    Object.fromEntries(
      Object.entries(wanted).map(([id, fields]) => {
        const deadline = result.deadlines.find((one) => one.id === id);
        return [
          id,
          deadline &&
            Object.fromEntries(Object.keys(fields).map((field) => [field, short(deadline, field)])),
        ];
      }),
    ),
};

/** A ladder in the shape of what a worked case expects of it: equal exactly where it is right. */
export function see(result: PlannerResult, wanted: Wanted): unknown {
  if (result.kind !== 'ok') return result;
  return Object.fromEntries(
    Object.entries(wanted).map(([part, value]) => [
      part,
      seenIn[part as keyof Wanted](result, value as never),
    ]),
  );
}
