/** Time zones as people write them behind a time. */
import { isZone } from '../time.ts';
import { MONTHS } from './day.ts';

export type ZoneFound =
  | { kind: 'none' }
  | { kind: 'zone'; zone: string }
  | { kind: 'short'; label: string; offset: string; zone: string }
  | { kind: 'ask'; label: string; zones: string[] }
  | { kind: 'unknown'; label: string };

/** Abbreviations that mean one offset, with the zone in whose season they are used. */
const SHORT: Record<string, { offset: string; zone: string }> = {
  PST: { offset: '-08:00', zone: 'America/Los_Angeles' },
  PDT: { offset: '-07:00', zone: 'America/Los_Angeles' },
  EST: { offset: '-05:00', zone: 'America/New_York' },
  EDT: { offset: '-04:00', zone: 'America/New_York' },
  CDT: { offset: '-05:00', zone: 'America/Chicago' },
  CET: { offset: '+01:00', zone: 'Europe/Berlin' },
  CEST: { offset: '+02:00', zone: 'Europe/Berlin' },
  EET: { offset: '+02:00', zone: 'Europe/Helsinki' },
  EEST: { offset: '+03:00', zone: 'Europe/Helsinki' },
  MSK: { offset: '+03:00', zone: 'Europe/Moscow' },
  МСК: { offset: '+03:00', zone: 'Europe/Moscow' },
  KST: { offset: '+09:00', zone: 'Asia/Seoul' },
  JST: { offset: '+09:00', zone: 'Asia/Tokyo' },
  HKT: { offset: '+08:00', zone: 'Asia/Hong_Kong' },
  SGT: { offset: '+08:00', zone: 'Asia/Singapore' },
  BRT: { offset: '-03:00', zone: 'America/Sao_Paulo' },
};

/** Abbreviations that mean several places. */
const ASK: Record<string, string[]> = {
  CST: ['Asia/Shanghai', 'America/Chicago'],
  IST: ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin'],
  BST: ['Asia/Dhaka', 'Europe/London'],
  AST: ['Asia/Riyadh', 'America/Halifax'],
  MST: ['Asia/Kuala_Lumpur', 'America/Denver'],
};

/** Names of a place's clock, whatever the season. */
const NAMED: [RegExp, string][] = [
  [
    /(?:北京|中国|中國)(?:标准)?(?:时间|時間)|beijing time|china (?:standard )?time/i,
    'Asia/Shanghai',
  ],
  [
    /(?:美国|美國)?(?:美西|太平洋|洛杉矶|加州)(?:标准)?(?:时间|時間)|(?:us |u\.s\. )?pacific (?:standard |daylight )?time|us pacific|\bPT\b/i,
    'America/Los_Angeles',
  ],
  [/(?:美国|美國)?美东(?:时间|時間)|(?:us )?eastern time|\bET\b/i, 'America/New_York'],
  [/莫斯科(?:时间|時間)|moscow time|по москве|московск(?:ое|ого) врем(?:я|ени)/i, 'Europe/Moscow'],
];

export function takeZone(text: string): { found: ZoneFound; rest: string } {
  const cut = (match: RegExpExecArray) =>
    `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  const iana = /\[?\b([A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z_+-]*)+)\]?/.exec(text);
  if (iana?.[1]) {
    const zone = iana[1];
    const rest = cut(iana).replace(/(\d:\d{2}(?::\d{2}(?:[.,]\d+)?)?)\s*[+-]\d{2}:?\d{2}/, '$1');
    return isZone(zone)
      ? { found: { kind: 'zone', zone }, rest }
      : { found: { kind: 'unknown', label: zone }, rest };
  }
  const utc = /\(?\b(?:UTC|GMT)\s*([+-])\s*(\d{1,2})(?::?([0-5]\d))?(?!\d)\)?/i.exec(text);
  if (utc) return fixed(utc[1], utc[2], utc[3], cut(utc));
  const offset =
    /(\d:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[AP]\.?M\.?)?\s*)([+-])(\d{2})(?::?([0-5]\d))?(?![\d-])/i.exec(
      text,
    );
  if (offset) {
    const at = offset.index + (offset[1] ?? '').length;
    const rest = `${text.slice(0, at)} ${text.slice(offset.index + offset[0].length)}`;
    return fixed(offset[2], offset[3], offset[4], rest);
  }
  const zulu = /(\d:\d{2}(?::\d{2}(?:[.,]\d+)?)?)\s*Z\b/i.exec(text);
  if (zulu)
    return { found: { kind: 'zone', zone: 'UTC' }, rest: text.replace(zulu[0], `${zulu[1]} `) };
  for (const [pattern, zone] of NAMED) {
    const named = pattern.exec(text);
    if (named) return { found: { kind: 'zone', zone }, rest: cut(named) };
  }
  const word = /\(?(?<![\p{L}])(\p{Lu}{2,5})(?![\p{L}])\)?/gu;
  for (let match = word.exec(text); match; match = word.exec(text)) {
    const label = match[1] ?? '';
    if (label === 'AM' || label === 'PM' || MONTHS[label.toLowerCase()]) continue;
    if (label === 'UTC' || label === 'GMT')
      return { found: { kind: 'zone', zone: 'UTC' }, rest: cut(match) };
    const short = SHORT[label];
    if (short) return { found: { kind: 'short', label, ...short }, rest: cut(match) };
    const zones = ASK[label];
    if (zones) return { found: { kind: 'ask', label, zones }, rest: cut(match) };
    if (/\d\s*(?:[AP]\.?M\.?\s*)?\(?$/i.test(text.slice(0, match.index)))
      return { found: { kind: 'unknown', label }, rest: cut(match) };
  }
  return { found: { kind: 'none' }, rest: text };
}

function fixed(
  sign: string | undefined,
  hours: string | undefined,
  minutes: string | undefined,
  rest: string,
): { found: ZoneFound; rest: string } {
  const zone = `${sign ?? '+'}${(hours ?? '0').padStart(2, '0')}:${minutes ?? '00'}`;
  const size = Number(hours) * 60 + Number(minutes ?? 0);
  if (size > 14 * 60) return { found: { kind: 'unknown', label: zone }, rest };
  return { found: { kind: 'zone', zone: size === 0 ? 'UTC' : zone }, rest };
}
