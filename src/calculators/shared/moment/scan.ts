/** Cuts a text into numbers, known words, signs, and what is not known. */
import { isZone, zoned } from '../time.ts';
import { fold, keyOf, phrases, type Entry, type Half, type ZoneMeaning } from './vocabulary.ts';
import { UNSPACED } from './unspaced.ts';

/**
 * One piece of a text. `kind` is one letter (see `Entry`), and `N` a number, `t` the T of ISO 8601,
 * `x` what is not known, or one of the signs `. , : - / +`.
 */
export interface Item {
  kind: string;
  text: string;
  value: number;
  /** White space stands before it. */
  gap: boolean;
  half?: Half;
  zone?: ZoneMeaning;
  time?: true;
  /** A number that was written in words. */
  inWords?: true;
  whose?: true;
  /** A person: beside a word for time it is their clock. */
  person?: true;
  /** A word that none of the words here is. */
  unknown?: true;
}

/** Abbreviations that are words of everyday language too: they count behind a time only. */
const ALSO_WORDS: ReadonlySet<string> = new Set(
  'est et ist ast art wet west eat pet wat cot ict mt pt ct'.split(' '),
);

/** Single letters and homonyms that are units only behind a number. */
const UNITS_BEHIND_A_NUMBER: Readonly<Record<string, string>> = {
  w: 'W',
  d: 'D',
  j: 'D',
  h: 'G',
  g: 'H',
  m: 'M',
  s: 'S',
  seg: 'S',
  sem: 'W',
  д: 'D',
  м: 'M',
  с: 'S',
};

const DIGITS = '零〇一二三四五六七八九';
const NUMERAL = /[零〇一二三四五六七八九十百两兩]+/y;
const ZERO = /零(?:时|時)?[区區]/y;
const EAST_WEST = /([东東西])([一二三四五六七八九十]{1,2}|\d{1,2})(?:时|時)?[区區]/y;
const BRACKETED_DAY = /\((?:周|星期|礼拜)?([一二三四五六日天月火水木金土월화수목금토일])\)/y;
const BRACKETED: readonly string[] = [
  '一月월',
  '二火화',
  '三水수',
  '四木목',
  '五金금',
  '六土토',
  '日天일',
];
const AREA =
  /\[?((?:africa|america|antarctica|arctic|asia|atlantic|australia|brazil|canada|chile|etc|europe|indian|mexico|pacific|us)\/[a-z0-9_+\-/]*[a-z0-9])\]?/y;
const GERMAN_DAY = /\s(?:(?:mo|di|mi|do|fr|sa|so)[a-z]*\.?,? (?:den |dem )?)?\d{1,2}\./y;
const HOUR_FOLLOWS = /\.?\s*\d{1,2}(?!\d|\s*m)/y;
const WORD = new RegExp(`(?:(?![${UNSPACED}])\\p{L})+`, 'uy');
const LETTER = /\p{L}/u;
const HARMLESS = /[()[\]{}"'“”„«»《》「」『』【】〈〉;!?|·•…。、*_\p{So}\ufe0f]/u;
const OFFSET = /\s?([+-])(\d{1,2})(?::?([0-5]\d))?(?!\d|\s?[-/.]\s?\d)/y;

/** A number written in Chinese, up to 199, or digit by digit; null for what is none. */
function numeral(text: string): number | null {
  const digit = (sign: string) => (/[两兩]/.test(sign) ? 2 : Math.max(0, DIGITS.indexOf(sign) - 1));
  if (!/[十百]/.test(text)) {
    if (/[两兩]/.test(text) && text.length > 1) return null;
    return Number([...text].map(digit).join(''));
  }
  const parts =
    /^(?:([一二两兩]?)百)?(?:[零〇]?([一二三四五六七八九]?)十)?[零〇]?([一二三四五六七八九]?)$/.exec(
      text,
    );
  if (!parts) return null;
  const hundreds = parts[1] === undefined ? 0 : parts[1] === '' ? 1 : digit(parts[1]);
  const tens = parts[2] === undefined ? 0 : parts[2] === '' ? 1 : digit(parts[2]);
  return hundreds * 100 + tens * 10 + (parts[3] ? digit(parts[3]) : 0);
}

/** A fixed offset as a zone: `+08:00`, or `UTC` for none; more than 14 hours is no zone. */
export function fixedZone(minutes: number, label: string): ZoneMeaning {
  if (Math.abs(minutes) > 14 * 60) return { kind: 'unknown', label };
  if (minutes === 0) return { kind: 'zone', label, zone: 'UTC' };
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const size = Math.abs(minutes);
  return {
    kind: 'zone',
    label,
    zone: `${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`,
  };
}

const kindsOf = (items: readonly Item[]): string => items.map(({ kind }) => kind).join('');

const at = (pattern: RegExp, text: string, from: number): RegExpExecArray | null => {
  pattern.lastIndex = from;
  return pattern.exec(text);
};

/** Folds, joins white space, and drops invisible signs and the plural in brackets: `day(s)`. */
export function prepare(raw: string): string {
  const text = fold(raw.replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, ''))
    .replace(/[\u0000-\u001f\u00a0\s]+/g, ' ')
    .trim();
  return text.includes('(') ? text.replace(/(\p{L})\((?:s|es|e|en|n|а|я|ов|и|еи)\)/gu, '$1') : text;
}

