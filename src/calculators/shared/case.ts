import * as z from 'zod/mini';
import { OUTCOMES } from './outcomes.ts';
import { isInRange, isoInstant, SECOND } from './time.ts';

/**
 * One case as the desk, every tool and every file sees it: the order, the buyer, what has happened,
 * what was offered, said and proved, who decides, and how it ended. Only `id` and `version` are
 * certain. Values stand as they were typed; the tool that needs one reads it with its own reader and
 * says what is wrong with it. Lists only grow: what was noted once is not taken back.
 */
export const CASE_VERSION = 2;

/** Bounds of the record, not of the world: beyond them a file was not made by this site. */
const LONGEST = { id: 200, text: 300, reply: 20_000, list: 2000 };

const short = z.string().check(z.minLength(1), z.maxLength(LONGEST.text));
const long = z.string().check(z.minLength(1), z.maxLength(LONGEST.reply));
/** What cannot be read is left out, and does not cost the rest. */
const maybe = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.catch(z.optional(schema), undefined);

/** Items that can be read, in their order. */
const listOf = <Schema extends z.ZodMiniType>(item: Schema) =>
  maybe(
    z.pipe(
      z.array(z.unknown()),
      z.transform((items): z.output<Schema>[] =>
        items.slice(-LONGEST.list).flatMap((one) => {
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

/** An amount, as a decimal with a dot; a JSON number counts as one. */
const amount = z.pipe(
  z.union([short, z.number()]),
  z.transform((value) => String(value)),
);

const order = z.object({
  id: maybe(short),
  item: maybe(short),
  price: maybe(amount),
  /** What the buyer asks for; where nobody said so, the price is at stake. */
  claim: maybe(amount),
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
  /** Left out where no money is in it. */
  amount: maybe(amount),
  currency: maybe(short),
  text: maybe(long),
  /** What came of it; left out while nobody has answered. */
  answer: maybe(z.enum(['accepted', 'refused', 'countered'])),
  answeredAt: maybe(short),
});

const reply = z.object({
  at: short,
  situation: maybe(short),
  language: maybe(short),
  text: long,
});

const note = z.object({
  at: short,
  text: long,
  /** Whose words they are, where they are not those of the desk. */
  by: maybe(z.enum(['buyer', 'platform'])),
});

/** A file somebody has, by its name, its time and what is in it; never the file itself. */
const file = z.object({
  name: short,
  size: maybe(z.int().check(z.nonnegative())),
  modifiedAt: maybe(short),
  /** SHA-256 of the content, in hexadecimal. */
  sha256: maybe(short),
  /** What it shows, as a list of evidence calls it. */
  shows: maybe(short),
  /** From when on it can be handed in, where it is still to come. */
  readyAt: maybe(short),
});

const evidence = z.object({
  /** `<checklist>.<item>`. */
  ticks: listOf(short),
  files: listOf(file),
});

/** How far to go, as it was settled before the first offer. */
const plan = z.object({
  at: short,
  walkAway: maybe(amount),
  currency: maybe(short),
  ladder: listOf(amount),
  text: maybe(long),
});

const outcome = z.object({
  at: short,
  how: z.enum(OUTCOMES),
  /** The true cause, what it cost, and what would have prevented it. */
  cause: maybe(long),
  cost: maybe(amount),
  currency: maybe(short),
  prevention: maybe(long),
  /** Who decided. */
  by: maybe(short),
});

const snooze = z.object({ until: short, reason: short });

/** A value that gave way to another one where two copies of the case were put together. */
const past = z.object({ at: short, field: short, value: long });

const parts = {
  createdAt: maybe(short),
  changedAt: maybe(short),
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
  /** Deadline id to the end the platform shows. */
  shownDue: mapOf,
  plan: maybe(plan),
  offers: listOf(offer),
  evidence: maybe(evidence),
  replies: listOf(reply),
  /** Who has the case, and who decided or has to decide it, by the names of the authority table. */
  owner: maybe(short),
  level: maybe(short),
  snooze: maybe(snooze),
  notes: listOf(note),
  /** Closed when the last of them is later than the last reopening. */
  outcomes: listOf(outcome),
  reopened: listOf(short),
  past: listOf(past),
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

export type Offer = NonNullable<Case['offers']>[number];
export type Outcome = NonNullable<Case['outcomes']>[number];
export type EvidenceFile = NonNullable<NonNullable<Case['evidence']>['files']>[number];

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Leaves out what holds nothing, so that equal cases look equal. */
export function tidy<Value extends object>(value: Value): Value {
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, held]: [string, unknown]): [string, unknown] => [
        key,
        Array.isArray(held)
          ? held.map((item: unknown) => (isObject(item) ? tidy(item) : item))
          : isObject(held)
            ? tidy(held)
            : held,
      ])
      .filter(([, held]) => held !== undefined && !(isObject(held) && isEmpty(held))),
  ) as Value;
}

const isEmpty = (value: object) => Object.keys(value).length === 0;

/**
 * From a version of the shape to the one after it. The second one added what is found out on the
 * way to an end: claims, plans, answers, evidence, owners, outcomes; nothing changed its place.
 */
export const CASE_MIGRATIONS: Readonly<Record<number, (value: unknown) => unknown>> = {
  1: (value) => ({ ...(value as object), version: 2 }),
};

/**
 * Reads a stored or imported case of any version there was, as hostile as a link. Null for what is
 * none and for what a newer page wrote; never throws.
 */
export function readCase(hostile: unknown): Case | null {
  try {
    let value = hostile;
    const from = (hostile as { version?: unknown } | null)?.version;
    for (let at = typeof from === 'number' ? from : CASE_VERSION; at < CASE_VERSION; at += 1) {
      const migrate = CASE_MIGRATIONS[at];
      if (!migrate) return null;
      value = migrate(value);
    }
    const read = z.safeParse(caseSchema, value);
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
    shownDue: { ...one.shownDue, ...add.shownDue },
    offers: joined(one.offers, add.offers),
    evidence: {
      ticks: joined(one.evidence?.ticks, add.evidence?.ticks),
      files: joined(one.evidence?.files, add.evidence?.files),
    },
    replies: joined(one.replies, add.replies),
    notes: joined(one.notes, add.notes),
    outcomes: joined(one.outcomes, add.outcomes),
    reopened: joined(one.reopened, add.reopened),
    past: joined(one.past, add.past),
  });
}

/**
 * `at`, or a second after what it has to follow: of two copies of a case the one changed last counts, and of an
 * end and a reopening the later one, also where the clock of a device was set back in between.
 */
export function following(at: string, ...earlier: readonly (string | undefined)[]): string {
  const moments = earlier.map((each) => Date.parse(each ?? '')).filter(isInRange);
  const last = Math.max(...moments);
  return moments.length === 0 || Date.parse(at) > last ? at : isoInstant(last + SECOND);
}
