import { batch, computed, signal } from '@preact/signals';
import { decode, encode } from '@/calculators/shared/permalink.ts';
import type { Change } from '@/calculators/case-desk/index.ts';
import type { Case, CasePatch } from '@/calculators/shared/case.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { chooseFile, mayWrite } from '../../platform/chosen-file.ts';
import { hasTurned, now } from '../../platform/clock.ts';
import { revealRow } from '../../platform/jump.ts';
import { hasOld } from '../../platform/old-records.ts';
import { sessionText } from '../../platform/session.ts';
import { ownZone } from '../../platform/zone.ts';
import { rowsComing } from '../shared/desk-rows.ts';
import { createForm, type Form } from '../shared/form.model.ts';
import { draw } from './drawn.ts';
import type { DeskContent, FlowShape, RuleName } from './content.ts';
import { heldAside, heldCases, heldRows, holdLater, mayHold, setHolding } from './held.ts';
import type { Taken } from './work/steps.ts';
import type { Detail, ImportPreview, Line, RowsRead, View } from './work/view.ts';
import type { FindPage, FindQuestion } from './work/finding.ts';
import { openWork, type WorkClient } from './work-client.ts';
import type { Ways } from './ways.ts';

export const FILTERS = ['state', 'platform', 'reason', 'owner'] as const;
export type Filter = (typeof FILTERS)[number];
export type Typed = Readonly<Record<Filter, string>>;
export const STATES = ['open', 'overdue', 'today', 'mine', 'snoozed', 'closed'] as const;

const NONE: Typed = { state: '', platform: '', reason: '', owner: '' };
const isFilter = (name: string): name is Filter => (FILTERS as readonly string[]).includes(name);

/** What the page carries for the tool. */
export interface DeskPage {
  content: DeskContent;
  /** The made-up desk as it stood when the page was built. */
  example: View;
  flows: readonly FlowShape[];
  rules: readonly RuleName[];
  /** Where it fetches what pasted messages are recognised by. */
  find: FindPage;
  /** Words of an evidence item, by `<checklist>.<item>`. */
  evidence: Readonly<Record<string, string>>;
  /** Titles of handbook pages, by their path. */
  pages: Readonly<Record<string, string>>;
  /** Classes of the listing check that a cause leads to, by their id. */
  listing: Readonly<Record<string, string>>;
  /** Further ones are put among them when they come. */
  strings: Record<string, string>;
  /** Where the words of pasted rows and of files are fetched from. */
  more: string;
  /** What a hand-over says, in the other language of the site. */
  other: {
    language: Language;
    strings: Readonly<Record<string, string>>;
    evidence: Readonly<Record<string, string>>;
  };
}

export interface DeskAnswer {
  kind: 'ok';
  view: View;
  /** The lines the filters leave. */
  lines: readonly Line[];
  /** The case to take up first; null where none is open. */
  first: Line | null;
}

const passes = (line: Line, { state, platform, reason, owner }: Typed, me: string): boolean => {
  if (platform !== '' && line.platform !== platform) return false;
  if (reason !== '' && line.reason !== reason && !line.reason.startsWith(`${reason}-`))
    return false;
  if (owner !== '' && line.owner !== owner) return false;
  if (state === 'closed') return line.state === 'closed';
  if (line.state === 'closed') return false;
  if (state === 'overdue') return line.isOverdue;
  if (state === 'today') return line.isOverdue || line.isDueToday;
  if (state === 'mine') return me === '' ? true : line.owner === me || line.next?.by === me;
  if (state === 'snoozed') return line.state === 'snoozed';
  return state === 'open' ? line.state === 'open' : true;
};

