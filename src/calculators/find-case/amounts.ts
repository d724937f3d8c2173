/** Amounts of money in a text: figures beside a sign, a name or a code of money. */
import { takeMark } from '../shared/currency.ts';
import { minorDigits } from '../shared/currency-digits.ts';
import { toPlain } from '../shared/exact.ts';
import { readMoney } from '../shared/money.ts';
import { plainMoney } from '../shared/plain-money.ts';

export type AmountRole = 'claim' | 'price';

export interface AmountFound {
  /** As it was written, with its mark. */
  text: string;
  /** A decimal with a dot; null where two readings fit. */
  value: string | null;
  /** ISO 4217 code; null where the mark stands for several. */
  currency: string | null;
  /**
   * Written as pages write it, the mark in front or with its small change: a figure. “20 dollars back” is
   * what somebody asks for.
   */
  isExact: boolean;
  /** What the words beside it call it: what is asked back, or what was paid; null where they say neither. */
  role: AmountRole | null;
  from: number;
  to: number;
}

/** Figures with their signs, whole; a space parts thousands only. */
const FIGURES = /\d+(?:[.,'’]\d+|[ \u00a0\u202f]\d{3}(?!\d))*/gu;
/**
 * Letters close in front make figures the name of something, `A52`, where they are no money, as in `EUR12.50`; scripts that
 * put no spaces stand close to any.
 */
const CLOSE_LETTERS =
  /(?:(?![\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}])\p{L})+$/u;
const isName = (before: string): boolean => {
  const letters = CLOSE_LETTERS.exec(before)?.[0];
  return letters !== undefined && takeMark(letters, 'end')?.mark !== letters;
};
/** A mark stands this close and is no longer. */
const REACH = 14;
/** So many figures of a text are looked at, and so many amounts told. */
const MOST_FIGURES = 1000;
const MOST = 50;

/**
 * Codes that people type in small letters. The others are words as well (`all`, `try`, `pen`, `top`) and
 * count in capitals only, in a text that has small letters too.
 */
const TYPED_SMALL = new Set('usd eur rub gbp cny rmb brl pln krw jpy cad aud mxn chf'.split(' '));
const isMark = (mark: string, text: string): boolean => {
  if (!/^[a-z]{3}$/i.test(mark) || minorDigits(mark.toUpperCase()) === undefined) return true;
  if (TYPED_SMALL.has(mark.toLowerCase())) return true;
  return mark === mark.toUpperCase() && /\p{Ll}/u.test(text);
};

/** One sign for one sign, so that places stay: a full-width yen is a yen. */
const plain = (text: string) =>
  [...text]
    .map((sign) => (sign.normalize('NFKC').length === sign.length ? sign.normalize('NFKC') : sign))
    .join('');
/** `US $` is one mark. */
const joined = (text: string) => text.replace(/(?<=\p{L}) (?=\$$)/u, '');

/**
 * Signs that other countries share on paper and that nobody on these platforms writes for their money:
 * the pound is the British one, the won the South Korean one. `$`, `¥` and `kr` stay open.
 */
const MEANT: readonly (readonly [mark: RegExp, currency: string])[] = [
  [/£/, 'GBP'],
  [/₩|원|\bwon\b/i, 'KRW'],
];
const meantBy = (written: string): string | null =>
  /\p{L}{2}\s?£|£\p{L}{2}/u.test(written)
    ? null
    : (MEANT.find(([mark]) => mark.test(written))?.[1] ?? null);

/** Money by its name in the languages of buyers, with the sign it is read as; a dollar stays open like its sign. */
const NAMED: readonly (readonly [name: RegExp, sign: string])[] = [
  [/^(?:долл(?:ар)?\p{L}*|dól[ao]r\p{L}*|dol[ao]r(?:es|ów|y|u|a|i)?(?!\p{L})|달러)/iu, '$'],
  [/^(?:евро(?!\p{L})|유로)/iu, '€'],
  [/^z[łl]ot\p{L}+/iu, 'zł'],
  [/^reais(?!\p{L})/iu, 'R$'],
];
/** Money by its name at the start of what stands behind figures. */
function takeName(text: string): { mark: string; sign: string; rest: string } | null {
  for (const [name, sign] of NAMED) {
    const mark = name.exec(text)?.[0];
    if (mark) return { mark, sign, rest: text.slice(mark.length).trim() };
  }
  return null;
}

/** Words that make an amount one that is asked back, and one that was paid; the nearer of both counts. */
const ROLES: Readonly<Record<AmountRole, RegExp>> = {
  claim:
    /refund|money back|\bback\b|want|\bask|claim|demand|compensat|give me|send me|pay me|退|赔|补偿|返还|要求|верн|возврат|возмещ|компенс|хочу|требу|quiero|devol|reembols|devuel|de vuelta|exij|indemn|quero|ressarc|veux|voudrais|rembours|\brend(?:ez|s|re)\b|réclam|ich will|will ich|möchte|zurück|erstatt|forder|chc[eę]|zwro|oddaj|żądam|환불|돌려|보상|원해/giu,
  price:
    /price|\bpaid\b|payment|\btotal\b|\bcosts?\b|amount paid|价格|订单金额|总价|总额|实付|支付|付款|付了|花了|цена|стоимост|заплати|оплат|сумма заказа|итого|precio|pagu[eé]|pagad|cost[oó]|preço|paguei|custou|valor do pedido|prix|pay[eé]|coût|preis|bezahlt|gekostet|gesamt|cena|zapłac|kosztowa|wartość zamówienia|가격|결제|지불/giu,
};
const SAID_WITHIN = 40;

/** What the line around an amount calls it, by the nearest word; a claim wins where both are as near. */
function roleOf(text: string, from: number, to: number): AmountRole | null {
  const stop = /[\n.;!?,。！？；，](?!\d)/u;
  const before =
    text
      .slice(Math.max(0, from - SAID_WITHIN), from)
      .split(stop)
      .at(-1) ?? '';
  const after = text.slice(to, to + SAID_WITHIN).split(stop, 1)[0] ?? '';
  const near = (words: RegExp) =>
    Math.min(
      ...[...before.matchAll(words)].map(
        ({ index, 0: word }) => before.length - index - word.length,
      ),
      ...[...after.matchAll(words)].map(({ index }) => index),
    );
  const [claim, price] = [near(ROLES.claim), near(ROLES.price)];
  if (claim === Infinity && price === Infinity) return null;
  return claim <= price ? 'claim' : 'price';
}

/** The amounts of a text, in its order. What stands in `taken` is something else. */
export function readAmounts(
  text: string,
  taken: readonly { from: number; to: number }[],
): AmountFound[] {
  const found: AmountFound[] = [];
  let looked = 0;
  for (const match of text.matchAll(FIGURES)) {
    if ((looked += 1) > MOST_FIGURES || found.length >= MOST) break;
    let from = match.index;
    let to = from + match[0].length;
    if (taken.some((one) => from < one.to && one.from < to)) continue;
    if (isName(text.slice(Math.max(0, from - REACH), from))) continue;
    const left =
      plain(text.slice(Math.max(0, from - REACH), from))
        .split('\n')
        .at(-1) ?? '';
    const before = left.trimEnd();
    const after = plain(text.slice(to, to + REACH)).split('\n', 1)[0] ?? '';
    const front = /[\p{Sc}\p{L}.]$/u.test(before) ? takeMark(joined(before), 'end') : null;
    const isMarked = /^\s?[\p{Sc}\p{L}]/u.test(after);
    const name = isMarked ? takeName(after.trimStart()) : null;
    const back = name ?? (isMarked ? takeMark(after.trimStart(), 'start') : null);
    const last = found.at(-1);
    const isFree = (last?.to ?? 0) <= from - (front?.mark.length ?? 0);
    const isFront =
      front !== null &&
      isFree &&
      isMark(front.mark, text) &&
      !/\d$/.test(before.slice(0, -front.mark.length));
    // In `5 R$ 62,90` the mark belongs to what follows.
    const isNext =
      /^\s/.test(after) && /\p{Sc}/u.test(back?.mark ?? '') && /^\s?\d/.test(back?.rest ?? '');
    const isBack = back !== null && !isNext && isMark(back.mark, text);
    if (!isFront && !isBack) continue;
    if (isFront) {
      const gap = left.length - before.length;
      const spaced = before.length - joined(before).length > 0 && front.mark.length > 1 ? 1 : 0;
      from -= gap + front.mark.length + spaced;
    }
    if (isBack) to += after.length - after.trimStart().length + back.mark.length;
    const written = text.slice(from, to).trim();
    const read = readMoney(
      isBack && name ? written.replace(name.mark, name.sign) : written,
      meantBy(written),
    );
    const isExact = isFront || /[.,]\d{2}(?!\d)/.test(match[0]);
    const role = roleOf(text, from, to);
    found.push(
      'problem' in read
        ? { text: written, value: null, currency: null, isExact, role, from, to }
        : {
            text: written,
            value:
              read.currency === null ? toPlain(read.value) : plainMoney(read.value, read.currency),
            currency: read.currency,
            isExact,
            role,
            from,
            to,
          },
    );
  }
  return found;
}
