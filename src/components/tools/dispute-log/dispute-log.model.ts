import { computed, effect, signal } from '@preact/signals';
import {
  decodeInput,
  encodeInput,
  FIELDS,
  readSettings,
  SETTINGS,
  settled,
  type DisputeLogOk,
  type DisputeLogResult,
  type Field,
  type Role,
  type Setting,
  type Settings,
} from '@/calculators/dispute-log/index.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { onAttention } from '../../platform/attention.ts';
import { dayHere } from '../../platform/clock.ts';
import { sessionText } from '../../platform/session.ts';
import { openStore } from '../../platform/storage.ts';
import { whenCalm } from '../../platform/ticker.ts';
import { createForm } from '../shared/form.model.ts';
import type { ChosenFile, TableSeen } from './desk.ts';
import { openDesk } from './log-client.ts';
import { createSettingReader } from './setting-reader.ts';

/** What the page carries for the tool. */
export interface DisputeLogPage {
  example: DisputeLogOk;
  changedOn: string;
  /** Classes of the listing check by id, in the page's language. */
  classes: Readonly<Record<string, string>>;
  strings: Readonly<Record<string, string>>;
}

/** What is typed: settings, and a pasted table. `made` marks the made-up log. */
export type Typed = Readonly<Record<Setting | 'pasted' | 'made', string>>;

export type Outcome =
  | DisputeLogResult
  | { kind: 'waiting' }
  | { kind: 'reading' }
  | { kind: 'stopped' }
  | { kind: 'lost' };

const NONE = Object.fromEntries([...SETTINGS, 'pasted', 'made'].map((name) => [name, ''])) as Typed;

const settingsOf = (typed: Typed) =>
  Object.fromEntries(
    SETTINGS.flatMap((name) => (typed[name].trim() === '' ? [] : [[name, typed[name].trim()]])),
  ) as Partial<Record<Setting, string>>;

interface Read {
  kind: 'done';
  result: DisputeLogResult;
  tables: readonly TableSeen[];
}
type Run =
  | { kind: 'waiting' }
  /** `before` is what the same files gave before the last key: it stands until there is something else. */
  | { kind: 'reading'; share: number; before: Read | null }
  | Read
  | { kind: 'stopped' }
  /** What reads files did not arrive, or broke down. */
  | { kind: 'lost' };

interface Job {
  settings: Settings;
  chosen: readonly ChosenFile[];
  /** Something typed or chosen, and no other files. */
  isKey: boolean;
}

