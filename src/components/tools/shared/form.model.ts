import { batch, computed, signal } from '@preact/signals';
import { exampleLink, mend } from '@/calculators/shared/permalink.ts';
import { followMomentWords } from './arrivals.ts';

/** A part of an address that could not be used, and why: a message key, or a reason's short name. */
export interface LeftOut {
  key: string;
  raw: string;
  why: string;
  values?: Readonly<Record<string, unknown>>;
}

export interface FormSetup<Input, Outcome> {
  /**
   * A made-up case of the kind the form stands at; the tool's own first example without one.
   *
   * @param asOf the moment the page is read at, for a case whose clock is running.
   */
  example(like: Input | undefined, asOf: string): Input;
  /** The same kind of question with nothing filled in. */
  empty(like: Input): Input;
  /** What the form as it stands is answered with. */
  answer(input: Input, asOf: string): Outcome;
  /** The input as a fragment, `#?…`. */
  toLink(input: Input, asOf: string): string;
  /** Reads a fragment; `input` is null where nothing in it could be used. */
  fromLink(
    fragment: string,
    current: Input,
    asOf: string,
  ): { input: Input | null; leftOut: readonly LeftOut[] };
  /** What a text typed into the field of this name makes of the input. */
  typed(input: Input, name: string, value: string): Input;
}

/** Why: an address asked something, and nothing in it is a question of this tool. */
export const NOTHING_READ = 'nothing-read';

/** Why: the address ends before its version, so this part may have been longer. */
export const CUT = 'cut';

/**
 * The last part of an address that was cut off on its way: what a page writes is sorted and ends with its
 * version. One that somebody writes by hand needs no version, and is hardly ever sorted.
 */
function lastOfCut(fragment: string): LeftOut | null {
  const pairs = fragment.slice(2).split('&').filter(Boolean);
  const keys = pairs.map((pair) => pair.replace(/=.*$/s, ''));
  const isSorted = keys.every((key, i) => i === 0 || (keys[i - 1] as string) <= key);
  if (pairs.length < 2 || keys.includes('v') || !isSorted) return null;
  const [key = '', ...raw] = (pairs.at(-1) as string).split('=');
  return { key, raw: raw.join('='), why: CUT };
}

/** Something else in an address than its version. */
const ASKS = /[?&](?!v=|$)/;

/** Marks an address that holds no figures of anybody, only which example was looked at. */
const EXAMPLE = /(?<=[?&])example=1(?:&|$)/;

/**
 * What a person typed, what it gives, and the address that holds it: the part every tool has.
 *
 * - An address without inputs changes nothing, and an untouched page keeps the address it came with.
 * - Made-up values never outlive the first thing a person types: what was not typed is empty then.
 * - Choosing another kind of question while the example stands shows that kind's own example.
 * - A damaged address is read where its meaning is certain, else it says so; the example never
 *   stands in its place.
 */
export function createForm<Input extends object, Outcome extends { kind: string }>(
  setup: FormSetup<Input, Outcome>,
  builtOn: string,
) {
  const asOf = signal(builtOn);
  const input = signal<Input>(setup.example(undefined, builtOn));
  const leftOut = signal<readonly LeftOut[]>([]);
  const isLost = signal(false);
  const isCut = signal(false);
  const isExample = signal(true);
  const isTouched = signal(false);

  const outcome = computed(() => {
    followMomentWords();
    return setup.answer(input.value, asOf.value);
  });
  const permalink = computed(() => {
    followMomentWords();
    const link = setup.toLink(
      isExample.value ? setup.empty(input.value) : input.value,
      // Peeked at: a text such as “2 hours ago” is settled when it is typed, not every minute anew.
      asOf.peek(),
    );
    return isExample.value ? exampleLink(link) : link;
  });

  const become = (next: Input, made: boolean) =>
    batch(() => {
      input.value = next;
      isExample.value = made;
      isTouched.value = true;
    });
  const exampleOf = (like: Input) => setup.example(like, asOf.value);
  const own = () => (isExample.value ? setup.empty(input.value) : input.value);

  return {
    asOf,
    input,
    leftOut,
    /** Nothing of the last address could be used. */
    isLost,
    /** The end of the address is missing. */
    isCut,
    isExample,
    isTouched,
    outcome,
    permalink,
    /** The page is read now: answers hold from here on, and a made-up case runs on this clock. */
    wake: (at: string) =>
      batch(() => {
        asOf.value = at;
        if (isExample.value) input.value = exampleOf(input.value);
      }),
    /**
     * It is another moment now. A text that would mean something else from here on, as “yesterday” would, becomes
     * what it has meant: nobody typed it anew.
     */
    pass: (at: string) =>
      batch(() => {
        const [was, is] = [asOf.value, at].map(
          (moment) => new URLSearchParams(setup.toLink(input.value, moment).slice(2)),
        ) as [URLSearchParams, URLSearchParams];
        for (const [name, meant] of was)
          if (is.get(name) !== meant) input.value = setup.typed(input.value, name, meant);
        asOf.value = at;
      }),
    /** What this device was asked to remember of a person's ways. It is no case and touches none. */
    prefer: (part: Partial<Input>) => {
      const next = { ...input.value, ...part };
      input.value = isExample.value ? exampleOf(next) : next;
    },
    /** A person's own word: made-up values give way to it. */
    change: (part: Partial<Input> | ((own: Input) => Input)) =>
      become(typeof part === 'function' ? part(own()) : { ...own(), ...part }, false),
    /** The same, by the name of the field and as text. */
    type: (name: string, value: string) => become(setup.typed(own(), name, value), false),
    /** Another kind of question. While the example stands, that kind's own example is shown. */
    choose: (part: Partial<Input>) => {
      const next = { ...input.value, ...part };
      become(isExample.value ? exampleOf(next) : next, isExample.value);
    },
    showExample: () =>
      batch(() => {
        leftOut.value = [];
        become(exampleOf(input.value), true);
      }),
    clear: () =>
      batch(() => {
        leftOut.value = [];
        become(setup.empty(input.value), false);
      }),
    dismiss: () => {
      leftOut.value = [];
    },
    /** Puts the whole input in place, for example a stored case. */
    replace: (next: Input) =>
      batch(() => {
        leftOut.value = [];
        become(next, false);
      }),
    /**
     * Fills the form from an address.
     *
     * @param address what the address asks (`readFragment`, `readQuery`), damaged or not.
     * @returns whether the address asked for anything.
     */
    open: (address: string): boolean => {
      const fragment = mend(address);
      if (fragment === null) return false;
      const wantsExample = EXAMPLE.test(fragment);
      const read = setup.fromLink(
        fragment.replace(EXAMPLE, ''),
        setup.empty(input.value),
        asOf.value,
      );
      const asked = !wantsExample && ASKS.test(fragment);
      batch(() => {
        isLost.value = asked && read.input === null;
        leftOut.value =
          isLost.value && read.leftOut.length === 0
            ? [{ key: '', raw: fragment, why: NOTHING_READ }]
            : read.leftOut;
        const cut = asked && !isLost.value ? lastOfCut(fragment) : null;
        isCut.value = cut !== null;
        if (cut && !leftOut.value.some(({ key }) => key === cut.key))
          leftOut.value = [...leftOut.value, cut];
        const next = read.input ?? setup.empty(input.value);
        become(wantsExample ? exampleOf(next) : next, wantsExample);
      });
      return true;
    },
  };
}

export type Form<Input extends object, Outcome extends { kind: string }> = ReturnType<
  typeof createForm<Input, Outcome>
>;
