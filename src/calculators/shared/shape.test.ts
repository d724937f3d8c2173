import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  either,
  fit,
  list,
  map,
  nullable,
  number,
  object,
  oneOf,
  optional,
  otherwise,
  text,
  truth,
} from './shape.ts';

const ours = object(
  {
    name: text(5),
    colour: otherwise(oneOf(['red', 'green']), 'red'),
    days: optional(nullable(either(number, text(5)))),
    words: optional(map(nullable(text(5)), 4)),
    parts: optional(either(list(text()), map(truth))),
    inner: otherwise(object({ deep: optional(truth) }), {}),
  },
  true,
);
const short = z.string().check(z.maxLength(5));
/** The same, said with the library. */
const theirs = z.strictObject({
  name: short,
  colour: z._default(z.enum(['red', 'green']), 'red'),
  days: z.optional(z.nullable(z.union([z.number(), short]))),
  words: z.optional(z.record(z.string().check(z.maxLength(4)), z.nullable(short))),
  parts: z.optional(z.union([z.array(z.string()), z.record(z.string(), z.boolean())])),
  inner: z._default(z.object({ deep: z.optional(z.boolean()) }), {}),
});
/** Where something does not fit; the names nobody asks for each on their own. */
const placesOf = (error: z.core.$ZodError) =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [...issue.path, key].join('.'))
      : [issue.path.join('.')],
  );

const scalar: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom('red', 'green', 'blue', '', 'too long for it'),
  fc.constantFrom(null, true, false, 0, 12.5, NaN, Infinity),
);
const anything: fc.Arbitrary<unknown> = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('a', 'b', 'much too long', 'deep', 'constructor'), scalar),
);
const input = fc.record(
  {
    name: anything,
    colour: anything,
    days: anything,
    words: anything,
    parts: anything,
    inner: anything,
    stranger: anything,
  },
  { requiredKeys: [] },
);

describe('fit', () => {
  it('takes and refuses what the schema library takes and refuses, at the same places', () => {
    let taken = 0;
    let refused = 0;
    fc.assert(
      fc.property(fc.oneof(input as fc.Arbitrary<unknown>, anything), (raw) => {
        const library = z.safeParse(theirs, raw);
        const { value, misfits } = fit(ours, raw);
        if (library.success) expect(value).toEqual(library.data);
        else expect(misfits?.map(({ path }) => path)).toEqual(placesOf(library.error));
        if (library.success) taken += 1;
        else refused += 1;
      }),
      { numRuns: 2000, examples: [[{ name: 'five!' }], [{ name: 'six___' }], [[]]] },
    );
    expect(taken).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
  });

  it('says what would have fitted, and how long a text may be', () => {
    expect(fit(ours, { name: 'abcdef', colour: 'blue', more: 1 }).misfits).toEqual([
      { path: 'name', code: 'too-long', most: 5 },
      { path: 'colour', code: 'one-of', options: ['red', 'green'] },
      { path: 'more', code: 'unknown' },
    ]);
  });

  it('takes no field from what every object inherits', () => {
    const raw = JSON.parse('{"name":"a","words":{"__proto__":"b"}}') as unknown;
    expect(fit(ours, raw).value?.words).toEqual({});
    expect(fit(object({ constructor: text() }), {}).misfits).toHaveLength(1);
  });
});
