import {
  statusKey,
  type Deadline,
  type PlannerOk,
  type Reading,
  type Status,
  type Step,
  type StepValue,
} from '@/calculators/deadline-planner/index.ts';
import { countryInSentence, countryName } from '@/calculators/shared/country-name.ts';
import type { Language, RuleFigure } from '@/calculators/shared/rule.ts';
import { localText } from '@/calculators/shared/time.ts';
import { formatFigure } from '@/format-rule.ts';
import { createTimeWords } from '../shared/time-words.ts';
import { createWords as createCommonWords, type Lack } from '../shared/words.ts';
import { createZoneWords } from '../shared/zone-words.ts';

const KEY = 'tool.deadline-planner';
const two = (value: number) => String(value).padStart(2, '0');

/**
 * Turns message keys, instants and machine values into sentences of the page's language.
 *
 * @param yearNow the year in which it is read: a moment names its year only where it is another.
 */
export function createWords(
  language: Language,
  strings: Readonly<Record<string, string>>,
  yearNow: () => string = () => '',
  lacks?: (key: string) => Lack,
) {
  const zh = language === 'zh-CN';
  const common = createCommonWords('deadline-planner', language, strings, lacks);
  const { text, own } = common;
  const comma = zh ? '、' : ', ';
  const { moment, momentShort, dayShort, date } = createTimeWords(language, yearNow, localText);
  const country = (code: string) => countryName(code, language);
  const inSentence = (code: string) => countryInSentence(code, language);
  const { place, zone } = createZoneWords(
    language,
    (name) => strings[`${KEY}.page.zone.${name}`],
    localText,
  );
  const lengthOf = (seconds: number) => {
    const minutes = Math.floor(Math.abs(seconds) / 60);
    const hours = Math.floor(minutes / 60);
    const days = Math.floor(hours / 24);
    if (days > 0) return own('remaining.days', { days, hours: hours % 24 });
    if (hours > 0) return own('remaining.hours', { hours, minutes: minutes % 60 });
    return own('remaining.minutes', { minutes });
  };
  const tickOf = (seconds: number) => {
    const length = Math.abs(seconds);
    const days = Math.floor(length / 86400);
    const clock = `${two(Math.floor(length / 3600) % 24)}:${two(Math.floor(length / 60) % 60)}:${two(length % 60)}`;
    return days > 0 ? own('page.left-days', { days, clock }) : clock;
  };
  const figure = (value: RuleFigure | null, unit: string) =>
    value === null || value === true
      ? own('figure.statement')
      : formatFigure(language, value, unit || 'days');

  const show = (value: StepValue): string => {
    if (typeof value !== 'object') return String(value);
    if ('at' in value) return value.at === '' ? '' : moment(value.at, value.zone);
    if ('dates' in value) return value.dates.map(date).join(comma);
    if ('key' in value) return text(value.key);
    if ('country' in value) return inSentence(value.country);
    if ('figure' in value) return figure(value.figure, value.unit);
    return value.text[language];
  };

  const statusWord = (deadline: Pick<Deadline, 'status' | 'kind' | 'doneAt'>) =>
    own(statusKey(deadline));

  return {
    ...common,
    comma,
    moment,
    momentShort,
    dayShort,
    date,
    country,
    inSentence,
    zone,
    figure,
    statusWord,
    has: (key: string) => common.has(`${KEY}.${key}`),
    join: (sentences: string[]) => sentences.join(zh ? '' : ' '),
    title: (flow: string) => own(`flow.${flow}`),
    deadline: (id: string) => own(`deadline.${id}`),
    event: (id: string) => own(`event.${id}`),
    sentence: (step: Pick<Step, 'messageKey' | 'values'>) =>
      text(
        step.messageKey,
        Object.fromEntries(
          Object.entries(step.values).map(([name, value]) => [
            name,
            name === 'zone' && typeof value === 'string' ? place(value) : show(value),
          ]),
        ),
      ).trim(),
    /** What was understood of a pasted text, or what is wrong with a field. */
    understood: (
      messageKey: string,
      values: Readonly<Record<string, string | number>>,
      fallbackZone: string,
    ) => {
      const at = values['at'];
      const where = typeof values['zone'] === 'string' ? values['zone'] : fallbackZone;
      return text(messageKey, {
        ...values,
        ...(typeof at === 'string' ? { at: moment(at, where), zone: zone(where, at) } : {}),
      });
    },
    /** One of several meanings of a moment: when, where, and what makes it this one. */
    reading: ({ at, zone: where, notes }: Reading) =>
      own('page.reading', {
        at: moment(at, where),
        zone: zone(where, at),
        note: notes.map((note) => own(`reading.${note}`)).join(comma),
      }).replace(/\s*[（(][)）]$/, ''),
    /** The time left as it ticks, always as wide: “2 d 04:05:09”; past the end it says so. */
    ticking: (seconds: number) =>
      seconds < 0 ? own('remaining.over', { length: tickOf(seconds) }) : tickOf(seconds),
    /** The same beside a label that says already whether it is left or over. */
    tickingPlain: tickOf,
    /** The time left in the tab's title, to the minute. */
    left: (seconds: number) =>
      seconds < 0 ? own('remaining.over', { length: lengthOf(seconds) }) : lengthOf(seconds),
  };
}