/** Cuts a text that `prepare` made. Linear in its length. */
export function scan(text: string): Item[] {
  const scanner = new Scanner(text);
  while (scanner.i < text.length) scanner.step();
  return settle(scanner.items);
}

class Scanner {
  readonly items: Item[] = [];
  i = 0;
  private gap = false;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  private push(kind: string, length: number, more: Partial<Item> = {}): void {
    const text = this.text.slice(this.i, this.i + length);
    this.items.push({ kind, text, value: 0, gap: this.gap, ...more });
    this.gap = false;
    this.i += length;
  }

  /** Reads the next piece. */
  step(): void {
    const { text, items, i } = this;
    const sign = text[i] as string;
    const last = items.at(-1);
    if (sign === ' ') {
      this.gap = true;
      this.i += 1;
      return;
    }
    const number = at(/\d+/y, text, i)?.[0];
    if (number) {
      this.push('N', number.length, { value: Number(number) });
      return;
    }
    const bracketed = sign === '(' ? at(BRACKETED_DAY, text, i) : null;
    if (bracketed) {
      const day = BRACKETED.findIndex((names) => names.includes(bracketed[1] ?? '')) + 1;
      this.push('w', bracketed[0].length, { value: day });
      return;
    }
    const area = at(AREA, text, i);
    if (area?.[1]) {
      const zone = isZone(area[1]) ? properName(area[1]) : null;
      const label = area[1];
      this.push('Z', area[0].length, {
        zone: zone ? { kind: 'zone', label, zone } : { kind: 'unknown', label },
      });
      return;
    }
    const side = at(EAST_WEST, text, i);
    if (side) {
      const written = side[2] ?? '';
      const hours = /\d/.test(written) ? Number(written) : (numeral(written) ?? 99);
      const minutes = (side[1] === '西' ? -60 : 60) * hours;
      this.push('Z', side[0].length, { zone: fixedZone(minutes, side[0]) });
      return;
    }
    const zero = at(ZERO, text, i);
    if (zero) {
      this.push('Z', zero[0].length, { zone: fixedZone(0, zero[0]) });
      return;
    }
    const hanzi = at(NUMERAL, text, i)?.[0];
    if (hanzi) {
      // 4天零12小时: the nought joins two amounts.
      const joins = hanzi.length > 1 || /\d/.test(text[i + 1] ?? '');
      if (hanzi.startsWith('零') && joins && last && 'WDeHGMSC'.includes(last.kind)) {
        this.push('n', 1);
        return;
      }
      const value = numeral(hanzi);
      this.push(value === null ? 'x' : 'N', hanzi.length, {
        value: value ?? 0,
        ...(value === null
          ? {}
          : { text: /[十百]/.test(hanzi) ? String(value) : digitsOf(hanzi), inWords: true }),
      });
      return;
    }
    if (LETTER.test(sign)) {
      this.word(sign);
      return;
    }
    if ('.,:-/+'.includes(sign)) this.push(sign, 1);
    else if (HARMLESS.test(sign)) this.i += 1;
    else this.push('x', (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1);
  }

  private word(sign: string): void {
    const { text, items, i } = this;
    const last = items.at(-1);
    const behind = last?.kind === 'N';
    const meridiem = at(/([ap])(?:\.\s?m\.?|\s?m(?!\p{L})\.?)/uy, text, i);
    if (meridiem) {
      // “am 20. November” is a German “on”; “12:15 am 20.11.” can be either.
      const german = meridiem[0] === 'am' && at(GERMAN_DAY, text, i + 2);
      const hour = items.at(-2)?.kind === ':' ? items.at(-3)?.value : last?.value;
      const on = !behind || (hour ?? 0) > 12 || items.some((item) => item.text === 'um');
      if (german && on) this.push('f', 2);
      else if (german && hour === 12) this.push('h', 2, { half: 'morning' });
      else this.push('h', meridiem[0].length, { half: meridiem[1] === 'p' ? 'pm' : 'am' });
      return;
    }
    const run = at(WORD, text, i)?.[0] ?? sign;
    if (behind && !this.gap && /^[ap]$/.test(run)) {
      this.push('h', 1, { half: run === 'p' ? 'pm' : 'am' });
      return;
    }
    if (run === 'z' && behind && /N:N(?:\.N)?$/.test(kindsOf(items.slice(-5)))) {
      this.push('Z', 1, { zone: { kind: 'zone', label: 'z', zone: 'UTC' } });
      return;
    }
    if (run === 't' && behind && !this.gap && /\d/.test(text[i + 1] ?? '')) {
      this.push('t', 1);
      return;
    }
    const entry = longest(text, i);
    const unit = behind && !(run === 'w' && this.gap) ? UNITS_BEHIND_A_NUMBER[run] : undefined;
    if (unit && (entry?.text.length ?? 0) <= run.length) {
      const complete = unit === 'G' && items.at(-2)?.kind === ':';
      this.push(complete ? 'f' : unit, run.length);
      return;
    }
    if (!entry) {
      if (last?.kind === 'x' && !this.gap && run === sign) {
        last.text += sign;
        last.unknown = true;
        this.i += 1;
      } else this.push('x', run.length, { unknown: true });
      return;
    }
    const more: Partial<Item> = { value: entry.value };
    if (entry.half) more.half = entry.half;
    if (entry.time) more.time = true;
    if (entry.whose) more.whose = true;
    if (entry.person) more.person = true;
    if (entry.zone) more.zone = entry.zone;
    // 12 godz. is a length, godz. 12 a time.
    if (entry.kind === 'K' && behind && !at(HOUR_FOLLOWS, text, i + entry.text.length)) {
      this.push('H', entry.text.length);
      return;
    }
    // A German and a Polish word, and a Polish abbreviation of August beside its day.
    if (entry.text === 'sie' && !behind && !at(/\.?\s?\d/y, text, i + 3)) {
      this.push('f', 3);
      return;
    }
    // 23:15 Uhr, 23:15 h, 23:15 heure de Paris: the clock is complete without it.
    if ('GCK'.includes(entry.kind) && behind && items.at(-2)?.kind === ':') {
      this.push('f', entry.text.length, more);
      return;
    }
    if (
      'WDeHGCMSyodb'.includes(entry.kind) &&
      !behind &&
      !(entry.kind === 'b' && last?.kind === 'C')
    ) {
      const clock = entry.text === 'дня' && (last?.kind === 'G' || last?.kind === 'M');
      if (clock) this.push('h', entry.text.length, { half: 'afternoon' });
      else this.push(entry.time ? 'f' : 'x', entry.text.length, more);
      return;
    }
    if (entry.text === 'дня' && items.at(-2)?.kind === ':') {
      this.push('h', entry.text.length, { half: 'afternoon' });
      return;
    }
    if (entry.text === 'ago' && last && 'WDeHGMS'.includes(last.kind)) {
      this.push('a', 3);
      return;
    }
    if (entry.kind === 'T' && entry.half) {
      this.push('T', entry.text.length, { value: entry.value });
      items.push({ kind: 'h', text: entry.text, value: 0, gap: false, half: entry.half });
      return;
    }
    this.push(entry.kind, entry.text.length, more);
    if (entry.zone && /^(?:utc|gmt|msk|мск)$/.test(entry.text)) {
      const offset = at(OFFSET, text, this.i);
      if (!offset) return;
      const label = `${entry.text}${offset[0].trim()}`;
      const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
      const base = /^[ug]/.test(entry.text) ? 0 : 180;
      (items.at(-1) as Item).zone = fixedZone(
        base + (offset[1] === '-' ? -minutes : minutes),
        label,
      );
      this.i += offset[0].length;
    }
  }
}

const digitsOf = (hanzi: string): string =>
  [...hanzi]
    .map((sign) => (/[两兩]/.test(sign) ? 2 : Math.max(0, DIGITS.indexOf(sign) - 1)))
    .join('');

/** The zone as its list spells it: `asia/shanghai` is `Asia/Shanghai`. */
export function properName(zone: string): string {
  return zoned(0, zone).timeZoneId;
}

function longest(text: string, from: number): Entry | null {
  for (const entry of phrases(keyOf(text.slice(from, from + 40)))) {
    if (!text.startsWith(entry.text, from)) continue;
    const end = from + entry.text.length;
    if (unspacedEnd.test(entry.text) || !LETTER.test(text[end] ?? '')) return entry;
    if (unspacedStart.test(text[end] ?? '')) return entry;
  }
  return null;
}
const unspacedEnd = new RegExp(`[${UNSPACED}]$`, 'u');
const hanEnd = /\p{Script=Han}$/u;
const unspacedStart = new RegExp(`^[${UNSPACED}]`, 'u');

/** Words in front of which a person's time is the time they have, not their clock. */
const TO_HAVE =
  /^(?:to|for|left|remaining|runs|ends|ended|expires|expired|limit|is|was|до|на|для)$/;
/** Of: 你的时间. */
const OF = /^(?:的|의)$/;

/** Is a day or a time of a day named, rather than a length that is left? */
function isDated(items: readonly Item[]): boolean {
  const kinds = kindsOf(items);
  if (/[omTaq]|N[-./]N[-./]N/.test(kinds)) return true;
  return /N:N|[Ch]/.test(kinds) && !/[sl]|N[WDe]/.test(kinds);
}

/** `your time`, `你的时间`, and behind a time `у вас`: where the clock of that person stands, if it does. */
function clockOfPerson(items: readonly Item[], i: number): { length: number } | null {
  const item = items[i] as Item;
  const at = (place: number): Item | undefined => items[place];
  if (item.text === 'у' && at(i + 1)?.person) {
    const before = kindsOf(items.slice(Math.max(0, i - 3), i));
    return /N:N$|[hCGMSyN]$/.test(before) && !/N[WDeH]$/.test(before) ? { length: 2 } : null;
  }
  if (!item.person || at(i - 1)?.text === 'у') return null;
  const length = OF.test(at(i + 1)?.text ?? '') ? 2 : 1;
  const time = at(i + length);
  return time?.time && !TO_HAVE.test(at(i + length + 1)?.text ?? '') ? { length } : null;
}

/** Words that mean a zone, a weekday or nothing, by what stands beside them. */
function settle(items: Item[]): Item[] {
  const dated = items.some(({ person }) => person) && isDated(items);
  const behindTime = (i: number) => 'NhCGMSZb'.includes(items[i - 1]?.kind ?? '-');
  items.forEach((item, i) => {
    const next = items[i + 1];
    const before = items[i - 1];
    if (item.kind === 'Z' && ALSO_WORDS.has(item.text) && !behindTime(i)) {
      const joins = item.text === 'et' && before && 'WDeHGMS'.includes(before.kind);
      item.kind = joins ? 'n' : 'x';
    }
    const beside = next?.time ?? before?.time ?? (before?.kind === 'f' && items[i - 2]?.time);
    if (item.whose && (item.time || beside)) {
      item.kind = 'Z';
      item.zone = { kind: 'unknown', label: item.text };
    }
    const person = dated ? clockOfPerson(items, i) : null;
    if (person) {
      const label = items.slice(i, i + person.length).map(({ text }) => text);
      item.kind = 'Z';
      item.zone = { kind: 'unknown', label: label.join(unspacedEnd.test(item.text) ? '' : ' ') };
    }
    if (item.kind !== 'P' && item.kind !== 'Q') return;
    const tight = hanEnd.test(item.text);
    const named =
      (next?.time && !(tight && next.gap)) ||
      (before?.time && !(tight && item.gap)) ||
      (before?.kind === 'f' && items[i - 2]?.time) ||
      (item.kind === 'P' && before?.text === 'по');
    item.kind = named || (item.kind === 'P' && behindTime(i)) ? 'Z' : 'x';
  });
  return items;
}
