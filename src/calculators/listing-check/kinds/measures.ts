import {
  countsIn,
  figureOf,
  findAll,
  findAt,
  standsIn,
  textsOf,
  type Asked,
  type Find,
} from '../engine.ts';
import { expression, held, patterns, repaired, rewritten, type Span } from '../text.ts';

const NUMBER = '(\\d{1,3}(?:[ ,]\\d{3})+|\\d{1,6}(?:[.,]\\d{1,2})?)';
const read = (text: string) =>
  Number(/[ ,]\d{3}/.test(text) ? text.replace(/[ ,]/g, '') : text.replace(',', '.'));

const MAH = new RegExp(
  `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}.,])${NUMBER}\\s?(?:mah|мач|ма[·*]?ч|毫安时?)(?![\\p{Script=Latin}\\p{Script=Cyrillic}])`,
  'gu',
);
const WH = new RegExp(
  `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}.,])${NUMBER}\\s?(?:wh|вт[·*-]?ч|瓦时)(?![\\p{Script=Latin}\\p{Script=Cyrillic}])`,
  'gu',
);
const GB = new RegExp(
  `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}.,])${NUMBER}\\s?(gb|tb|гб|тб|g|t)(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}])`,
  'gu',
);
const VOLTS =
  /(?<![\p{N}.,])(\d{1,2}(?:[.,]\d{1,2})?)\s?(?:v|volts?|в|вольт\p{L}*|伏特?)(?![\p{Script=Latin}\p{Script=Cyrillic}])/gu;
const WIDEST = 0.05;

/** Where the number of an amount stands; its unit stays as it was written. */
const figureAt = ({ span, match }: { span: Span; match: RegExpExecArray }): Span => ({
  start: span.start,
  end: span.start + held(match, 1).length,
});

/** A cell of the size 18650 that holds more than such a cell can. */
export function cell(asked: Asked, rule: string): Find[] {
  const most = figureOf(asked, rule);
  if (typeof most !== 'number') return [];
  return countsIn(asked.parts).flatMap((part) => {
    if (!/(?<!\d)18650(?!\d)/.test(part.text.folded)) return [];
    // Packs of several cells add up: “4×18650 10,000 mAh” is no claim about one.
    const pack =
      /(\d{1,2})\s?(?:[x×*]|pcs|pieces|шт|节|颗)[^\d]{0,12}18650|18650[^\d]{0,14}[x×*]\s?(\d{1,2})(?!\d)/u.exec(
        part.text.folded,
      );
    const cells = Number(pack?.[1] ?? pack?.[2] ?? 1);
    if (
      /power\s?bank|pack|повербанк|аккумуляторн\p{L}+ блок|充电宝|电池组/u.test(part.text.folded) &&
      cells === 1
    )
      return [];
    const over = findAll(MAH, part.text).filter(
      ({ match }) => read(held(match, 1)) > most * Math.max(1, cells),
    );
    return over.slice(0, 1).map(({ span, match }) =>
      findAt(part, span, {
        values: { stated: read(held(match, 1)), most },
        repair: rewritten(
          part.text.raw,
          span,
          over.map((one) => ({ ...figureAt(one), by: `[[≤ ${most * Math.max(1, cells)}]]` })),
        ),
      }),
    );
  });
}

/** A capacity and an energy that do not belong together at the voltage of the cell. */
export function energy(asked: Asked, rule: string): Find[] {
  const volts = figureOf(asked, rule);
  if (typeof volts !== 'number') return [];
  const all = countsIn(asked.parts);
  const mah = all.flatMap((part) =>
    findAll(MAH, part.text).map((one) => ({ part, ...one, n: read(held(one.match, 1)) })),
  );
  const wh = all.flatMap((part) =>
    findAll(WH, part.text).map((one) => ({ part, ...one, n: read(held(one.match, 1)) })),
  );
  const [charge] = mah;
  const [first] = wh;
  if (!charge || !first) return [];
  // Cells in series have another voltage; where the text says one, that one holds.
  const said = all.flatMap(({ text }) =>
    findAll(VOLTS, text).map(({ match }) => read(held(match, 1))),
  );
  const voltages = [volts, ...said.filter((v) => v > 5)];
  const fitsOne = wh.some(({ n }) =>
    mah.some((one) => voltages.some((v) => Math.abs((one.n / 1000) * v - n) <= WIDEST * n)),
  );
  if (fitsOne) return [];
  const should = Math.round(charge.n * volts) / 1000;
  return [
    findAt(first.part, first.span, {
      values: { mah: charge.n, stated: first.n, should, volts },
      repair: repaired(first.part.text.raw, figureAt(first), String(should)),
    }),
  ];
}

