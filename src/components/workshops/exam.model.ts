import { batch, computed, signal } from '@preact/signals';
import {
  drawExam,
  EXAM_LENGTH,
  judgeExam,
  LETTERS,
  openQuestion,
  poolAt,
  redoExam,
  type Again,
  type Asked,
  type ExamFile,
  type Letter,
  type Placed,
  type Sources,
} from '@/calculators/exam/index.ts';
import { nextSeed, readSeed } from '@/calculators/exercise/index.ts';
import { encode } from '@/calculators/shared/permalink.ts';
import { loadTemporal } from '@/calculators/shared/time.ts';
import type { sessionText } from '../platform/session.ts';
import type { Store } from '../platform/storage.ts';
import type { CaseLink } from './case-link.ts';
import { askThrough, fetchTools } from './doors.ts';
import { contentOf, type Slice } from './slice-content.ts';

/** What is fetched when somebody begins; texts are in the language of the page only. */
export interface ExamPack {
  files: ExamFile[];
  slice: Slice;
  /** What the pages of the handbook are called. */
  pages: Readonly<Record<string, string>>;
  /** Where a rule stands in the rulebook. */
  addresses: Readonly<Record<string, string>>;
}

/** A place in an exam: as this browser was asked to keep it, and as it outlives a reload of this tab. */
interface Place {
  seed: string;
  at: number;
  answers: Readonly<Record<string, Letter>>;
  /** Whether it was finished: what is read is its review. */
  isDone: boolean;
}
const PLACE = 'place';

/** What is stored may come from anywhere: only a seed and letters are taken from it. */
export function readPlace(raw: unknown): Place | null {
  const { seed, at, answers, isDone } = (raw ?? {}) as Partial<Record<keyof Place, unknown>>;
  if (typeof seed !== 'string' || readSeed(seed) !== seed) return null;
  if (typeof answers !== 'object' || answers === null) return null;
  const letters = Object.entries(answers).filter((entry): entry is [string, Letter] =>
    LETTERS.some((letter) => letter === entry[1]),
  );
  const place = typeof at === 'number' && at >= 0 && at < EXAM_LENGTH ? Math.floor(at) : 0;
  return { seed, at: place, answers: Object.fromEntries(letters), isDone: isDone === true };
}

/** The same from the store of this tab, where it was left as a text. */
function readTab(text: string): Place | null {
  try {
    return readPlace(JSON.parse(text));
  } catch {
    return null;
  }
}

const FIRST_SEED = '1';

interface Drawn {
  placed: Placed;
  seed: string;
}
/** Questions to be asked, each with its seed; while mistakes are redone, how each comes again. */
interface Round {
  of: string;
  drawn: readonly Drawn[];
  redo: ReadonlyMap<string, Again> | null;
}

export type Phase = 'start' | 'loading' | 'failed' | 'asking' | 'check' | 'done';
export type Filter = 'all' | 'wrong' | 'right';

/**
 * State of an exam: which questions, what was answered, and what came of it.
 *
 * @param store where a place is kept, only while somebody asks for it.
 * @param tab what outlives a reload of this tab and nothing else.
 */
