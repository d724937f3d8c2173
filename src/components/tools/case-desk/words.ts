import type { Alert, Next } from '@/calculators/case-desk/index.ts';
import { countryName } from '@/calculators/shared/country-name.ts';
import { minorDigits } from '@/calculators/shared/currency-digits.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { createZoneWords } from '../shared/zone-words.ts';
import { createTimeWords } from '../shared/time-words.ts';
import { createWords } from '../shared/words.ts';
import type { Taken } from './work/steps.ts';
import type { Line } from './work/view.ts';

/** What the parts of a case are called on the page. */
const PART_NAMES: Readonly<Record<string, string>> = {
  name: 'field.name',
  platform: 'field.flow',
  flow: 'field.flow',
  reason: 'field.reason',
  order: 'file.order',
  buyer: 'field.buyer.name',
  events: 'dates.title',
  shownDue: 'dates.title',
  plan: 'handover.plan',
  offers: 'offers.title',
  evidence: 'evidence.title',
  replies: 'handover.replies',
  owner: 'field.owner',
  level: 'field.level',
  snooze: 'snooze.title',
  notes: 'timeline.note',
  outcomes: 'close.title',
  reopened: 'timeline.reopened',
};

/**
 * The desk’s words: steps and their reasons as sentences, moments on the clock of the desk, sums.
 *
 * @param evidence words of an item of evidence, by its id.
 */
