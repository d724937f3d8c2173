import type { Language } from '@/calculators/shared/rule.ts';
import { aheadOf, byEngine, offsetText, type Clock } from './time-words.ts';

/**
 * A zone in words: “Los Angeles (UTC−8)”, the place and what it means at that moment.
 *
 * @param named what this page calls a place; undefined where it has no word of its own for it.
 */
export function createZoneWords(
  language: Language,
  named: (zone: string) => string | undefined,
  clock: Clock = byEngine,
) {
  const place = (name: string) =>
    named(name) ?? (name.split('/').at(-1) ?? name).replaceAll('_', ' ');
  const zone = (name: string, at: string) => {
    if (name === 'UTC') return name;
    let ahead: number;
    try {
      ahead = aheadOf(clock(Date.parse(at), name), Date.parse(at));
    } catch {
      return name;
    }
    const offset = offsetText(ahead);
    const where = place(name);
    if (where === offset || /^[+-]/.test(name)) return offset;
    return language === 'zh-CN' ? `${where}（${offset}）` : `${where} (${offset})`;
  };
  return { place, zone };
}
