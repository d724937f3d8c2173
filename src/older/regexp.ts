/**
 * Patterns that look behind, for engines that cannot: Safari before 16.4 refuses the whole pattern. The
 * build writes every such pattern as a call (`new RegExp('(?<=a)b')`), and this answers it. What is
 * refused for another reason stays refused. A plain pattern without the looks behind finds the places
 * that come into question, at the engine's own speed; only there is the pattern itself walked through.
 */

interface State {
  text: string;
  /** Where each group begins and ends, by twice its number. */
  spans: (number | undefined)[];
}
/** Goes on from a place; answers where the whole ended, or -1. */
type Then = (at: number) => number;
type Walk = (state: State, at: number, then: Then) => number;

type Part =
  | { is: 'one'; source: string }
  | { is: 'row' | 'choice'; parts: Part[] }
  | { is: 'group'; number: number; body: Part }
  | { is: 'look'; back: boolean; not: boolean; body: Part }
  | { is: 'same'; group: number | string }
  | { is: 'edge'; kind: string }
  | {
      is: 'repeat';
      body: Part;
      least: number;
      most: number;
      lazy: boolean;
      groups: [number, number];
    };

interface Read {
  whole: Part;
  groups: number;
  names: Map<string, number>;
  /** What every match matches as well, without a look behind; null where none can be told. */
  relaxed: string | null;
}

const LOOK_BEHIND = /\(\?<[=!]/;
const Native = RegExp;

function read(source: string, whole: boolean): Read {
  let at = 0;
  let groups = 0;
  let looked = false;
  let asksBack = false;
  const names = new Map<string, number>();
  /** Parts of the source that the relaxed pattern goes without, in their order, and how many groups are in each. */
  let cuts: { from: number; to: number; groups: number }[] = [];
  const next = (length = 1) => source.slice(at, (at += length));
  const take = (pattern: RegExp) => {
    const sticky = new Native(pattern.source, 'y' + (whole ? 'u' : ''));
    sticky.lastIndex = at;
    const found = sticky.exec(source);
    if (found) at = sticky.lastIndex;
    return found;
  };
  const sign = () => next((source.codePointAt(at) as number) > 0xffff && whole ? 2 : 1);

  const choice = (): Part => {
    const parts = [row()];
    while (source[at] === '|') {
      at += 1;
      parts.push(row());
    }
    return parts.length === 1 ? (parts[0] as Part) : { is: 'choice', parts };
  };
  const row = (): Part => {
    const parts: Part[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const before = groups;
      const body = atom();
      const many = take(/(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})(\??)/);
      if (!many) {
        parts.push(body);
        continue;
      }
      const [, short, least, comma, most, lazy] = many;
      const bounds = { '*': [0, Infinity], '+': [1, Infinity], '?': [0, 1] }[short as '*'] ?? [
        Number(least),
        comma ? (most ? Number(most) : Infinity) : Number(least),
      ];
      parts.push({
        is: 'repeat',
        body,
        least: bounds[0] as number,
        most: bounds[1] as number,
        lazy: lazy === '?',
        groups: [before, groups],
      });
    }
    return { is: 'row', parts };
  };
  const inBrackets = (opening: string): Part => {
    const from = at;
    const before = groups;
    next(opening.length);
    const back = opening.startsWith('(?<') && /[=!]$/.test(opening);
    const not = opening.endsWith('!');
    const number = opening === '(' || /<\w/.test(opening) ? (groups += 1) : 0;
    if (number && opening !== '(') names.set(opening.slice(3, -1), number);
    const outside = cuts;
    const lookedBefore = looked;
    cuts = [];
    looked = back;
    const body = choice();
    next();
    // A refusal of something that is refused less often would refuse too often.
    cuts =
      back || (not && looked)
        ? [...outside, { from, to: at, groups: groups - before }]
        : [...outside, ...cuts];
    looked ||= lookedBefore;
    if (number) return { is: 'group', number, body };
    return opening === '(?:' ? body : { is: 'look', back, not, body };
  };
  const atom = (): Part => {
    const opening = /^\((?:\?(?:[:=!]|<[=!]|<[\p{L}_$][\p{L}\p{N}_$]*>))?/u.exec(
      source.slice(at, at + 80),
    );
    if (opening) return inBrackets(opening[0]);
    const from = at;
    if (source[at] === '\\') {
      const edge = take(/\\[bB]/);
      if (edge) return { is: 'edge', kind: edge[0] };
      const same = take(/\\(?:k<([^>]+)>|([1-9]\d*))/);
      if (same) {
        asksBack = true;
        return { is: 'same', group: same[1] ?? Number(same[2]) };
      }
      if (
        !take(
          /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[dD][89abAB]..\\u[dD][c-fC-F]..|u[\da-fA-F]{4}|x..|c.)/,
        )
      ) {
        next();
        sign();
      }
      return { is: 'one', source: source.slice(from, at) };
    }
    if (take(/\[(?:\\[^]|[^\]\\])*\]/)) return { is: 'one', source: source.slice(from, at) };
    const one = sign();
    return one === '^' || one === '$' ? { is: 'edge', kind: one } : { is: 'one', source: one };
  };

  const all = choice();
  let relaxed = '';
  let done = 0;
  for (const cut of cuts) {
    relaxed += `${source.slice(done, cut.from)}(?:${'()'.repeat(cut.groups)})`;
    done = cut.to;
  }
  const lost = asksBack && cuts.some((cut) => cut.groups > 0);
  return { whole: all, groups, names, relaxed: lost ? null : relaxed + source.slice(done) };
}

