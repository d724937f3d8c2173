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
import type { Fetching, GuardPack, GuardWordsPack, ReplyPage } from './library.ts';

/** A day picked or pasted passes through no half of itself; a typed one is asked about once the typing rests. */
const CALM = 400;
const ALWAYS = ['en'];

/**
 * What reads what a person writes: the guard, fetched once there are words of one's own, and the reader of
 * days in words, fetched with the first day that is not plain.
 *
 * @param onRules hears of the rules that warnings may cite.
 */
export function createReading(page: ReplyPage, onRules: (rules: GuardPack['rules']) => void) {
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
      rules: pack.rules,
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

  /** English words stand in many a text in another language. */
  const wantedFor = (languages: readonly string[]) => [...new Set([...languages, ...ALWAYS])];
  const reads = (...languages: string[]) =>
    wantedFor(languages).every((each) => here.value.has(each));
  /** What reads replies in these languages. Answers whether it came. */
  const loadGuard = async (languages: readonly string[]): Promise<boolean> => {
    const wanted = wantedFor(languages).filter((each) => !here.peek().has(each));
    if (wanted.length === 0) return true;
    state.value = 'coming';
    try {
      const [made, ...packs] = await Promise.all([
        fetchGuard(),
        ...wanted.map((each) => fetchPack<GuardWordsPack>(page.guardWords[each] ?? '')),
      ]);
      batch(() => {
        if (!guard) onRules(made.rules);
        guard = made;
        wanted.forEach((language, i) => {
          const pack = packs[i];
          if (!pack) return;
          words.set(language, pack.words);
          if (pack.warnings) putTexts(made.guard, language, pack.warnings);
        });
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
   * Reads a text as the platform would, with the words of its language and of the gloss. Until they are here
   * nothing is found: only what the library itself says is asked about, in which a test finds nothing.
   */
  const check: GuardCheck = (asked) => {
    const { language, gloss } = asked;
    // Asked first: whoever reads while nothing is here is run again once it has come.
    if (!reads(language, gloss) || !guard) return [];
    const key = `${language} ${gloss}`;
    let read = guards.get(key);
    if (!read) {
      const known = wantedFor([language, gloss]).flatMap((each) => words.get(each) ?? []);
      const { rules, parts } = guard.withWords(guard.guard, known);
      read = guard.createGuard(rules, parts);
      guards.set(key, read);
    }
    return read(asked);
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
    loadGuard,
    check,
    hasDays: () => daysState.value === 'here',
    isBusy: () => state.value === 'coming' || daysState.value === 'coming',
    hasFailed: () => state.value === 'failed',
    /** What may not be said in a text of one's own. Null until what reads it is here. */
    readReply: (input: GuardToolInput, asOf: string): GuardResult | null =>
      reads(input.language ?? 'en', input.gloss ?? 'en') && guard
        ? guard.readReply(input, check, asOf, page.parts.limits)
        : null,
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
        loadDays().then((here) => here && (days?.loadEveryMomentWord() ?? false)),
      ]);
      return came.every(Boolean);
    },
  };
}