export type Words = ReturnType<typeof createWords>;

export const standingOf = ({
  status,
  kind,
  doneAt,
}: {
  status: Status;
  kind: Deadline['kind'];
  doneAt: string | null;
}): 'clear' | 'close' | 'over' | 'unknown' => {
  if (status === 'waiting') return 'unknown';
  if (status === 'overdue') return kind === 'duty' || doneAt !== null ? 'over' : 'unknown';
  return status === 'due-soon' ? 'close' : 'clear';
};

/**
 * The answer in one sentence, or two: a duty that lapsed, and what it cost, comes before what still
 * runs. It holds moments, not time left, so it changes only when the case does.
 */
export function answerLine(words: Words, result: PlannerOk): string {
  const lapsed = result.deadlines.find((one) => one.id === result.lapsed[0]);
  if (!lapsed?.dueAt || lapsed.id === result.next) return nextLine(words, result);
  const said = words.own('answer.lapsed', {
    deadline: words.deadline(lapsed.id),
    due: words.own('page.at-mine', { at: words.moment(lapsed.dueAt, result.zones.mine) }),
    outcome: words.own(`timeout.${lapsed.onTimeout}`),
  });
  return words.join([said, nextLine(words, result)]);
}

function nextLine(words: Words, result: PlannerOk): string {
  const next = result.deadlines.find((one) => one.id === result.next);
  const mine = (iso: string) =>
    words.own('page.at-mine', { at: words.moment(iso, result.zones.mine) });
  if (!next) {
    const running = result.deadlines.some(
      (one) => one.status !== 'waiting' && one.status !== 'done',
    );
    const begun = result.deadlines.some((one) => one.startsAt !== null || one.shown);
    if (!begun) return words.own('answer.waiting');
    return words.own(running ? 'page.answer-past' : 'answer.done');
  }
  const deadline = words.deadline(next.id);
  if (next.dueAt === null) {
    const missing = next.planMissing;
    return missing
      ? words.own('answer.no-plan', {
          deadline,
          country: words.inSentence(missing.country),
          year: missing.year,
        })
      : words.own('page.answer-no-rule', { deadline });
  }
  const due = mine(next.dueAt);
  if (next.status === 'overdue')
    return words.own('answer.overdue', {
      deadline,
      due,
      outcome: words.own(`timeout.${next.onTimeout}`),
    });
  if (next.kind === 'opens') return words.own('page.answer-opens', { deadline, due });
  const yours = next.actor === 'seller' || next.actor === 'both';
  if (next.kind === 'window' || !yours) return words.own('page.answer-theirs', { deadline, due });
  const last = next.lastWorkingMoment;
  if (last === null) return words.own('answer.next-no-last', { deadline, due });
  if (last === next.dueAt) return words.own('answer.next-same', { deadline, due });
  if (last < result.asOf)
    return words.own('page.answer-last-passed', {
      deadline,
      due,
      last: words.moment(last, result.zones.mine),
    });
  return words.own('answer.next', {
    deadline,
    due,
    last: words.moment(last, result.zones.mine),
  });
}

/** Advice with its figures and moments filled in. */
export const adviceLine = (words: Words, result: PlannerOk, advice: PlannerOk['advice'][number]) =>
  words.own(
    `advice.${advice.id}`,
    Object.fromEntries(
      Object.entries(advice.values).map(([name, value]) => [
        name,
        name === 'at'
          ? words.own('page.at-mine', { at: words.moment(String(value), result.zones.mine) })
          : name === 'country'
            ? words.inSentence(String(value))
            : value,
      ]),
    ),
  );
