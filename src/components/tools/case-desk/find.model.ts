import { batch, signal } from '@preact/signals';
import type {
  EndShown,
  FindOk,
  FlowClocks,
  SituationFound,
} from '@/calculators/find-case/index.ts';
import type { CasePatch } from '@/calculators/shared/case.ts';
import type { FindPage, FindQuestion, Found } from './work/finding.ts';

export type FindState = 'idle' | 'coming' | 'failed' | 'too-long' | 'here';

/** What a case is made of, once a person says so. */
export interface Recognised {
  situation: string | null;
  flow: string | null;
  patch: CasePatch;
  /** Ends the text shows, each with its clock where one fits. */
  ends: readonly EndShown[];
}

/** A stretch of the pasted text, and whether it decided. */
export interface Stretch {
  text: string;
  decided: boolean;
}

/** A case keeps so much of what was pasted. */
const LONGEST_NOTE = 20_000;
/** So much of a text stands around the words that decided. */
const AROUND = 90;

/** The text near the words that decided, cut at them; what is far from them is left out (`…`). */
export function stretches(text: string, at: readonly (readonly [number, number])[]): Stretch[] {
  const cut: Stretch[] = [];
  let done = 0;
  const plain = (from: number, to: number, first: boolean, last: boolean) => {
    const between = text.slice(from, to);
    if (between === '') return;
    const head = first ? '' : between.slice(0, AROUND);
    const tail = last ? '' : between.slice(-AROUND);
    const long = between.length > head.length + tail.length;
    cut.push({ text: long ? `${head}…${tail}` : between, decided: false });
  };
  for (const [from, to] of at) {
    plain(done, from, done === 0, false);
    cut.push({ text: text.slice(from, to), decided: true });
    done = to;
  }
  plain(done, text.length, done === 0, true);
  return cut;
}

/** No more of a kind of case than is asked of it travels with each text. */
const clocksOf = ({ id, primary, clocks }: FlowClocks): FlowClocks => ({
  id,
  primary,
  clocks: clocks.map((clock) => ({
    id: clock.id,
    actor: clock.actor,
    startsFrom: clock.startsFrom,
  })),
});

/**
 * What was pasted, and what it is about. The first text fetches what messages are recognised by, and each
 * language its words, from this site; the text itself goes nowhere.
 *
 * @param ask reads a text, where no key waits for it.
 */
export function createFind(
  page: FindPage,
  flows: readonly FlowClocks[],
  ask: (question: FindQuestion) => Promise<Found>,
  now: () => string,
  zone: () => string,
) {
  const shapes = flows.map(clocksOf);
  const text = signal('');
  const state = signal<FindState>('idle');
  const result = signal<FindOk | null>(null);
  /** The candidate that is looked at, from 0. */
  const at = signal(0);
  /** The text that was answered. */
  const answered = signal('');
  let last: Pick<Found, 'ends' | 'titles'> = { ends: {}, titles: {} };
  let patch: CasePatch = {};
  let reading: Promise<unknown> = Promise.resolve();

  const read = async (given: string): Promise<boolean> => {
    text.value = given;
    if (given.trim() === '') {
      batch(() => {
        result.value = null;
        state.value = 'idle';
      });
      return false;
    }
    if (result.peek() === null) state.value = 'coming';
    // Of all that are typed while one is read, only the last is read.
    await reading;
    if (text.peek() !== given) return false;
    const asked = ask({ page, flows: shapes, text: given, zone: zone(), asOf: now() });
    reading = asked.catch(() => undefined);
    try {
      const found = await asked;
      // Something newer was typed meanwhile.
      if (text.peek() !== given) return false;
      last = found;
      const { result: is } = found;
      // A clock beside the words is a page's; the words alone are the buyer's.
      const isPage = is.kind === 'ok' && is.moments.some(({ kind }) => kind === 'due');
      const words = given.trim().slice(0, LONGEST_NOTE);
      patch = {
        ...found.patch,
        notes: [{ at: now(), text: words, by: isPage ? 'platform' : 'buyer' }],
      };
      batch(() => {
        at.value = 0;
        answered.value = given;
        result.value = is.kind === 'ok' ? is : null;
        state.value = is.kind === 'ok' ? 'here' : 'too-long';
      });
      return is.kind === 'ok';
    } catch {
      if (text.peek() === given) state.value = 'failed';
      return false;
    }
  };
  return {
    text,
    state,
    result,
    answered,
    at,
    read,
    clear: () => void read(''),
    situation: (id: string) => last.titles[id] ?? { title: id, playbook: '' },
    /** What a case is made of, with the candidate that was chosen; with none where none fits. */
    recognised: (candidate: SituationFound | null): Recognised => ({
      situation: candidate?.situation ?? null,
      flow: candidate?.flow ?? null,
      patch,
      ends: result.peek() === null ? [] : (last.ends[candidate?.flow ?? ''] ?? []),
    }),
  };
}

export type Find = ReturnType<typeof createFind>;
