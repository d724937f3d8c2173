import { z } from 'zod';

/** Calendar day that really exists, as ISO 8601. YAML hands dates over as Date objects; both forms are read. */
export const isoDate = z
  .union([z.string(), z.date()])
  .transform((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value))
  .refine(
    (value) =>
      /^\d{4}-\d{2}-\d{2}$/.test(value) &&
      !Number.isNaN(Date.parse(value)) &&
      new Date(value).toISOString().slice(0, 10) === value,
    'Write a real calendar day as YYYY-MM-DD.',
  );

/** A day, or only the month or year where a source gives no more. */
export const looseDate = z.union([
  isoDate,
  z
    .union([z.string(), z.number()])
    .transform(String)
    .refine(
      (text) => /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text),
      'Write YYYY, YYYY-MM or YYYY-MM-DD.',
    ),
]);

/** Text in both site languages; a missing or empty one is refused. */
export const localized = z.strictObject({
  en: z.string().trim().min(1, 'The English text is missing.'),
  'zh-CN': z.string().trim().min(1, 'The Chinese text is missing.'),
});

export const confidence = z.enum(['official', 'abstract', 'secondary', 'forum', 'seed-only']);

export const platforms = [
  'aliexpress',
  'ozon',
  'amazon',
  'ebay',
  'paypal',
  'etsy',
  'shopee',
  'tiktok',
  'taobao',
  'walmart',
  'yandex',
  'visa',
  'mastercard',
  'research',
  'law',
] as const;

/** Today, as the only clock a schema may look at: nothing can have been checked tomorrow. */
export const today = () => new Date().toISOString().slice(0, 10);
