/** Names of cities and of months from the engine's own tables, which no list has to repeat. */
import { fold } from './letters.ts';

const READ_IN = ['en', 'zh-CN', 'ru', 'es', 'pt-BR', 'fr', 'de', 'pl', 'ko'] as const;

const AREAS = /^(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)\//u;
/** Cities of time zones that are called like an everyday word or like many people. */
const WORDS = new Set('center davis easter midway nome regina resolute wake'.split(' '));
const SHORTEST = 4;

/** The cities in the names of time zones, in small letters without accents. */
export const citiesIn = (zones: readonly string[]): ReadonlySet<string> =>
  new Set(
    zones
      .filter((zone) => AREAS.test(zone))
      .map((zone) => fold((zone.split('/').at(-1) ?? '').replaceAll(/[_-]/gu, ' ')))
      .filter((name) => name.length >= SHORTEST && !WORDS.has(name)),
  );

let cities: ReadonlySet<string> | undefined;

/** The cities after which time zones are called. */
export function citiesOfZones(): ReadonlySet<string> {
  // Chrome before 99 does not name them: there a place is known by what the data say alone.
  cities ??= citiesIn(
    typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [],
  );
  return cities;
}

/** Months and days of the week in some languages, alone and beside a day. */
export function calendarIn(languages: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const language of languages)
    for (const options of [
      { month: 'long' },
      { month: 'short' },
      { month: 'long', day: 'numeric' },
      { weekday: 'long' },
      { weekday: 'short' },
    ] as const) {
      const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
      // Every month and every day of the week comes by within a year in steps of a week and a day.
      for (let day = 0; day < 366; day += 8)
        for (const { type, value } of format.formatToParts(new Date(Date.UTC(2026, 0, 1 + day))))
          if (type === 'month' || type === 'weekday') names.add(fold(value).replace('.', ''));
    }
  return names;
}

let calendar: ReadonlySet<string> | undefined;

/** Months and days of the week in all languages: a buyer from May is from nowhere. */
export const namesOfTheCalendar = (): ReadonlySet<string> => (calendar ??= calendarIn(READ_IN));