/** Which single signs a part of a pattern takes: asked of the engine, once for each. */
const kinds = new Map<string, (sign: string) => boolean>();
function kindOf(source: string, flags: string) {
  const key = `${flags} ${source}`;
  let kind = kinds.get(key);
  if (!kind) {
    const plain = /^[^\\[.]/.test(source) && !flags.includes('i');
    const pattern = new Native(`^${source.replace(/^[)|{}\]/]$/, '\\$&')}$`, flags);
    const known = new Map<string, boolean>();
    kind = plain
      ? (sign) => sign === source
      : (sign) => {
          let is = known.get(sign);
          if (is === undefined) known.set(sign, (is = pattern.test(sign)));
          return is;
        };
    kinds.set(key, kind);
  }
  return kind;
}

function build({ whole, names }: Read, flags: string): Walk {
  const isWhole = flags.includes('u');
  const lines = flags.includes('m');
  const ofSigns = flags.replace(/[^ius]/g, '');
  const isWord = kindOf('\\w', ofSigns);
  const isLineEnd = (sign: string | undefined) =>
    sign !== undefined && /[\n\r\u2028\u2029]/.test(sign);
  const isPair = (text: string, at: number) =>
    isWhole && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at, at + 2));
  /** The sign on the way from a place; empty at the end. */
  const signAt = (text: string, at: number, back: boolean) => {
    if (back) return isPair(text, at - 2) && at > 1 ? text.slice(at - 2, at) : (text[at - 1] ?? '');
    return isPair(text, at) ? text.slice(at, at + 2) : (text[at] ?? '');
  };
  const folded = (text: string) => (flags.includes('i') ? text.toLowerCase().toUpperCase() : text);

  const make = (part: Part, back: boolean): Walk => {
    const step = back ? -1 : 1;
    switch (part.is) {
      case 'one': {
        const isOf = kindOf(part.source, ofSigns);
        return ({ text }, at, then) => {
          const sign = signAt(text, at, back);
          return sign && isOf(sign) ? then(at + step * sign.length) : -1;
        };
      }
      case 'row': {
        const walks = part.parts.map((each) => make(each, back));
        if (back) walks.reverse();
        if (walks.length === 1) return walks[0] as Walk;
        return (state, start, then) => {
          const go = (i: number, at: number): number => {
            const walk = walks[i];
            return walk ? walk(state, at, (place) => go(i + 1, place)) : then(at);
          };
          return go(0, start);
        };
      }
      case 'choice': {
        const walks = part.parts.map((each) => make(each, back));
        return (state, at, then) => {
          for (const walk of walks) {
            const end = walk(state, at, then);
            if (end >= 0) return end;
          }
          return -1;
        };
      }
      case 'group': {
        const walk = make(part.body, back);
        const place = part.number * 2;
        return (state, at, then) =>
          walk(state, at, (end) => {
            const before = state.spans;
            state.spans = before.slice();
            state.spans.splice(place, 2, ...(back ? [end, at] : [at, end]));
            const ended = then(end);
            if (ended < 0) state.spans = before;
            return ended;
          });
      }
      case 'look': {
        const walk = make(part.body, part.back);
        return (state, at, then) => {
          const before = state.spans;
          const isThere = walk(state, at, (place) => place) >= 0;
          const ended = isThere === part.not ? -1 : then(at);
          if (ended < 0) state.spans = before;
          return ended;
        };
      }
      case 'same':
        return ({ text, spans }, at, then) => {
          const number = typeof part.group === 'string' ? (names.get(part.group) ?? 0) : part.group;
          const said = text.slice(spans[number * 2] ?? 0, spans[number * 2 + 1] ?? 0);
          const here = back
            ? text.slice(Math.max(0, at - said.length), at)
            : text.slice(at, at + said.length);
          return folded(here) === folded(said) ? then(at + step * said.length) : -1;
        };
      case 'edge':
        return ({ text }, at, then) => {
          const [before, after] = [text[at - 1], text[at]];
          const holds = {
            '^': at === 0 || (lines && isLineEnd(before)),
            $: at === text.length || (lines && isLineEnd(after)),
            '\\b': isWord(before ?? '') !== isWord(after ?? ''),
            '\\B': isWord(before ?? '') === isWord(after ?? ''),
          }[part.kind];
          return holds ? then(at) : -1;
        };
      case 'repeat':
        return repeat(part, back);
    }
  };

  const repeat = (part: Part & { is: 'repeat' }, back: boolean): Walk => {
    const { body, least, most, lazy, groups } = part;
    if (body.is === 'one' && !lazy) {
      // Most repeats are of one sign: no need to climb for each.
      const isOf = kindOf(body.source, ofSigns);
      return ({ text }, start, then) => {
        const places = [start];
        for (let at = start; places.length <= most;) {
          const sign = signAt(text, at, back);
          if (!sign || !isOf(sign)) break;
          places.push((at += back ? -sign.length : sign.length));
        }
        while (places.length > least) {
          const end = then(places.pop() as number);
          if (end >= 0) return end;
        }
        return -1;
      };
    }
    const walk = make(body, back);
    return (state, start, then) => {
      const go = (at: number, count: number): number => {
        const again = () => {
          if (count >= most) return -1;
          const before = state.spans;
          state.spans = before.slice().fill(undefined, groups[0] * 2 + 2, groups[1] * 2 + 2);
          const end = walk(state, at, (place) =>
            place === at && count >= least ? -1 : go(place, count + 1),
          );
          if (end < 0) state.spans = before;
          return end;
        };
        if (count < least) return again();
        if (!lazy) {
          const end = again();
          return end >= 0 ? end : then(at);
        }
        const end = then(at);
        return end >= 0 ? end : again();
      };
      return go(start, 0);
    };
  };

  return make(whole, false);
}

