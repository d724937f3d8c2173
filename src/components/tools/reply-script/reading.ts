import { batch, signal } from '@preact/signals';
import type {
  GuardCheck,
  GuardInput,
  GuardResult,
  GuardToolInput,
  GuardWords,
  SharedOut,
} from '@/calculators/reply-guard/index.ts';
import { openPlaces, putTexts } from '@/calculators/shared/pack.ts';
import { isPlainDay, readPlainDay, type ReadDay } from '@/calculators/shared/plain-day.ts';
import { nextTask } from '../../platform/later.ts';
import { once } from '../../platform/once.ts';
import { fetchPack } from '../../platform/packs.ts';
import { whenCalm } from '../../platform/ticker.ts';
import type { MomentWords } from '../shared/moment-words.ts';
import type * as GuardLater from './guard-later.ts';
import { EXAMPLE } from './example.ts';
import type { Fetching, GuardPack, ReplyPage, WhyPack } from './library.ts';

/** A day picked or pasted passes through no half of itself; a typed one is asked about once the typing rests. */
const CALM = 400;

const guardCode = once(() => import('./guard.ts'));
const laterCode = once(() => import('./guard-later.ts'));
const daysCode = once(() => import('./days.ts'));

/**
 * Letters of a language, and of many a word from it in texts of others; with it comes what any text with such letters
 * may say. The guard reads Greek letters as the Latin ones they look like.
 */
const LETTERS = [
  ['en', /[\p{Script=Latin}\p{Script=Greek}]/u],
  ['ru', /\p{Script=Cyrillic}/u],
  ['zh-CN', /\p{Script=Han}/u],
  ['ko', /\p{Script=Hangul}/u],
] as const;

/**
 * The languages a text has to be read in: its own, and every one whose letters stand in what a person
 * wrote into it. What the library wrote is in its own language.
 */
export function languagesIn(language: string, written: string): string[] {
  const text = written.normalize('NFKC');
  return [
    ...new Set([
      language,
      ...LETTERS.flatMap(([each, letters]) => (letters.test(text) ? [each] : [])),
    ]),
  ];
}

/**
 * What reads what a person writes: the guard, fetched once there are words of one's own, and the reader of
 * days in words, fetched with the first day that is not plain.
 *
 * @param onRules hears of the rules that warnings may cite, when there is one.
 */
