import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openContent } from '../cli-content.ts';
import { calculate, calculateAll, type Finding } from './index.ts';
import { dataFrom } from './tool.ts';
import { gapsIn, languageIn, lineAround } from './text.ts';

const data = dataFrom(openContent(join(import.meta.dirname, '../../content')));
const ASKED = '2026-11-21T00:00:00Z';
const WHERE = { en: 'aliexpress', ru: 'ozon', zh: 'taobao' } as const;
type Tongue = keyof typeof WHERE;
type Input = Record<string, unknown>;

const read = (name: string): unknown =>
  parse(readFileSync(join(import.meta.dirname, name), 'utf8'));
const lines = (cell = '') => cell.replaceAll(' / ', '\n');

/** Every listing of the worked cases, each without a language as people give them, and with one. */
const inputs: Input[] = (
  [
    ...Object.entries(
      read('contradictions.yaml') as Record<Tongue, [string, string, string?, string?, string?][]>,
    ).flatMap(([language, rows]) =>
      rows.map(([, title, attributes, description = '', skus]) => ({
        platform: WHERE[language as Tongue],
        language,
        title,
        attributes: lines(attributes),
        description,
        skus: lines(skus),
      })),
    ),
    ...Object.entries(read('by-class.yaml') as Record<Tongue, [string, Input][]>).flatMap(
      ([language, rows]) =>
        rows.flatMap(([, { listings, ...input }]) =>
          Array.isArray(listings)
            ? []
            : [{ platform: WHERE[language as Tongue], language, ...input } as Input],
        ),
    ),
    ...(read('examples.yaml') as { input: Input }[]).map(({ input }) => input),
    ...(read('told.yaml') as { input: Input }[]).map(({ input }) => input),
  ] as Input[]
)
  .filter(({ listings }) => listings === undefined)
  .flatMap((input) => {
    const rest = Object.fromEntries(Object.entries(input).filter(([name]) => name !== 'language'));
    return input['language'] === undefined ? [input] : [input, rest];
  });

function findingsOf(input: Input): Finding[] {
  const result = calculate(input, data, ASKED);
  return result.kind === 'ok' ? result.findings : [];
}

const NUMBERS = [
  'lot',
  'promise.prepareDays',
  'prices.list',
  'prices.low30',
  'prices.bulkPercentOff',
];

/** The listing with a finding's repair in its place, as a person puts it there. */
function mended(input: Input, finding: Finding): Input {
  const { repair, repairInto, part } = finding;
  if (repair === null || repairInto === null) throw new Error(finding.messageKey);
  const copy = structuredClone(input);
  // A number that is still open is filled by a person, or not given yet.
  const isOpen = NUMBERS.includes(repairInto) && gapsIn(repair).length > 0;
  const filled = repairInto === 'prices.low30' ? (input['prices'] as Input)['list'] : undefined;
  const value = isOpen ? filled : repair;
  const set = (whole: string, name: string) => {
    copy[whole] = { ...(copy[whole] as Input | undefined), [name]: value };
  };
  const [field = '', index = '', name = ''] = repairInto.split('.');
  if (repairInto === 'listing') {
    // The option went into a listing of its own.
    const at = Number(part.split('.')[1]);
    copy['skus'] = listOf(input, 'skus').filter((_, i) => i !== at);
  } else if (repairInto === 'promise.shipsTo')
    copy['promise'] = { ...(copy['promise'] as Input), shipsTo: repair.split(', ') };
  else if (repairInto.startsWith('promise.') || repairInto.startsWith('prices.')) set(field, index);
  else if (name !== '') {
    const list = listOf(input, field).map((one) => ({ ...one }));
    const one = list[Number(index)] as Record<string, string>;
    one[name] = repairInto === part ? inLine(one[name] ?? '', finding) : repair;
    copy[field] = list;
  } else if (['skus', 'pictures', 'attributes'].includes(field)) copy[field] = repair;
  else if (field === 'lot' || field === 'unit') copy[field] = value;
  else copy[field] = repairInto === part ? inLine(String(input[field] ?? ''), finding) : repair;
  return copy;
}

