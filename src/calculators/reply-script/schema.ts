import type { MessageLimit } from '../shared/message-limit.ts';
import type { Unit } from '../shared/parse-number.ts';
import type { Localized } from '../shared/rule.ts';
import {
  either,
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
  type ObjectOf,
} from '../shared/shape.ts';

/** Languages a reply can be written in. */
export const buyerLanguages = ['en', 'ru', 'es', 'pt-BR', 'fr', 'de', 'pl', 'ko'] as const;
export type BuyerLanguage = (typeof buyerLanguages)[number];

/** Languages an agent can read the reply in. */
export const glossLanguages = ['en', 'zh-CN'] as const;
export type GlossLanguage = (typeof glossLanguages)[number];

/** Every language a script text is stored in. */
export const textLanguages = [...buyerLanguages, 'zh-CN'] as const;
export type TextLanguage = (typeof textLanguages)[number];

/** Platforms a reply can be written on by their name, which is what `{$platform}` becomes. */
const platformNames = {
  aliexpress: 'AliExpress',
  ozon: 'Ozon',
  amazon: 'Amazon',
  ebay: 'eBay',
  etsy: 'Etsy',
  shopee: 'Shopee',
  tiktok: 'TikTok Shop',
  paypal: 'PayPal',
  taobao: 'Taobao',
} as const;
/** On any other the name is asked for as well: nobody but the person knows it. */
export type ReplyPlatform = keyof typeof platformNames | 'other';
const named = Object.keys(platformNames) as [ReplyPlatform, ...ReplyPlatform[]];
export const replyPlatforms: typeof named = [...named, 'other'];
/** The variable that holds the name of a platform, and its field where it is asked for. */
export const PLATFORM = 'platform';

/** What a platform is called in a language; null where its name has to be asked for. */
export const platformName = (platform: ReplyPlatform, language: TextLanguage): string | null =>
  platform === 'other'
    ? null
    : platform === 'taobao' && language === 'zh-CN'
      ? '淘宝'
      : platformNames[platform];

export const tones = ['warm', 'plain'] as const;
export type Tone = (typeof tones)[number];

/** Parts of a reply, in the order in which they work. */
export const blockKinds = [
  'greeting',
  'fact',
  'cause',
  'action',
  'choice',
  'request',
  'signoff',
] as const;
export type BlockKind = (typeof blockKinds)[number];

export const stages = [
  'presale',
  'order',
  'inr',
  'snad',
  'offer',
  'case',
  'shop',
  'platform',
] as const;
export type Stage = (typeof stages)[number];

export const variableTypes = [
  'text',
  'id',
  'date',
  'money',
  'currency',
  'number',
  'choice',
] as const;
export type VariableType = (typeof variableTypes)[number];

export type Texts = Readonly<Record<TextLanguage, string>>;

/** What a text takes for granted of the case it is sent in. */
export const presumptions = [
  'received',
  'not-received',
  /** The first parcel will not come any more. */
  'gone',
  /** The shop says that the item is not what it should be, and takes responsibility. */
  'fault',
  /** What is wrong lies in one part, which can be sent. */
  'part',
  'seller-pays-return',
] as const;
export type Presumption = (typeof presumptions)[number];

/** Where something is offered: on these platforms only, or on all but these. */
export interface Offered {
  platforms?: readonly ReplyPlatform[];
  notOn?: readonly ReplyPlatform[];
}

export const isOffered = ({ platforms, notOn }: Offered, platform: ReplyPlatform): boolean =>
  (platforms?.includes(platform) ?? true) && !(notOn?.includes(platform) ?? false);

export interface ChoiceOption extends Offered {
  id: string;
  label: Localized;
  /** An independent clause without final stop, for use after a colon. */
  text: Texts;
}

/** A variable as a script file declares it: a common one by name, or with what differs, or a new one. */
export interface VariableEntry {
  name: string;
  type?: VariableType;
  label?: Localized;
  hint?: Localized;
  example?: string | number;
  /** The example as a buyer of a language would write it, where that differs. */
  examples?: Readonly<Partial<Record<BuyerLanguage, string>>>;
  /**
   * A fact of the order or the shop: the same in every situation. Anything else is said anew, even
   * where two situations in one message ask for it under one name.
   */
  carried?: boolean;
  /** What the shop promises: a day, which is never one that is over, or the deed itself. */
  promise?: boolean;
  /** Any other day: one still to come, or one that is over. */
  tense?: 'ahead' | 'past';
  /** Bounds of a figure. It is whole unless it may be a `fraction`. */
  min?: number;
  max?: number;
  fraction?: boolean;
  /** What may stand behind a figure: `5天` for days. Things are counted unless another is named. */
  unit?: Unit;
  /** A choice that also takes the agent's own words. */
  other?: boolean;
  /** `causes` stands for the shared list. */
  options?: 'causes' | readonly ChoiceOption[];
  /** Ids to keep of the list, in this order. */
  pick?: readonly string[];
}

/** Days of one reply that bear on each other. */
export interface DayOrder {
  /** The day that is never the later one; `today` is the day the reply is written on. */
  first: string;
  /** A number of days that `first` is moved by. */
  plus?: string;
  last: string;
  /** The other way round can be meant: it is asked about instead of refused. */
  ask?: boolean;
}

