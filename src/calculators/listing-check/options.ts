/** Where a listing stands. Limits known only for some of them say so for the others. */
export const PLATFORMS = [
  'aliexpress',
  'ozon',
  'amazon',
  'ebay',
  'etsy',
  'shopee',
  'tiktok',
  'walmart',
  'yandex',
  'taobao',
  'other',
] as const;
export type Platform = (typeof PLATFORMS)[number];

export const PICTURE_KINDS = ['main', 'angle', 'size', 'colour', 'box', 'defect', 'real'] as const;
export const LANGUAGES = ['en', 'ru', 'zh'] as const;
export type ListingLanguage = (typeof LANGUAGES)[number];
