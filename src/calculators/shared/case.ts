import * as z from 'zod/mini';

/**
 * One case as every tool sees it: the order, the buyer, what has happened, what was offered and
 * said. Only `id` and `version` are certain. Values stand as they were typed; the tool that needs
 * one reads it with its own reader and says what is wrong with it.
 */
export const CASE_VERSION = 1;

/** Bounds of the record, not of the world: beyond them a file was not made by this site. */
const LONGEST = { id: 200, text: 300, reply: 20_000, list: 500 };

const short = z.string().check(z.minLength(1), z.maxLength(LONGEST.text));
const long = z.string().check(z.minLength(1), z.maxLength(LONGEST.reply));
/** What cannot be read is left out, and does not cost the rest. */
const maybe = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.catch(z.optional(schema), undefined);

/** Items that can be read, in their order. */
const listOf = <Schema extends z.ZodMiniType>(item: Schema) =>
  maybe(
    z.pipe(
      z.array(z.unknown()).check(z.maxLength(LONGEST.list)),
      z.transform((items): z.output<Schema>[] =>
        items.flatMap((one) => {
          const read = z.safeParse(item, one);
          return read.success ? [read.data as z.output<Schema>] : [];
        }),
      ),
    ),
  );

/** Names of events as flows write them; nothing an object has of its own. */
const isName = (name: string) => /^[a-z][\w.-]{0,59}$/i.test(name) && !(name in {});

const mapOf = maybe(
  z.pipe(
    z.record(z.string(), z.unknown()),
    z.transform((map): Record<string, string> =>
      Object.fromEntries(
        Object.entries(map)
          .slice(0, LONGEST.list)
          .flatMap(([name, value]) => {
            const text = z.safeParse(short, value);
            return isName(name) && text.success ? [[name, text.data]] : [];
          }),
      ),
    ),
  ),
);

const order = z.object({
  id: maybe(short),
  item: maybe(short),
  /** A decimal with a dot. */
  price: maybe(short),
  currency: maybe(short),
  shippedAt: maybe(short),
  /** Whole days. */
  promisedDays: maybe(z.int().check(z.positive(), z.maximum(3650))),
  tracking: maybe(short),
});

const buyer = z.object({
  name: maybe(short),
  /** ISO 3166-1 code. */
  country: maybe(short),
  /** BCP 47 tag. */
  language: maybe(short),
});

const offer = z.object({
  at: short,
  by: z.enum(['seller', 'buyer', 'platform']),
  /** A decimal with a dot; left out where no money is in it. */
  amount: maybe(short),
  currency: maybe(short),
  text: maybe(long),
});

const reply = z.object({
  at: short,
  situation: maybe(short),
  language: maybe(short),
  text: long,
});

const note = z.object({ at: short, text: long });

const parts = {
  name: maybe(short),
  platform: maybe(short),
  /** Kind of case, as the planner names it. */
  flow: maybe(short),
  /** What the buyer complains of, as the metrics name it: `snad`, `inr`. */
  reason: maybe(short),
  order: maybe(order),
  buyer: maybe(buyer),
  /** Event id to moment. */
  events: mapOf,
  offers: listOf(offer),
  replies: listOf(reply),
  notes: listOf(note),
};

const patchSchema = z.object(parts);
const caseSchema = z.object({
  version: z.literal(CASE_VERSION),
  id: z.string().check(z.minLength(1), z.maxLength(LONGEST.id)),
  ...parts,
});

export type Case = z.output<typeof caseSchema>;
/** What a tool adds to a case: any of its parts, never another case. */
export type CasePatch = z.output<typeof patchSchema>;

/** The part of an object that says something: fields without a value are left out. */
export const given = <Value extends object>(value: Value) =>
  Object.fromEntries(
    Object.entries(value).filter(([, held]) => held !== undefined && held !== null && held !== ''),
  ) as { [Key in keyof Value]?: NonNullable<Value[Key]> };

/** Leaves out what holds nothing, so that equal cases look equal. */
function tidy<Value extends object>(value: Value): Value {
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, held]): [string, unknown] => [
        key,
        typeof held === 'object' && held !== null && !Array.isArray(held)
          ? tidy(held as object)
          : Array.isArray(held)
            ? held.map((item: object) => tidy(item))
            : (held as unknown),
      ])
      .filter(
        ([, held]) =>
          held !== undefined &&
          !(typeof held === 'object' && held !== null && Object.keys(held).length === 0),
      ),
  ) as Value;
}

/** Reads a stored or imported case, as hostile as a link. Null for what is none; never throws. */
export function readCase(hostile: unknown): Case | null {
  try {
    const read = z.safeParse(caseSchema, hostile);
    return read.success ? tidy(read.data) : null;
  } catch {
    return null;
  }
}

function readPatch(hostile: unknown): CasePatch {
  try {
    const read = z.safeParse(patchSchema, hostile);
    return read.success ? tidy(read.data) : {};
  } catch {
    return {};
  }
}

/** One list after the other, without what is in the first already. */
function joined<Item>(one: readonly Item[] = [], two: readonly Item[] = []): Item[] {
  const seen = new Set(one.map((item) => JSON.stringify(item)));
  return [...one, ...two.filter((item) => !seen.has(JSON.stringify(item)))].slice(-LONGEST.list);
}

/**
 * A case with what a tool found out. Single values of the patch win, events and details come
 * beside what is there, and lists grow by what is not in them yet, so that the same patch twice
 * changes nothing more. What cannot be read of a patch is left out. Pure.
 */
export function merge(one: Case, patch: CasePatch): Case {
  const add = readPatch(patch);
  return tidy({
    ...one,
    ...add,
    order: { ...one.order, ...add.order },
    buyer: { ...one.buyer, ...add.buyer },
    events: { ...one.events, ...add.events },
    offers: joined(one.offers, add.offers),
    replies: joined(one.replies, add.replies),
    notes: joined(one.notes, add.notes),
  });
}
