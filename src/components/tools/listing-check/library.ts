import { batch, signal } from '@preact/signals';
import type {
  Fault,
  ListingData,
  ListingOk,
  ListingParts,
} from '@/calculators/listing-check/index.ts';
import type { CitedRule } from '@/calculators/shared/cited.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { fetchPack } from '../../platform/packs.ts';
import type * as Rest from './rest.ts';

/** What is told of a class of faults. */
export interface ToldFault {
  label: string;
  harm: string;
  page: string;
}

interface Told {
  faults: Readonly<Record<string, ToldFault>>;
  /** What each finding says, by its message key. */
  messages: Readonly<Record<string, string>>;
  rules: readonly CitedRule[];
  strings: Readonly<Record<string, string>>;
}

/** What the page carries: the made-up listing answered, and what telling that answer takes. */
export interface ListingPage extends Told {
  opens: ListingOk;
  /** Where everything else is fetched from. */
  rest: string;
}

/** Everything the check knows, in the words of one language. */
export interface ListingPack extends Told {
  checks: readonly Fault[];
  parts: ListingParts;
}

/** All there is, once it has arrived. */
export type Whole = typeof Rest & { data: ListingData; pack: ListingPack };

/**
 * Everything the tool knows. A page brings the answer to its made-up listing; once somebody turns to
 * the form, the patterns of all languages and what looks with them are fetched from this site, all at
 * once, because cut by platform or language an address would tell what somebody is working on.
 */
export function createLibrary(page: ListingPage, language: Language) {
  const whole = signal<Whole | null>(null);
  const state = signal<'away' | 'coming' | 'here' | 'failed'>('away');
  /** Grows when the rest arrives: texts are looked up when they are shown. */
  const strings = { ...page.strings };
  const messages = { ...page.messages };
  let making: Promise<void> | null = null;
  const make = async () => {
    const [rest, pack] = await Promise.all([
      import('./rest.ts'),
      fetchPack<ListingPack>(page.rest),
    ]);
    Object.assign(strings, pack.strings);
    Object.assign(messages, pack.messages);
    batch(() => {
      whole.value = {
        ...rest,
        pack,
        data: {
          faults: pack.checks,
          parts: pack.parts,
          rules: rest.bookOf(pack.rules, language),
          countryOf: rest.readCountry,
        },
      };
      state.value = 'here';
    });
  };
  return {
    page,
    whole,
    strings,
    messages,
    hasFailed: () => state.value === 'failed',
    isBusy: () => state.value === 'coming',
    isHere: () => state.value === 'here',
    /** Somebody turns to the form, or tries again. */
    settle: (): Promise<void> => {
      if (whole.peek()) return Promise.resolve();
      if (!making) {
        state.value = 'coming';
        making = make().catch(() => {
          making = null;
          state.value = 'failed';
        });
      }
      return making;
    },
    faultOf: (id: string): ToldFault | undefined => (whole.value?.pack.faults ?? page.faults)[id],
    rules: (): readonly CitedRule[] => whole.value?.pack.rules ?? page.rules,
  };
}

export type Library = ReturnType<typeof createLibrary>;
