import { effect, signal, untracked } from '@preact/signals';
import { encode, mend } from '@/calculators/shared/permalink.ts';
import type { ListingResult } from '@/calculators/listing-check/index.ts';
import { createForm, type Form } from '../shared/form.model.ts';
import type { Library } from './library.ts';
import { EXAMPLE, FIELDS, inputOf, isField, NONE, type ListingTyped } from './typed.ts';

/** What looks at listings is still on its way, or did not arrive. */
export interface Away {
  kind: 'away';
}

/** A mistake in a line belongs to the field that holds the lines. */
const fieldOf = (path: string): string => (isField(path) ? path : (path.split('.')[0] ?? path));

const isOpening = (typed: ListingTyped) => FIELDS.every((name) => typed[name] === EXAMPLE[name]);

/** State of the check: the form every tool has, and the page that is taken apart. */
export function createListingCheck(known: Library, builtOn: string) {
  /** An address that cannot be read before the rest is here. */
  const waiting = signal<string | null>(null);
  const form: Form<ListingTyped, ListingResult | Away> = createForm<
    ListingTyped,
    ListingResult | Away
  >(
    {
      example: (like) => ({ ...EXAMPLE, platform: like?.platform ?? EXAMPLE.platform }),
      empty: ({ platform, language, brands, country, asOf }) => ({
        ...NONE,
        platform,
        language,
        brands,
        country,
        asOf,
      }),
      answer: (typed, asOf) => {
        const whole = known.whole.value;
        if (!whole)
          return waiting.value === null && isOpening(typed)
            ? { ...known.page.opens, asOf }
            : { kind: 'away' };
        const input = inputOf(typed);
        const given = Object.keys(input).filter(
          (name) => !['platform', 'language', 'country', 'brands', 'asOf'].includes(name),
        );
        if (given.length === 0) return { kind: 'incomplete', missing: ['title'] };
        const result = whole.calculate(whole.settled(input), whole.data, asOf);
        return result.kind === 'invalid'
          ? {
              ...result,
              issues: result.issues.map((issue) => ({ ...issue, path: fieldOf(issue.path) })),
            }
          : result;
      },
      toLink: (typed) => encode(inputOf(typed)),
      fromLink: (fragment, current, asOf) => {
        const read = known.whole.peek()?.decodeInput(fragment, asOf);
        const texts = Object.entries(read?.input ?? {}).flatMap(([name, value]) =>
          typeof value === 'string'
            ? [[name, value] as const]
            : Object.entries(value).map(([part, text]) => [`${name}.${part}`, text] as const),
        );
        return {
          input: texts.length > 0 ? { ...current, ...Object.fromEntries(texts) } : null,
          leftOut: (read?.ignored ?? []).map(({ messageKey, ...rest }) => ({
            ...rest,
            why: messageKey,
          })),
        };
      },
      typed: (typed, name, value) => (isField(name) ? { ...typed, [name]: value } : typed),
    },
    builtOn,
  );

  effect(() => {
    if (form.isTouched.value) untracked(() => void known.settle());
  });
  // What did not arrive with the page is read when it is here.
  effect(() => {
    const address = waiting.value;
    if (!known.whole.value || address === null) return;
    untracked(() => {
      waiting.value = null;
      form.open(address);
    });
  });

  return {
    form: {
      ...form,
      open: (address: string): boolean => {
        if (known.whole.peek()) return form.open(address);
        if (mend(address) === null) return false;
        waiting.value = address;
        return true;
      },
    },
    known,
    /** What an address needs before it can be read. */
    needs: (address: string) => (mend(address) === null ? undefined : known.settle()),
    /** Puts a pasted product page into the fields, for the person to correct. */
    takeApart: async (text: string): Promise<boolean> => {
      await known.settle();
      const whole = known.whole.peek();
      if (!whole) return false;
      const { title, category, attributes, description } = whole.readPage(text, whole.data.parts);
      form.change({
        title,
        category,
        attributes: attributes
          .map(({ name, value }) => (name === '' ? value : `${name}: ${value}`))
          .join('\n'),
        description,
      });
      return true;
    },
  };
}

export type ListingModel = ReturnType<typeof createListingCheck>;
