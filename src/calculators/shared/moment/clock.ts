/** The time of day, with its half of the day. */
export interface Clock {
  hour: number;
  minute: number;
  second: number;
}

type Half = 'am' | 'pm' | 'noon' | 'night' | null;

export function takeHalf(text: string): { half: Half; rest: string } {
  const latin = /(\d)\s*([AP])\.?\s?M\b\.?/i.exec(text);
  if (latin)
    return {
      half: latin[2]?.toUpperCase() === 'P' ? 'pm' : 'am',
      rest: text.replace(latin[0], `${latin[1]} `),
    };
  const halves: [RegExp, Half][] = [
    [/上午|凌晨|早上|清晨|오전/, 'am'],
    [/下午|傍晚|오후/, 'pm'],
    [/中午/, 'noon'],
    [/晚上|晚间|夜里|深夜|半夜/, 'night'],
  ];
  for (const [pattern, half] of halves)
    if (pattern.test(text)) return { half, rest: text.replace(pattern, ' ') };
  return { half: null, rest: text };
}

type ClockFound = { clock: Clock | null; rest: string } | 'no-such-time';

export function takeClock(text: string, half: Half): ClockFound {
  const colon = /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?!\d)/.exec(text);
  const hanzi = /(\d{1,2})\s*[点點时時]\s*(半|(?:(\d{1,2})\s*分?)?)\s*(?:(\d{1,2})\s*秒)?/.exec(
    text,
  );
  const korean = /(\d{1,2})\s*시(?:\s*(\d{1,2})\s*분)?/.exec(text);
  const bare = half ? /(?<![\d./-])(\d{1,2})(?![\d./-])\s*$/.exec(text.trimEnd()) : null;
  let parts: [string | undefined, string | undefined, string | undefined];
  let whole: string;
  if (colon) {
    parts = [colon[1], colon[2], colon[3]];
    whole = colon[0];
  } else if (hanzi) {
    parts = [hanzi[1], hanzi[2] === '半' ? '30' : hanzi[3], hanzi[4]];
    whole = hanzi[0];
  } else if (korean) {
    parts = [korean[1], korean[2], undefined];
    whole = korean[0];
  } else if (bare) {
    parts = [bare[1], undefined, undefined];
    whole = bare[0];
  } else {
    return { clock: null, rest: text };
  }
  let hour = Number(parts[0]);
  const minute = Number(parts[1] ?? 0);
  const second = Number(parts[2] ?? 0);
  if (half === 'pm' && hour < 12) hour += 12;
  if (half === 'noon' && hour < 3) hour += 12;
  if (half === 'night') {
    if (hour === 12) return 'no-such-time';
    if (hour < 12 && hour > 4) hour += 12;
  }
  if (half === 'am' && hour === 12) hour = 0;
  if (half === 'am' && hour > 12) return 'no-such-time';
  const endOfDay = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !endOfDay) || minute > 59 || second > 59) return 'no-such-time';
  const at = text.indexOf(whole);
  const rest = `${text.slice(0, at)} ${text.slice(at + whole.length)}`;
  return { clock: { hour, minute, second }, rest };
}
