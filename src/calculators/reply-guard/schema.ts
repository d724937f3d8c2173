import * as z from 'zod/mini';

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
] as const;

/** A reply is a message of a chat. What is longer is read by nobody, and here it is refused in words. */
export const longestText = 20_000;

export const inputSchema = z.strictObject({
  /** Platform the reply is meant for. */
  platform: z._default(z.enum(guardPlatforms), 'aliexpress'),
  /** Language of the reply. The guard reads for all languages, so that a mixed text is read as well. */
  language: z._default(z.enum(guardLanguages), 'en'),
  /** Language of the warnings. */
  gloss: z._default(z.enum(['en', 'zh-CN']), 'en'),
  /** The reply. */
  text: z.optional(z.string().check(z.maxLength(longestText))),
});

export type GuardToolInput = z.input<typeof inputSchema>;
