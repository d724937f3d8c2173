import { batch, computed, signal } from '@preact/signals';
import {
  judge,
  nextSeed,
  openCase,
  readSeed,
  readTeam,
  solve,
  type Exercise,
  type Given,
  type Judgement,
  type Solved,
} from '@/calculators/exercise/index.ts';
import { parseNumber } from '@/calculators/shared/parse-number.ts';
import { encode } from '@/calculators/shared/permalink.ts';
import type { InputIssue } from '@/calculators/shared/result.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import type { CaseLink } from './case-link.ts';
import { askThrough } from './doors.ts';
import { contentOf, type Slice } from './slice-content.ts';

/** What the page of an exercise carries. */
export interface ExercisePage {
  exercise: Exercise;
  slice: Slice;
  strings: Readonly<Record<string, string>>;
}

/** The case a page shows before anybody asks for another. */
const FIRST_SEED = '1';

/** What was answered, in the shape of the question. */
export type Typed = string | readonly string[];

/** What a person did in one exercise, so far as a reload would lose it. */
export interface KeptWork {
  seed: string;
  team: number;
  bet: string;
  isBetPlaced: boolean;
  typed: Typed;
  /** The answer that was checked first, and the one that was checked last; null where none was. */
  first: Typed | null;
  answered: Typed | null;
  hints: number;
  isOpen: boolean;
}