export function createReading(page: ReplyPage, onRules: (rules: WhyPack['rules']) => void) {
  const words = new Map<string, GuardWords>();
  const laterWords = new Map<string, GuardWords>();
  /** Whether the text read last may hold what is not understood yet. */
  let lacking = false;
  const guards = new Map<string, SharedOut>();
  const state = signal<Fetching>('away');
  /** The languages whose words the guard has. */
  const here = signal<ReadonlySet<string>>(new Set());
  /** Those in which days, amounts and languages are understood, and those in which they should be. */
  const understood = signal<ReadonlySet<string>>(new Set());
  const wanted = signal<ReadonlySet<string>>(new Set());
  const daysState = signal<Fetching>('away');

  const makeGuard = async (language: string | undefined) => {
    const [{ createGuardWith, withWords }, pack] = await Promise.all([
      guardCode(),
      fetchPack<GuardPack>(language === EXAMPLE.language ? page.guardOfExample : page.guard),
    ]);
    if (pack.words) words.set(EXAMPLE.language, pack.words);
    return {
      createGuardWith,
      withWords,
      guard: openPlaces(pack.guard),
    };
  };
  type Guard = Awaited<ReturnType<typeof makeGuard>>;
  let guard: Guard | null = null;
  let making: Promise<Guard> | null = null;
  /** @param language which it is needed for first. */
  const fetchGuard = (language?: string) =>
    (making ??= makeGuard(language).catch((error: unknown) => {
      making = null;
      throw error;
    }));
  type Later = typeof GuardLater;
  let later: Later | null = null;

  const isIn = (languages: readonly string[], known: ReadonlySet<string>) =>
    languages.every((each) => known.has(each));
  const reads = (languages: readonly string[]) => isIn(languages, here.value);
  const understands = (languages: readonly string[]) => isIn(languages, understood.value);
  /** Whether whatever is written into a reply in this language can be read. */
  const readsAll = (language: string) => {
    const all = [language, ...LETTERS.map(([each]) => each)];
    return reads(all) && understands(all);
  };

  /** What a warning says has come. */
  const hasWhy = signal(false);
  const isWhyLost = signal(false);
  let askingWhy: Promise<void> | null = null;
  const loadWhy = async (): Promise<boolean> => {
    if (hasWhy.peek()) return true;
    askingWhy ??= Promise.all([fetchPack<WhyPack>(page.why), fetchGuard()]).then(
      ([{ warnings, rules }, made]) => {
        for (const [language, texts] of Object.entries(warnings))
          putTexts(made.guard, language, texts);
        onRules(rules);
        hasWhy.value = true;
        isWhyLost.value = false;
      },
      // Asked for anew with the next find.
      () => {
        askingWhy = null;
        isWhyLost.value = true;
      },
    );
    await askingWhy;
    return hasWhy.peek();
  };

  /** What reads replies in these languages. Answers whether it came. */
  const loadGuard = async (languages: readonly string[]): Promise<boolean> => {
    const away = languages.filter((each) => !here.peek().has(each));
    if (away.length === 0) return true;
    state.value = 'coming';
    try {
      const making = fetchGuard(away[0]);
      const wordsOf = async (language: string) => {
        // They may come with it.
        if (language === EXAMPLE.language) await making;
        return words.get(language) ?? fetchPack<GuardWords>(page.guardWords[language] ?? '');
      };
      const [made, ...packs] = await Promise.all([making, ...away.map(wordsOf)]);
      batch(() => {
        guard = made;
        away.forEach((language, i) => words.set(language, packs[i] ?? { rules: {} }));
        here.value = new Set([...here.peek(), ...away]);
        state.value = 'here';
      });
      return true;
    } catch {
      state.value = 'failed';
      return false;
    }
  };

  /** What understands days, amounts and languages in replies in these languages. Answers whether it came. */
  const loadLater = async (languages: readonly string[] = [...wanted.peek()]): Promise<boolean> => {
    wanted.value = new Set([...wanted.peek(), ...languages]);
    const away = languages.filter((each) => !understood.peek().has(each));
    if (away.length === 0) return true;
    state.value = 'coming';
    try {
      const [code, ...packs] = await Promise.all([
        laterCode(),
        ...away.map((each) => fetchPack<GuardWords>(page.guardLater[each] ?? '')),
      ]);
      batch(() => {
        later = code;
        away.forEach((language, i) => laterWords.set(language, packs[i] ?? { rules: {} }));
        understood.value = new Set([...understood.peek(), ...away]);
        state.value = 'here';
      });
      return true;
    } catch {
      state.value = 'failed';
      return false;
    }
  };

  const guardIn = (made: Guard, languages: readonly string[], isWhole: boolean): SharedOut => {
    const key = `${languages.join(' ')} ${isWhole}`;
    let read = guards.get(key);
    if (!read) {
      const known = [words, ...(isWhole ? [laterWords] : [])].flatMap((all) =>
        languages.flatMap((each) => all.get(each) ?? []),
      );
      const { rules, parts } = made.withWords(made.guard, known);
      const more = isWhole && later ? later.guardLater : null;
      read = made.createGuardWith(rules, parts, more, () => (lacking = true));
      guards.set(key, read);
    }
    return read;
  };

  /** Guards that have made the expressions a reply needs, and those that are at it, with what they are asked. */
  const ready = signal<ReadonlySet<SharedOut>>(new Set());
  const readying = new Map<SharedOut, GuardInput[]>();
  /** An expression takes its time to make, all of them several keys: each rule has a task of its own. */
  const makeReady = async (read: SharedOut, asked: readonly GuardInput[]) => {
    for (const each of asked)
      for (const shares = read.inShares(each); !shares.next().done;)
        await new Promise<void>(nextTask);
    ready.value = new Set([...ready.peek(), read]);
  };
  const isReady = (read: SharedOut, asked: GuardInput): boolean => {
    if (ready.value.has(read)) return true;
    const first = readying.get(read);
    // All that one answer asks comes in one task.
    if (first) first.push(asked);
    else {
      const all = [asked];
      readying.set(read, all);
      nextTask(() => void makeReady(read, [...all]));
    }
    return false;
  };

  /**
   * What reads a text as the platform would, with the words of these languages. Until they are here nothing
   * is found: only what the library itself says is asked about, in which a test finds nothing.
   *
   * @param onLack hears that a text may hold what is understood later, and that this is on its way: what was
   *   found is not all there is to find. Who does not listen has an answer at once.
   */
  const checkIn =
    (languages: readonly string[], onLack?: () => void): GuardCheck =>
    (asked) => {
      // Asked first: whoever reads while nothing is here is run again once it has come.
      const isWhole = understands(languages);
      if (!reads(languages) || !guard || languages.length === 0) return [];
      let read = guardIn(guard, languages, isWhole);
      if (onLack && !isReady(read, asked)) {
        // What was enough until now is, while more is made ready.
        read = guardIn(guard, languages, false);
        if (!ready.value.has(read)) {
          onLack();
          return [];
        }
      }
      lacking = false;
      const found = read(asked);
      if (lacking) {
        onLack?.();
        queueMicrotask(() => void loadLater(languages));
      }
      if (found.length === 0 || hasWhy.value) return found;
      void loadWhy();
      return found.map((each) => ({ ...each, message: '', instead: '' }));
    };

  const makeDays = async () => {
    const [{ loadEveryMomentWord, readDay, takeMomentWords }, moments] = await Promise.all([
      daysCode(),
      fetchPack<MomentWords>(page.days),
    ]);
    takeMomentWords(moments);
    return { loadEveryMomentWord, readDay };
  };
  let days: Awaited<ReturnType<typeof makeDays>> | null = null;
  const loadDays = async (): Promise<boolean> => {
    if (days) return true;
    daysState.value = 'coming';
    try {
      days = await makeDays();
      daysState.value = 'here';
      return true;
    } catch {
      daysState.value = 'failed';
      return false;
    }
  };
  const daySoon = whenCalm(() => {
    // That it did not come is told to whoever reads: they ask here again, and must not without end.
    if (daysState.peek() === 'away') void loadDays();
  }, CALM);

  return {
    reads,
    readsAll,
    loadGuard,
    loadLater,
    /** Whether all that a text asked for is here. */
    understandsWanted: () => isIn([...wanted.value], understood.value),
    loadWhy,
    hasWhy: () => hasWhy.value,
    checkIn,
    hasDays: () => daysState.value === 'here',
    isBusy: () =>
      state.value === 'coming' || daysState.value === 'coming' || readying.size > ready.value.size,
    hasFailed: () => state.value === 'failed',
    haveDaysFailed: () => daysState.value === 'failed',
    isWhyLost: () => isWhyLost.value,
    /** Somebody turns to the form, or there is a network again: days and reasons that did not come are asked for. */
    askAgain: () => {
      if (daysState.peek() === 'failed') void loadDays();
      if (isWhyLost.peek()) void loadWhy();
    },
    /** What may not be said in a text of one's own. Null until what reads it is here. */
    readReply: (input: GuardToolInput, asOf: string): GuardResult | null => {
      const languages = languagesIn(input.language ?? 'en', input.text ?? '');
      const isWhole = reads(languages) && understands(languages);
      return isWhole && later
        ? later.readReply(input, checkIn(languages), asOf, page.parts.limits)
        : null;
    },
    /** Reads days in words once what reads them is here; until then such a day is one whose words are missing. */
    readDay: ((raw, context) => {
      if (daysState.value === 'here' && days) return days.readDay(raw, context);
      const read = readPlainDay(raw, context);
      const text = typeof raw === 'string' ? raw.normalize('NFKC').trim() : '';
      // A dash stands for “no day”.
      if (text === '' || text === '-' || isPlainDay(text)) return read;
      daySoon();
      return {
        kind: 'unreadable',
        why: 'words-missing',
        understood: {
          messageKey: 'tool.moment.words-missing',
          values: { text: text.slice(0, 80) },
        },
      };
    }) as ReadDay,
    /** Words for days that are not here yet: of the likeliest languages, then of all. False where none came. */
    loadMoreWords: async (): Promise<boolean> => (days ? days.loadEveryMomentWord() : loadDays()),
    /** All of it, for a device without a network. */
    loadAll: async (languages: readonly string[]): Promise<boolean> => {
      const came = await Promise.all([
        loadGuard(languages),
        loadLater(languages),
        loadWhy(),
        loadDays().then((here) => here && (days?.loadEveryMomentWord() ?? false)),
      ]);
      return came.every(Boolean);
    },
  };
}
