import type { Case } from '@/calculators/shared/case.ts';
import { bookOf, type CitedRule } from '@/calculators/shared/cited.ts';
import { multiply, exact, toPlain } from '@/calculators/shared/exact.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import {
  authorsPriors,
  bandsOf,
  calculate,
  decodeInput,
  encodeInput,
  fromCase,
  MOTIVES,
  type Motive,
  type MotivesData,
  type MotivesFile,
  type MotivesInput,
  type MotivesResult,
  type Signal,
} from '@/calculators/buyer-motives/index.ts';
import { createForm } from '../shared/form.model.ts';
import { createJudge } from './persons.ts';

/** What the page carries for the tool. */
export interface MotivesPage {
  file: Omit<MotivesFile, 'reading'>;
  /** Where the words for what a person is are fetched from. */
  words: string;
  rules: readonly CitedRule[];
  strings: Readonly<Record<string, string>>;
}

export interface MotivesTyped {
  /** As typed, in percent; the author's own where nobody changed them. */
  priors: Readonly<Record<Motive, string>>;
  signals: readonly Required<Signal>[];
}

/** A sign in own words is there, and what looks at such words is not. */
export interface Waiting {
  kind: 'waiting';
  hasFailed: boolean;
}

/** Adds a sign in one's own words. */
export const OWN = 'own';

const isMotive = (name: string): name is Motive => (MOTIVES as readonly string[]).includes(name);

/** State of the tool: the form every tool has, and what can be done to its list of signs. */
export function createBuyerMotives(page: MotivesPage, language: Language, builtOn: string) {
  const persons = createJudge(page.words);
  const data: MotivesData = {
    rules: bookOf(page.rules, language),
    file: page.file,
    // Nothing in own words is weighed before what judges it is here: see `answer` below.
    kindOfPerson: (text) => persons.judge.value?.(text) ?? null,
  };
  const authors = authorsPriors(data, builtOn);
  const shareText = (motive: Motive) => `${toPlain(multiply(authors[motive], exact(100)))}%`;
  const authorsText = Object.fromEntries(
    MOTIVES.map((motive) => [motive, shareText(motive)]),
  ) as Record<Motive, string>;
  const offered = new Map(page.file.signals.map((sign) => [sign.id, sign]));

  const groups = new Set(page.file.signals.map(({ group }) => group));
  const isOwn = ({ id, group }: Signal) =>
    (id !== '' && !offered.has(id)) ||
    (group !== undefined && group !== '' && group !== id && !groups.has(group));

  const signFor = (id: string): Required<Signal> => {
    const known = offered.get(id);
    return {
      id: known?.id ?? '',
      group: known?.group ?? '',
      towards: known?.towards ?? 'critic',
      // Seen, and not weighed yet: it changes nothing until a person says how much it means.
      strength: 'neutral',
    };
  };
  const none: MotivesTyped = { priors: authorsText, signals: [] };
  const asInput = ({ priors, signals }: MotivesTyped): MotivesInput => ({
    ...(MOTIVES.some((motive) => priors[motive].trim() !== authorsText[motive]) ? { priors } : {}),
    ...(signals.length > 0 ? { signals } : {}),
  });
  const form = createForm<MotivesTyped, MotivesResult | Waiting>(
    {
      example: () => ({
        ...none,
        signals: page.file.signals
          .slice(0, 1)
          .map(({ id }) => ({ ...signFor(id), strength: 'more' })),
      }),
      empty: () => none,
      answer: (typed, asOf) =>
        typed.signals.some(isOwn) && persons.judge.value === null
          ? { kind: 'waiting', hasFailed: persons.hasFailed.value }
          : calculate(asInput(typed), data, asOf),
      toLink: (typed) => encodeInput(asInput(typed)),
      fromLink: (fragment, current, asOf) => {
        const { input, ignored } = decodeInput(fragment, data, asOf);
        const priors = Object.fromEntries(
          Object.entries(input.priors ?? {}).map(([name, share]) => [name, String(share)]),
        );
        return {
          input:
            Object.keys(input).length === 0
              ? null
              : {
                  priors: { ...current.priors, ...priors },
                  signals: (input.signals ?? []).map((sign) => ({ group: sign.id, ...sign })),
                },
          leftOut: ignored.map(({ messageKey, ...rest }) => ({ ...rest, why: messageKey })),
        };
      },
      typed: (typed, name, value) => {
        const [field, part = ''] = name.split('.');
        return field === 'priors' && isMotive(part)
          ? { ...typed, priors: { ...typed.priors, [part]: value } }
          : typed;
      },
    },
    builtOn,
  );

  return {
    form,
    data,
    /** What a case tells of its own: the author’s shares, and the signs it holds, not weighed yet. */
    fill: (one: Case) =>
      form.change(() => ({
        ...none,
        signals: (fromCase(one).signals ?? []).map((sign) => ({ group: sign.id, ...sign })),
      })),
    persons,
    /** What an address must wait for: it may hold a sign in own words. */
    addressNeeds: (address: string): Promise<boolean> | undefined => {
      const signs = new URLSearchParams(address.replace(/^[#?]+/u, '')).getAll('signals');
      const isOfferedOnly = signs.every((sign) => {
        const [id = '', group = ''] = sign.split('~');
        return !isOwn({ id, group, towards: 'well', strength: 'neutral' });
      });
      return persons.judge.peek() !== null || isOfferedOnly ? undefined : persons.load();
    },
    offered,
    bands: bandsOf(data, builtOn),
    add: (id: string) => {
      if (id === OWN) void persons.load();
      form.change((own) => ({ ...own, signals: [...own.signals, signFor(id === OWN ? '' : id)] }));
    },
    remove: (at: number) =>
      form.change(() => {
        // What is shown is what is taken away, also from the example.
        const shown = form.input.value;
        return { ...shown, signals: shown.signals.filter((_, i) => i !== at) };
      }),
    weigh: (at: number, part: Partial<Signal>) => {
      form.change(() => {
        const shown = form.input.value;
        return {
          ...shown,
          signals: shown.signals.map((sign, i) => (i === at ? { ...sign, ...part } : sign)),
        };
      });
      // Where the words did not come, the next key asks for them again.
      if (persons.judge.peek() === null && form.input.peek().signals.some(isOwn))
        void persons.load();
    },
  };
}

export type BuyerMotivesModel = ReturnType<typeof createBuyerMotives>;