/** Lists as the check itself reads them from lines. */
function listOf(input: Input, field: string): Record<string, string>[] {
  const given = input[field];
  if (Array.isArray(given)) return given as Record<string, string>[];
  return String(given ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Record<string, string> => {
      if (field === 'skus') {
        const [name = '', price, contains] = line
          .split(/\t|\||;|；|｜/u)
          .map((cell) => cell.trim());
        return { name, ...(price ? { price } : {}), ...(contains ? { contains } : {}) };
      }
      const at = line.search(/[:：=\t]/u);
      return { name: line.slice(0, Math.max(at, 0)).trim(), value: line.slice(at + 1).trim() };
    });
}

const inLine = (raw: string, finding: Finding): string => {
  const { start, end } = lineAround(raw, finding);
  return raw.slice(0, start) + (finding.repair ?? '') + raw.slice(end);
};

/** A field that holds a text, no number and no list. */
const isText = (path: string): boolean =>
  /^(?:title|description|category|searchTerms)$|^(?:skus|attributes)\.\d+\./u.test(path);

function textAt(input: Input, path: string): string {
  const [field = '', index = '', name = ''] = path.split('.');
  return name === ''
    ? String(input[field] ?? '')
    : (listOf(input, field)[Number(index)]?.[name] ?? '');
}

describe('what to write instead', () => {
  let all: { input: Input; finding: Finding }[];
  // Not while the file is read: a fault that is tried would be met by every test of it.
  beforeAll(() => {
    all = inputs.flatMap((input) => findingsOf(input).map((finding) => ({ input, finding })));
  });

  it('is there for every finding of the worked cases', () => {
    expect(all.length).toBeGreaterThan(900);
    const without = all.filter(({ finding }) => (finding.repair ?? '').trim() === '');
    expect(
      without.map(
        ({ input, finding }) => `${finding.messageKey} ${finding.words} ${JSON.stringify(input)}`,
      ),
    ).toEqual([]);
  });

  it('says whether it is ready or has gaps', () => {
    for (const { finding } of all)
      expect(finding.repairKind, finding.messageKey).toBe(
        gapsIn(finding.repair ?? '').length > 0 ? 'gap' : 'ready',
      );
  });

  it('checked again, has the same fault no more', () => {
    const left = all.flatMap(({ input, finding }) => {
      const again = findingsOf(mended(input, finding)).filter(
        ({ messageKey, part, words }) =>
          messageKey === finding.messageKey && part === finding.part && words === finding.words,
      );
      return again.map(
        ({ messageKey, words }) =>
          `${messageKey} “${words}” ${JSON.stringify(input)} → ${finding.repairInto}: ${finding.repair}`,
      );
    });
    expect(left).toEqual([]);
  });

  it('has no loose ends where something was cut out', () => {
    // Only what the repair brings: a text may have had spaces or brackets of its own.
    const LOOSE: readonly RegExp[] = [
      / {2,}/u,
      /[(（【]\s*[)）】]/u,
      /^[\s,;，；、。|/:：-]|[\s,;，；、|/:：&+-]$/u,
      /[,;，；、|]\s*[,;，；、|.。]/u,
      /(?:^|[\s,])(?:for|with|of|in|on|at|by|to|from|and|or|an?|для|со?|во?|на|из|по|к|от|без|или|и|за)(?:$|\s*[,.;!?)])/iu,
      /^(?:and|or|of|и|или|的|和|与|及|或)(?![\p{Script=Latin}\p{Script=Cyrillic}])/iu,
      /(?:的|与|及|或|用于|适用|适用于)$/u,
      /\s(?:for|with|of|для|со?)\s+(?:for|with|of|and|для|со?|и)\s/iu,
    ];
    const loose = all.flatMap(({ input, finding }) => {
      const { repair, repairInto, part, messageKey, words } = finding;
      if (repair === null || repairInto === null || !isText(repairInto)) return [];
      const own = repairInto === part ? textAt(input, part) : '';
      const left = repair.replace(/\[\[[^[\]\n]*\]\]/gu, 'X');
      return LOOSE.some((end) => end.test(left) && !end.test(own))
        ? [`${messageKey} “${words}” in “${own}” → “${repair}”`]
        : [];
    });
    expect(loose).toEqual([]);
  });

  it('is in the language of what is mended', () => {
    const mixed = all.flatMap(({ input, finding }) => {
      const own = gapsIn(finding.repair ?? '')
        .map(({ start, end }) => (finding.repair ?? '').slice(start, end))
        .join('');
      // What is written for buyers in Russia is in Russian, whatever stands there now.
      if (finding.id === 'L15') return [];
      const instead = (finding.repair ?? '').replaceAll(finding.words, '');
      const title = languageIn(String(input['title'] ?? ''));
      const here = `${String(input['title'])} ${finding.words} ${JSON.stringify(input)}`;
      const isForeign =
        (title === 'zh' && /\b(?:pairs?|pieces|days|or)\b/.test(instead)) ||
        (title === 'en' && /[а-яё]|\p{Script=Han}/iu.test(own)) ||
        (title === 'ru' && /\p{Script=Han}/iu.test(own));
      return isForeign ? [`${finding.messageKey} ${instead} ← ${here}`] : [];
    });
    expect(mixed).toEqual([]);
  });

  it('of copies, says what to tell them apart by', () => {
    const { listings } = calculateAll(
      ['Oak lamp for desk warm', 'Oak lamp for desk warm'].map((title) => ({
        platform: 'aliexpress',
        title,
      })),
      data,
      ASKED,
    );
    const found = listings.flatMap((one) => (one.kind === 'ok' ? one.findings : []));
    const [copy] = found.filter(({ id }) => id === 'L13');
    expect(copy?.repair).toBe('Oak lamp for desk warm, [[what differs from listing 1]]');
    const again = calculateAll(
      ['Oak lamp for desk warm', copy?.repair].map((title) => ({ platform: 'aliexpress', title })),
      data,
      ASKED,
    );
    expect(again.summary.byFault.map(({ id }) => id)).not.toContain('L13');
  });
});

