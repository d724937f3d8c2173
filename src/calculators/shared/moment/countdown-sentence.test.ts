import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { parseMoment, readDay } from '../parse-moment.ts';
import { setTemporal } from '../time.ts';

setTemporal(Temporal);
const asOf = '2026-11-21T22:00:00Z';
const context = { zone: 'UTC', asOf };

/** Whole sentences, and the hours that are left. */
const LEFT: Record<string, [string, number][]> = {
  en: [
    ['You must respond within 3 days', 72],
    ['You may respond within 3 days', 72],
    ['Please respond within 3 days or the dispute will be closed', 72],
    ['You should provide evidence within the next 2 days', 48],
    ['three days left', 72],
    ['You have two days and a half', 60],
    ['You only have a day left to respond', 24],
    ['an hour and a half', 1.5],
    ['half an hour left', 0.5],
    ['one and a half days', 36],
    ['two and a half hours', 2.5],
    ['Your dispute closes after 3 days', 72],
    ['You have 4 days before the dispute closes', 96],
    ['You have 3 days to respond to the claim of the buyer', 72],
    ['Respond to the buyer in 2 d 5 h', 53],
  ],
  zh: [
    ['一天半', 36],
    ['两天半', 60],
    ['还剩半小时', 0.5],
    ['一个半小时', 1.5],
    ['两个半小时', 2.5],
    ['还剩两小时半', 2.5],
    ['2天零半小时', 48.5],
    ['请在3天内提供证据，否则平台将默认同意', 72],
    ['您须于2天5小时内回应', 53],
    ['未来3天内处理', 72],
  ],
  ru: [
    ['ещё 3 дня', 72],
    ['осталось 2 дня 5 часов', 53],
    ['осталось полтора дня', 36],
    ['осталось полчаса', 0.5],
    ['ещё два с половиной дня', 60],
    ['осталось три дня и полтора часа', 73.5],
    ['Вы должны ответить в течение трёх дней', 72],
    ['Осталось 3 дня до закрытия', 72],
  ],
  es: [
    ['Debe responder en tres días', 72],
    ['Tienes que responder en un plazo de 3 días', 72],
    ['Quedan dos días y medio', 60],
    ['Le queda una hora y media para responder', 1.5],
    ['media hora', 0.5],
  ],
  pt: [
    ['Você deve responder em até 3 dias', 72],
    ['Restam dois dias e meio', 60],
    ['resta uma hora e meia', 1.5],
  ],
  fr: [
    ['Vous devez répondre sous 3 jours', 72],
    ['Veuillez répondre dans les 3 jours', 72],
    ['Il vous reste deux jours et demi', 60],
    ['Il reste une demi-heure', 0.5],
  ],
  de: [
    ['Sie müssen innerhalb von 3 Tagen antworten', 72],
    ['Antworten Sie in drei Tagen, sonst wird der Streitfall geschlossen', 72],
    ['noch anderthalb Tage', 36],
    ['noch eine halbe Stunde', 0.5],
    ['Der Streitfall endet nach 3 Tagen', 72],
  ],
  pl: [
    ['Musisz odpowiedzieć w ciągu 3 dni', 72],
    ['w ciągu dwóch dni', 48],
    ['Zostało półtora dnia', 36],
    ['jeszcze pół godziny', 0.5],
    ['Masz 3 dni do zamknięcia sporu', 72],
  ],
  ko: [
    ['3일 이내에 답변해야 합니다', 72],
    ['이틀 남았습니다', 48],
    ['하루 반 남음', 36],
    ['한 시간 반 남음', 1.5],
  ],
};