/** “Airline approved”, and more energy than hand baggage takes without leave. */
export function airline(
  asked: Asked,
  limit: string,
  cellRule: string,
  words: readonly string[],
): Find[] {
  const most = figureOf(asked, limit);
  const volts = figureOf(asked, cellRule);
  if (typeof most !== 'number' || typeof volts !== 'number') return [];
  const all = textsOf(asked.parts);
  const claim = expression(words.join('|'));
  const [claimed, ...others] = all.flatMap((part) =>
    findAll(claim, part.text).map(({ span }) => ({ part, span })),
  );
  if (!claimed) return [];
  const amounts = (unit: RegExp) =>
    all.flatMap(({ text }) => findAll(unit, text).map(({ match }) => read(held(match, 1))));
  const stated = amounts(WH);
  const watt = stated.length > 0 ? Math.max(...stated) : (Math.max(...amounts(MAH)) * volts) / 1000;
  if (watt <= most) return [];
  return [
    findAt(claimed.part, claimed.span, {
      values: { energy: Math.round(watt * 100) / 100, most },
      repair: rewritten(
        claimed.part.text.raw,
        claimed.span,
        [claimed, ...others.filter(({ part }) => part === claimed.part)].map(({ span }) => ({
          ...span,
          by: '',
        })),
      ),
    }),
  ];
}

const CARD =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}])(?:micro|mini)?(sdhc|sdxc)(?![\p{Script=Latin}\p{Script=Cyrillic}])/u;

/** A class of memory card, and more than that class holds. */
export function card(asked: Asked, rules: Readonly<Record<string, string>>): Find[] {
  return countsIn(asked.parts).flatMap((part) => {
    const kind = CARD.exec(part.text.folded)?.[1] ?? '';
    const rule = rules[kind];
    if (rule === undefined) return [];
    // A reader or a camera names what it takes.
    if (
      /reader|adapter|supports?|slot|camera|camcorder|recorder|player|hard (?:disc|disk|drive)|laptop|поддерж|считыв|слот|камер|读卡|支持|卡槽|相机/u.test(
        part.text.folded,
      )
    )
      return [];
    const most = figureOf(asked, rule);
    if (typeof most !== 'number') return [];
    const over = findAll(GB, part.text)
      .map((one) => ({
        ...one,
        gb: read(held(one.match, 1)) * (/[tт]/.test(held(one.match, 2)) ? 1024 : 1),
      }))
      .filter(({ gb }) => gb > most);
    const name = kind.toUpperCase();
    return over.slice(0, 1).map(({ span, gb }) =>
      findAt(part, span, {
        values: { kind: name, stated: gb, most },
        repair: rewritten(
          part.text.raw,
          span,
          over.map((one) => ({ ...one.span, by: `[[${name}: ≤ ${most} GB]]` })),
        ),
        ruleIds: [rule],
      }),
    );
  });
}

const ADDED =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}.,])(\d{1,2})\s?(?:gb|гб)?\s?\+\s?(\d{1,2})\s?(?:gb|гб|g)?\s?(?:ram|озу|оперативн\p{L}*|运行内存|运存)/gu;
/** In a phone the second number of 8+8 is no storage: none has so little. */
const BARE =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}.,+])(\d{1,2})\s?(?:gb|гб|g)?\s?\+\s?([1-9]|1\d|2[0-4])\s?(?:gb|гб|g)(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}])/gu;

/** Memory added up from chips and a borrowed part of the storage. */
export function virtualMemory(
  { parts }: Asked,
  goods: readonly string[],
  not: readonly string[],
): Find[] {
  const stands = (words: readonly string[]) =>
    parts.some(
      ({ scope, text }) =>
        (scope === 'title' || scope === 'goods') && standsIn(patterns(words), text),
    );
  const isPhone = stands(goods) && !stands(not);
  return countsIn(parts).flatMap((part) => {
    const named = findAll(ADDED, part.text);
    return (named.length > 0 || !isPhone ? named : findAll(BARE, part.text))
      .slice(0, 1)
      .map(({ span, match }) =>
        findAt(part, span, { values: { real: Number(match[1]), extra: Number(match[2]) } }),
      );
  });
}