/** A variable with everything filled in. */
export interface Variable {
  name: string;
  type: VariableType;
  label: Localized;
  hint: Localized | null;
  example: string | number;
  examples: Readonly<Partial<Record<BuyerLanguage, string>>>;
  carried: boolean;
  /** Null for what is neither a day nor a promise. */
  tense: 'promise' | 'ahead' | 'past' | null;
  /** Bounds of a figure; null for what is none. */
  min: number | null;
  max: number | null;
  fraction: boolean;
  unit: Unit | null;
  other: boolean;
  options: readonly ChoiceOption[];
}

/** A part that is said only for some answers to a choice. Words of one's own are none of its options. */
export interface When {
  variable: string;
  is?: readonly string[];
  isNot?: readonly string[];
}

export interface Block extends Offered {
  id: string;
  kind: BlockKind;
  /** Id of a shared block that holds the text. */
  shared?: string;
  when?: When;
  optional?: boolean;
  /** Whether an optional block is in from the start. */
  on?: boolean;
  label?: Localized;
  /**
   * The part is a heading: the fewest parts of its kind that must follow it. It is left out where fewer
   * do, and where several headings fit, the one that asks for most stands.
   */
  leads?: number;
  /** What this part takes for granted, beside what the whole reply does. */
  presumes?: readonly Presumption[];
  text?: Texts;
  warm?: Texts;
  plain?: Texts;
}

export interface Script extends Offered {
  id: string;
  stage: Stage;
  frequent?: boolean;
  /** Path of the playbook page without its language. */
  playbook: string;
  title: Localized;
  when: Localized;
  whenNot: Localized;
  /** What the shop has promised once the reply is sent. */
  commits: Localized;
  aliases: {
    en: readonly string[];
    zh: readonly string[];
    ru: readonly string[];
    /** How a Chinese agent types it without changing the keyboard. */
    pinyin: readonly string[];
  };
  /** Rulebook ids the advice rests on. */
  rules: readonly string[];
  /** What the parts that are always in take for granted. A reply that makes an offer says so. */
  presumes?: readonly Presumption[];
  /** Everybody reads it, so it holds neither a name nor a number of the order. */
  public?: boolean;
  /** Why the situation is not offered on the other platforms. */
  scope?: Localized;
  variables: readonly (string | VariableEntry)[];
  dayOrder?: readonly DayOrder[];
  blocks: readonly Block[];
}

export interface SharedBlock {
  id: string;
  text: Texts;
  /** The same without the buyer's name. */
  nameless?: Texts;
}

export interface ReviewStatus {
  status: 'unread' | 'native';
  on?: string;
}

/** Where a platform cuts or refuses a message. */
export interface Limit extends MessageLimit {
  platform: ReplyPlatform;
}

/** What all scripts share. */
export interface ScriptParts {
  id: string;
  /** The locale the texts of a language are written in, then those its days and money may take. */
  locales: Readonly<Record<TextLanguage, readonly [string, ...string[]]>>;
  /** Day on which the examples are dated. */
  exampleDay: string;
  /** A day further off than so many days is asked about before it is written. */
  horizon: { days: number; rule: string };
  limits: readonly Limit[];
  variables: readonly VariableEntry[];
  blocks: readonly SharedBlock[];
  causes: readonly ChoiceOption[];
  stages: readonly { id: Stage; title: Localized }[];
  review: Readonly<Record<TextLanguage, ReviewStatus>>;
}

export interface ScriptLibrary {
  parts: ScriptParts;
  scripts: ReadonlyMap<string, Script>;
}

const settingsShape = object({
  /** Shop name, used where `vars.shop` is not given. */
  shop: optional(text()),
  /** How Russian addresses the buyer. */
  pronoun: optional(oneOf(['вы', 'Вы'])),
  /** A line under the sign-off. */
  signature: optional(text()),
  /** False leaves the buyer's name out of the greeting. */
  greetByName: optional(truth),
  /** Another locale of the language, for days and money: one of those the shared parts list. */
  locale: optional(text()),
});
export type ReplySettings = ObjectOf<typeof settingsShape.fields>;

export const inputShape = object(
  {
    /** Id of a situation. */
    situation: text(),
    /** Platform the reply is sent on. */
    platform: otherwise(oneOf(replyPlatforms), 'aliexpress'),
    /** Language of the buyer. */
    language: oneOf(buyerLanguages),
    /** Language the agent reads. */
    gloss: otherwise(oneOf(glossLanguages), 'en'),
    tone: otherwise(oneOf(tones), 'warm'),
    /** Values of the variables, by name. */
    vars: otherwise(map(nullable(either(text(), number))), {}),
    /** Optional parts that are in: a list (exactly these), or a map of switches over the defaults. */
    blocks: optional(either(list(text()), map(truth))),
    /** Further situations whose middle parts are added before the sign-off. */
    stack: otherwise(list(text()), []),
    /** Paths (`vars.item`) whose unusual writing somebody has looked at and wants to keep. */
    confirm: otherwise(list(text()), []),
    settings: otherwise(settingsShape, {}),
  },
  true,
);

/** The input with everything filled in. */
export type Asked = ObjectOf<typeof inputShape.fields>;
/** The input as people and scripts write it: only these two have to be there. */
export type ReplyInput = Pick<Asked, 'situation' | 'language'> & {
  [Name in Exclude<keyof Asked, 'situation' | 'language'>]?: Asked[Name] | undefined;
};
