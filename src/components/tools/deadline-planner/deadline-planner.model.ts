import { batch, computed, signal } from '@preact/signals';
import {
  decodeInput,
  DEFAULTS,
  encodeInput,
  eventsOf,
  isZone,
  parseMoment,
  plan,
  type Flow,
  type IgnoredPart,
  type ParsedMoment,
  type PlannerInput,
} from '@/calculators/deadline-planner/index.ts';
import { valueOn } from '@/calculators/shared/cited.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { DAY, HOUR, isoInstant, localText } from '@/calculators/shared/time.ts';
import { toData, type PlannerContent } from './content.ts';

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
type Settings = Readonly<Record<Setting, string>>;

const NONE: Settings = {
  zone: '',
  myZone: '',
  buyerCountry: '',
  workCalendar: '',
  workHours: '',
  promisedDays: '',
  asOf: '',
};

/** The kind of case the tool opens with. */
const FIRST_FLOW = 'aliexpress.snad-classic';

interface Setup {
  language: Language;
  content: PlannerContent;
  /** The moment to judge by until the page knows the reader's own. */
  builtOn: string;
  /** The one kind of case of an embedded planner. */
  flow: string | null;
}

/** State of the deadline planner: what was pasted, what it gives, and what time it is. */
export function createPlanner({ content, builtOn, flow: only }: Setup) {
  const data = toData(content);
  const flowOf = (id: string) => {
    const found = data.flows.get(id);
    if (!found) throw new Error(`The page has no kind of case ${id}.`);
    return found;
  };

  /** The made-up case: its first clock has run for a bit more than half its time. */
  const exampleOf = (flow: Flow, now: number): Record<string, string> => {
    const lengths = flow.clocks
      .filter((clock) => clock.startsFrom === flow.primary)
      .flatMap((clock) => {
        const rule = data.rules.get(clock.rule);
        const value = rule && valueOn(rule, new Date(now).toISOString())?.value;
        const amount =
          typeof value === 'number' ? value : typeof value === 'object' ? value.min : 0;
        return amount > 0 ? [amount * (rule?.unit === 'hours' ? HOUR : DAY)] : [];
      });
    const run = Math.min(...lengths, 30 * DAY) * 0.62;
    const at = Math.floor((now - run) / (5 * 60_000)) * 5 * 60_000;
    const text = localText(at, flow.zone ?? DEFAULTS.myZone);
    return { [flow.primary]: text.slice(0, 16).replace('T', ' ') };
  };

  const start = Date.parse(builtOn);
  /** The clock, second by second: for what is only shown. */
  const now = signal(start);
  /** The moment the ladder is judged by: it moves once a minute and whenever something ends. */
  const asOf = signal(builtOn);
  const flowId = signal(
    only ?? (data.flows.has(FIRST_FLOW) ? FIRST_FLOW : (content.flows[0]?.id ?? '')),
  );
  const events = signal<Readonly<Record<string, string>>>(exampleOf(flowOf(flowId.value), start));
  const shownDue = signal<Readonly<Record<string, string>>>({});
  const settings = signal<Settings>(NONE);
  const browserZone = signal('');
  const isExample = signal(true);
  const ignored = signal<readonly IgnoredPart[]>([]);
  const paste = signal('');
  const pasteFor = signal('');
  const used = signal<{ target: string; understood: ParsedMoment['understood'] } | null>(null);
  const caseName = signal('');

  const flow = computed(() => flowOf(flowId.value));
  const eventIds = computed(() => eventsOf(flow.value));
  const myZone = computed(
    () => settings.value.myZone.trim() || browserZone.value || DEFAULTS.myZone,
  );
  const readZone = computed(() => {
    const own = settings.value.zone.trim();
    if (own && isZone(own)) return own;
    return flow.value.zone ?? (isZone(myZone.value) ? myZone.value : DEFAULTS.myZone);
  });
  const read = (text: string): ParsedMoment =>
    parseMoment(text, { zone: readZone.value, asOf: asOf.value });
  /** A moment as an instant where it has one meaning, else as it was typed. */
  const settle = (text: string): string => {
    const moment = read(text);
    const first = moment.readings[0];
    return (moment.kind === 'moment' || moment.kind === 'bare-date') && first ? first.at : text;
  };
  const filled = (map: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(map).filter(([, value]) => value.trim() !== ''));

  const given = computed<PlannerInput>(() => {
    const { asOf: judged, ...rest } = settings.value;
    return {
      flow: flowId.value,
      events: filled(events.value),
      shownDue: filled(shownDue.value),
      ...filled(rest),
      myZone: myZone.value,
      ...(judged.trim() ? { asOf: settle(judged) } : {}),
    };
  });
  const outcome = computed(() => plan(given.value, data, asOf.value));
  /** The link names the reader's own zone only where they typed one: everybody has their own. */
  const permalink = computed(() => {
    const { asOf: judged, ...rest } = settings.value;
    return encodeInput({
      flow: flowId.value,
      events: Object.fromEntries(
        Object.entries(filled(events.value)).map(([event, text]) => [event, settle(text)]),
      ),
      shownDue: filled(shownDue.value),
      ...filled(rest),
      ...(judged.trim() ? { asOf: settle(judged) } : {}),
    });
  });
  /** Seconds tick by the clock, or stand still where another moment is judged by. */
  const clock = computed(() => {
    if (!settings.value.asOf.trim()) return now.value;
    const result = outcome.value;
    return result.kind === 'ok' ? Date.parse(result.asOf) : now.value;
  });
  const pasted = computed<ParsedMoment | null>(() =>
    paste.value.trim() === '' ? null : read(paste.value),
  );
  /** What the pasted moment stands for: the event that starts the case, or the end the platform shows. */
  const target = computed(() => {
    const due = pasted.value?.kind === 'due';
    const names = due ? flow.value.clocks.map((one) => one.id) : eventIds.value;
    if (names.includes(pasteFor.value)) return pasteFor.value;
    const first = due
      ? flow.value.clocks.find((one) => one.startsFrom === flow.value.primary)?.id
      : flow.value.primary;
    return first ?? names[0] ?? '';
  });

  const begin = () => {
    if (!isExample.value) return;
    isExample.value = false;
    events.value = {};
    shownDue.value = {};
  };
  const enter = (moment: ParsedMoment, text: string) =>
    batch(() => {
      const name = target.value;
      begin();
      if (moment.kind === 'due')
        shownDue.value = { ...shownDue.value, [name]: moment.readings[0]?.at ?? '' };
      else events.value = { ...events.value, [name]: text };
      used.value = { target: name, understood: moment.understood };
      paste.value = '';
      pasteFor.value = '';
    });

  return {
    data,
    now,
    clock,
    asOf,
    flow,
    eventIds,
    events,
    shownDue,
    settings,
    browserZone,
    myZone,
    readZone,
    isExample,
    ignored,
    outcome,
    permalink,
    paste,
    pasted,
    target,
    used,
    caseName,
    read,
    /** Takes the clock's reading; judges anew each minute and whenever a status changes. */
    tick: (at: number) =>
      batch(() => {
        const before = Date.parse(asOf.value);
        now.value = at;
        const result = outcome.value;
        const soon = flow.value.dueSoonHours * HOUR;
        const passed = (moment: number) => before < moment && moment <= at;
        const turned =
          result.kind === 'ok' &&
          result.deadlines.some(({ dueAt }) => {
            if (dueAt === null) return false;
            const end = Date.parse(dueAt);
            return passed(end + 1000) || passed(end - soon);
          });
        if (turned || at < before || Math.floor(at / 60_000) !== Math.floor(before / 60_000))
          asOf.value = isoInstant(Math.floor(at / 1000) * 1000);
      }),
    /** The page is open: from here on the reader's own clock and zone count. */
    arrive: (at: number, zone: string) =>
      batch(() => {
        browserZone.value = zone;
        now.value = at;
        asOf.value = isoInstant(Math.floor(at / 1000) * 1000);
        if (isExample.value) events.value = exampleOf(flow.value, at);
      }),
    setFlow: (id: string) =>
      batch(() => {
        flowId.value = id;
        used.value = null;
        pasteFor.value = '';
        if (isExample.value) {
          events.value = exampleOf(flowOf(id), now.value);
          return;
        }
        const known = new Set(eventsOf(flowOf(id)));
        events.value = Object.fromEntries(
          Object.entries(events.value).filter(([event]) => known.has(event)),
        );
        const clocks = new Set(flowOf(id).clocks.map((one) => one.id));
        shownDue.value = Object.fromEntries(
          Object.entries(shownDue.value).filter(([deadline]) => clocks.has(deadline)),
        );
      }),
    setEvent: (event: string, text: string) =>
      batch(() => {
        isExample.value = false;
        events.value = { ...events.value, [event]: text };
      }),
    chooseShown: (deadline: string, local: string) => {
      shownDue.value = { ...shownDue.value, [deadline]: read(local).readings[0]?.at ?? local };
    },
    forgetShown: (deadline: string) => {
      shownDue.value = Object.fromEntries(
        Object.entries(shownDue.value).filter(([id]) => id !== deadline),
      );
    },
    setSetting: (name: Setting, text: string) => {
      settings.value = { ...settings.value, [name]: text };
    },
    setPaste: (text: string) =>
      batch(() => {
        paste.value = text;
        used.value = null;
      }),
    setTarget: (name: string) => {
      pasteFor.value = name;
    },
    /** Takes what was pasted, once it has been said in words and has one meaning. */
    use: () => {
      // A countdown runs from this second, not from the minute the ladder is judged by.
      const moment = parseMoment(paste.value, {
        zone: readZone.value,
        asOf: isoInstant(Math.floor(now.value / 1000) * 1000),
      });
      if (moment.kind === 'moment' || moment.kind === 'bare-date' || moment.kind === 'due')
        enter(moment, paste.value.trim());
    },
    /** One of several meanings was chosen: it is entered with its offset, so it cannot be misread. */
    choose: (local: string) => {
      const moment = read(local);
      enter(moment, local);
    },
    chooseFor: (event: string, local: string) => {
      events.value = { ...events.value, [event]: local };
    },
    clear: () =>
      batch(() => {
        isExample.value = false;
        events.value = {};
        shownDue.value = {};
        settings.value = { ...NONE, myZone: settings.value.myZone };
        ignored.value = [];
        used.value = null;
        paste.value = '';
        caseName.value = '';
      }),
    showExample: () =>
      batch(() => {
        isExample.value = true;
        shownDue.value = {};
        settings.value = NONE;
        ignored.value = [];
        used.value = null;
        paste.value = '';
        caseName.value = '';
        events.value = exampleOf(flow.value, now.value);
      }),
    /** Opens one case of the board. */
    openInput: (input: PlannerInput, name: string) =>
      batch(() => {
        flowId.value = input.flow;
        events.value = { ...input.events } as Record<string, string>;
        shownDue.value = { ...input.shownDue } as Record<string, string>;
        settings.value = {
          ...settings.value,
          buyerCountry: input.buyerCountry ?? '',
          promisedDays: '',
          asOf: '',
        };
        caseName.value = name;
        isExample.value = false;
        used.value = null;
        paste.value = '';
      }),
    dismissIgnored: () => {
      ignored.value = [];
    },
    /** Fills the form from an address. An address without inputs leaves the form as it is. */
    open: (fragment: string) => {
      if (!fragment.startsWith('#?')) return;
      const { input, ignored: left } = decodeInput(fragment, data, asOf.value);
      batch(() => {
        ignored.value = left;
        if (!input) return;
        flowId.value = input.flow.normalize('NFKC').trim();
        const texts = (map: PlannerInput['events']) =>
          Object.fromEntries(
            Object.entries(map ?? {}).flatMap(([key, value]) => (value ? [[key, value]] : [])),
          );
        events.value = texts(input.events);
        // A countdown in a link would run anew from every opening: it is fixed once.
        shownDue.value = Object.fromEntries(
          Object.entries(texts(input.shownDue)).map(([key, text]) => {
            const moment = read(text);
            const fixed = moment.kind === 'due' || moment.kind === 'moment';
            return [key, (fixed && moment.readings[0]?.at) || text];
          }),
        );
        settings.value = Object.fromEntries(
          SETTINGS.map((name) => [name, String(input[name] ?? '')]),
        ) as Settings;
        isExample.value = false;
        used.value = null;
      });
    },
  };
}

export type Planner = ReturnType<typeof createPlanner>;