export function createDeskWords(
  language: Language,
  strings: Readonly<Record<string, string>>,
  evidence: Readonly<Record<string, string>>,
  yearNow: () => string,
  zone: () => string,
) {
  const common = createWords('case-desk', language, strings);
  const { own, has, text } = common;
  const time = createTimeWords(language, yearNow);
  const zones = createZoneWords(language, (name) => name);
  /** The text of that key; the id itself where there is none, as for a cause in somebody’s own words. */
  const named = (key: string, id: string) => (has(key) ? text(key) : id);
  const kind = (flow: string | null) =>
    flow === null ? own('no-kind') : named(`tool.deadline-planner.flow.${flow}`, flow);
  const clock = (id: string) => named(`tool.deadline-planner.deadline.${id}`, id);
  const event = (id: string) => named(`tool.deadline-planner.event.${id}`, id);
  const outcome = (id: string) => named(`tool.deadline-planner.timeout.${id}`, id);
  const platform = (id: string | null) => (id === null ? '' : named(`ui.platform.${id}`, id));
  const country = (code: string) => (code === '' ? '' : countryName(code, language));
  const moment = (iso: string) =>
    Number.isFinite(Date.parse(iso)) ? time.moment(iso, zone()) : iso;
  const money = (amount: string, currency: string | null) => {
    const value = Number(amount);
    const digits = (currency === null ? undefined : minorDigits(currency)) ?? 2;
    const figure = Number.isFinite(value) ? common.decimal(value, digits) : amount;
    return currency ? `${figure}\u00a0${currency}` : figure;
  };
  const left = (seconds: number): string => {
    const minutes = Math.floor(Math.abs(seconds) / 60);
    const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
    const length =
      days > 0
        ? own('length.days', { days, hours })
        : hours > 0
          ? own('length.hours', { hours, minutes: minutes % 60 })
          : own('length.minutes', { minutes });
    return seconds < 0 ? own('length.over', { length }) : length;
  };
  const person = (by: string) => (has(`tool.case-desk.by.${by}`) ? own(`by.${by}`) : by);
  const item = (id: string) => evidence[id] ?? id;
  const reason = (id: string) => named(`tool.case-desk.reason.${id}`, id);

  /** Why a case asks for its step, as a sentence. */
  const because = ({ because: why, values, by }: Next): string => {
    const { amount, currency, text: words } = values;
    const sum = amount === undefined ? (words ?? '') : money(amount, currency ?? null);
    const said = {
      ...values,
      clock: values['clock'] === undefined ? '' : clock(values['clock']),
      event: values['event'] === undefined ? '' : event(values['event']),
      outcome: values['outcome'] === undefined ? '' : outcome(values['outcome']),
      at: values['at'] ? moment(values['at']) : '',
      replied: values['replied'] ? moment(values['replied']) : '',
      item: values['item'] === undefined ? '' : item(values['item']),
      field: values['field'] === undefined ? '' : fieldName(values['field']),
      sum,
      by: person(by),
    };
    const key =
      why === 'others-turn' && values['clock'] === undefined
        ? 'offer-waits'
        : why === 'platform-asked' && values['item'] !== undefined
          ? 'platform-asked-item'
          : why;
    const sentence = own(`because.${key}`, said);
    if (why !== 'above-authority') return sentence;
    return common.sentences([
      sentence,
      values['deputy'] ? own('because.deputy', { deputy: values['deputy'] }) : '',
      values['byWhen'] ? own('because.by-when', { byWhen: values['byWhen'] }) : '',
    ]);
  };
  const fieldName = (path: string) => {
    const [map = '', ...rest] = path.split('.');
    const id = rest.join('.');
    if (map === 'events') return event(id);
    if (map === 'snooze') return own('snooze.title');
    if (map === 'flow') return own('field.flow');
    return map === 'shownDue' ? clock(id) : path;
  };
  /** A part of a case by its name in the file, in the words of the page. */
  const partOf = (field: string): string => {
    const key = PART_NAMES[field];
    return key === undefined ? field : own(key);
  };
  const sumOf = (values: Alert['values'], name: string) =>
    money(String(values[name]), String(values['currency'] ?? '') || null);
  const alert = ({ id, values }: Alert): string =>
    own(`alert.${id}`, {
      ...values,
      clock: 'clock' in values ? clock(String(values['clock'])) : '',
      event: 'event' in values ? event(String(values['event'])) : '',
      field: 'field' in values ? fieldName(String(values['field'])) : '',
      country: 'country' in values ? country(String(values['country'])) : '',
      reason: 'reason' in values ? reason(String(values['reason'])) : '',
      claim: 'claim' in values ? sumOf(values, 'claim') : '',
      price: 'price' in values ? sumOf(values, 'price') : '',
      until: 'until' in values ? moment(String(values['until'])) : '',
    });

  /** What became of a step back, or of putting it back. */
  const taken = (of: Taken, way: 'undo' | 'redo'): string => {
    const counted = (key: string, count: number) => common.counted(`tool.case-desk.${key}`, count);
    if (of.is === 'failed') return '';
    if (of.is === 'changed')
      return common.sentences([
        own('undo.changed'),
        of.left > 0 ? counted('undo.left', of.left) : own('undo.none'),
      ]);
    if (of.is !== 'done') return own('undo.none');
    return common.sentences([
      counted(`${way}.done`, of.count),
      of.gone > 0 ? counted('undo.gone', of.gone) : '',
    ]);
  };

  return {
    ...common,
    taken,
    /** On which clock the times stand, at that moment: “Times in Asia/Shanghai (UTC+8).” */
    /** The clock all moments of a text stand on, as far ahead of UTC as it is at each of them. */
    clockNamed: (...moments: readonly string[]) =>
      own('clock-named', {
        zone: common.list([...new Set(moments.map((at) => zones.zone(zone(), at)))]),
      }),
    /** Several things of which any may hold a comma. */
    apart: (items: readonly string[]) => items.join(language === 'en' ? '; ' : '；'),
    /** A sentence: what is said, with the stop of its language. */
    stopped: (said: string) => `${said}${language === 'en' ? '.' : '。'}`,
    ...time,
    has,
    /** What stands between two sentences. */
    gap: common.language === 'en' ? ' ' : '',
    kind,
    clock,
    event,
    outcome,
    platform,
    country,
    at: moment,
    atShort: (iso: string) => time.momentShort(iso, zone()),
    money,
    left,
    person,
    item,
    reason,
    because,
    alert,
    partOf,
    /** How much of something is there. */
    of: (part: number, whole: number) =>
      own('case.of', { part: common.count(part), whole: common.count(whole) }),
    action: (next: Next) => own(`action.${next.action}`),
    /** What a case is called: its name, its order, else its id. */
    title: ({ name, order, id }: Pick<Line, 'name' | 'order' | 'id'>) => name || order || id,
  };
}

export type DeskWords = ReturnType<typeof createDeskWords>;

/** How a case stands, for its mark. */
export const standingOf = (line: Pick<Line, 'state' | 'isOverdue' | 'isDueToday' | 'next'>) =>
  line.state === 'closed' || line.state === 'snoozed'
    ? ('unknown' as const)
    : line.isOverdue
      ? ('over' as const)
      : line.isDueToday || line.next?.because === 'little-time'
        ? ('close' as const)
        : line.next?.action === 'wait'
          ? ('unknown' as const)
          : ('clear' as const);

export const standingWord = (line: Parameters<typeof standingOf>[0]) =>
  line.state === 'closed'
    ? 'closed'
    : line.state === 'snoozed'
      ? 'snoozed'
      : line.isOverdue
        ? 'overdue'
        : line.isDueToday
          ? 'today'
          : line.next?.because === 'little-time'
            ? 'soon'
            : line.next?.action === 'wait'
              ? 'waits'
              : 'open';

/** The words of the site’s other language, of which a page carries what is handed over. */
export const otherWords = (
  {
    other,
  }: {
    other: {
      language: Language;
      strings: Readonly<Record<string, string>>;
      evidence: Readonly<Record<string, string>>;
    };
  },
  zone: () => string,
) => createDeskWords(other.language, other.strings, other.evidence, () => '', zone);
