/**
 * What an input has to look like before anybody asks what it means: a small reader of JSON, because a
 * page waits for every byte it needs to wake, and a whole schema library is a tenth of a small tool.
 */

/** What does not fit, and where: `path` is dotted, empty for the input as a whole. */
export interface Misfit {
  path: string;
  /** `unknown`: nobody asks for the last name of the path. `too-long`: more than `most` characters. */
  code: 'shape' | 'one-of' | 'unknown' | 'too-long';
  /** With `one-of`, what would have fitted. */
  options?: readonly string[];
  /** With `too-long`, the most characters there may be. */
  most?: number;
}

export interface Shape<Value> {
  /** Takes the value, or adds to `misfits` what does not fit; what it answers then is of no use. */
  read: (raw: unknown, path: string, misfits: Misfit[]) => Value;
  /** What the field is for, as the command line's help says it. */
  about?: string;
}

type ValueOf<Each> = Each extends Shape<infer Value> ? Value : never;
type Fields = Readonly<Record<string, Shape<unknown>>>;
type Optional<Each extends Fields> = {
  [Name in keyof Each]: undefined extends ValueOf<Each[Name]> ? Name : never;
}[keyof Each];
/** An object of these fields; those that may be undefined may be left out. */
export type ObjectOf<Each extends Fields> = {
  [Name in Exclude<keyof Each, Optional<Each>>]: ValueOf<Each[Name]>;
} & { [Name in Optional<Each>]?: ValueOf<Each[Name]> };

const misfit = (misfits: Misfit[], path: string, rest: Partial<Misfit> = {}): never => {
  misfits.push({ path, code: 'shape', ...rest });
  return undefined as never;
};
const inside = (path: string, name: string | number) =>
  path === '' ? `${name}` : `${path}.${name}`;
const isMap = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/** A text; of at most so many characters where a number is given. */
export const text = (most = Infinity): Shape<string> => ({
  read: (raw, path, misfits) =>
    typeof raw !== 'string'
      ? misfit(misfits, path)
      : raw.length > most
        ? misfit(misfits, path, { code: 'too-long', most })
        : raw,
});

/** A finite number. */
export const number: Shape<number> = {
  read: (raw, path, misfits) =>
    typeof raw === 'number' && Number.isFinite(raw) ? raw : misfit(misfits, path),
};

export const truth: Shape<boolean> = {
  read: (raw, path, misfits) => (typeof raw === 'boolean' ? raw : misfit(misfits, path)),
};

export const oneOf = <const Value extends string>(options: readonly Value[]): Shape<Value> => ({
  read: (raw, path, misfits) =>
    options.find((each) => each === raw) ?? misfit(misfits, path, { code: 'one-of', options }),
});

export const nullable = <Value>(shape: Shape<Value>): Shape<Value | null> => ({
  read: (raw, path, misfits) => (raw === null ? null : shape.read(raw, path, misfits)),
});

export const optional = <Value>(shape: Shape<Value>): Shape<Value | undefined> => ({
  read: (raw, path, misfits) => (raw === undefined ? undefined : shape.read(raw, path, misfits)),
});

/** What stands there where nothing was given. */
export const otherwise = <Value>(shape: Shape<Value>, value: Value): Shape<Value> => ({
  read: (raw, path, misfits) => (raw === undefined ? value : shape.read(raw, path, misfits)),
});

/** The first of two shapes that fits; where none does, that is all there is to say. */
export const either = <One, Other>(one: Shape<One>, other: Shape<Other>): Shape<One | Other> => ({
  read: (raw, path, misfits) => {
    for (const shape of [one, other] as Shape<One | Other>[]) {
      const own: Misfit[] = [];
      const value = shape.read(raw, path, own);
      if (own.length === 0) return value;
    }
    return misfit(misfits, path);
  },
});

export const list = <Value>(item: Shape<Value>): Shape<Value[]> => ({
  read: (raw, path, misfits) =>
    Array.isArray(raw)
      ? raw.map((each, i) => item.read(each, inside(path, i), misfits))
      : misfit(misfits, path),
});

/** Values by names that are not known beforehand, each name of at most so many characters. */
export const map = <Value>(
  item: Shape<Value>,
  longest = Infinity,
): Shape<Record<string, Value>> => ({
  read: (raw, path, misfits) => {
    if (!isMap(raw)) return misfit(misfits, path);
    const found: [string, Value][] = [];
    for (const [name, value] of Object.entries(raw)) {
      if (name === '__proto__') continue;
      const at = inside(path, name);
      if (name.length > longest) misfit(misfits, at);
      else found.push([name, item.read(value, at, misfits)]);
    }
    return Object.fromEntries(found);
  },
});

/**
 * An object of known fields.
 *
 * @param strict whether a field nobody asks for is a misfit; else it is left out.
 */
export const object = <Each extends Fields>(
  fields: Each,
  strict = false,
): Shape<ObjectOf<Each>> & { fields: Each } => ({
  fields,
  read: (raw, path, misfits) => {
    if (!isMap(raw)) return misfit(misfits, path);
    const found: [string, unknown][] = [];
    for (const [name, shape] of Object.entries(fields)) {
      const given = Object.hasOwn(raw, name);
      const value = shape.read(given ? raw[name] : undefined, inside(path, name), misfits);
      if (given || value !== undefined) found.push([name, value]);
    }
    if (strict)
      for (const name of Object.keys(raw))
        if (!Object.hasOwn(fields, name)) misfit(misfits, inside(path, name), { code: 'unknown' });
    return Object.fromEntries(found) as ObjectOf<Each>;
  },
});

/** The same field, with what it is for. */
export const about = <Value>(shape: Shape<Value>, words: string): Shape<Value> => ({
  ...shape,
  about: words,
});

/** Reads an input; never throws. */
export function fit<Value>(
  shape: Shape<Value>,
  raw: unknown,
): { value: Value; misfits: null } | { value: null; misfits: readonly Misfit[] } {
  const misfits: Misfit[] = [];
  const value = shape.read(raw, '', misfits);
  return misfits.length > 0 ? { value: null, misfits } : { value, misfits: null };
}