/** State of the desk: what the worker answers, what is filtered, and which case is open. */
export function createDesk(page: DeskPage, builtOn: string) {
  const exampleView = signal<View>(page.example);
  const ownView = signal<View | null>(null);
  const form: Form<Typed, DeskAnswer> = createForm<Typed, DeskAnswer>(
    {
      example: (like) => like ?? NONE,
      empty: (like) => like,
      answer: (typed) => {
        const view = (form.isExample.value ? exampleView.value : ownView.value) ?? EMPTY;
        const lines = view.lines.filter((line) => passes(line, typed, view.ways.me));
        const first = lines.find(({ state }) => state === 'open') ?? null;
        return { kind: 'ok', view, lines, first };
      },
      toLink: (typed) =>
        encode(Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''))),
      fromLink: (fragment) => {
        const { input, ignored } = decode(
          fragment,
          Object.fromEntries(FILTERS.map((name) => [name, { kind: 'one' }])),
        );
        return {
          input: Object.keys(input).length > 0 ? { ...NONE, ...(input as Partial<Typed>) } : null,
          leftOut: ignored.map((part) => ({ ...part, why: 'tool.case-desk.ignored.unknown' })),
        };
      },
      typed: (typed, name, value) => (isFilter(name) ? { ...typed, [name]: value } : typed),
    },
    builtOn,
  );
  const EMPTY: View = {
    ...page.example,
    lines: [],
    totals: { open: 0, overdue: 0, dueToday: 0, dueBeforeShiftEnd: 0, atStake: {} },
  };

  const clock = signal(Date.parse(builtOn));
  const openId = signal<string | null>(null);
  const detail = signal<Detail | null>(null);
  /** Where the keyboard stands on the board. */
  const at = signal(0);
  const said = signal('');
  const isReady = signal(false);
  const isLost = signal(false);
  /** Which way in stands open. */
  const door = signal<'' | 'one' | 'rows'>('');
  /** Pasted rows, not added yet. */
  const rowsText = signal('');
  const rowsRead = signal<RowsRead | null>(null);
  const chosen = signal<Readonly<Record<string, string>>>({});
  /** A file that is looked at; `isChosen`: the one everything is written to. */
  const preview = signal<{ text: string; is: ImportPreview | null; isChosen: boolean } | null>(
    null,
  );
  const goesTo = sessionText('case');
  let client: WorkClient | null = null;
  let pastedAt = '';

  const answer = computed(() => form.outcome.value);
  const work = (): WorkClient => {
    if (!client) throw new Error('The desk is not open yet.');
    return client;
  };
  const connect = (): WorkClient => (client ??= openWork(() => void reload()));
  const asOf = () => form.asOf.peek();
  const hold = holdLater(() => work().ask('bundle', now(), false));
  const isHolding = signal(true);
  const show = (view: View) =>
    batch(() => {
      ownView.value = view;
      hold(!view.keeps && view.lines.length > 0);
      // Whoever has cases of their own is not shown made-up ones.
      if (view.lines.length > 0 && !form.isTouched.peek()) form.isExample.value = false;
    });
  const detailOf = async (id: string): Promise<Detail | null> => {
    if (!form.isExample.peek()) return work().ask('detail', id);
    const made = await work().ask('exampleDetails', asOf());
    const one = made.find((each) => each.one.id === id);
    return one ? { ...one, evidence: null, log: {} as Detail['log'] } : null;
  };
  const asked = async () => {
    const id = openId.peek();
    return { id, found: id === null ? null : await detailOf(id) };
  };
  const seen = ({ id, found }: Awaited<ReturnType<typeof asked>>) => {
    if (id === null || openId.peek() !== id) return;
    detail.value = found;
    if (!found) openId.value = null;
  };
  const refreshDetail = async () => {
    const answer = await asked();
    batch(() => seen(answer));
  };
  /** The board and the open case change together: all is drawn once. */
  const took = async (view: View) => {
    const answer = await asked();
    batch(() => {
      show(view);
      seen(answer);
    });
  };
  /** Another tab has changed something. */
  const reload = async () => {
    if (client && isReady.peek()) await took(await client.ask('load', asOf(), ownZone()));
  };
  const lookAtFile = async () => {
    const text = await work().ask('fileText');
    preview.value = { text, is: await work().ask('preview', text), isChosen: true };
  };
  const own = () => {
    form.isExample.value = false;
  };

  /**
   * Rows that are put in line by line are read once they stand, and while some are read the rest waits.
   * Of all that wait only the last is read: a browser may tell of two thousand lines two thousand
   * times, each time with the whole text.
   */
  let reading: Promise<unknown> = Promise.resolve();
  let rowsTurn = 0;
  const setRows = async (text: string, platform: string) => {
    rowsText.value = text;
    pastedAt = now();
    const turn = (rowsTurn += 1);
    await reading;
    if (turn !== rowsTurn) return;
    heldRows.write(text);
    if (text.trim() === '' || !client) {
      rowsRead.value = null;
      return;
    }
    const read = client.ask('rows', text, platform, Object.entries(chosen.peek()), pastedAt);
    reading = read.catch(() => undefined);
    const found = await read;
    if (turn === rowsTurn) rowsRead.value = found;
  };
  /** The same rows, as they were pasted: their countdowns run from then. */
  const readAgain = async (platform: string) => {
    rowsRead.value = await work().ask(
      'rows',
      rowsText.peek(),
      platform,
      Object.entries(chosen.peek()),
      pastedAt,
    );
  };
  /** @param toThere what rows say of orders that are on the board goes into their cases. */
  const addRows = async (platform: string, toThere = false) => {
    const { view, count, left } = await work().ask(
      'addRows',
      rowsText.peek(),
      platform,
      Object.entries(chosen.peek()),
      pastedAt,
      toThere,
    );
    own();
    // What still waits or is read of them is on the board by now.
    rowsTurn += 1;
    heldRows.write(left.text);
    batch(() => {
      show(view);
      rowsText.value = left.text;
      if (left.text === '') rowsRead.value = null;
    });
    if (left.text !== '') await readAgain(platform);
    return { count, waits: left.count };
  };

  return {
    form,
    answer,
    clock,
    openId,
    detail,
    at,
    said,
    isReady,
    /** What the desk works with did not arrive. */
    isLost,
    door,
    rowsText,
    rowsRead,
    chosen,
    preview,
    exampleView,
    ownView,
    /** Whether this tab holds what is on the desk over a reload, as long as nothing is kept. */
    isHolding,
    holdHere: (wanted: boolean) => {
      setHolding(wanted);
      isHolding.value = wanted;
      const view = ownView.peek();
      if (view) hold(!view.keeps && view.lines.length > 0);
    },
    /** The page is read now: the worker starts, and what is kept or was held by this tab is shown. */
    arrive: async () => {
      const client = connect();
      const held = heldCases.read();
      if (hasOld('deadline-planner'))
        await (await import('./planner-records.ts')).plannerRecords(true).all();
      await client.ask('open', page.content);
      isHolding.value = mayHold();
      const kept = await client.ask('load', asOf(), ownZone());
      show(held === '' ? kept : await client.ask('restore', held, heldAside.read()));
      exampleView.value = await client.ask('example', asOf());
      batch(() => {
        isReady.value = true;
        isLost.value = false;
      });
    },
    /**
     * What was typed before, or put here by another tool.
     *
     * @param added says how many cases another tool has put here.
     */
    takeUp: async (added: (count: number) => string) => {
      const typed = heldRows.read();
      const coming = rowsComing.read();
      if (coming !== '') {
        await setRows(coming, '');
        if ((rowsRead.peek()?.count ?? 0) > 0) said.value = added((await addRows('')).count);
        rowsComing.clear();
      }
      // What was typed before, and what came and cannot be read.
      const rows = [typed, rowsText.peek()].filter(Boolean).join('\n');
      if (rows !== '') {
        door.value = 'rows';
        await setRows(rows, form.input.peek().platform);
      }
      const id = goesTo.read();
      if (id !== '' && ownView.peek()?.lines.some((line) => line.id === id)) {
        openId.value = id;
        await refreshDetail();
      }
    },
    leave: () => client?.close(),
    /** The page goes out of sight, and may not come back. */
    rest: () => {
      if (isReady.peek()) void work().ask('flush');
    },
    tick: (ms: number) => {
      const before = clock.peek();
      clock.value = ms;
      if (!isReady.peek() || !hasTurned(before, ms)) return;
      form.pass(new Date(Math.floor(ms / 1000) * 1000).toISOString().replace('.000', ''));
      void work()
        .ask('judge', asOf(), ownZone())
        .then(took)
        .then(async () => {
          if (form.isExample.peek()) exampleView.value = await work().ask('example', asOf());
        });
    },

    openCase: async (id: string) => {
      openId.value = id;
      detail.value = null;
      await Promise.all([refreshDetail(), draw()]);
    },
    closeDetail: () =>
      batch(() => {
        openId.value = null;
        detail.value = null;
        goesTo.write('');
      }),
    change: async (id: string, change: Change) => {
      await took(await work().ask('change', id, change, now()));
    },
    /** The case of one's own that has this order number. */
    caseOfOrder: (order: string) => ownView.peek()?.lines.find((line) => line.order === order)?.id,
    /** What came in goes into a case that is there, whose kind stays what it is. */
    addTo: async (id: string, parts: CasePatch) => {
      const line = ownView.peek()?.lines.find((each) => each.id === id);
      const kind = line?.flow ? { flow: line.flow, platform: line.platform ?? undefined } : {};
      await took(
        await work().ask('change', id, { type: 'patch', patch: { ...parts, ...kind } }, now()),
      );
    },
    add: async (wish: string, parts: Partial<Case>) => {
      const { id, view } = await work().ask('add', wish, parts, now());
      own();
      show(view);
      if (id !== '') {
        openId.value = id;
        await refreshDetail();
      }
      return id;
    },
    remove: async (id: string) => {
      batch(() => {
        openId.value = null;
        detail.value = null;
      });
      show(await work().ask('remove', id));
    },
    /** Takes the last step back, or puts it back, and says what became of it. */
    takeBack: async (
      way: 'undo' | 'redo',
      told: (taken: Taken, way: 'undo' | 'redo') => string,
    ) => {
      const { view, taken } = await work().ask(way);
      await took(view);
      said.value = told(taken, way);
    },

    setRows,
    choose: async (name: string, flow: string, platform: string) => {
      chosen.value = { ...chosen.peek(), [name]: flow };
      await readAgain(platform);
    },
    /** Another platform was chosen: it may decide what the rows mean, and that is shown before they are added. */
    chosePlatform: async (platform: string) => {
      if (rowsRead.peek()) await readAgain(platform);
    },
    addRows,
    takeIn: async () => {
      const { view, count, unread } = await work().ask('takeIn');
      own();
      show(view);
      return { count, unread };
    },

    keep: async () => show(await work().ask('keep')),
    forget: async () => {
      const { view, count } = await work().ask('forget', asOf());
      batch(() => {
        openId.value = null;
        detail.value = null;
        show(view);
      });
      return count;
    },
    setWays: async (part: Partial<Ways>) => took(await work().ask('setWays', part, asOf())),

    /** The file everything is written to by itself. */
    file: {
      choose: async () => {
        const chosen = await chooseFile('amicable-cases.json');
        if (!chosen) return;
        await took(await work().ask('fileChosen', chosen));
        if (ownView.peek()?.file?.state === 'changed') await lookAtFile();
      },
      look: () => lookAtFile(),
      /** What stands in the file was looked at, and is written over. */
      over: async () => took(await work().ask('fileWrite', await work().ask('fileText'))),
      /** The person is asked once more whether the browser may. */
      again: async () => {
        const chosen = await work().ask('fileOf');
        if (chosen) await mayWrite(chosen, true);
        await took(await work().ask('fileWrite', null));
      },
      stop: async () => took(await work().ask('fileStop')),
    },
    bundle: (isScrubbed: boolean) => work().ask('bundle', now(), isScrubbed),
    saved: async () => show(await work().ask('saved', now())),
    look: async (text: string) => {
      preview.value = { text, is: await work().ask('preview', text), isChosen: false };
    },
    bring: async () => {
      const held = preview.peek();
      if (!held?.is) return;
      const before = ownView.peek()?.keeps ? null : await work().ask('bundle', now(), false);
      const view = await work().ask('bring', held.text, now());
      own();
      preview.value = null;
      await took(view);
      if (before !== null && view.beforeImport) heldAside.write(view.beforeImport, before);
      // The desk knows now what the chosen file knew: it may be written again.
      if (held.isChosen) await took(await work().ask('fileWrite', held.text));
    },
    bringBack: async () => {
      await took(await work().ask('bringBack'));
      heldAside.clear();
    },
    /** A pasted moment as the instant it is, read in the zone of the kind of case; or why it is none. */
    readAmount: (text: string, currency: string | undefined) =>
      work().ask('readAmount', text, currency),
    readMoment: (text: string, flow: string, is: 'event' | 'shown') =>
      work().ask('readMoment', text, flow, is, now()),
    /** What a pasted text is about; it may be typed before the desk is open. */
    find: (question: FindQuestion) => connect().ask('find', question),
    /** Brings a row of the board in sight. */
    reveal: (board: string, row: number) => revealRow(board, row),
    logLines: () => work().ask('logLines'),
    /** Every case with all its deadlines, for files. */
    plans: () => work().ask('plans', form.isExample.peek(), asOf()),
    /** The link that opens each case in the planner, by its id. */
    links: () => work().ask('links'),
    details: () =>
      form.isExample.peek() ? work().ask('exampleDetails', asOf()) : work().ask('details'),
    /** The case goes along to another tool of this browser, as a key and no more. */
    take: (id: string) => goesTo.write(id),
  };
}

export type Desk = ReturnType<typeof createDesk>;
