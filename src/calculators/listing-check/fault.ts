import type { Localized } from '../shared/rule.ts';
import type { MeasureName } from './measure-names.ts';
import type { Platform } from './options.ts';

/**
 * Faults as the data holds them. The shape of a check follows Vale's styles (existence,
 * substitution, repetition, occurrence, consistency), so that people who know those can read it;
 * `measure` names a comparison of numbers that no pattern can make.
 */
export const SEVERITIES = ['blocks', 'claims', 'search', 'advice'] as const;
/** blocks: refused or taken down · claims: a buyer will dispute · search: fewer see it · advice. */
export type Severity = (typeof SEVERITIES)[number];

export const SCOPES = [
  'title',
  'sku',
  'attribute',
  'description',
  'category',
  'searchTerms',
  'picture',
  'goods',
] as const;
export type Scope = (typeof SCOPES)[number];

/** Rule ids by platform; `default` where a platform has none of its own. */
export type RulesByPlatform = Readonly<Partial<Record<Platform | 'default', readonly string[]>>>;

interface Common {
  /** Unique within its fault; the second half of the message's key. */
  id: string;
  scope?: readonly Scope[];
  platforms?: readonly Platform[];
  languages?: readonly ('en' | 'ru' | 'zh')[];
  /** Days the check holds, both inclusive. */
  from?: string;
  to?: string;
  /** Where they differ from those of the fault. */
  severity?: Severity;
  severityOn?: Readonly<Partial<Record<Platform, Severity>>>;
  reason?: string | null;
  rules?: RulesByPlatform;
  repair?: RepairText;
}

/**
 * What to write instead, in the language of the listing, with the values of the finding in it; `[[ … ]]` is a
 * gap that only the seller can fill.
 */
export interface RepairText extends Readonly<Record<'en' | 'ru' | 'zh', string>> {
  /** What it takes the place of: the words found, their line, or everything; or it stands behind them. */
  of?: 'words' | 'line' | 'behind' | 'all';
  /** The field it belongs to, where that is another. */
  into?: string;
  /** In the language buyers read, where the text is in none or in another. */
  forBuyers?: boolean;
}

interface ByWords extends Common {
  /** A find that overlaps one of these is none. */
  exceptions?: readonly string[];
  /** Only in goods whose texts hold one of these. */
  goods?: readonly string[];
  /** Only outside what a brand, a model or a compatibility word names. */
  notCompatible?: boolean;
}

export interface Existence extends ByWords {
  extends: 'existence';
  tokens: readonly string[];
  /** The repaired text leaves the words out. */
  drop?: boolean;
  /** In running text a short clause around the words goes with them: “write to …” says nothing else. */
  clause?: boolean;
  /** In the repaired text of an accessory the names stand behind what says that it fits them. */
  asFit?: Readonly<Record<'en' | 'ru' | 'zh', string>>;
}

export interface Substitution extends ByWords {
  extends: 'substitution';
  /** Pattern → what to write instead. */
  swap: Readonly<Record<string, string>>;
}

export interface Repetition extends Common {
  extends: 'repetition';
  /** Rule that says how often a word may stand, by platform. */
  limit: Readonly<Partial<Record<Platform | 'default', string>>>;
  /** `above`: more than the limit is too many; `from`: the limit itself is. */
  counts: Readonly<Partial<Record<Platform | 'default', 'above' | 'from'>>>;
  exceptions: readonly string[];
}

export interface Occurrence extends ByWords {
  extends: 'occurrence';
  token: string;
  max: number;
}

export interface Length extends Common {
  extends: 'length';
  field: 'title' | 'searchTerms' | 'sku.code' | 'pictures' | 'description-words';
  /** Kinds of pictures that take no place among those that are counted. */
  besides?: readonly string[];
  rule: string;
  /** `at-most`, `below` or `at-least` the rule's figure. */
  bound: 'at-most' | 'below' | 'at-least';
  countries?: readonly string[];
}

export interface Consistency extends Common {
  extends: 'consistency';
  property: string;
}

export interface Measure extends Common {
  extends: 'measure';
  measure: MeasureName | 'copies';
  options?: Readonly<Record<string, readonly string[] | number | string>>;
}

export type Check =
  Existence | Substitution | Repetition | Occurrence | Length | Consistency | Measure;

export interface Fault {
  id: string;
  severity: Severity;
  reason: string | null;
  /** The handbook page that helps. */
  page: string;
  rules: RulesByPlatform;
  checks: readonly Check[];
}

