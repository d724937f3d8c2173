import { batch, computed, signal } from '@preact/signals';
import {
  decodeInput,
  DEFAULTS,
  encodeInput,
  eventsOf,
  endWord,
  parseMoment,
  plan,
  readZone,
  type Flow,
  type ParsedMoment,
  type PlannerInput,
} from '@/calculators/deadline-planner/index.ts';
import { valueOn } from '@/calculators/shared/cited.ts';
import { DAY, HOUR, isoInstant, localText } from '@/calculators/shared/time.ts';
import { hasTurned } from '../../platform/clock.ts';
import { createForm } from '../shared/form.model.ts';
import { followMomentWords } from '../shared/arrivals.ts';
import { toData, type PlannerContent, type PlannerPage } from './content.ts';
import { createRest } from './rest.model.ts';
import { heldName, heldWords } from './session.ts';

export const SETTINGS = [
  'zone',
  'myZone',
  'buyerCountry',
  'workCalendar',
  'workHours',
  'promisedDays',
  'asOf',
] as const;
export type Setting = (typeof SETTINGS)[number];
type Texts = Readonly<Record<string, string>>;

/** What was typed, as text: the kind of case, its moments, the ends the platform shows, and settings. */
export interface Typed {
  flow: string;
  events: Texts;
  shownDue: Texts;
  settings: Readonly<Record<Setting, string>>;
}

const NONE = Object.fromEntries(SETTINGS.map((name) => [name, ''])) as Typed['settings'];

/** The kind of case the tool opens with. */
export const FIRST_FLOW = 'aliexpress.snad-classic';

const filled = (map: Texts): Record<string, string> =>
  Object.fromEntries(Object.entries(map).filter(([, value]) => value.trim() !== ''));
const texts = (map: PlannerInput['events']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(map ?? {}).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  );

/** The answer waits for a part of the content that is fetched. */
export interface Away {
  kind: 'away';
}

/** What this tab held of typed words: by field, the text and the instant it stood for. */
function wordsHeld(text: string): Record<string, [text: string, at: string]> {
  try {
    const held = JSON.parse(text || '{}') as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(held).filter(
        (entry): entry is [string, [string, string]] =>
          Array.isArray(entry[1]) && entry[1].every((each) => typeof each === 'string'),
      ),
    );
  } catch {
    return {};
  }
}

/** So many readings of texts are remembered. */
const MOST_READ = 60;

/**
 * State of the deadline planner: what was pasted, what it gives, and what time it is.
 *
 * @param only the one kind of case of a planner inside a page of the handbook.
 */