export function createExam(
  fetchPool: () => Promise<ExamPack>,
  now: () => string,
  store: Store,
  tab: Pick<ReturnType<typeof sessionText>, 'read' | 'write'>,
) {
  const seedText = signal(FIRST_SEED);
  const seed = computed(() => readSeed(seedText.value));
  const phase = signal<Phase>('start');
  const pack = signal<ExamPack | null>(null);
  const asked = signal<readonly Asked[]>([]);
  /** The seed of the round that runs: another one while mistakes are redone. */
  const runs = signal(FIRST_SEED);
  const isRedo = signal(false);
  /** While mistakes are redone: how each question of the round stands to the one that was missed. */
  const again = signal<ReadonlyMap<string, Again>>(new Map());
  /** The seed that gave a question of this round its numbers. */
  let seeds: ReadonlyMap<string, string> = new Map();
  /** All that was asked since the exam began. */
  let seen: ReadonlySet<string> = new Set();
  const answers = signal<Readonly<Record<string, Letter>>>({});
  const at = signal(0);
  const filter = signal<Filter>('all');
  const asOf = signal('');
  const kept = signal<Place | null>(null);
  const isKeeping = signal(false);
  const couldKeep = signal(true);
  /** Whether the page was loaded again and went on where this tab was. */
  const isTakenUp = signal(false);
  /** The address the exam was opened with, until another seed is chosen. */
  const came = signal<CaseLink | null>(null);
  /** An address that was opened while an exam ran, or over its review: it waits until that is left. */
  const waiting = signal<CaseLink | null>(null);

  const sourcesOf = ({ slice }: ExamPack): Sources => {
    const content = contentOf(slice);
    return { rules: content.rules(), ask: askThrough(content), asOf: asOf.value };
  };
  const load = async (): Promise<ExamPack> => {
    asOf.value = now();
    const [fetched] = await Promise.all([fetchPool(), loadTemporal()]);
    // All of them at once: the next exam may need another tool, and has perhaps no network.
    await fetchTools(
      fetched.files.flatMap(({ questions }) => questions.flatMap(({ solve }) => solve?.tool ?? [])),
    );
    pack.value = fetched;
    return fetched;
  };
  const poolOf = ({ files, slice }: ExamPack): Placed[] =>
    poolAt(files, new Map(Object.entries(slice.rules)), asOf.value);
  const open = async (from: ExamPack, round: readonly Drawn[]) => {
    const sources = sourcesOf(from);
    return Promise.all(round.map(({ placed, seed }) => openQuestion(placed, seed, sources)));
  };
  const whole = (from: ExamPack, of: string): Round => ({
    of,
    drawn: drawExam(poolOf(from), of).map((placed) => ({ placed, seed: of })),
    redo: null,
  });
  const start = async (choose: (from: ExamPack) => Round): Promise<void> => {
    phase.value = 'loading';
    try {
      const from = await load();
      const { drawn, of, redo } = choose(from);
      const opened = await open(from, drawn);
      const ids = opened.map(({ id }) => id);
      seeds = new Map(drawn.map(({ placed, seed }) => [placed.question.id, seed]));
      seen = new Set(redo ? [...seen, ...ids] : ids);
      batch(() => {
        asked.value = opened;
        runs.value = of;
        isRedo.value = redo !== null;
        again.value = redo ?? new Map();
        answers.value = {};
        at.value = 0;
        filter.value = 'all';
        phase.value = 'asking';
      });
    } catch {
      phase.value = 'failed';
    }
  };

  /** While mistakes are redone, the exam they are from is what stays. */
  const keep = () => {
    if (isRedo.value) return;
    const place: Place = {
      seed: runs.value,
      at: at.value,
      answers: answers.value,
      isDone: phase.value === 'done',
    };
    tab.write(JSON.stringify(place));
    if (isKeeping.value) couldKeep.value = store.write(PLACE, place);
  };
  /** Goes on where somebody was; answers are judged anew. */
  const goOn = async (place: Place): Promise<boolean> => {
    seedText.value = place.seed;
    await start((from) => whole(from, place.seed));
    if (phase.value !== 'asking') return false;
    const known = new Set(asked.value.map(({ id }) => id));
    batch(() => {
      answers.value = Object.fromEntries(
        Object.entries(place.answers).filter(([id]) => known.has(id)),
      );
      at.value = place.at;
      if (place.isDone) phase.value = 'done';
    });
    return true;
  };
  const forget = () => {
    store.remove(PLACE);
    kept.value = null;
    isKeeping.value = false;
  };
  const judged = computed(() => judgeExam(asked.value, answers.value));
  return {
    seedText,
    seed,
    phase,
    pack,
    asked,
    runs,
    isRedo,
    again,
    answers,
    at,
    filter,
    asOf,
    judged,
    kept,
    isKeeping,
    couldKeep,
    isTakenUp,
    came,
    waiting,
    forget,
    permalink: computed(() => encode({ seed: seed.value ?? FIRST_SEED })),
    isRight: (one: Asked) => answers.value[one.id] === one.key,
    /** A whole exam, from the pool as it stands now. */
    begin: () => start((from) => whole(from, seed.value ?? FIRST_SEED)),
    /** What was wrong or left out, with other numbers, or another question in its place. */
    redo: () =>
      start((from) => {
        const of = nextSeed(runs.value);
        const wrong = new Set([...judged.value.wrong, ...judged.value.unanswered]);
        const missed = asked.value
          .filter(({ id }) => wrong.has(id))
          .map(({ id }) => ({ id, seed: seeds.get(id) ?? runs.value }));
        const drawn = redoExam(poolOf(from), missed, seen, of);
        return {
          of,
          drawn,
          redo: new Map(drawn.map((one) => [one.placed.question.id, one.again])),
        };
      }),
    another() {
      batch(() => {
        came.value = null;
        // Whoever opened a link meanwhile wants that one next.
        seedText.value = waiting.value?.seed ?? nextSeed(seed.value ?? FIRST_SEED);
        waiting.value = null;
        phase.value = 'start';
        asked.value = [];
        isTakenUp.value = false;
      });
      tab.write('');
    },
    /** The whole pool with the numbers of the seed, for other programs. */
    async wholePool(): Promise<Asked[]> {
      const from = await load();
      const of = seed.value ?? FIRST_SEED;
      return open(
        from,
        poolOf(from).map((placed) => ({ placed, seed: of })),
      );
    },
    choose(one: Asked, letter: Letter) {
      answers.value = { ...answers.value, [one.id]: letter };
      keep();
    },
    go(to: number) {
      at.value = to;
      phase.value = 'asking';
      keep();
    },
    setKeeping(wanted: boolean) {
      isKeeping.value = wanted;
      if (wanted) keep();
      else forget();
    },
    /** The exam is over: what was kept of it goes. */
    finish() {
      phase.value = 'done';
      if (isRedo.value) return;
      forget();
      keep();
    },
    /** What this browser was asked to keep, to be offered. */
    findKept() {
      kept.value = readPlace(store.read(PLACE));
    },
    async resume(): Promise<void> {
      const place = kept.value;
      if (place && (await goOn(place))) isKeeping.value = true;
    },
    /** What this tab held before it was loaded again. An address that asks for another exam goes before it. */
    async takeUp(): Promise<void> {
      const place = readTab(tab.read());
      const wanted = came.value?.seed ?? null;
      if (!place || (wanted !== null && wanted !== place.seed)) return;
      if (!(await goOn(place))) return;
      isTakenUp.value = true;
      isKeeping.value = kept.value?.seed === place.seed;
    },
    /** The exam an address asks for; one that runs is not thrown away for it. */
    open(link: CaseLink) {
      if (phase.value !== 'start' && phase.value !== 'failed') {
        waiting.value = link;
        return;
      }
      came.value = link;
      if (!link.isLost) seedText.value = link.seed ?? FIRST_SEED;
    },
  };
}

export type ExamModel = ReturnType<typeof createExam>;