/** A fault with the words people read; the engine needs none of them. */
export type WordedFault = Omit<Fault, 'checks'> & {
  label: Localized;
  /** What a buyer, or the platform, does about it. */
  harm: Localized;
  checks: readonly (Check & { message: Localized })[];
};

/** A property that several parts of a listing may state. */
export interface Property {
  id: string;
  label?: Localized;
  /** Names of the attribute that holds it. */
  names: readonly string[];
  /** Attributes that sound alike and are another thing. */
  notNames?: readonly string[];
  /** In a description, values of these groups count only shortly behind one of these words. */
  saidBy?: readonly string[];
  saidFor?: readonly string[];
  /** A value behind one of these, in its clause, is one of something else: rated capacity, package size. */
  notSaid?: readonly string[];
  /** In running text a number counts only beside one of these words: 16 GB of memory. */
  beside?: readonly string[];
  /** Only in goods whose title holds one of these, or none of those. */
  goods?: readonly string[];
  notGoods?: readonly string[];
  /** An accessory names what it fits, and says nothing of itself by it. */
  notAccessories?: boolean;
  /** Accessories that fit any device: a value named with them, or one of these, is their own. */
  ownMaker?: readonly { words: readonly string[]; values?: readonly string[] }[];
  kind: 'words' | 'number' | 'size' | 'code';
  /** An attribute may hold what no list knows, and then that is its value. */
  open?: boolean;
  /** Counts things: a number stands without a unit under its name, or is written as a word. */
  counts?: boolean;
  /** What SKUs hold is looked at elsewhere. */
  notSkus?: boolean;
  /** For codes: letters that name no model, usb or size. */
  notLetters?: readonly string[];
  /** For codes: those of what the goods fit, not of the goods. */
  ofFit?: boolean;
  /** For words: groups of which a thing has one, each value with its words. */
  groups?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** For numbers: the pattern of what stands behind it → factor to the first unit. */
  units?: Readonly<Record<string, number>>;
  /** What stands before the number where nothing stands behind it: pack of 3. */
  ahead?: readonly string[];
  /** A bare number below this says nothing: “quantity: 1” is one pack of whatever it holds. */
  least?: number;
  /** For shares: what they are of, where it stands before the number: cotton 80 %. */
  of?: readonly string[];
  /** Share by which two numbers may differ and still be one. */
  tolerance?: number;
  /** Further factors that mean the same thing (binary against decimal). */
  alike?: readonly number[];
  /** Of several numbers in one part the largest is named: beside a storage stands a memory. */
  largest?: boolean;
  /** A range such as 100-240 holds every number inside it. */
  ranges?: boolean;
}

/** Words that several checks share. */
export interface ListingParts {
  id: string;
  /** Words after which another brand is named as what the goods fit. */
  compatible: readonly string[];
  /** Words too small to count. */
  small: readonly string[];
  units: Readonly<Record<string, readonly string[]>>;
  pairs: readonly string[];
  /** What makes a noun of the pair list another thing: shoe rack, sock drawer. */
  pairsNot: readonly string[];
  devices: Readonly<Record<string, readonly string[]>>;
  accessories: readonly string[];
  models: readonly string[];
  notForSale: readonly string[];
  /** Words that deny what stands right behind them: not PU. */
  denied: readonly string[];
  /** Goods whose pieces are parts of one thing: 500 pieces of a puzzle are no lot. */
  wholes: readonly string[];
  /** What to write where the repaired text would have nothing left. */
  emptied: RepairText;
  properties: readonly Property[];
  box: {
    with: readonly string[];
    /** The same, said behind the thing: batteries included. */
    withBehind: readonly string[];
    without: readonly string[];
    withoutBehind: readonly string[];
    /** Names of attributes that list what is in the box. */
    lists: readonly string[];
    things: Readonly<Record<string, readonly string[]>>;
    /** Words that say of anything at all that it does not come along, before it and behind it. */
    leftOut: readonly string[];
    leftOutBehind: readonly string[];
    /** In running text only these promise a thing: “with a tripod” may be how the goods are used. */
    promised: readonly string[];
    /** Words that count things in Chinese, each by one. */
    counters: readonly string[];
    /** Behind a noun in Chinese they make it another one: 电池盒 is no battery. */
    partsOf: readonly string[];
  };
  numbers: Readonly<Record<string, number>>;
}