/** Sentences whose other words change what the length means, with the word that does. */
const NOT_COUNTED: Record<string, [string, string][]> = {
  inexact: [
    ['还剩不到两天', '不到'],
    ['还剩约2天', '约'],
    ['三天左右', '左右'],
    ['还有3天多', '多'],
    ['半天', '半天'],
    ['less than 3 days left', 'less than'],
    ['about two days', 'about'],
    ['up to 3 days', 'up to'],
    ['2-3 days', '2-3'],
    ['2 to 3 days', '2 to 3'],
    ['до 3 дней', 'до'],
    ['осталось около 3 дней', 'около'],
    ['quedan casi 3 días', 'casi'],
    ['restam cerca de 3 dias', 'cerca de'],
    ['il reste environ 3 jours', 'environ'],
    ['noch knapp 3 Tage', 'knapp'],
    ['zostało niecałe 3 dni', 'niecałe'],
    ['약 3일 남음', '약'],
  ],
  'working-days': [
    ['3 business days left', 'business'],
    ['还剩3个工作日', '个工作日'],
    ['осталось 3 рабочих дня', 'рабочих'],
    ['quedan 3 días hábiles', 'hábiles'],
    ['restam 3 dias úteis', 'úteis'],
    ['reste 3 jours ouvrés', 'ouvrés'],
    ['noch 3 Werktage', 'Werktage'],
    ['jeszcze 3 dni robocze', 'robocze'],
    ['3영업일 남음', '영업일'],
  ],
  'other-start': [
    ['收货后4天', '后'],
    ['签收后3天内', '后'],
    ['截止前4天', '前'],
    ['自开启之日起5天', '自'],
    ['3天起', '起'],
    ['已发货3天', '已'],
    ['已付款2天', '已'],
    ['within 3 days of delivery', 'of'],
    ['You have 5 days from the date of opening', 'from'],
    ['within 3 days after you receive the message', 'after'],
    ['3 days before the dispute closes', 'before'],
    ['wait 3 days before you respond', 'before'],
    ['Opened 3 days', 'Opened'],
    ['since 3 days', 'since'],
    ['3 дня с момента открытия', 'с момента'],
    ['от 3 дней', 'от'],
    ['dentro de 3 días desde la entrega', 'desde'],
    ['3 dias após a entrega', 'após'],
    ['3 jours après réception', 'après'],
    ['innerhalb von 3 Tagen nach Erhalt', 'nach'],
    ['3 Tage vor Ende', 'vor'],
    ['seit 3 Tagen', 'seit'],
    ['w ciągu 3 dni od otrzymania', 'od'],
  ],
  'unknown-word': [
    ['за 3 дня до закрытия спора', 'за'],
    ['if you do not respond within 3 days', 'if'],
    ['extended by 3 days', 'extended'],
    ['延长3天', '延长'],
    ['不要等3天', '不'],
    ['prolongado 3 dias', 'prolongado'],
    ['verlängert um 3 Tage', 'verlängert'],
  ],
};

describe('a countdown in a sentence', () => {
  it.each(Object.values(LEFT).flat())('%s', (text, hours) => {
    for (const written of [text, text.toUpperCase()]) {
      const parsed = parseMoment(written, context);
      expect(parsed.kind).toBe('due');
      expect((Date.parse(parsed.readings[0]?.at ?? '') - Date.parse(asOf)) / 3_600_000).toBe(hours);
    }
  });

  for (const [why, list] of Object.entries(NOT_COUNTED))
    it.each(list)(`%s is refused (${why}) for %s`, (text, word) => {
      expect(parseMoment(text, context)).toMatchObject({
        kind: 'unreadable',
        why,
        understood: { values: { word } },
      });
    });

  it('is exact to the part that a half divides', () => {
    for (const [text, precision] of [
      ['一天半', 'hour'],
      ['полтора часа', 'minute'],
      ['3 days', 'day'],
    ])
      expect(parseMoment(text, context).precision).toBe(precision);
  });

  it.each(['收货后3天', 'in 3 days after delivery', 'seit 3 Tagen', 'до 3 дней'])(
    'and %s is no day either',
    (text) => {
      expect(readDay(text, { today: '2026-11-21' }).kind).toBe('unreadable');
    },
  );
});

/** The time that comes, in the forms each language has for it, and the hours of it. */
const COMING: readonly [string, number][] = [
  ['in the next 48 hours', 48],
  ['You must respond over the next 3 days', 72],
  ['within the coming 2 days', 48],
  ['during the upcoming 2 days', 48],
  ['throughout the next 3 days', 72],
  ['over the course of the following 2 days', 48],
  ['in the next two and a half days', 60],
  ['接下来48小时内', 48],
  ['请在接下来的2天5小时内回复', 53],
  ['往后3天', 72],
  ['未来的48小时内', 48],
  ['从现在起48小时内', 48],
  ['в следующие 2 дня', 48],
  ['в течение следующих 48 часов', 48],
  ['на протяжении ближайших двух дней', 48],
  ['за ближайшие 3 дня', 72],
  ['в предстоящие 2 дня', 48],
  ['durante los próximos 3 días', 72],
  ['a lo largo de los próximos 2 días', 48],
  ['dentro de las próximas 48 horas', 48],
  ['en los 3 días siguientes', 72],
  ['en los 3 días siguientes para responder', 72],
  ['a partir de ahora 3 días', 72],
  ['dentro das próximas 48 horas', 48],
  ['ao longo dos próximos 3 dias', 72],
  ['pelos próximos 3 dias', 72],
  ['nas seguintes 48 horas', 48],
  ['dans les 48 prochaines heures', 48],
  ['au cours des 2 prochains jours', 48],
  ['pendant les 3 prochains jours', 72],
  ['dans les 3 jours à venir', 72],
  ['dans les deux jours qui viennent', 48],
  ['en los tres días siguientes', 72],
  ['die nächsten zwei Tage lang', 48],
  ["You've got 48 hours left", 48],
  ["d'ici 48 heures", 48],
  ['innerhalb der kommenden 2 Tage', 48],
  ['im Laufe der nächsten 3 Tage', 72],
  ['über die nächsten 3 Tage', 72],
  ['während der nächsten zweieinhalb Tage', 60],
  ['ab jetzt 3 Tage', 72],
  ['w ciągu następnych 48 godzin', 48],
  ['przez najbliższe 3 dni', 72],
  ['w najbliższych 48 godzinach', 48],
  ['w nadchodzących 2 dniach', 48],
  ['다음 48시간 이내', 48],
  ['향후 2일 내에', 48],
  ['앞으로 3일간', 72],
  ['지금부터 48시간', 48],
];