describe('how it reads', () => {
  const repairsOf = (input: Input, key: string) =>
    findingsOf(input)
      .filter(({ messageKey }) => messageKey === key)
      .map(({ repair }) => repair);
  const slow = { platform: 'aliexpress', promise: { daysMin: 20, daysMax: 35 } };

  it.each([
    [{ ...slow, description: 'Arrives in 5 days to your door.' }, ['delivery in 20–35 days.']],
    [
      { ...slow, description: 'Folds flat. 5-day delivery. Weighs 2 kg.' },
      ['Folds flat. Delivery in 20–35 days. Weighs 2 kg.'],
    ],
    [
      { ...slow, description: 'Does it fold? 5-day delivery!' },
      ['Does it fold? Delivery in 20–35 days!'],
    ],
    // Two promises in two places are two.
    [
      { ...slow, description: '3-day delivery to Moscow\n5-day delivery to Omsk' },
      ['delivery in 20–35 days to Moscow', 'delivery in 20–35 days to Omsk'],
    ],
    // In the middle of a sentence nothing begins.
    [{ ...slow, description: 'With 5-day delivery' }, ['With delivery in 20–35 days']],
  ])('%j: one promise is mended once, and a sentence begins as one', (input, repairs) => {
    expect(repairsOf(input, 'L09.promised-days')).toEqual(repairs);
  });

  it.each([
    ['Questions? Write us at sales.beanie@gmail.com.', 'Questions?'],
    ['有问题？请写信到 sales@qq.com。', '有问题？'],
    ['So soft... Write to sales@gmail.com', 'So soft...'],
  ])('%s: two stops do not stand together', (description, repair) => {
    expect(repairsOf({ platform: 'aliexpress', description }, 'L12.address')).toEqual([repair]);
  });

  it('gives a price as it is written', () => {
    const skus = 'Camera | 59.90 USD\nCamera kit | 65 USD\nCamera strap | 2.5 USD';
    const kept = 'Camera | 59.90 USD\nCamera kit | 65 USD';
    expect(
      repairsOf({ platform: 'aliexpress', title: 'Sports camera 4K', skus }, 'L02.accessory-sku'),
    ).toEqual([kept]);
  });
});
