import { formatNumber, pluralOf } from '../shared/number-format.ts';

/**
 * Counted nouns by plural category. Languages with cases list the forms a case needs; a case a
 * language does not have falls back to its plain form, so that one message pattern fits all.
 */
type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
type Cases = Readonly<
  { plain: Forms } & Partial<Record<'genitive' | 'dative' | 'accusative', Forms>>
>;
/** `open` stands behind a figure that is not known yet, and has to be right for any. */
type Noun = Readonly<Record<string, Cases & { open?: string }>>;

const two = (one: string, other: string, open: string) => ({ plain: { one, other }, open });
const slavic = (one: string, few: string, many: string, other: string): Forms => ({
  one,
  few,
  many,
  other,
});
/** Placed directly after the figure. */
const counter = (word: string): Cases => ({ plain: { other: word } });

export const nouns: Readonly<Record<'days' | 'working-days' | 'hours' | 'pieces', Noun>> = {
  days: {
    en: two('day', 'days', 'day(s)'),
    ru: {
      plain: slavic('день', 'дня', 'дней', 'дня'),
      genitive: slavic('дня', 'дней', 'дней', 'дня'),
      open: 'дн.',
    },
    es: two('día', 'días', 'día(s)'),
    pt: two('dia', 'dias', 'dia(s)'),
    fr: two('jour', 'jours', 'jour(s)'),
    de: {
      plain: { one: 'Tag', other: 'Tage' },
      dative: { one: 'Tag', other: 'Tagen' },
      open: 'Tag(e)',
    },
    pl: {
      plain: slavic('dzień', 'dni', 'dni', 'dnia'),
      genitive: slavic('dnia', 'dni', 'dni', 'dnia'),
      open: 'dni',
    },
    ko: counter('일'),
    zh: counter('天'),
  },
  'working-days': {
    en: two('working day', 'working days', 'working day(s)'),
    ru: {
      plain: slavic('рабочий день', 'рабочих дня', 'рабочих дней', 'рабочего дня'),
      genitive: slavic('рабочего дня', 'рабочих дней', 'рабочих дней', 'рабочего дня'),
      open: 'раб. дн.',
    },
    es: two('día laborable', 'días laborables', 'día(s) laborable(s)'),
    pt: two('dia útil', 'dias úteis', 'dia(s) útil(eis)'),
    fr: two('jour ouvré', 'jours ouvrés', 'jour(s) ouvré(s)'),
    de: {
      plain: { one: 'Werktag', other: 'Werktage' },
      dative: { one: 'Werktag', other: 'Werktagen' },
      open: 'Werktag(e)',
    },
    pl: {
      plain: slavic('dzień roboczy', 'dni robocze', 'dni roboczych', 'dnia roboczego'),
      genitive: slavic('dnia roboczego', 'dni roboczych', 'dni roboczych', 'dnia roboczego'),
      open: 'dni rob.',
    },
    ko: counter('영업일'),
    zh: counter('个工作日'),
  },
  hours: {
    en: two('hour', 'hours', 'hour(s)'),
    ru: {
      plain: slavic('час', 'часа', 'часов', 'часа'),
      genitive: slavic('часа', 'часов', 'часов', 'часа'),
      open: 'ч',
    },
    es: two('hora', 'horas', 'hora(s)'),
    pt: two('hora', 'horas', 'hora(s)'),
    fr: two('heure', 'heures', 'heure(s)'),
    de: { plain: { one: 'Stunde', other: 'Stunden' }, open: 'Stunde(n)' },
    pl: {
      plain: slavic('godzina', 'godziny', 'godzin', 'godziny'),
      genitive: slavic('godziny', 'godzin', 'godzin', 'godziny'),
      accusative: slavic('godzinę', 'godziny', 'godzin', 'godziny'),
      open: 'godz.',
    },
    ko: counter('시간'),
    zh: counter('小时'),
  },
  pieces: {
    en: two('piece', 'pieces', 'piece(s)'),
    ru: {
      plain: slavic('штука', 'штуки', 'штук', 'штуки'),
      genitive: slavic('штуки', 'штук', 'штук', 'штуки'),
      accusative: slavic('штуку', 'штуки', 'штук', 'штуки'),
      open: 'шт.',
    },
    es: two('unidad', 'unidades', 'unidad(es)'),
    pt: two('unidade', 'unidades', 'unidade(s)'),
    fr: two('pièce', 'pièces', 'pièce(s)'),
    de: counter('Stück'),
    pl: {
      plain: slavic('sztuka', 'sztuki', 'sztuk', 'sztuki'),
      genitive: slavic('sztuki', 'sztuk', 'sztuk', 'sztuki'),
      accusative: slavic('sztukę', 'sztuki', 'sztuk', 'sztuki'),
      open: 'szt.',
    },
    ko: counter('개'),
    zh: counter('件'),
  },
};

export type CountedNoun = keyof typeof nouns;

/** The figure and its noun in the form the number and the case ask for: «5 рабочих дней». */
export function counted(
  noun: CountedNoun,
  locale: string,
  quantity: string | number,
  grammaticalCase?: string,
): string {
  const language = new Intl.Locale(locale).language;
  const cases = nouns[noun][language];
  if (!cases) throw new RangeError(`No counted noun for ${locale}.`);
  const wanted =
    grammaticalCase === undefined
      ? undefined
      : cases[grammaticalCase as 'genitive' | 'dative' | 'accusative'];
  const forms = wanted ?? cases.plain;
  const number = Number(quantity);
  const glue = language === 'zh' || language === 'ko' ? '' : ' ';
  if (!Number.isFinite(number)) return `${quantity}${glue}${cases.open ?? forms.other}`;
  const word = forms[pluralOf(locale, number)] ?? forms.other;
  return `${formatNumber(locale, number)}${glue}${word}`;
}

/** Scripts of writing a reader of the language reads without stumbling. Names of brands keep their Latin letters. */
const writing: Readonly<Record<string, readonly string[]>> = {
  ru: ['Cyrillic', 'Latin'],
  ko: ['Hangul', 'Latin'],
};
const readable = (language: string) => writing[new Intl.Locale(language).language] ?? ['Latin'];

/** Whether the text holds a letter that is in no script the language is written in. */
export const hasForeignLetters = (text: string, language: string): boolean =>
  new RegExp(
    `(?![${['Common', 'Inherited', ...readable(language)].map((name) => `\\p{Script=${name}}`).join('')}])\\p{L}`,
    'u',
  ).test(text);

/** Whether the text holds a letter of the script that is the language's own. */
export const hasOwnLetters = (text: string, language: string): boolean =>
  new RegExp(`\\p{Script=${readable(language)[0] ?? 'Latin'}}`, 'u').test(text);

/** Words that open a German sentence and are small where the sentence goes on. Nouns and the polite Sie, Ihr stay. */
const germanSmall =
  /^(?:Vielen|Wir|Es|Am|Laut|Der|Die|Das|Diese[rs]?|Wegen|Eine?|Hier|Nach|Bis|Bei|Für|Falls|Wenn|Zu)(?=\s)/u;

/** German goes on in small letters after a greeting that ends with a comma. */
export const afterGreeting = (language: string, greeting: string, text: string): string =>
  language === 'de' && greeting.endsWith(',')
    ? text.replace(germanSmall, (word) => word.charAt(0).toLowerCase() + word.slice(1))
    : text;
