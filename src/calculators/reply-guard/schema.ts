import { object, oneOf, optional, otherwise, text, type ObjectOf } from '../shared/shape.ts';

/** Languages a pasted reply may be in. */
export const guardLanguages = ['en', 'ru', 'es', 'pt-BR', 'fr', 'de', 'pl', 'ko', 'zh-CN'] as const;
export const guardPlatforms = [
  'aliexpress',
  'ozon',
  'amazon',
  'ebay',
  'etsy',
  'shopee',
  'tiktok',
  'paypal',
  'taobao',
  'other',
] as const;

/** A reply is a message of a chat. What is longer is read by nobody, and here it is refused in words. */
export const longestText = 20_000;

export const inputShape = object(
  {
    /** Platform the reply is meant for. */
    platform: otherwise(oneOf(guardPlatforms), 'aliexpress'),
    /**
     * Language of the reply, told by its words where it is left out. The guard reads for all
     * languages, so that a mixed text is read as well.
     */
    language: optional(oneOf(guardLanguages)),
    /** Language of the warnings. */
    gloss: otherwise(oneOf(['en', 'zh-CN']), 'en'),
    /** The reply. */
    text: optional(text(longestText)),
  },
  true,
);

export type GuardToolInput = Partial<ObjectOf<typeof inputShape.fields>>;
