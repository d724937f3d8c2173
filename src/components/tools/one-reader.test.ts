import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { openContent } from '@/calculators/cli-content.ts';
import type { Flow } from '@/calculators/deadline-planner/index.ts';
import { exampleOf as exampleOfMetric, type Metric } from '@/calculators/dispute-rate/index.ts';
import { metricsOf } from '@/calculators/dispute-rate/tool.ts';
import { tools } from '@/calculators/registry.ts';
import { guardOf } from '@/calculators/reply-guard/index.ts';
import { exampleOf } from '@/calculators/reply-script/index.ts';
import { libraryOf } from '@/calculators/reply-script/tool.ts';
import type { CalendarFile } from '@/calculators/shared/calendar-data.ts';
import { cite, type Named } from '@/calculators/shared/cited.ts';
import { encode, type PermalinkValue } from '@/calculators/shared/permalink.ts';
import { readDay } from '@/calculators/shared/parse-moment.ts';
import { fill } from '@/calculators/shared/result.ts';
import { loadTemporal } from '@/calculators/shared/time.ts';
import { dataFrom as transitData } from '@/calculators/transit-warning/tool.ts';
import { createPlanner } from './deadline-planner/deadline-planner.model.ts';
import { createDisputeRate } from './dispute-rate/dispute-rate.model.ts';
import type { Library } from './reply-script/library.ts';
import { createReplyScript } from './reply-script/reply-script.model.ts';
import { createTransitWarning } from './transit-warning/transit-warning.model.ts';

await loadTemporal();
const content = openContent(join(import.meta.dirname, '../../content'));
const messages = content.messages();
const sources = content.collection<Named>('sources');
const rules = [...content.rules().values()].map((rule) => cite(rule, sources, 'en', ''));
const calendars = [...content.collection<CalendarFile>('calendars').values()];
const library = libraryOf(content);
const metrics = metricsOf(content);

/** Noon in universal time: the same day where these tests run, in China and on the command line. */
const ASKED = '2026-11-25T12:00:00Z';

interface Form {
  open: (address: string) => boolean;
  type: (name: string, value: string) => void;
  outcome: { value: { kind: string } };
  leftOut: { value: readonly { key: string; why: string; values?: object }[] };
  permalink: { value: string };
  wake: (at: string) => void;
}
type Input = Record<string, PermalinkValue>;
interface Field {
  tool: keyof typeof tools;
  name: string;
  /** Everything else the tool wants to know. */
  rest: Input;
  create: () => Form;
  /** The sentences this tool's page carries. */
  page: string;
  /** What the answer shows of the value. */
  seen: (answer: Record<string, unknown>) => unknown;
}

const transit = () =>
  createTransitWarning(
    { calendars, rules, caps: transitData(content).caps, strings: {} },
    'en',
    '2026-11-25T00:00:00Z',
  ).form as unknown as Form;
const planner = () =>
  createPlanner(
    {
      language: 'en',
      flows: [...content.collection<Flow>('flows').values()],
      rules,
      calendars,
    },
    '2026-11-25T00:00:00Z',
    null,
  ).form as unknown as Form;
const rate = () =>
  createDisputeRate([...metrics.values()], rules, 'en', ASKED).form as unknown as Form;
const guard = guardOf(content);
const known = {
  library: signal(library),
  titleOf: (id: string) => library.scripts.get(id)?.title,
  checkIn: () => guard,
  readDay,
  isWhole: () => true,
  understandsWanted: () => true,
  reads: () => true,
  loadGuard: () => Promise.resolve(true),
  stateOf: () => 'here',
  load: () => Promise.resolve(true),
} as unknown as Library;
const reply = () => createReplyScript('en', known, ASKED).form as unknown as Form;

