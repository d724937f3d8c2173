import { add, compare, exact, ONE, toPlain, ZERO, type Exact } from '../shared/exact.ts';
import { parseNumber } from '../shared/parse-number.ts';
import { NUMBER_KEY } from '../shared/plain-number.ts';
import { fromPercent } from '../shared/ratio.ts';
import type { InputIssue, Invalid, UnknownRule } from '../shared/result.ts';
import { lookup, type Localized, type RuleBook } from '../shared/rule.ts';
import { isUnread } from './letters.ts';
import {
  MOTIVES,
  STRENGTHS,
  type Motive,
  type Other,
  type RefusedKind,
  type SignBasis,
  type Strength,
} from './kinds.ts';

/** One sign as people and scripts write it. */
export interface Signal {
  id: string;
  /** What it comes from: signs of one group towards one motive count once. Its own id by default. */
  group?: string;
  towards: Motive;
  strength: Strength;
}

export interface MotivesInput {
  priors?: Readonly<Partial<Record<Motive, string | number>>>;
  signals?: readonly Signal[];
}

export const FIELDS = ['priors', 'signals'] as const;
const SIGNAL_FIELDS = ['id', 'group', 'towards', 'strength'] as const;

/** A sign the page offers. How strong it is, nobody can say for another: the person chooses. */
export interface OfferedSign {
  id: string;
  group: string;
  towards: Other;
  basis: SignBasis;
  source: string | null;
  rule: string | null;
  text: Localized;
  /** What it means where the buyer means well. */
  harmless: Localized;
}

/** What to do while a motive leads. */
export interface Approach {
  motive: Motive;
  name: Localized;
  ask: Localized;
  offer: Localized;
  keep: Localized;
  /** Situation of the reply script. */
  script: string;
  /** Page of the handbook. */
  playbook: string;
}

/** The file of the site's content that goes with the tool. */
export interface MotivesFile {
  priors: Record<'genuine' | 'wellMeaning' | 'competitor' | 'special' | 'critic', string>;
  bands: { more: string; muchMore: string };
  reading: readonly string[];
  signals: readonly OfferedSign[];
  approach: readonly Approach[];
}

export interface MotivesData {
  rules: RuleBook;
  file: Pick<MotivesFile, 'priors' | 'bands' | 'approach'>;
  /** What a text says of what a person is, which can never be a sign; null where it says none of it. */
  kindOfPerson: (text: string) => RefusedKind | null;
}

/** The bounds of a likelihood ratio against the well-meaning buyer, both inclusive. */
export interface Band {
  low: Exact;
  high: Exact;
}

export interface CheckedSignal extends Required<Signal> {
  band: Band;
}

export interface CheckedMotives {
  priors: Record<Motive, Exact>;
  /** At least one share was given; otherwise all are the author's. */
  ownPriors: boolean;
  signals: CheckedSignal[];
  bands: Record<Strength, Band>;
  ignored: string[];
}

export type Parsed = { kind: 'input'; input: CheckedMotives } | UnknownRule | Invalid;

const ISSUE = 'tool.buyer-motives.issue';
/** More signs than anybody writes down of one case. */
export const MOST_SIGNALS = 60;
/** Longest name of a sign. */
const LONGEST = 80;

const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);
const isEmpty = (raw: unknown) =>
  raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '');
const short = (raw: unknown): string =>
  (typeof raw === 'string' || typeof raw === 'number' ? String(raw) : typeof raw)
    .trim()
    .slice(0, 40);

/** A rule's figure on a day; the rule that is missing where there is none. */
class Missing extends Error {
  readonly result: UnknownRule;
  constructor(result: UnknownRule) {
    super(result.ruleId);
    this.result = result;
  }
}

function figures(data: MotivesData, asOf: string) {
  const found = (id: string) => {
    const rule = lookup(data.rules, id, asOf);
    if (rule.kind === 'known') return rule.value.value;
    throw new Missing({
      kind: 'unknown-rule',
      ruleId: id,
      asOf,
      nearest: 'nearest' in rule ? rule.nearest : null,
    });
  };
  const none = (ruleId: string): never => {
    throw new Missing({ kind: 'unknown-rule', ruleId, asOf, nearest: null });
  };
  const share = (id: string): Exact => {
    const value = found(id);
    const read = typeof value === 'number' ? parseNumber(value, 'percent') : none(id);
    return 'value' in read ? fromPercent(read.value) : none(id);
  };
  const band = (id: string): Band => {
    const value = found(id);
    return typeof value === 'object' ? { low: exact(value.min), high: exact(value.max) } : none(id);
  };
  return { share, band };
}

const inverse = ({ low, high }: Band): Band => ({
  low: exact(high.den, high.num),
  high: exact(low.den, low.num),
});

/** Every strength as a band: neutral is exactly one, and the weaker words are the inverses. */
export function bandsOf(data: MotivesData, asOf: string): Record<Strength, Band> {
  const { band } = figures(data, asOf);
  const more = band(data.file.bands.more);
  const muchMore = band(data.file.bands.muchMore);
  return {
    'much-less': inverse(muchMore),
    less: inverse(more),
    neutral: { low: ONE, high: ONE },
    more,
    'much-more': muchMore,
  };
}

/** The author's shares. Of the genuine buyers some mean well; the rest of them are `ill`. */
export function authorsPriors(data: MotivesData, asOf: string): Record<Motive, Exact> {
  const { share } = figures(data, asOf);
  const { priors } = data.file;
  const genuine = share(priors.genuine);
  const wellMeaning = share(priors.wellMeaning);
  const well = exact(genuine.num * wellMeaning.num, genuine.den * wellMeaning.den);
  return {
    well,
    ill: add(genuine, { num: -well.num, den: well.den }),
    competitor: share(priors.competitor),
    special: share(priors.special),
    critic: share(priors.critic),
  };
}

