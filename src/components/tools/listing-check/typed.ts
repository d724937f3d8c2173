/** The form's fields as they are typed, and the made-up listing the tool opens with. */
export const FIELDS = [
  'platform',
  'title',
  'goods',
  'category',
  'attributes',
  'description',
  'searchTerms',
  'unit',
  'lot',
  'skus',
  'pictures',
  'brands',
  'promise.prepareDays',
  'promise.line',
  'promise.daysMin',
  'promise.daysMax',
  'promise.freeShipping',
  'promise.shipsTo',
  'promise.lineServes',
  'promise.excludes',
  'prices.list',
  'prices.now',
  'prices.low30',
  'prices.bulkPercentOff',
  'country',
  'language',
  'asOf',
] as const;
export type ListingField = (typeof FIELDS)[number];
export type ListingTyped = Readonly<Record<ListingField, string>>;

export const NONE: ListingTyped = {
  ...(Object.fromEntries(FIELDS.map((name) => [name, ''])) as ListingTyped),
  platform: 'aliexpress',
};

/** Every fault in it is one that an article describes. */
export const EXAMPLE: ListingTyped = {
  ...NONE,
  title: '4K Sports Camera 64GB Waterproof Camera Action Camera Best Quality',
  attributes: 'Material: plastic\nCapacity: 32 GB\nBrand: none',
  skus: 'Camera 64GB | 59.90\nCamera case only | 2.90',
  description: 'Waterproof IP68. 3-day delivery. Battery not included.',
  'promise.daysMin': '15',
  'promise.daysMax': '25',
  'promise.freeShipping': 'false',
};

export const isField = (name: string): name is ListingField =>
  (FIELDS as readonly string[]).includes(name);

/** What was typed as the input of the check: `promise.daysMax` becomes a field of `promise`. */
export function inputOf(typed: ListingTyped): Record<string, string | Record<string, string>> {
  const input: Record<string, string | Record<string, string>> = {};
  for (const name of FIELDS) {
    const text = typed[name];
    if (text.trim() === '') continue;
    const [whole = '', part] = name.split('.');
    if (part === undefined) input[whole] = text;
    else input[whole] = { ...(input[whole] as Record<string, string> | undefined), [part]: text };
  }
  return input;
}