/** Near them, and no time that is left. */
const NOT_COMING: readonly [string, string, string][] = [
  ['in the next 48 hours after delivery', 'other-start', 'after'],
  ['in the past 3 days', 'unknown-word', 'past'],
  ['in the next 2-3 days', 'inexact', '2-3'],
  ['within the next 3 business days', 'working-days', 'business'],
  ['3 days following delivery', 'other-start', 'following'],
  ['within 3 days following 2 reminders', 'unknown-word', 'following'],
  ['over 3 days', 'inexact', 'over'],
  ['throughout 3 days', 'unknown-word', 'throughout'],
  ['接下来3个工作日', 'working-days', '个工作日'],
  ['接下来大约3天', 'inexact', '大约'],
  ['收货后接下来3天', 'other-start', '后'],
  ['在随后的48小时内', 'other-start', '后'],
  ['后面3天', 'other-start', '后'],
  ['за 3 дня', 'unknown-word', 'за'],
  ['после следующих 3 дней', 'other-start', 'после'],
  ['durante 3 días', 'unknown-word', 'durante'],
  ['en los 3 días siguientes a la entrega', 'unknown-word', 'siguientes'],
  ['nos 3 dias seguintes ao recebimento', 'unknown-word', 'seguintes'],
  ['dans les 3 jours suivants la livraison', 'unknown-word', 'suivants'],
  ['in den 3 folgenden Tagen nach Erhalt', 'other-start', 'nach'],
  ['przez 3 dni', 'unknown-word', 'przez'],
  ['이후 48시간 이내에', 'other-start', '이후'],
];

describe('the time that comes', () => {
  it.each(COMING)('%s is left', (text, hours) => {
    for (const written of [text, text.toUpperCase()]) {
      const parsed = parseMoment(written, context);
      expect(parsed.kind).toBe('due');
      expect((Date.parse(parsed.readings[0]?.at ?? '') - Date.parse(asOf)) / 3_600_000).toBe(hours);
    }
  });

  it.each(NOT_COMING)('%s is not (%s) for %s', (text, why, word) => {
    expect(parseMoment(text, context)).toMatchObject({
      kind: 'unreadable',
      why,
      understood: { values: { word } },
    });
  });
});

describe('a length that is no time left', () => {
  it.each([
    ['过期4天12小时', 'other-start', '过期'],
    ['过期 3天', 'other-start', '过期'],
    ['was 4d 12h', 'other-start', 'was'],
    ['had 4 days 12 hours', 'other-start', 'had'],
    ['you had 4 days 12 hours left', 'other-start', 'had'],
    ['3 half days', 'inexact', '3 half'],
    ['Two half hours', 'inexact', 'Two half'],
  ])('%s is refused: %s', (text, why, word) => {
    expect(parseMoment(text, context)).toMatchObject({
      kind: 'unreadable',
      why,
      understood: { values: { word } },
    });
  });

  it.each(['距过期4天12小时', '过期还剩4天12小时', '4天12小时后过期', 'You have 4 days 12 hours'])(
    '%s is one',
    (text) => {
      expect(parseMoment(text, context).kind).toBe('due');
    },
  );
  it.each(['Your time to respond: 4 days 12:15:00', 'your time left: 4 days 12:15:00'])(
    '%s is one, too: the time somebody has is no clock',
    (text) => {
      expect(parseMoment(text, context).kind).toBe('due');
    },
  );
});