/** A pattern that looks behind; all a text does with patterns asks `exec`. */
export class LookingBehind extends Native {
  readonly #source: string;
  readonly #walk: Walk;
  readonly #read: Read;
  readonly #places: RegExp | null;

  constructor(pattern: RegExp | string, flags?: string) {
    const source = typeof pattern === 'string' ? pattern : pattern.source;
    const marks = flags ?? (typeof pattern === 'string' ? '' : pattern.flags);
    const parts = read(source, marks.includes('u'));
    // What is wrong with the rest of the pattern is said by the engine.
    super(parts.relaxed ?? '', marks);
    this.#source = source;
    this.#read = parts;
    this.#walk = build(parts, marks);
    const mark = marks.includes('y') ? 'y' : 'g';
    this.#places =
      parts.relaxed === null ? null : new Native(parts.relaxed, marks.replace(/[gyd]/g, '') + mark);
  }

  override get source() {
    return this.#source;
  }

  override toString() {
    return `/${this.#source}/${this.flags}`;
  }

  override exec(given: string): RegExpExecArray | null {
    const text = String(given);
    const keeps = this.global || this.sticky;
    const state: State = { text, spans: [] };
    for (let at = keeps ? this.lastIndex : 0; at <= text.length; at += 1) {
      if (this.#places) {
        this.#places.lastIndex = at;
        const found = this.#places.exec(text);
        if (!found) break;
        at = found.index;
      }
      state.spans = new Array<undefined>(this.#read.groups * 2 + 2).fill(undefined);
      const end = this.#walk(state, at, (place) => place);
      if (end >= 0) {
        if (keeps) this.lastIndex = end;
        return this.#result(state, at, end);
      }
      if (this.sticky) break;
      if (this.unicode && (text.codePointAt(at) as number) > 0xffff) at += 1;
    }
    if (keeps) this.lastIndex = 0;
    return null;
  }

  #result({ text, spans }: State, from: number, to: number) {
    [spans[0], spans[1]] = [from, to];
    const indices = Array.from({ length: spans.length / 2 }, (_, i) =>
      spans[i * 2] === undefined ? undefined : [spans[i * 2], spans[i * 2 + 1]],
    );
    const { names } = this.#read;
    const named = <Value>(values: readonly Value[]) =>
      names.size === 0
        ? undefined
        : Object.assign(
            Object.create(null) as Record<string, Value>,
            Object.fromEntries([...names].map(([name, number]) => [name, values[number]])),
          );
    const values = indices.map((span) => (span ? text.slice(span[0], span[1]) : undefined));
    return Object.assign(values, {
      index: from,
      input: text,
      groups: named(values),
      ...(this.flags.includes('d') && {
        indices: Object.assign(indices, { groups: named(indices) }),
      }),
    }) as unknown as RegExpExecArray;
  }
}

/** In the place of an engine's own `RegExp`: the same, and patterns that look behind besides. */
export function withLookBehind(): RegExpConstructor {
  const Both = function RegExp(pattern: RegExp | string, flags?: string) {
    const source = pattern instanceof Native ? pattern.source : String(pattern);
    return LOOK_BEHIND.test(source)
      ? new LookingBehind(pattern, flags)
      : new Native(pattern, flags);
  } as unknown as RegExpConstructor;
  Object.setPrototypeOf(Both, Native);
  Object.defineProperty(Both, 'prototype', { value: Native.prototype });
  return Both;
}
