import {
  decodeInput,
  DEFAULT_ORIGIN,
  dispatchDays,
  encodeInput,
  settled,
  toCalendars,
  warn,
  type CalendarFile,
  type CapRules,
  type TransitData,
  type TransitResult,
} from '@/calculators/transit-warning/index.ts';
import { bookOf, type CitedRule } from '@/calculators/shared/cited.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { createForm } from '../shared/form.model.ts';
import { followMomentWords } from '../shared/arrivals.ts';
import type { MomentWords } from '../shared/moment-words.ts';

/** What the page carries for the tool. */
export interface TransitPage {
  calendars: readonly CalendarFile[];
  rules: readonly CitedRule[];
  caps: CapRules;
  strings: Readonly<Record<string, string>>;
  moments: MomentWords;
}

export const FIELDS = [
  'dispatchDate',
  'country',
  'promisedDays',
  'usualDays',
  'origin',
  'asOf',
] as const;
export type TransitTyped = Readonly<Record<(typeof FIELDS)[number], string>>;

const NONE: TransitTyped = {
  dispatchDate: '',
  country: '',
  promisedDays: '',
  usualDays: '',
  origin: DEFAULT_ORIGIN,
  asOf: '',
};

/** The made-up parcel the tool opens with. */
const EXAMPLE = { country: 'BR', promisedDays: '20', usualDays: '15' } as const;

const isField = (name: string): name is keyof TransitTyped =>
  (FIELDS as readonly string[]).includes(name);
const given = (typed: TransitTyped) =>
  Object.fromEntries(Object.entries(typed).filter(([, text]) => text.trim() !== ''));

/** State of the transit warning: the form every tool has, and nothing beside it. */
export function createTransitWarning(
  page: Omit<TransitPage, 'moments'>,
  language: Language,
  builtOn: string,
) {
  const data: TransitData = {
    calendars: toCalendars(page.calendars),
    rules: bookOf(page.rules, language),
    caps: page.caps,
  };
  const form = createForm<TransitTyped, TransitResult | { kind: 'incomplete'; missing: string[] }>(
    {
      // It leaves a week after the page is read, so that there is still something to do about it.
      example: (_like, asOf) => ({
        ...NONE,
        ...EXAMPLE,
        dispatchDate: new Date(Date.parse(asOf) + 7 * 86_400_000).toISOString().slice(0, 10),
      }),
      empty: () => NONE,
      answer: (typed, asOf) =>
        typed.country.trim() === ''
          ? { kind: 'incomplete', missing: ['country'] }
          : warn({ country: typed.country, ...given(typed) }, data, asOf),
      toLink: (typed, asOf) => encodeInput(settled(given(typed), data, asOf)),
      fromLink: (fragment, current, asOf) => {
        const { input, ignored } = decodeInput(fragment, data, asOf);
        const texts = Object.entries(input).map(([name, value]) => [name, String(value ?? '')]);
        return {
          input: texts.length > 0 ? { ...current, ...Object.fromEntries(texts) } : null,
          leftOut: ignored.map(({ messageKey, ...rest }) => ({ ...rest, why: messageKey })),
        };
      },
      typed: (typed, name, value) => (isField(name) ? { ...typed, [name]: value } : typed),
    },
    builtOn,
  );
  return {
    form,
    data,
    /** Does an address hold what may be read once more words are here? */
    lacksWords: (address: string): boolean => decodeInput(address, data, form.asOf.peek()).waits,
    /** What the day of dispatch can mean as typed. */
    dispatchDays: () => {
      followMomentWords();
      return dispatchDays(form.input.value, data, form.asOf.value);
    },
  };
}