const SITUATION = {
  amount: 'offer-partial-refund',
  date: 'offer-partial-refund',
  days: 'offer-return',
};
const replyTo = (name: keyof typeof SITUATION): Field => {
  const situation = SITUATION[name];
  const script = library.scripts.get(situation);
  if (!script) throw new Error(situation);
  return {
    tool: 'reply-script',
    name: `vars.${name}`,
    rest: {
      situation,
      platform: 'aliexpress',
      language: 'en',
      gloss: 'en',
      tone: 'warm',
      vars: exampleOf(script, library.parts, 'en', 'aliexpress', ASKED),
    },
    create: reply,
    page: 'reply-script/packs.ts',
    seen: ({ text }) => text,
  };
};
const parcel = { country: 'BR', promisedDays: '20', usualDays: '15', dispatchDate: '2026-12-01' };
const dispatch = (name: keyof typeof parcel): Field => ({
  tool: 'transit-warning',
  name,
  rest: parcel,
  create: transit,
  page: 'transit-warning/TransitWarning.astro',
  seen: (answer) => answer[name],
});
const ladder: Field = {
  tool: 'deadline-planner',
  name: 'promisedDays',
  rest: {
    flow: 'aliexpress.snad-classic',
    events: { disputeOpenedAt: '2026-11-24T03:00:00Z' },
    myZone: 'Asia/Shanghai',
  },
  create: planner,
  page: 'deadline-planner/packs.ts',
  seen: ({ promisedDays }) => promisedDays,
};
const shop = (metric: string, name: string): Field => ({
  tool: 'dispute-rate',
  name,
  rest: { metric, ...exampleOfMetric(metrics.get(metric) as Metric) } as Input,
  create: rate,
  page: 'dispute-rate/packs.ts',
  // The command line repeats what it read; the moment it was asked at is no part of the value.
  seen: (answer) =>
    JSON.stringify(answer['result'] ?? answer, (key, value: unknown) =>
      key === 'understood' || key === 'asOf'
        ? undefined
        : typeof value === 'bigint'
          ? `${value}`
          : value,
    ),
});

const FIELDS: Record<'day' | 'days' | 'amount' | 'sum' | 'count', Field[]> = {
  day: [replyTo('date'), dispatch('dispatchDate')],
  days: [replyTo('days'), dispatch('promisedDays'), dispatch('usualDays'), ladder],
  amount: [replyTo('amount')],
  sum: [shop('paypal.dispute', 'claimValue')],
  count: [shop('aliexpress.snad', 'claims')],
};

/** What each text is, by hand: the value, or the last part of the key of its refusal. */
const DAYS: [string, string][] = [
  ['2026-12-05', '2026-12-05'],
  ['2026/12/5', '2026-12-05'],
  ['2026年12月5日', '2026-12-05'],
  ['２０２６-１２-０５', '2026-12-05'],
  ['5.12.2026', '2026-12-05'],
  ['5.12.26', '2026-12-05'],
  ['5 декабря 2026', '2026-12-05'],
  ['Dec 5, 2026', '2026-12-05'],
  ['5 de diciembre de 2026', '2026-12-05'],
  ['25/12/2026', '2026-12-25'],
  ['明天', '2026-11-26'],
  ['后天', '2026-11-27'],
  ['tomorrow', '2026-11-26'],
  ['завтра', '2026-11-26'],
  ['3天后', '2026-11-28'],
  ['+3d', '2026-11-28'],
  ['in 3 days', '2026-11-28'],
  ['через 3 дня', '2026-11-28'],
  ['in 2 weeks', '2026-12-09'],
  ['05/12/2026', 'ask.day-or-month'],
  ['2026-02-30', 'unreadable.no-such-day'],
  ['31.04.2026', 'unreadable.no-such-day'],
  ['soon', 'unreadable.no-date'],
];
const COUNTED_DAYS: [string, string][] = [
  ['15', '15'],
  ['５', '5'],
  ['5天', '5'],
  ['５ 天', '5'],
  ['15 days', '15'],
  ['15d', '15'],
  ['15 дней', '15'],
  ['1 day', '1'],
  ['十五天', '15'],
  ['15单', 'wrong-unit'],
  ['15 USD', 'wrong-unit'],
  ['15%', 'percent-sign'],
  ['-3', 'negative'],
  ['0', 'out-of-range'],
  ['2.5', 'fraction'],
  ['5-7', 'more-than-a-number'],
  ['soon', 'not-a-number'],
];
const AMOUNTS: [string, string][] = [
  ['12.50', '12.50'],
  ['12,50', '12.50'],
  ['$12.50', '12.50'],
  ['12.50 USD', '12.50'],
  ['US$ 12.50', '12.50'],
  ['１２.５０', '12.50'],
  ['1,234.50', '1234.50'],
  ['1.234,50', '1234.50'],
  ['12.5055', 'too-fine'],
  ['12 EUR', 'currency-mismatch'],
  ['0', 'not-positive'],
  ['-5', 'negative'],
  ['12%', 'percent-sign'],
  ['half', 'not-a-number'],
];
const COUNTS: [string, string][] = [
  ['12', '12'],
  ['１２', '12'],
  ['12单', '12'],
  ['十二', '12'],
  ['12 天', 'wrong-unit'],
  ['1.5', 'fraction'],
  ['some', 'not-a-number'],
];

const at = (input: Input, name: string, text: string): Input => {
  const [group = '', inner] = name.split('.');
  if (inner === undefined) return { ...input, [name]: text };
  return { ...input, [group]: { ...(input[group] as object), [inner]: text } as PermalinkValue };
};