/** State of the log analysis: files and columns, and what the desk in the worker has answered. */
export function createModel(page: DisputeLogPage, language: Language, builtOn: string) {
  const reader = createSettingReader(page.strings, language);
  /** The reader's own day; until the page is read, the one its server built it with. */
  const dayAt = (asOf: string) => (asOf === builtOn ? asOf.slice(0, 10) : dayHere(asOf));
  const readAt = (asOf: string) => reader.readAt(`${dayAt(asOf)}T00:00:00Z`);
  const files = signal<readonly ChosenFile[]>([]);
  const mapping = signal<Readonly<Partial<Record<Field, string>>>>({});
  const run = signal<Run>({ kind: 'waiting' });
  /** What the files gave, the last time they were read. */
  const read = computed(() => {
    const now = run.value;
    return now.kind === 'done' ? now : now.kind === 'reading' ? now.before : null;
  });
  const remembers = signal(false);
  /** The browser refused to remember the columns. */
  const refused = signal(false);
  const store = openStore('dispute-log-columns');

  const form = createForm<Typed, Outcome>(
    {
      example: () => ({
        ...NONE,
        made: 'yes',
        period: 'month',
        asOf: page.example.asOf.slice(0, 10),
        changedOn: page.changedOn,
      }),
      empty: () => NONE,
      answer: (typed, asOf) => {
        if (typed.made === 'yes') return page.example;
        const given = readSettings(settingsOf(typed), readAt(asOf));
        if ('issues' in given) return { kind: 'invalid', issues: given.issues };
        return read.value?.result ?? (run.value as Exclude<Run, Read>);
      },
      toLink: (typed, asOf) => encodeInput(settled(settingsOf(typed), readAt(asOf))),
      fromLink: (fragment, _current, asOf) => {
        const { input, ignored } = decodeInput(fragment, readAt(asOf));
        return {
          input: Object.keys(input).length > 0 ? { ...NONE, ...input } : null,
          leftOut: ignored.map(({ messageKey, ...rest }) => ({ ...rest, why: messageKey })),
        };
      },
      typed: (typed, name, value) => (name in NONE ? { ...typed, made: '', [name]: value } : typed),
    },
    builtOn,
  );

  const desk = openDesk();
  const headerKey = (tables: readonly TableSeen[]) =>
    tables
      .flatMap(({ headers }) => headers)
      .join('\u0001')
      .slice(0, 2000);

  const write = (tables: readonly TableSeen[]) => {
    refused.value = !store.write(headerKey(tables), mapping.value);
    remembers.value = !refused.value;
  };

  /** Columns that a person asked to be remembered for these headers. What is stored is as hostile as a link. */
  const recall = (tables: readonly TableSeen[]) => {
    const held = store.read(headerKey(tables));
    if (typeof held !== 'object' || held === null || Object.keys(mapping.peek()).length > 0) return;
    const known = FIELDS.flatMap((field) => {
      const name = (held as Record<string, unknown>)[field];
      return typeof name === 'string' ? [[field, name.slice(0, 200)] as const] : [];
    });
    if (known.length > 0) {
      mapping.value = Object.fromEntries(known);
      remembers.value = true;
    }
  };

  const ask = async ({ settings, chosen, isKey }: Job) => {
    const before = isKey ? read.peek() : null;
    run.value = { kind: 'reading', share: 0, before };
    try {
      const { result, tables } = await desk.ask(
        { files: chosen, settings, today: Date.parse(dayAt(form.asOf.peek())) / 86_400_000 },
        (share) => {
          // A report that stands is not shaken for what is read at once.
          if (!before || share < 1) run.value = { kind: 'reading', share, before };
        },
      );
      run.value = { kind: 'done', result, tables };
      recall(tables);
    } catch (error) {
      // The files are still there. Cleared, there is nothing to say of them.
      const isCleared = chosenNow(form.input.peek()).length === 0;
      const isStopped = error instanceof Error && error.message === 'stopped';
      run.value = { kind: isCleared ? 'waiting' : isStopped ? 'stopped' : 'lost' };
    }
  };

  const chosenNow = (typed: Typed): readonly ChosenFile[] =>
    typed.pasted.trim() === ''
      ? files.value
      : [...files.value, { name: 'paste', role: 'rows', blob: new Blob([typed.pasted]) }];

  const add = (list: readonly File[]) => {
    files.value = [
      ...files.value,
      ...list.map((file) => ({ name: file.name, role: 'rows' as Role, blob: file as Blob })),
    ];
    form.change({});
  };

  return {
    form,
    files,
    mapping,
    run,
    remembers,
    refused,
    read,
    addressNeeds: reader.addressNeeds,
    /** Whether all is here that a file and a setting need. */
    isReady: () => desk.isHere() && reader.isHere(),
    cancel: desk.cancel,
    /** Whether the worker with the files is refused a connection; null where the page reads them itself. */
    proveWorker: desk.prove,
    /**
     * Asks the desk whenever what it is asked about rests; what reads comes when somebody turns to the form.
     * Answers how to stop.
     */
    wake: (base: string) => {
      let asked: readonly unknown[] = ['', '', files.peek()];
      let latest: Job | null = null;
      const start = (job: Job) => {
        // What was asked in the meantime is the newer question.
        if (job === latest) void ask(job);
      };
      const calm = whenCalm(start, 350);
      // The log of the case desk, handed over in this tab: it is taken once, and stays nowhere.
      const handed = sessionText('log');
      const log = handed.read();
      handed.write('');
      if (log !== '') add([new File([log], 'case-log.csv', { type: 'text/csv' })]);
      const stopHearing = onAttention(base, () => {
        desk.load();
        void reader.load();
      });
      const stop = effect(() => {
        const typed = form.input.value;
        const chosen = chosenNow(typed);
        const given = readSettings(
          { ...settingsOf(typed), mapping: mapping.value },
          readAt(form.asOf.value),
        );
        if (typed.made === 'yes' || 'issues' in given) return;
        const { settings } = given;
        // Without a day to look from it is today, and that may be over.
        const today = settings.asOf === null ? dayAt(form.asOf.value) : '';
        const next = [JSON.stringify(settings) + today, typed.pasted, files.value];
        if (next.every((part, i) => part === asked[i])) return;
        // A key may be followed by others; a file is whole when it arrives.
        const isKey = files.value === asked[2];
        const begin = isKey ? calm : start;
        asked = next;
        latest = { settings, chosen, isKey };
        if (chosen.length === 0) run.value = { kind: 'waiting' };
        else begin(latest);
      });
      return () => {
        stop();
        stopHearing();
      };
    },
    add,
    drop: (at: number) => {
      files.value = files.value.filter((_, i) => i !== at);
      form.change({});
    },
    say: (at: number, role: Role) => {
      files.value = files.value.map((file, i) => (i === at ? { ...file, role } : file));
    },
    map: (field: Field, name: string) => {
      mapping.value = Object.fromEntries(
        Object.entries({ ...mapping.value, [field]: name }).filter(([, value]) => value !== ''),
      );
      const now = run.peek();
      if (remembers.peek() && now.kind === 'done') write(now.tables);
    },
    /** Answers whether they are remembered from now on. */
    remember: (yes: boolean) => {
      remembers.value = yes;
      const now = run.peek();
      if (now.kind === 'done') {
        if (yes) write(now.tables);
        else store.remove(headerKey(now.tables));
      }
      return remembers.peek();
    },
    clear: () => {
      desk.cancel();
      files.value = [];
      mapping.value = {};
      run.value = { kind: 'waiting' };
    },
  };
}

export type DisputeLogModel = ReturnType<typeof createModel>;
