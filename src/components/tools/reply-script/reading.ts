import { batch, signal } from '@preact/signals';
import type {
  GuardCheck,
  GuardResult,
  GuardToolInput,
  GuardWords,
} from '@/calculators/reply-guard/index.ts';
import { openPlaces, putTexts } from '@/calculators/shared/pack.ts';
import { isPlainDay, readPlainDay, type ReadDay } from '@/calculators/shared/plain-day.ts';
import { fetchPack } from '../../platform/packs.ts';
import { whenCalm } from '../../platform/ticker.ts';
import type { MomentWords } from '../shared/moment-words.ts';
import type { Fetching, GuardPack, ReplyPage, WhyPack } from './library.ts';

/** A day picked or pasted passes through no half of itself; a typed one is asked about once the typing rests. */
const CALM = 400;

/** Letters of a language, and of many a word from it in texts of others. */
const LETTERS = [
  ['en', /\p{Script=Latin}/u],
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
  const guards = new Map<string, GuardCheck>();
  const state = signal<Fetching>('away');
  /** The languages whose words the guard has. */
  const here = signal<ReadonlySet<string>>(new Set());
  const daysState = signal<Fetching>('away');

  const makeGuard = async () => {
    const [{ createGuard, readReply, withWords }, pack] = await Promise.all([
      import('./guard.ts'),
      fetchPack<GuardPack>(page.guard),
    ]);
    return {
      createGuard,
      readReply,
      withWords,
      guard: openPlaces(pack.guard),
    };
  };
  type Guard = Awaited<ReturnType<typeof makeGuard>>;
  let guard: Guard | null = null;
  let making: Promise<Guard> | null = null;
  const fetchGuard = () =>
    (making ??= makeGuard().catch((error: unknown) => {
      making = null;
      throw error;
    }));

  const reads = (languages: readonly string[]) => languages.every((each) => here.value.has(each));
  /** Whether whatever is written into a reply in this language can be read. */
  const readsAll = (language: string) => reads([language, ...LETTERS.map(([each]) => each)]);

  /** What a warning says has come. */
  const hasWhy = signal(false);
  let askingWhy: Promise<void> | null = null;
  const loadWhy = async (): Promise<boolean> => {
    if (hasWhy.peek()) return true;
    askingWhy ??= Promise.all([fetchPack<WhyPack>(page.why), fetchGuard()]).then(
      ([{ warnings, rules }, made]) => {
        for (const [language, texts] of Object.entries(warnings))
          putTexts(made.guard, language, texts);
        onRules(rules);
        hasWhy.value = true;
      },
      // Asked for anew with the next find.
      () => void (askingWhy = null),
    );
    await askingWhy;
    return hasWhy.peek();
  };

  /** What reads replies in these languages. Answers whether it came. */
  const loadGuard = async (languages: readonly string[]): Promise<boolean> => {
    const wanted = languages.filter((each) => !here.peek().has(each));
    if (wanted.length === 0) return true;
    state.value = 'coming';
    try {
      const [made, ...packs] = await Promise.all([
        fetchGuard(),
        ...wanted.map((each) => fetchPack<GuardWords>(page.guardWords[each] ?? '')),
      ]);
      batch(() => {
        guard = made;
        wanted.forEach((language, i) => words.set(language, packs[i] ?? {}));
        here.value = new Set([...here.peek(), ...wanted]);
        state.value = 'here';
      });
      return true;
    } catch {
      state.value = 'failed';
      return false;
    }
  };

  /**
   * What reads a text as the platform would, with the words of these languages. Until they are here nothing
   * is found: only what the library itself says is asked about, in which a test finds nothing.
   */
  const checkIn =
    (languages: readonly string[]): GuardCheck =>
    (asked) => {
      // Asked first: whoever reads while nothing is here is run again once it has come.
      if (!reads(languages) || !guard) return [];
      const key = languages.join(' ');
      let read = guards.get(key);
      if (!read) {
        const known = languages.flatMap((each) => words.get(each) ?? []);
        const { rules, parts } = guard.withWords(guard.guard, known);
        read = guard.createGuard(rules, parts);
        guards.set(key, read);
      }
      const found = read(asked);
      if (found.length === 0 || hasWhy.value) return found;
      void loadWhy();
      return found.map((each) => ({ ...each, message: '', instead: '' }));
    };

  const makeDays = async () => {
    const [{ loadEveryMomentWord, readDay, takeMomentWords }, moments] = await Promise.all([
      import('./days.ts'),
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
  const daySoon = whenCalm(() => void loadDays(), CALM);

  return {
    reads,
    readsAll,
    loadGuard,
    loadWhy,
    hasWhy: () => hasWhy.value,
    checkIn,
    hasDays: () => daysState.value === 'here',
    isBusy: () => state.value === 'coming' || daysState.value === 'coming',
    hasFailed: () => state.value === 'failed',
    /** What may not be said in a text of one's own. Null until what reads it is here. */
    readReply: (input: GuardToolInput, asOf: string): GuardResult | null => {
      const languages = languagesIn(input.language ?? 'en', input.text ?? '');
      return reads(languages) && guard
        ? guard.readReply(input, checkIn(languages), asOf, page.parts.limits)
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
        loadWhy(),
        loadDays().then((here) => here && (days?.loadEveryMomentWord() ?? false)),
      ]);
      return came.every(Boolean);
    },
  };
}
