/** Time that is left, as a platform shows it. */
import { DAY, HOUR, MINUTE, SECOND } from '../time.ts';

const UNITS: [RegExp, number][] = [
  [/(\d{1,4})\s*(?:weeks?|w(?![a-z])|周|星期)/i, 7 * DAY],
  [/(\d{1,4})\s*(?:days?|d(?![a-z])|天|дней|день|дня|дн\.?|д\.?(?![а-я]))/i, DAY],
  [/(\d{1,5})\s*(?:hours?|hrs?|h(?![a-z])|个?小时|小時|часов|часа|час|ч\.?(?![а-я]))/i, HOUR],
  [
    /(\d{1,6})\s*(?:minutes?|mins?|m(?![a-z])|分钟|分鐘|分|минуты|минута|минут|мин\.?|м\.?(?![а-я]))/i,
    MINUTE,
  ],
  [
    /(\d{1,7})\s*(?:seconds?|secs?|s(?![a-z])|秒钟|秒|секунды|секунда|секунд|сек\.?|с\.?(?![а-я]))/i,
    SECOND,
  ],
];

const COUNTDOWN_WORDS =
  /(?:time|left|remaining|remains?|to go|expires?|ends?|closes?|in|and|剩余时间|剩余|剩餘|还剩下?|還剩|仅剩|剩|倒计时|零|后|後|结束|關閉|关闭|осталось|остался|осталась|через|и)/gi;
const COUNTDOWN_SIGN =
  /left|remaining|remains|to go|剩|倒计时|осталось|остался|осталась|через|\bin\b/i;

/** Length of a countdown in milliseconds, or null where the text is none. */
export function readCountdown(text: string): number | null {
  if (/\d{4}\s*[-/.年]|ago|前|назад|月/i.test(text)) return null;
  let rest = text;
  let total = 0;
  let found = false;
  for (const [pattern, size] of UNITS) {
    const match = pattern.exec(rest);
    if (!match) continue;
    total += Number(match[1]) * size;
    rest = rest.replace(match[0], ' ');
    found = true;
  }
  const clock = /(\d{1,3}):([0-5]\d)(?::([0-5]\d))?/.exec(rest);
  if (clock && (found || (clock[3] !== undefined && COUNTDOWN_SIGN.test(rest)))) {
    total += Number(clock[1]) * HOUR + Number(clock[2]) * MINUTE + Number(clock[3] ?? 0) * SECOND;
    rest = rest.replace(clock[0], ' ');
    found = true;
  }
  if (!found) return null;
  const left = rest.replace(COUNTDOWN_WORDS, ' ').replace(/[\s,.:;!()[\]，。、]+/g, '');
  return left === '' ? total : null;
}
