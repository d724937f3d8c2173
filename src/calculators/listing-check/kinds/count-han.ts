import { onceFor } from '../../shared/once-for.ts';
import type { ListingParts } from '../fault.ts';
import { findAll } from '../engine.ts';
import { held, type Folded } from '../text.ts';
import type { Count } from './count-words.ts';

/** A noun is known by its last two signs: 锂电池, 电池. */
const NOUN = 2;

interface Reader {
  amount: string;
  counter: string;
  ahead: RegExp;
  behind: RegExp;
  pair: RegExp;
}

const readerOf = onceFor(makeReader);

function makeReader(data: ListingParts): Reader {
  const numbers = Object.keys(data.numbers).filter((word) => /^\p{Script=Han}+$/u.test(word));
  const amount = `(\\d{1,3}(?!\\d)|${numbers.sort((a, b) => b.length - a.length).join('|')})`;
  const pairs = (data.units['pair'] ?? []).filter((word) => /^\p{Script=Han}$/u.test(word));
  const counter = `(${[...data.box.counters, ...pairs].join('|')})`;
  const noun = '[\\p{L}\\d.-]*?(\\p{Script=Han}{2,8})';
  return {
    amount,
    counter,
    ahead: new RegExp(`^\\s*${amount}\\s?[x×*]?\\s?${counter}?\\s?${noun}\\s*$`, 'u'),
    behind: new RegExp(`^\\s*${noun}\\s?[x×*:：]?\\s?${amount}\\s?${counter}?\\s*$`, 'u'),
    pair: new RegExp(`^(?:${pairs.join('|')})$`, 'u'),
  };
}

const times = (counter: string | undefined, { pair }: Reader): number =>
  counter !== undefined && pair.test(counter) ? 2 : 1;
const valueOf = (amount: string, data: ListingParts): number =>
  data.numbers[amount] ?? Number(amount);

/** `2块电池`, `电池×2` in a list. */
export function itemOfHan(
  item: string,
  data: ListingParts,
): { count: number; noun: string; name: string } | null {
  const reader = readerOf(data);
  const ahead = reader.ahead.exec(item);
  const behind = ahead ? null : reader.behind.exec(item);
  const [amount, counter, name] = ahead
    ? [held(ahead, 1), ahead[2], held(ahead, 3)]
    : behind
      ? [held(behind, 2), behind[3], held(behind, 1)]
      : ['', undefined, ''];
  const count = valueOf(amount, data) * times(counter, reader);
  return name === '' || count === 0 ? null : { count, noun: name.slice(-NOUN), name };
}

/** The noun of 端口数量. */
export const nounInHan = (name: string): string | null =>
  /(\p{Script=Han}{2,8})$/u.exec(name)?.[1]?.slice(-NOUN) ?? null;

/**
 * Everywhere a text says how many there are of a noun.
 *
 * @param names the noun as lists write it, so that 玻璃杯 is found whole.
 */
export function countsOfHan(
  text: Folded,
  noun: string,
  names: readonly string[],
  data: ListingParts,
): Count[] {
  if (!text.folded.includes(noun)) return [];
  const reader = readerOf(data);
  const { amount, counter } = reader;
  const any = `(?:${[...names, noun].join('|')})`;
  const parts = data.box.partsOf.join('|');
  const regex = new RegExp(
    `(?<![\\d.第])${amount}\\s?${counter}\\p{Script=Han}{0,5}?${any}(?!${parts})|${any}\\s?[x×*]\\s?(\\d{1,3})(?![\\d.])|${any}\\s?${amount}\\s?${counter}(?!(?!装)\\p{Script=Han})`,
    'gu',
  );
  return findAll(regex, text).flatMap(({ span, match }) => {
    const count =
      valueOf(match[1] ?? match[3] ?? match[4] ?? '', data) * times(match[2] ?? match[5], reader);
    return count > 0 ? [{ ...span, noun, count }] : [];
  });
}
