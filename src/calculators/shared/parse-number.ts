import { UNITS, isIberian, takeMultiple, wordOf } from './counting-words.ts';
import { takeMark } from './currency.ts';
import { compare, fromDecimal, toPlain, ZERO } from './exact.ts';
import { holdsHan, readingsOf, tidy, type Reading } from './number-text.ts';
import {
  bounded,
  LONGEST,
  refusal,
  type Bounds,
  type NumberKind,
  type ParsedNumber,
  type Refusal,
} from './plain-number.ts';

export type Unit = keyof typeof UNITS;
export const units = Object.keys(UNITS) as [Unit, ...Unit[]];

/** A unit behind a number, with what is left; null where none stands there. */
export function takeUnit(text: string): { unit: Unit; word: string; rest: string } | null {
  for (const unit of units) {
    const word = wordOf(unit, text);
    const rest = word === null ? '' : text.slice(0, text.length - word.length).trim();
    if (word !== null && (ENDS_IN_NUMBER.test(rest) || takeMultiple(rest)))
      return { unit, word, rest };
  }
  return null;
}

const ENDS_IN_NUMBER = /[\d零一二两三四五六七八九十百千万亿k]$/iu;

/** A comma that groups nothing: as a decimal sign, and as nothing. */
const commaReadings = (body: string) => {
  const at = body.lastIndexOf(',');
  return {
    large: body.replace(/[ ',.]/g, ''),
    small: `${body.slice(0, at).replace(/[ ',.]/g, '')}.${body.slice(at + 1).replace(/\D/g, '')}`,
  };
};

/** Why a text that can be read in no way, or in two, is not read. */
export function unreadable(body: string, raw: unknown, readings: readonly Reading[]): Refusal {
  if (readings.length > 1) {
    const [large, small] = readings
      .map(({ value }) => value)
      .sort(compare)
      .reverse();
    const multiple = takeMultiple(body);
    const why = body.includes(',') ? 'ambiguous-comma' : 'ambiguous-dot';
    return refusal(multiple && multiple.sizes.length > 1 ? 'ambiguous-word' : why, raw, {
      ...(multiple ? { word: multiple.word } : {}),
      large: toPlain(large ?? ZERO),
      small: toPlain(small ?? ZERO),
    });
  }
  if (/^[\d., ']*\d[\d., ']*$/.test(body)) {
    if (body.includes(',')) return refusal('ambiguous-comma', raw, commaReadings(body));
    return refusal('not-a-number', raw);
  }
  if (
    holdsHan(body) &&
    /^[\d零〇一二贰兩两三叁四肆五伍六陆七柒八捌九玖壹十百千万亿拾佰仟萬億]+$/u.test(body)
  )
    return refusal('chinese-short', raw);
  return refusal(/\d/.test(body) ? 'more-than-a-number' : 'not-a-number', raw);
}

/** `-`, `+` or nothing in front, and the rest. */
export const takeSign = (text: string) => {
  const sign = /^[+-] ?/.exec(text)?.[0] ?? '';
  return { minus: sign.startsWith('-'), rest: text.slice(sign.length) };
};

/** A text beyond every length: a number of too many digits, or no number. */
export const tooLong = (raw: string): Refusal | null =>
  raw.trim().length <= LONGEST
    ? null
    : refusal(/^[\d.,\s]+$/u.test(tidy(raw.slice(0, 2000))) ? 'too-large' : 'not-a-number', raw);

function readText(raw: string, kind: NumberKind, takes: Unit | null): ParsedNumber {
  const long = tooLong(raw);
  if (long) return long;
  let body = tidy(raw);
  if (/[%\u2030]/.test(body)) {
    if (kind !== 'percent') return refusal('percent-sign', raw);
    body = body.replace(/ ?%$/, '');
  }
  const { minus, rest } = takeSign(body);
  body = rest;
  const unit = takeUnit(body);
  const mark = unit ? null : (takeMark(body, 'end') ?? takeMark(body, 'start'));
  const wrong = unit && unit.unit !== takes ? unit.word : mark?.mark;
  body = unit?.rest ?? mark?.rest ?? body;

  // In a count a comma is never a decimal sign; of a factor nobody writes thousands with a dot.
  const passed = kind === 'count' ? 'decimal-comma' : 'dot-groups';
  const iberian = unit !== null && isIberian(unit.word);
  const readings = readingsOf(body, iberian).filter(({ by }) => by !== passed);
  const found = readings.length === 1 ? readings[0] : undefined;
  if (!found) return unreadable(body, raw, readings);
  if (wrong !== undefined)
    return refusal('wrong-unit', raw, { unit: wrong, number: toPlain(found.value) });
  if (minus && compare(found.value, ZERO) !== 0) return refusal('negative', raw);
  return { value: found.value };
}

/**
 * Reads a number as people type and paste it: half or full width, with thousands separators, in
 * Chinese numerals (`十二`, `1.2万`), with a thousand as a word (`1,2 тыс.`), with the word for what it
 * counts behind it (`12单`, `5 Stück`), as text or as a JSON number.
 *
 * What is certain is read (`1,234`, `1 234`, `1’234`, `1.234.567`, `１２`). What two people would
 * read in two ways is refused, with both readings (`1.234` as a count, `11,234` as a factor, `2 mil`); so is
 * a unit that contradicts the field (`12元` as a count).
 *
 * @param options `takes`: the unit that may stand behind the number, things for a count unless
 *   given; `least` and `most`: bounds, both inclusive.
 */
export function parseNumber(
  raw: unknown,
  kind: NumberKind,
  options: { takes?: Unit | null } & Bounds = {},
): ParsedNumber {
  const { takes = kind === 'count' ? 'things' : null } = options;
  let read: ParsedNumber;
  if (typeof raw === 'number' && Number.isFinite(raw)) {
    read = raw < 0 ? refusal('negative', raw) : { value: fromDecimal(String(raw)) };
  } else if (typeof raw === 'string') {
    read = readText(raw, kind, takes);
  } else {
    return refusal('not-a-number', raw);
  }
  if ('problem' in read) return read;
  return bounded(read.value, raw, kind, options);
}
