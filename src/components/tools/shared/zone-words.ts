import type { Language } from '@/calculators/shared/rule.ts';

/**
 * A zone in words: “Los Angeles (UTC−8)”, the place and what it means at that moment.
 *
 * @param named what this page calls a place; undefined where it has no word of its own for it.
 */
export function createZoneWords(language: Language, named: (zone: string) => string | undefined) {
  const place = (name: string) =>
    named(name) ?? (name.split('/').at(-1) ?? name).replaceAll('_', ' ');
  /** Making one takes a hundred times as long as using it. */
  const offsets = new Map<string, Intl.DateTimeFormat>();
  const offsetOf = (name: string) => {
    const format =
      offsets.get(name) ??
      new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'shortOffset' });
    offsets.set(name, format);
    return format;
  };
  const zone = (name: string, at: string) => {
    if (name === 'UTC') return name;
    let offset = '';
    try {
      offset =
        offsetOf(name)
          .formatToParts(new Date(at))
          .find(({ type }) => type === 'timeZoneName')
          ?.value.replace('GMT', 'UTC')
          .replace('-', '−') ?? '';
    } catch {
      return name;
    }
    const where = place(name);
    if (where === offset || /^[+-]/.test(name)) return offset;
    return language === 'zh-CN' ? `${where}（${offset}）` : `${where} (${offset})`;
  };
  return { place, zone };
}