/** What a door answers: what is seen of the value, or the sentence of the refusal. */
interface Said {
  value?: unknown;
  sentence?: string;
  key?: string;
}
const worded = (key: string, values: object): Said => ({
  key,
  sentence: fill(messages[key] ?? key, values as Record<string, string>),
});

interface Outcome {
  kind: string;
  issues?: { path: string; key: string; values: object }[];
}
function saidBy(outcome: Outcome, { name, seen }: Field): Said {
  const issue = outcome.issues?.find(({ path }) => path === name);
  if (issue) return worded(issue.key, issue.values);
  expect(outcome.kind, JSON.stringify(outcome.issues)).toBe('ok');
  return { value: seen(outcome as unknown as Record<string, unknown>) };
}

const openAt = (field: Field, link: string): Form => {
  const form = field.create();
  form.wake(ASKED);
  form.open(link);
  return form;
};
function doorsOf(field: Field, text: string) {
  const asked = at(field.rest, field.name, text);
  const link = openAt(field, encode(asked));
  const left = link.leftOut.value.find(({ key }) => key === field.name);
  const typed = openAt(field, encode(field.rest));
  typed.type(field.name, text);
  return {
    form: saidBy(typed.outcome.value as Outcome, field),
    link: left ? worded(left.why, left.values ?? {}) : saidBy(link.outcome.value as Outcome, field),
    /** The link the form writes, opened on another day: what is seen of it must not have moved. */
    later: () => {
      const later = field.create();
      later.wake('2026-11-26T12:00:00Z');
      later.open(typed.permalink.value);
      return saidBy(later.outcome.value as Outcome, field);
    },
    line: async () => {
      const tool = await tools[field.tool]?.();
      return saidBy((await tool?.run(asked, content, ASKED)) as Outcome, field);
    },
  };
}

/** A sum of a period may be nothing, and its currency may be any one. */
const SUMS = AMOUNTS.filter(([, wanted]) => !/^not-positive$|^currency|^too-fine$/.test(wanted));
const TEXTS = { day: DAYS, days: COUNTED_DAYS, amount: AMOUNTS, sum: SUMS, count: COUNTS };
const rows = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).flatMap((kind) =>
  FIELDS[kind].flatMap((field) =>
    TEXTS[kind].map(([text, wanted]) => ({
      text,
      wanted,
      field,
      title: `${field.tool} ${field.name} “${text}”`,
    })),
  ),
);

describe('one reader a value', () => {
  it('is asked sixty texts', () => {
    expect(Object.values(TEXTS).flat().length).toBeGreaterThanOrEqual(60);
  });

  it.each(rows)('$title in form, link and command line', async ({ text, wanted, field }) => {
    const doors = doorsOf(field, text);
    const line = await doors.line();
    expect(doors.form).toEqual(line);
    expect(doors.link).toEqual(line);
    if (line.key !== undefined) {
      expect(line.key.endsWith(`.${wanted}`), line.key).toBe(true);
      const page = readFileSync(join(import.meta.dirname, field.page), 'utf8');
      const carried = [...page.matchAll(/'(tool\.[a-z.-]+\.)'/g)].map(([, prefix]) => prefix ?? '');
      expect(
        carried.some((prefix) => line.key?.startsWith(prefix)),
        line.key,
      ).toBe(true);
      return;
    }
    // The plain form of the value is answered the same, so the text was read as what it says.
    expect(await doorsOf(field, wanted).line()).toEqual(line);
    expect(doors.later()).toEqual(line);
  });
});

describe('a zone in words', () => {
  it.each([
    ['北京', 'Asia/Shanghai'],
    ['Moscow', 'Europe/Moscow'],
    ['UTC+5', '+05:00'],
  ])(
    '%s reads the moments of a case in form and link as on the command line',
    async (zone, same) => {
      const moment = '2026-11-24 03:00';
      const ask = (name: string): Input => ({
        flow: 'aliexpress.snad-classic',
        events: { disputeOpenedAt: moment },
        zone: name,
      });
      const seen = ({ understood }: Record<string, unknown>) =>
        (understood as Record<string, { at: string }>)['events.disputeOpenedAt']?.at;
      const field = { ...ladder, seen };
      const run = async (input: Input) =>
        saidBy(
          (await (await tools['deadline-planner']?.())?.run(input, content, ASKED)) as Outcome,
          field,
        );
      const line = await run(ask(zone));
      expect(line).toEqual(await run(ask(same)));
      const form = openAt(field, encode(ask(zone)));
      expect(saidBy(form.outcome.value as Outcome, field)).toEqual(line);
      const again = openAt(field, form.permalink.value);
      expect(saidBy(again.outcome.value as Outcome, field)).toEqual(line);
    },
  );
});