type Report = (path: string, key: string, values?: InputIssue['values']) => void;

function readPriors(raw: unknown, authors: Record<Motive, Exact>, report: Report) {
  const priors = { ...authors };
  if (isEmpty(raw)) return { priors, own: false };
  if (!isRecord(raw)) {
    report('priors', `${ISSUE}.priors-type`);
    return { priors, own: false };
  }
  let sound = true;
  let own = false;
  const wrong: Report = (...what) => {
    sound = false;
    report(...what);
  };
  for (const name of Object.keys(raw))
    if (!MOTIVES.includes(name as Motive))
      wrong('priors', `${ISSUE}.prior-unknown`, {
        text: short(name),
        motives: MOTIVES.join(', '),
      });
  for (const motive of MOTIVES) {
    const given = Object.hasOwn(raw, motive) ? raw[motive] : undefined;
    if (isEmpty(given)) continue;
    own = true;
    const read = parseNumber(given, 'percent');
    if ('problem' in read) {
      wrong(`priors.${motive}`, NUMBER_KEY + read.problem, read.values);
      continue;
    }
    const share = /[%％]/u.test(String(given)) ? fromPercent(read.value) : read.value;
    if (compare(share, ONE) > 0)
      wrong(`priors.${motive}`, `${ISSUE}.prior-above-one`, { text: short(given) });
    priors[motive] = share;
  }
  const sum = MOTIVES.reduce((total, motive) => add(total, priors[motive]), ZERO);
  if (sound && compare(sum, ONE) !== 0)
    wrong('priors', `${ISSUE}.priors-sum`, {
      sum: toPlain(exact(sum.num * 100n, sum.den)),
    });
  return { priors, own };
}

function readSignal(
  raw: unknown,
  at: string,
  bands: Record<Strength, Band>,
  data: MotivesData,
  report: Report,
): CheckedSignal | null {
  if (!isRecord(raw)) {
    report(at, `${ISSUE}.signal-type`);
    return null;
  }
  const own = (name: string) => (Object.hasOwn(raw, name) ? raw[name] : undefined);
  const textOf = (name: 'id' | 'group', otherwise: string): string => {
    const given = own(name);
    if (isEmpty(given) && name === 'group') return otherwise;
    const text =
      typeof given === 'string' || typeof given === 'number'
        ? String(given).normalize('NFKC').trim()
        : '';
    if (text === '') report(`${at}.${name}`, `${ISSUE}.${name}-missing`);
    else if (text.length > LONGEST) report(`${at}.${name}`, `${ISSUE}.too-long`, { most: LONGEST });
    else {
      const kind = data.kindOfPerson(text);
      if (kind !== null) report(`${at}.${name}`, `${ISSUE}.refused.${kind}`, { text: short(text) });
      else if (isUnread(text)) report(`${at}.${name}`, `${ISSUE}.unread`, { text: short(text) });
    }
    return text;
  };
  const oneOf = <Word extends string>(name: 'towards' | 'strength', words: readonly Word[]) => {
    const given = own(name);
    const found = words.find((word) => word === given);
    if (found === undefined)
      report(`${at}.${name}`, `${ISSUE}.${name}`, { text: short(given), words: words.join(', ') });
    return found;
  };
  const id = textOf('id', '');
  const group = textOf('group', id);
  const towards = oneOf('towards', MOTIVES);
  const strength = oneOf('strength', STRENGTHS);
  return towards && strength ? { id, group, towards, strength, band: bands[strength] } : null;
}

/** From anything at all to a checked input, or to what is wrong with it. Never throws. */
export function parse(raw: unknown, data: MotivesData, asOf: string): Parsed {
  const issues: InputIssue[] = [];
  const report: Report = (path, key, values = {}) => {
    issues.push({ path, key, values });
  };
  if (!isRecord(raw))
    return {
      kind: 'invalid',
      issues: [{ path: '', key: `${ISSUE}.not-an-object`, values: {} }],
    };
  try {
    const bands = bandsOf(data, asOf);
    const own = (name: string) => (Object.hasOwn(raw, name) ? raw[name] : undefined);
    const { priors, own: ownPriors } = readPriors(own('priors'), authorsPriors(data, asOf), report);
    const given = own('signals');
    const list = isEmpty(given) ? [] : given;
    const signals: CheckedSignal[] = [];
    if (!Array.isArray(list)) report('signals', `${ISSUE}.signals-type`);
    else if (list.length > MOST_SIGNALS)
      report('signals', `${ISSUE}.too-many`, { count: list.length, most: MOST_SIGNALS });
    else
      list.forEach((one: unknown, i) => {
        const signal = readSignal(one, `signals.${String(i)}`, bands, data, report);
        if (signal) signals.push(signal);
      });
    if (issues.length > 0) return { kind: 'invalid', issues };
    const ignored = [
      ...Object.keys(raw).filter((name) => !(FIELDS as readonly string[]).includes(name)),
      // What a sign says besides, such as a nationality, weighs nothing, and is said to weigh nothing.
      ...(Array.isArray(list) ? list : []).flatMap((one: unknown, i) =>
        isRecord(one)
          ? Object.keys(one)
              .filter((name) => !(SIGNAL_FIELDS as readonly string[]).includes(name))
              .map((name) => `signals.${String(i)}.${name}`)
          : [],
      ),
    ];
    return { kind: 'input', input: { priors, ownPriors, signals, bands, ignored } };
  } catch (error) {
    if (error instanceof Missing) return error.result;
    throw error;
  }
}
