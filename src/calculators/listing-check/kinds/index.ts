import type { Asked, Find } from '../engine.ts';
import type { Check, Measure } from '../fault.ts';
import type { MeasureName } from '../measure-names.ts';
import { length } from './limits.ts';
import { airline, card, cell, energy, virtualMemory } from './measures.ts';
import {
  bulkDiscount,
  category,
  excludedGoods,
  fakeDiscount,
  freeShipping,
  noHistory,
  notServed,
  prepareDays,
  promisedDays,
  zhe,
} from './offer.ts';
import { colourCount, colourPictures, fewPictures, noPicture, textOnMain } from './pictures.ts';
import { boxContent } from './box.ts';
import { counted } from './counted.ts';
import { light } from './light.ts';
import { mains } from './mains.ts';
import { otherModel } from './models.ts';
import { pureMaterial, twoInTitle } from './one-text.ts';
import { consistency } from './properties.ts';
import {
  capitals,
  chineseLeft,
  fullWidth,
  invisible,
  mixedAlphabets,
  noRussian,
  openGap,
} from './script.ts';
import { centimetresAndInches, footOrInsole, letterChest, letterOnly, shoeChart } from './sizes.ts';
import { accessorySku, modelSkus, notForSale, priceSpread } from './skus.ts';
import { lotConflict, lotField, pairsAsPieces, pairUnitField, skuCount } from './units.ts';
import { existence, occurrence, repetition, substitution } from './words.ts';

type Options = NonNullable<Measure['options']>;
const list = (options: Options, name: string): readonly string[] => {
  const value = options[name];
  return Array.isArray(value) ? (value as readonly string[]) : [];
};
const word = (options: Options, name: string): string => String(options[name] ?? '');
/** `name: [a, b]` for each option that is a list. */
const groups = (options: Options): Record<string, readonly string[]> =>
  Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) =>
      Array.isArray(value) ? [[name, value as readonly string[]]] : [],
    ),
  );

/** `copies` looks at several listings and is asked elsewhere. */
const MEASURES: Readonly<Record<MeasureName, (asked: Asked, options: Options) => Find[]>> = {
  'pairs-as-pieces': (asked) => pairsAsPieces(asked),
  'pair-unit': (asked) => pairUnitField(asked),
  'lot-conflict': (asked) => lotConflict(asked),
  'lot-field': (asked) => lotField(asked),
  'sku-count': (asked) => skuCount(asked),
  'accessory-sku': (asked) => accessorySku(asked),
  'model-skus': (asked) => modelSkus(asked),
  'not-for-sale': (asked) => notForSale(asked),
  mains: (asked, options) =>
    mains(asked, {
      plugs: list(options, 'plugs'),
      places: list(options, 'places'),
      not: list(options, 'not'),
    }),
  'pure-material': (asked, options) =>
    pureMaterial(asked, {
      property: word(options, 'property'),
      group: word(options, 'group'),
      before: list(options, 'before'),
      behind: list(options, 'behind'),
      not: list(options, 'not'),
    }),
  'two-in-title': (asked, options) =>
    twoInTitle(asked, {
      properties: list(options, 'properties'),
      not: list(options, 'not'),
      between: list(options, 'between'),
    }),
  'price-spread': (asked, options) => priceSpread(asked, word(options, 'rule')),
  cell: (asked, options) => cell(asked, word(options, 'rule')),
  energy: (asked, options) => energy(asked, word(options, 'rule')),
  airline: (asked, options) =>
    airline(asked, word(options, 'rule'), word(options, 'cell'), list(options, 'words')),
  card: (asked, options) =>
    card(asked, { sdhc: word(options, 'sdhc'), sdxc: word(options, 'sdxc') }),
  light: (asked, options) =>
    light(asked, {
      rule: word(options, 'rule'),
      below: word(options, 'below'),
      not: list(options, 'not'),
    }),
  'virtual-memory': (asked, options) =>
    virtualMemory(asked, list(options, 'goods'), list(options, 'not')),
  'shoe-chart': (asked) => shoeChart(asked),
  'foot-or-insole': (asked, options) => footOrInsole(asked, list(options, 'words')),
  'letter-chest': (asked) => letterChest(asked),
  'letter-only': (asked) => letterOnly(asked),
  'cm-and-inches': (asked) => centimetresAndInches(asked),
  category: (asked, options) => category(asked, list(options, 'alike'), list(options, 'heads')),
  'prepare-days': (asked, options) => prepareDays(asked, word(options, 'rule')),
  'promised-days': (asked, options) =>
    promisedDays(asked, list(options, 'words'), list(options, 'spoken')),
  'free-shipping': (asked, options) => freeShipping(asked, list(options, 'words')),
  'not-served': (asked) => notServed(asked),
  'excluded-goods': (asked, options) => excludedGoods(asked, groups(options)),
  'fake-discount': (asked) => fakeDiscount(asked),
  'no-history': (asked) => noHistory(asked),
  'bulk-discount': (asked, options) => bulkDiscount(asked, Number(options['most'])),
  zhe: (asked) => zhe(asked),
  'few-pictures': (asked, options) => fewPictures(asked, word(options, 'rule')),
  'no-picture': (asked, options) => {
    const goods = list(options, 'goods');
    return noPicture(asked, word(options, 'kind'), goods.length > 0 ? goods : undefined);
  },
  'colour-pictures': (asked, options) => colourPictures(asked, groups(options)),
  'text-on-main': (asked) => textOnMain(asked),
  'colour-count': (asked, options) => colourCount(asked, { words: list(options, 'words') }),
  'other-model': (asked, options) =>
    otherModel(asked, {
      names: list(options, 'names'),
      shared: list(options, 'shared'),
    }),
  counted: (asked, options) =>
    counted(asked, {
      not: list(options, 'not'),
      needed: list(options, 'needed'),
      neededBehind: list(options, 'neededBehind'),
      numberOf: list(options, 'numberOf'),
      numberBehind: list(options, 'numberBehind'),
    }),
  box: (asked) => boxContent(asked),
  'mixed-alphabets': (asked) => mixedAlphabets(asked),
  'chinese-left': (asked) => chineseLeft(asked),
  'full-width': (asked) => fullWidth(asked),
  'no-russian': (asked) => noRussian(asked),
  invisible: (asked) => invisible(asked),
  'open-gap': (asked) => openGap(asked),
  capitals: (asked, options) => capitals(asked, Number(options['longest'])),
};

/** What a check finds. An unknown measure finds nothing; the schema of the data refuses it. */
export function findsOf(check: Check, asked: Asked): Find[] {
  switch (check.extends) {
    case 'existence':
      return existence(check, asked);
    case 'substitution':
      return substitution(check, asked);
    case 'repetition':
      return repetition(check, asked);
    case 'occurrence':
      return occurrence(check, asked);
    case 'length':
      return length(check, asked);
    case 'consistency':
      return consistency(check.property, asked);
    case 'measure':
      return check.measure === 'copies' ? [] : MEASURES[check.measure](asked, check.options ?? {});
  }
}