export function createPlanner(
  content: PlannerContent & Partial<PlannerPage>,
  builtOn: string,
  only: string | null,
) {
  const data = toData(content);
  const rest = createRest(content, data);
  const flowOf = (id: string): Flow => {
    const found = data.flows.get(id);
    if (!found) throw new Error(`The page has no kind of case ${id}.`);
    return found;
  };
  const start = only ?? (data.flows.has(FIRST_FLOW) ? FIRST_FLOW : (content.flows[0]?.id ?? ''));

  const browserZone = signal('');
  const zoneIn = (text: string) => {
    followMomentWords();
    if (text.trim() === '') return null;
    const read = readZone(text);
    return read.kind === 'zone' ? read.zone : null;
  };
  const zonesOf = ({ flow, settings }: Typed) => {
    const mine = zoneIn(settings.myZone) ?? (browserZone.value || DEFAULTS.myZone);
    return { mine, read: zoneIn(settings.zone) ?? flowOf(flow).zone ?? mine };
  };
  /** What was read, with the words that were here then: with each key, fields and link ask for all texts again. */
  const wasRead = new Map<string, ParsedMoment>();
  const readIn = (typed: Typed, text: string, asOf: string): ParsedMoment => {
    const { read: zone } = zonesOf(typed);
    const key = [followMomentWords(), zone, asOf, text].join(' ');
    const moment = wasRead.get(key) ?? parseMoment(text, { zone, asOf });
    if (wasRead.size > MOST_READ) wasRead.clear();
    // One that was not understood may ask for words when it is read again.
    if (moment.kind !== 'unreadable') wasRead.set(key, moment);
    return moment;
  };
  /** A moment as an instant where it has one meaning, else as it was typed. */
  const settle = (typed: Typed, text: string, asOf: string): string => {
    const moment = readIn(typed, text, asOf);
    const first = moment.readings[0];
    return (moment.kind === 'moment' || moment.kind === 'bare-date') && first ? first.at : text;
  };
  /** An end as the instant it is; a day without a time as that day, which is still asked about. */
  const settleEnd = (typed: Typed, text: string, asOf: string): string => {
    const moment = readIn(typed, text, asOf);
    const [first] = moment.readings;
    if (!first) return text;
    if (moment.kind === 'bare-date') return first.local.slice(0, 10);
    return moment.kind === 'due' || moment.kind === 'moment' ? first.at : text;
  };
  const settingsOf = (typed: Typed, asOf: string): Record<string, string> => {
    const { asOf: judged, ...rest } = typed.settings;
    return { ...filled(rest), ...(judged.trim() ? { asOf: settle(typed, judged, asOf) } : {}) };
  };

  /** The made-up case: its first clock has run for a bit more than half its time. */
  const exampleOf = (flow: Flow, now: number): Texts => {
    const lengths = flow.clocks
      .filter((clock) => clock.startsFrom === flow.primary)
      .flatMap((clock) => {
        const rule = data.rules.get(clock.rule);
        const value = rule && valueOn(rule, isoInstant(now))?.value;
        const amount =
          typeof value === 'number' ? value : typeof value === 'object' ? value.min : 0;
        return amount > 0 ? [amount * (rule?.unit === 'hours' ? HOUR : DAY)] : [];
      });
    const run = Math.min(...lengths, 30 * DAY) * 0.62;
    const at = Math.floor((now - run) / (5 * 60_000)) * 5 * 60_000;
    const text = localText(at, flow.zone ?? DEFAULTS.myZone);
    return { [flow.primary]: text.slice(0, 16).replace('T', ' ') };
  };

  const form = createForm<Typed, ReturnType<typeof plan> | Away>(
    {
      example: (like, asOf) => {
        const flow = like?.flow ?? start;
        return {
          flow,
          events: exampleOf(flowOf(flow), Date.parse(asOf)),
          shownDue: {},
          settings: like?.settings ?? NONE,
        };
      },
      empty: ({ flow, settings }) => ({
        flow,
        events: {},
        shownDue: {},
        settings: { ...NONE, myZone: settings.myZone },
      }),
      answer: (typed, asOf) => {
        const input = {
          flow: typed.flow,
          events: filled(typed.events),
          shownDue: filled(typed.shownDue),
          ...settingsOf(typed, asOf),
          myZone: typed.settings.myZone.trim() || zonesOf(typed).mine,
        };
        const result = plan(input, data, asOf);
        return rest.mustWait(input, result) ? { kind: 'away' } : result;
      },
      // The link names the reader's own zone only where they typed one: everybody has their own.
      toLink: (typed, asOf) =>
        encodeInput({
          flow: typed.flow,
          events: Object.fromEntries(
            Object.entries(filled(typed.events)).map(([event, text]) => [
              event,
              settle(typed, text, asOf),
            ]),
          ),
          shownDue: Object.fromEntries(
            Object.entries(filled(typed.shownDue)).map(([key, text]) => [
              key,
              settleEnd(typed, text, asOf),
            ]),
          ),
          ...settingsOf(typed, asOf),
        }),
      fromLink: (fragment, current, asOf) => {
        const { input, ignored } = decodeInput(fragment, data, asOf);
        const leftOut = ignored.map(({ messageKey, ...rest }) => ({ ...rest, why: messageKey }));
        if (!input) return { input: null, leftOut };
        const typed: Typed = {
          ...current,
          flow: input.flow.normalize('NFKC').trim(),
          events: texts(input.events),
          settings: Object.fromEntries(
            SETTINGS.map((name) => [name, String(input[name] ?? '')]),
          ) as Typed['settings'],
        };
        // A countdown in a link would run anew from every opening: it is fixed once.
        const shownDue = Object.fromEntries(
          Object.entries(texts(input.shownDue)).map(([key, text]) => [
            key,
            settleEnd(typed, text, asOf),
          ]),
        );
        return { input: { ...typed, shownDue }, leftOut };
      },
      typed: (typed, name, value) => {
        const [map, ...rest] = name.split('.');
        const key = rest.join('.');
        if (name === 'flow') return { ...typed, flow: data.flows.has(value) ? value : typed.flow };
        if (map === 'events') return { ...typed, events: { ...typed.events, [key]: value } };
        if (map === 'shownDue') return { ...typed, shownDue: { ...typed.shownDue, [key]: value } };
        return SETTINGS.includes(name as Setting)
          ? { ...typed, settings: { ...typed.settings, [name]: value } }
          : typed;
      },
    },
    builtOn,
  );

  /** The clock, second by second: for what is only shown. */
  const now = signal(Date.parse(builtOn));
  const paste = signal('');
  const pasteFor = signal('');
  /** What was to be entered before the words to read it by had come. */
  const wished = signal<string | null>(null);
  const used = signal<{ target: string; understood: ParsedMoment['understood'] } | null>(null);
  const caseName = signal('');
  let typedBefore: ReturnType<typeof wordsHeld> = {};
  /** A kind of case that was chosen and is on its way. */
  const choosing = signal('');

  const flow = computed(() => flowOf(form.input.value.flow));
  const eventIds = computed(() => eventsOf(flow.value));
  const zones = computed(() => zonesOf(form.input.value));
  const read = (text: string) => readIn(form.input.value, text, form.asOf.value);
  /** Seconds tick by the clock, or stand still where another moment is judged by. */
  const clock = computed(() => {
    if (!form.input.value.settings.asOf.trim()) return now.value;
    const result = form.outcome.value;
    return result.kind === 'ok' ? Date.parse(result.asOf) : now.value;
  });
  const pasted = computed<ParsedMoment | null>(() =>
    paste.value.trim() === '' ? null : read(paste.value),
  );
  /** Time that is left, or a moment that says of itself that it is an end. */
  const isEnd = computed(() => {
    const kind = pasted.value?.kind ?? 'unreadable';
    return kind === 'due' || (kind !== 'unreadable' && endWord(paste.value) !== null);
  });
  /** What the pasted moment stands for: the event that starts the case, or the end the platform shows. */
  const target = computed(() => {
    const due = isEnd.value;
    const names = due ? flow.value.clocks.map((one) => one.id) : eventIds.value;
    if (names.includes(pasteFor.value)) return pasteFor.value;
    const first = due
      ? flow.value.clocks.find((one) => one.startsFrom === flow.value.primary)?.id
      : flow.value.primary;
    return first ?? names[0] ?? '';
  });
  const enter = (moment: ParsedMoment, text: string) =>
    batch(() => {
      const name = target.value;
      // A day without a time stays one: the planner asks about it.
      const end = moment.kind === 'bare-date' ? text : (moment.readings[0]?.at ?? '');
      if (isEnd.value) form.type(`shownDue.${name}`, end);
      else form.type(`events.${name}`, text);
      used.value = { target: name, understood: moment.understood };
      paste.value = '';
      pasteFor.value = '';
    });
  const nameCase = (name: string) => {
    caseName.value = name;
    heldName.write(name);
  };

  const setFlow = (id: string): void => {
    if (!data.flows.has(id)) {
      choosing.value = id;
      void rest.load().then((came) => {
        if (choosing.peek() !== id) return;
        choosing.value = '';
        if (came) setFlow(id);
      });
      return;
    }
    choosing.value = '';
    batch(() => {
      used.value = null;
      pasteFor.value = '';
      const { events, shownDue } = form.input.value;
      const known = new Set(eventsOf(flowOf(id)));
      const clocks = new Set(flowOf(id).clocks.map((one) => one.id));
      const only = (map: Texts, names: ReadonlySet<string>) =>
        Object.fromEntries(Object.entries(map).filter(([name]) => names.has(name)));
      form.choose({ flow: id, events: only(events, known), shownDue: only(shownDue, clocks) });
    });
  };

  return {
    data,
    form,
    now,
    clock,
    flow,
    eventIds,
    zones,
    paste,
    pasted,
    isEnd,
    target,
    used,
    caseName,
    read,
    nameCase,
    /**
     * Takes the clock's reading; judges anew each minute and whenever a status changes.
     *
     * @param zone asked for then: a device that slept may have woken in another one.
     */
    tick: (at: number, zone: () => string) =>
      batch(() => {
        const before = Date.parse(form.asOf.value);
        now.value = at;
        const result = form.outcome.value;
        const soon = flow.value.dueSoonHours * HOUR;
        const passed = (moment: number) => before < moment && moment <= at;
        const turned =
          result.kind === 'ok' &&
          result.deadlines.some(({ dueAt }) => {
            if (dueAt === null) return false;
            const end = Date.parse(dueAt);
            return passed(end + 1000) || passed(end - soon);
          });
        if (!turned && at >= before && !hasTurned(before, at)) return;
        form.pass(isoInstant(Math.floor(at / 1000) * 1000));
        browserZone.value = zone();
      }),
    /** The page is open: from here on the reader's own clock and zone count. */
    arrive: (at: number, zone: string) =>
      batch(() => {
        browserZone.value = zone;
        now.value = at;
        form.wake(isoInstant(Math.floor(at / 1000) * 1000));
        if (only !== null) return;
        caseName.value = heldName.read();
        // Before the address is read, which holds instants in their place.
        typedBefore = wordsHeld(heldWords.read());
      }),
    setFlow,
    choosing,
    rest,
    /** Does an address hold what may be read once more words are here? */
    lacksWords: (address: string): boolean => decodeInput(address, data, form.asOf.peek()).waits,
    /** Keeps the words of this case's moments for a reload, beside the instants its address holds. */
    holdWords: () => {
      if (only !== null || !form.isTouched.value) return;
      const { events, settings } = form.input.value;
      const typed: Texts = form.isExample.value ? {} : { ...events, asOf: settings.asOf };
      const words = Object.entries(typed).flatMap(([name, text]) => {
        const at = settle(form.input.value, text, form.asOf.peek());
        return at === text ? [] : [[name, [text, at]]];
      });
      heldWords.write(words.length === 0 ? '' : JSON.stringify(Object.fromEntries(words)));
    },
    /** Puts words back in place of the instants they still read as. */
    recallWords: () => {
      if (only !== null || form.isExample.peek()) return;
      const typed = form.input.peek();
      const back = (name: string, at: string): string => {
        const [text, was] = typedBefore[name] ?? ['', ''];
        const same = at === was && settle(typed, text, form.asOf.peek()) === at;
        return same ? text : at;
      };
      const events = Object.fromEntries(
        Object.entries(typed.events).map(([name, at]) => [name, back(name, at)]),
      );
      const asOf = back('asOf', typed.settings.asOf);
      const differs =
        asOf !== typed.settings.asOf ||
        Object.entries(events).some(([name, text]) => text !== typed.events[name]);
      if (differs) form.change({ events, settings: { ...typed.settings, asOf } });
    },
    /** A setting says how the case is read, not what it is: the example stays one. */
    setSetting: (name: Setting, text: string) => {
      const settings = { ...form.input.value.settings, [name]: text };
      if (form.isExample.value) form.choose({ settings });
      else form.change({ settings });
    },
    chooseShown: (deadline: string, local: string) =>
      form.type(`shownDue.${deadline}`, read(local).readings[0]?.at ?? local),
    forgetShown: (deadline: string) =>
      form.change((own) => ({
        ...own,
        shownDue: Object.fromEntries(
          Object.entries(own.shownDue).filter(([id]) => id !== deadline),
        ),
      })),
    setPaste: (text: string) =>
      batch(() => {
        paste.value = text;
        used.value = null;
      }),
    setTarget: (name: string) => {
      pasteFor.value = name;
    },
    /** Takes what was pasted, once it has been said in words and has one meaning. */
    use: (): boolean => {
      // A countdown runs from this second, not from the minute the ladder is judged by.
      const moment = parseMoment(paste.value, {
        zone: zones.value.read,
        asOf: isoInstant(Math.floor(now.value / 1000) * 1000),
      });
      const certain = ['moment', 'bare-date', 'due'].includes(moment.kind);
      if (certain) enter(moment, paste.value.trim());
      const lacks = moment.kind === 'unreadable' && moment.why === 'words-missing';
      wished.value = lacks ? paste.value : null;
      return certain;
    },
    /** Whether what was to be entered is still there, and can be read by now. */
    canFollow: computed(
      () =>
        wished.value !== null &&
        wished.value === paste.value &&
        pasted.value !== null &&
        pasted.value.kind !== 'unreadable',
    ),
    /** One of several meanings was chosen: it is entered with its offset, so it cannot be misread. */
    choose: (local: string) => enter(read(local), local),
    clear: () =>
      batch(() => {
        used.value = null;
        paste.value = '';
        nameCase('');
      }),
    /** Opens a case of the desk. */
    openInput: (input: PlannerInput, name: string) =>
      batch(() => {
        form.replace({
          flow: input.flow,
          events: texts(input.events),
          shownDue: texts(input.shownDue),
          settings: {
            ...form.input.value.settings,
            buyerCountry: input.buyerCountry ?? '',
            promisedDays: String(input.promisedDays ?? ''),
            asOf: '',
          },
        });
        nameCase(name);
        used.value = null;
        paste.value = '';
      }),
  };
}

export type Planner = ReturnType<typeof createPlanner>;
