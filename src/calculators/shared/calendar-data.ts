/** From the files people write and the table a script generates to the calendars that count. */
import type { CalendarYear, Calendars, CountryCalendar, NamedDay } from './calendar.ts';
import type { Localized } from './rule.ts';

/** One published plan: a country and a year. */
export interface PlanFile {
  id: string;
  country: string;
  year: number;
  source: string;
  zone: string;
  severalZones: boolean;
  weekend: number[];
  off: { name: Localized; days: string[] }[];
  worked: { name: Localized; days: string[] }[];
}

/** Years worked out from holiday rules at build time: not an official plan. */
export interface GeneratedFile {
  id: 'generated';
  note: Localized;
  names: Localized[];
  countries: Record<
    string,
    {
      zone: string;
      severalZones: boolean;
      weekend: number[];
      /** By year: `MM-DD` followed by the number of the name, `01-01:0 12-25:1`. */
      years: Record<string, string>;
    }
  >;
}

/** One file of the calendars collection. */
export type CalendarFile = PlanFile | GeneratedFile;

function planYear(plan: PlanFile, names: Localized[]): CalendarYear {
  const list = (blocks: PlanFile['off']): NamedDay[] =>
    blocks.flatMap((block) => {
      const name = names.push(block.name) - 1;
      return block.days.map((date) => ({ date, name }));
    });
  return {
    year: plan.year,
    official: true,
    source: plan.source,
    off: list(plan.off),
    worked: list(plan.worked),
  };
}

function computedYear(year: string, days: string): CalendarYear {
  const off = days.split(' ').filter(Boolean);
  return {
    year: Number(year),
    official: false,
    source: null,
    off: off.map((entry) => {
      const [day, name] = entry.split(':');
      return { date: `${year}-${day ?? ''}`, name: Number(name) };
    }),
    worked: [],
  };
}

/** A published plan always wins over a computed year of the same country. */
export function toCalendars(files: Iterable<CalendarFile>): Calendars {
  const calendars = new Map<string, CountryCalendar>();
  const all = [...files];
  const plans = all.filter((file): file is PlanFile => file.id !== 'generated');
  const generated = all.find((file): file is GeneratedFile => file.id === 'generated');
  for (const [country, entry] of Object.entries(generated?.countries ?? {}))
    calendars.set(country, {
      country,
      weekend: entry.weekend,
      zone: entry.zone,
      severalZones: entry.severalZones,
      names: generated?.names ?? [],
      years: Object.entries(entry.years).map(([year, days]) => computedYear(year, days)),
    });
  for (const plan of plans) {
    const before = calendars.get(plan.country);
    const names = [...(before?.names ?? [])];
    const year = planYear(plan, names);
    calendars.set(plan.country, {
      country: plan.country,
      weekend: plan.weekend,
      zone: plan.zone,
      severalZones: plan.severalZones,
      names,
      years: [...(before?.years ?? []).filter((other) => other.year !== plan.year), year],
    });
  }
  return calendars;
}
