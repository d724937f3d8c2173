import * as z from 'zod/mini';
import type { Localized } from '../shared/rule.ts';

/** Languages a reply can be written in. */
export const buyerLanguages = ['en', 'ru', 'es', 'pt-BR', 'fr', 'de', 'pl', 'ko'] as const;
export type BuyerLanguage = (typeof buyerLanguages)[number];

/** Languages an agent can read the reply in. */
export const glossLanguages = ['en', 'zh-CN'] as const;
export type GlossLanguage = (typeof glossLanguages)[number];

/** Every language a script text is stored in. */
export const textLanguages = [...buyerLanguages, 'zh-CN'] as const;
export type TextLanguage = (typeof textLanguages)[number];

/** Platforms a reply can be written on. The name is what `{$platform}` becomes. */
export const platformNames = {
  aliexpress: 'AliExpress',
  ozon: 'Ozon',
  amazon: 'Amazon',
  ebay: 'eBay',
  etsy: 'Etsy',
  shopee: 'Shopee',
  tiktok: 'TikTok Shop',
  paypal: 'PayPal',
} as const;
export type ReplyPlatform = keyof typeof platformNames;
export const replyPlatforms = Object.keys(platformNames) as [ReplyPlatform, ...ReplyPlatform[]];

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

export interface ChoiceOption {
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
  /** A choice that also takes the agent's own words. */
  other?: boolean;
  /** `causes` stands for the shared list. */
  options?: 'causes' | readonly ChoiceOption[];
  /** Ids to keep of the list, in this order. */
  pick?: readonly string[];
}

/** A variable with everything filled in. */
export interface Variable {
  name: string;
  type: VariableType;
  label: Localized;
  hint: Localized | null;
  example: string | number;
  other: boolean;
  options: readonly ChoiceOption[];
}

export interface Block {
  id: string;
  kind: BlockKind;
  /** Id of a shared block that holds the text. */
  shared?: string;
  optional?: boolean;
  /** Whether an optional block is in from the start. */
  on?: boolean;
  label?: Localized;
  text?: Texts;
  warm?: Texts;
  plain?: Texts;
}

export interface Script {
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
  aliases: { en: readonly string[]; zh: readonly string[]; ru: readonly string[] };
  /** Rulebook ids the advice rests on. */
  rules: readonly string[];
  /** Left out: every platform. */
  platforms?: readonly ReplyPlatform[];
  variables: readonly (string | VariableEntry)[];
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

/** What all scripts share. */
export interface ScriptParts {
  id: string;
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

const value = z.union([z.string(), z.number()]);

export const inputSchema = z.strictObject({
  /** Id of a situation. */
  situation: z.string(),
  /** Platform the reply is sent on. */
  platform: z._default(z.enum(replyPlatforms), 'aliexpress'),
  /** Language of the buyer. */
  language: z.enum(buyerLanguages),
  /** Language the agent reads. */
  gloss: z._default(z.enum(glossLanguages), 'en'),
  tone: z._default(z.enum(tones), 'warm'),
  /** Values of the variables, by name. */
  vars: z._default(z.record(z.string(), z.union([value, z.null()])), {}),
  /** Optional parts that are in: a list (exactly these), or a map of switches over the defaults. */
  blocks: z.optional(z.union([z.array(z.string()), z.record(z.string(), z.boolean())])),
  /** Further situations whose middle parts are added before the sign-off. */
  stack: z._default(z.array(z.string()), []),
  settings: z._default(
    z.object({
      /** Shop name, used where `vars.shop` is not given. */
      shop: z.optional(z.string()),
      /** How Russian addresses the buyer. */
      pronoun: z.optional(z.enum(['вы', 'Вы'])),
      /** A line under the sign-off. */
      signature: z.optional(z.string()),
      /** False leaves the buyer's name out of the greeting. */
      greetByName: z.optional(z.boolean()),
      /** A regional form of the language, for dates and money: en-GB, es-MX, fr-CA. */
      locale: z.optional(z.string()),
    }),
    {},
  ),
});

export type ReplyInput = z.input<typeof inputSchema>;
export type ReplySettings = NonNullable<ReplyInput['settings']>;