/** State of one exercise: its case, the bet, the answer, and what came of it. */
export function createModel(page: ExercisePage, builtOn: string, language: Language = 'en') {
  const { exercise } = page;
  const { question } = exercise;
  const ask = askThrough(contentOf(page.slice));
  const asOf = signal(builtOn);
  const seedText = signal(FIRST_SEED);
  const teamText = signal('');
  const seed = computed(() => readSeed(seedText.value));
  const team = computed(() => (teamText.value.trim() === '' ? 0 : readTeam(teamText.value)));
  /** The last case that could be read stays while a seed is being typed. */
  const read = signal({ seed: FIRST_SEED, team: 0 });
  const one = computed(() => openCase(exercise, read.value.seed, read.value.team));

  const solved = signal<Solved | null>(null);
  const bet = signal('');
  const isBetPlaced = signal(false);
  const typed = signal<Typed>('');
  const outcome = signal<{ judgement: Judgement } | { issue: InputIssue } | null>(null);
  const answered = signal<Typed>('');
  /** The first answer that was checked, unless the solution was looked at before it: what a code holds. */
  const first = signal<Given | null>(null);
  const hints = signal(0);
  const isOpen = signal(false);

  const blank = (): Typed =>
    question.type === 'order'
      ? one.value.options.map(({ id }) => id)
      : question.type === 'choices'
        ? []
        : '';
  typed.value = blank();

  const restart = () =>
    batch(() => {
      solved.value = null;
      bet.value = '';
      isBetPlaced.value = false;
      typed.value = blank();
      outcome.value = null;
      first.value = null;
      hints.value = 0;
      isOpen.value = false;
    });

  /** Another seed or team: another case, and nothing of the old one stays. */
  const follow = () => {
    const [next, group] = [seed.value, team.value];
    if (next === null || group === null) return;
    if (next === read.value.seed && group === read.value.team) return;
    batch(() => {
      read.value = { seed: next, team: group };
      restart();
    });
  };

  const key = async (): Promise<Solved> => {
    const of = one.value;
    const found = solved.value ?? (await solve(of, ask, asOf.value, language));
    if (of === one.value) solved.value = found;
    return found;
  };

  const isLost = signal(false);
  /** What came of it; null where something it needs did not arrive. */
  const arrived = async <Came>(ask: () => Promise<Came>): Promise<Came | null> => {
    try {
      const came = await ask();
      isLost.value = false;
      return came;
    } catch {
      isLost.value = true;
      return null;
    }
  };

  return {
    exercise,
    seedText,
    teamText,
    seed,
    team,
    read,
    one,
    solved,
    bet: {
      text: bet,
      isPlaced: isBetPlaced,
      /** The bet as a number; null where none was made or it is none. */
      value: computed(() => {
        const parsed = parseNumber(
          bet.value,
          question.type === 'number' && question.unit === 'percent' ? 'percent' : 'decimal',
        );
        return 'value' in parsed ? parsed.value : null;
      }),
    },
    typed,
    answered,
    outcome,
    first,
    hints,
    isOpen,
    permalink: computed(() =>
      encode({ seed: read.value.seed, ...(read.value.team > 0 ? { team: read.value.team } : {}) }),
    ),
    /** The page is read now: rules are judged by this moment, and the tool is fetched that solves it. */
    async wake(at: string): Promise<void> {
      asOf.value = at;
      await key();
      if (question.type === 'text')
        await ask('reply-guard', { text: 'Hello', platform: question.platform }, at);
    },
    changeSeed(text: string) {
      seedText.value = text;
      follow();
    },
    changeTeam(text: string) {
      teamText.value = text;
      follow();
    },
    another() {
      seedText.value = nextSeed(read.value.seed);
      follow();
    },
    /** The case an address asks for. One that could not be read at all changes nothing. */
    open({ seed: wanted, team: group, isLost }: CaseLink) {
      if (isLost) return;
      batch(() => {
        seedText.value = wanted ?? FIRST_SEED;
        teamText.value = group > 0 ? String(group) : '';
        follow();
      });
    },
    /** What the answer is checked by did not arrive; the next press asks for it anew. */
    isLost,
    async check(): Promise<void> {
      const [of, answer] = [one.value, typed.value];
      const found = await arrived(async () => judge(answer, of, await key(), ask, asOf.value));
      if (!found || of !== one.value) return;
      batch(() => {
        answered.value = answer;
        outcome.value = found;
        if ('judgement' in found && first.value === null && !isOpen.value)
          first.value = { judgement: found.judgement, answer };
      });
    },
    async showSolution(): Promise<void> {
      if (await arrived(key)) isOpen.value = true;
    },
    /** What there is to keep; null where nobody has done anything yet. */
    kept: computed((): KeptWork | null => {
      const isTouched =
        bet.value !== '' ||
        isBetPlaced.value ||
        hints.value > 0 ||
        isOpen.value ||
        outcome.value !== null ||
        JSON.stringify(typed.value) !== JSON.stringify(blank());
      return isTouched
        ? {
            ...read.value,
            bet: bet.value,
            isBetPlaced: isBetPlaced.value,
            typed: typed.value,
            first: (first.value?.answer as Typed | undefined) ?? null,
            answered: outcome.value === null ? null : answered.value,
            hints: hints.value,
            isOpen: isOpen.value,
          }
        : null;
    }),
    /**
     * Takes up what was kept, if it is about the case that is open now. Answers are judged anew, so that
     * nothing that was stored can say that it was right.
     */
    async takeUp(work: KeptWork): Promise<boolean> {
      if (work.seed !== read.value.seed || work.team !== read.value.team) return false;
      const judgedAnew = async (answer: Typed | null) =>
        answer === null ? null : judge(answer, one.value, await key(), ask, asOf.value);
      const [again, last] = [await judgedAnew(work.first), await judgedAnew(work.answered)];
      batch(() => {
        bet.value = work.bet;
        isBetPlaced.value = work.isBetPlaced;
        typed.value = work.typed;
        answered.value = work.answered ?? '';
        outcome.value = last;
        first.value =
          again && 'judgement' in again && work.first !== null
            ? { judgement: again.judgement, answer: work.first }
            : null;
        hints.value = work.hints;
        isOpen.value = work.isOpen;
      });
      return true;
    },
    /** The case as nobody has touched it. */
    restart,
  };
}

export type ExerciseModel = ReturnType<typeof createModel>;
