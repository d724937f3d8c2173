/** Names of cities and of months from the engine's own tables, which no list has to repeat. */
import { fold } from './letters.ts';

const READ_IN = ['en', 'zh-CN', 'ru', 'es', 'pt-BR', 'fr', 'de', 'pl', 'ko'] as const;

const AREAS = /^(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)\//u;
/** Cities of time zones that are called like an everyday word or like many people. */
const WORDS = new Set('center davis easter midway nome regina resolute wake'.split(' '));
const SHORTEST = 4;

let cities: ReadonlySet<string> | undefined;

/** The cities after which time zones are called, in small letters without accents. */
export function citiesOfZones(): ReadonlySet<string> {
  cities ??= new Set(
    // Chrome before 99 does not name them: there a place is known by what the data say alone.
    (typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [])
      .filter((zone) => AREAS.test(zone))
      .map((zone) => fold((zone.split('/').at(-1) ?? '').replaceAll(/[_-]/gu, ' ')))
      .filter((name) => name.length >= SHORTEST && !WORDS.has(name)),
  );
  return cities;
}

let calendar: ReadonlySet<string> | undefined;

/** Months and days of the week in all languages, alone and beside a day: a buyer from May is from nowhere. */
export function namesOfTheCalendar(): ReadonlySet<string> {
  if (calendar) return calendar;
  const names = new Set<string>();
  for (const language of READ_IN)
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
  calendar = names;
  return calendar;
}
