/** The hours of a desk. */
import { inHalves, takeColonClock, takeWordedClock, type Clock } from './clock.ts';
import { LONGEST, WORDS_MISSING, type Understood } from './reading.ts';
import { prepare, scan, type Item } from './scan.ts';
import { lacksWords, type Half } from './vocabulary.ts';

export interface WorkHours {
  /** Minutes after midnight. */
  from: number;
  /** Minutes after the same midnight; beyond 1440 for a shift that ends the next day. */
  to: number;
}

export type WorkHoursRead =
  | { kind: 'hours'; hours: WorkHours; understood: Understood }
  | { kind: 'question'; why: 'half'; choices: WorkHours[]; understood: Understood }
  | {
      kind: 'unreadable';
      why: 'empty' | 'too-long' | 'no-span' | 'no-such-time' | 'unknown-word' | 'words-missing';
      understood: Understood;
    };

const KEY = 'tool.moment.hours';
const DAY_MINUTES = 24 * 60;
const MOST_UNDERSTOOD = 100;
const JOIN = new Set(
  '- – ~ 至 到 to till until до a as à bis do ate hasta jusqu и and e y et 부터 까지 에서'.split(
    ' ',
  ),
);

const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** `09:00-18:00`; the end of a span that runs into the next day is marked by the reader's own words. */
export const hoursText = ({ from, to }: WorkHours): string =>
  `${clockText(from)}-${to === DAY_MINUTES ? '24:00' : clockText(to)}`;

const understood = new Map<string, WorkHoursRead>();

/**
 * A span of working hours: `9-18`, `09:00–18:00`, `9 am to 6 pm`, `早9点到晚6点`, `22:00-06:00`.
 * `9-6` can be an evening or a night and is asked.
 */
export function readWorkHours(raw: unknown): WorkHoursRead {
  // The hours of a desk are asked for with each of its cases; further words never change what was understood.
  const there = typeof raw === 'string' ? understood.get(raw) : undefined;
  if (there) return there;
  const read = readSpan(raw);
  if (read.kind === 'hours' && understood.size < MOST_UNDERSTOOD) understood.set(String(raw), read);
  return read;
}

function readSpan(raw: unknown): WorkHoursRead {
  const given = typeof raw === 'string' ? raw.slice(0, LONGEST * 4) : '';
  const unreadable = (
    why: Extract<WorkHoursRead, { kind: 'unreadable' }>['why'],
    text = given.trim(),
  ): WorkHoursRead => ({
    kind: 'unreadable',
    why,
    understood: {
      messageKey: why === 'words-missing' ? WORDS_MISSING : `${KEY}.unreadable.${why}`,
      values: { text: text.slice(0, 80) },
    },
  });
  const text = prepare(given.replace(/[~〜～]/g, '-'))
    .replace(/^[朝早]([一二三四五六七八九十\d]+)晚([一二三四五六七八九十\d]+)$/, '早上$1-晚上$2')
    .replace(/早(?=\s*\d)/g, '早上')
    .replace(/[\u4e00-\u9fff]+[:：]\s*/g, '');
  if (text === '') return unreadable('empty');
  if (text.length > LONGEST) return unreadable('too-long');
  const items = scan(text);
  if (lacksWords(items)) return unreadable('words-missing');
  const joins = items.flatMap((item, i) => (JOIN.has(item.text) && i > 0 ? [i] : []));
  const numbers = items.flatMap((item, i) => (item.kind === 'N' ? [i] : []));
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return unreadable('no-span');
  const cut = joins.find((i) => i > first && i < last);
  if (cut === undefined) return unreadable('no-span');
  const sides = [side(items.slice(0, cut)), side(items.slice(cut + 1))] as const;
  for (const one of sides) {
    if (one === 'no-such-time') return unreadable('no-such-time');
    if ('word' in one)
      return /^\d/.test(one.word) ? unreadable('no-span') : unreadable('unknown-word', one.word);
  }
  const [start, end] = sides as [Side, Side];
  const choices: WorkHours[] = [];
  for (const from of start.clocks)
    for (const to of end.clocks) {
      const begin = minutesOf(from);
      const close = minutesOf(to);
      if (begin >= DAY_MINUTES || begin === close) continue;
      choices.push({ from: begin, to: close > begin ? close : close + DAY_MINUTES });
    }
  // 9-6: an end before the start, both small and bare, is more often six in the evening.
  const [only] = choices;
  if (choices.length === 1 && only && only.to > DAY_MINUTES && start.bare && end.bare) {
    const evening = only.to - DAY_MINUTES / 2;
    if (evening > only.from) choices.unshift({ from: only.from, to: evening });
  }
  if (choices.length === 0) return unreadable('no-span');
  if (choices.length > 1)
    return {
      kind: 'question',
      why: 'half',
      choices,
      understood: {
        messageKey: `${KEY}.ask.half`,
        values: { text: given.trim().slice(0, 80), choices: choices.map(hoursText).join(' / ') },
      },
    };
  return {
    kind: 'hours',
    hours: only as WorkHours,
    understood: {
      messageKey: (only as WorkHours).to > DAY_MINUTES ? `${KEY}.overnight` : `${KEY}.understood`,
      values: {
        from: clockText((only as WorkHours).from),
        to: hoursText(only as WorkHours).split('-')[1] ?? '',
      },
    },
  };
}

const minutesOf = ({ hour, minute, shift }: Clock): number => (hour + shift * 24) * 60 + minute;

interface Side {
  clocks: Clock[];
  /** Nothing says which half of the day: no half, no minutes, no leading nought. */
  bare: boolean;
}

function side(items: readonly Item[]): Side | 'no-such-time' | { word: string } {
  const used = new Set<number>();
  let written = takeColonClock(items, used);
  const colon = written !== null;
  written ??= takeWordedClock(items, used);
  if (written === null) {
    const number = items.findIndex(({ kind }) => kind === 'N');
    const value = items[number]?.value ?? 99;
    if (number < 0 || value > 24) return 'no-such-time';
    used.add(number);
    written = { hour: value, minute: 0, second: 0, precision: 'hour' };
  }
  if (written === 'no-such-time') return written;
  const halves: Half[] = [];
  for (const [i, item] of items.entries()) {
    if (used.has(i)) continue;
    if (item.half) halves.push(item.half);
    else if (!'fni.,:q'.includes(item.kind)) return { word: item.text };
  }
  const clocks = inHalves(written, halves);
  if (clocks.length === 0) return 'no-such-time';
  const leading = /^0\d/.test(items.find(({ kind }) => kind === 'N')?.text ?? '');
  return { clocks, bare: halves.length === 0 && !leading && !(colon && written.hour > 12) };
}
