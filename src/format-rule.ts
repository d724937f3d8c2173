import { formatNumber, pluralOf } from './calculators/shared/number-format.ts';
import type { Language, RuleFigure } from './calculators/shared/rule.ts';

const unitNames: Record<string, Record<Language, [one: string, many: string]>> = {
  days: { en: ['day', 'days'], 'zh-CN': ['天', '天'] },
  'calendar-days': { en: ['calendar day', 'calendar days'], 'zh-CN': ['个自然日', '个自然日'] },
  'working-days': { en: ['working day', 'working days'], 'zh-CN': ['个工作日', '个工作日'] },
  'business-days': { en: ['business day', 'business days'], 'zh-CN': ['个工作日', '个工作日'] },
  hours: { en: ['hour', 'hours'], 'zh-CN': ['小时', '小时'] },
  months: { en: ['month', 'months'], 'zh-CN': ['个月', '个月'] },
  points: { en: ['point', 'points'], 'zh-CN': ['分', '分'] },
  count: { en: ['', ''], 'zh-CN': ['项', '项'] },
  orders: { en: ['order', 'orders'], 'zh-CN': ['单', '单'] },
  cases: { en: ['case', 'cases'], 'zh-CN': ['起', '起'] },
  buyers: { en: ['buyer', 'buyers'], 'zh-CN': ['位买家', '位买家'] },
  sales: { en: ['sale', 'sales'], 'zh-CN': ['笔', '笔'] },
  claims: { en: ['claim', 'claims'], 'zh-CN': ['笔', '笔'] },
  stars: { en: ['star', 'stars'], 'zh-CN': ['星', '星'] },
  strikes: { en: ['strike', 'strikes'], 'zh-CN': ['次', '次'] },
  times: { en: ['time', 'times'], 'zh-CN': ['次', '次'] },
  countries: { en: ['country', 'countries'], 'zh-CN': ['个国家', '个国家'] },
  bytes: { en: ['byte', 'bytes'], 'zh-CN': ['字节', '字节'] },
  volts: { en: ['V', 'V'], 'zh-CN': ['V', 'V'] },
  'watt-hours': { en: ['Wh', 'Wh'], 'zh-CN': ['Wh', 'Wh'] },
  'milliampere-hours': { en: ['mAh', 'mAh'], 'zh-CN': ['mAh', 'mAh'] },
  'lumens-per-watt': { en: ['lm/W', 'lm/W'], 'zh-CN': ['lm/W', 'lm/W'] },
  gigabytes: { en: ['GB', 'GB'], 'zh-CN': ['GB', 'GB'] },
  millimetres: { en: ['mm', 'mm'], 'zh-CN': ['mm', 'mm'] },
  centimetres: { en: ['cm', 'cm'], 'zh-CN': ['cm', 'cm'] },
  characters: { en: ['character', 'characters'], 'zh-CN': ['个字符', '个字符'] },
  people: { en: ['person', 'people'], 'zh-CN': ['人', '人'] },
  'multiple-of-price': {
    en: ['times the price', 'times the price'],
    'zh-CN': ['倍货款', '倍货款'],
  },
};

/** Chinese counts large numbers in 万 and 亿: 6000万, 7.5万. One that would need more than two decimals stays in digits. */
function number(language: Language, value: number) {
  if (language === 'zh-CN')
    for (const [size, name] of [
      [1e8, '亿'],
      [1e4, '万'],
    ] as const)
      if (Math.abs(value) >= size && Number.isInteger((value / size) * 100))
        return `${value / size}${name}`;
  return formatNumber(language, value);
}

const suffix: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

/** A rule's figure as a reader of the language expects to see it: “5 days”, “5天”, “¥300”, “10–20 %”. */
export function formatFigure(language: Language, value: RuleFigure, unit: string): string {
  const zh = language === 'zh-CN';
  if (value === true) return zh ? '说明' : 'statement';
  const text =
    typeof value === 'number'
      ? number(language, value)
      : `${number(language, value.min)}–${number(language, value.max)}`;
  const plural = value !== 1;
  switch (unit) {
    case 'percent':
      return zh ? `${text}%` : `${text} %`;
    case 'ratio':
      return text;
    case 'day-of-month':
      return zh
        ? `每月${text}日`
        : `the ${text}${suffix[pluralOf('en', Number(value), 'ordinal')]} of the month`;
    case 'CNY':
      return zh ? `${text}元人民币` : `${text} CNY`;
    case 'RUB':
      return zh ? `${text}卢布` : `${text} RUB`;
    case 'USD':
      return zh ? `${text}美元` : `${text} USD`;
    case 'EUR':
      return zh ? `${text}欧元` : `${text} EUR`;
  }
  const name = unitNames[unit]?.[language];
  if (!name) throw new Error(`The unit "${unit}" has no name in ${language}.`);
  const word = name[plural ? 1 : 0];
  if (!word) return text;
  return zh ? text + word : `${text} ${word}`;
}
