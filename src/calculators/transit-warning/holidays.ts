/** Days on the way on which an end of the line rests because of a holiday. */
import {
  dayKind,
  isWorking,
  planOf,
  type Calendars,
  type DayKind,
  type PlanMissing,
} from '../shared/calendar.ts';
import type { Localized } from '../shared/rule.ts';
import { dayNumber, dayText } from '../shared/time.ts';

export interface HolidaySpan {
  country: string;
  end: 'origin' | 'destination';
  /** First and last free day, weekends in between and at the edges included. */
  from: string;
  to: string;
  names: Localized[];
  /** Free days of Monday to Friday, or of whatever the country's week is. */
  workingDaysLost: number;
  official: boolean;
}

export interface HolidaysOnTheWay {
  spans: HolidaySpan[];
  /** Day numbers of the working days lost. */
  lost: Set<number>;
  missing: PlanMissing[];
  /** First day, as a number, whose year has no plan; null where every day is known. */
  unknownFrom: number | null;
}

/** Is it a day of the country's weekend, whatever else it is? */
function isWeekend(calendars: Calendars, country: string, day: number): boolean {
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
  return calendars.get(country)?.weekend.includes(weekday) ?? false;
}

/** Every holiday of a country between two days (numbers since 1970-01-01), both included. */
export function holidaysBetween(
  calendars: Calendars,
  country: string,
  end: HolidaySpan['end'],
  from: number,
  to: number,
): HolidaysOnTheWay {
  const spans: HolidaySpan[] = [];
  const lost = new Set<number>();
  const missing = new Map<number, PlanMissing>();
  let unknownFrom: number | null = null;
  let open: HolidaySpan | null = null;
  const close = () => {
    if (open && open.workingDaysLost > 0) spans.push(open);
    open = null;
  };
  for (let day = from; day <= to; day += 1) {
    const date = dayText(day);
    const kind = dayKind(calendars, country, date);
    if (kind.kind === 'no-plan') {
      missing.set(kind.year, { country, year: kind.year });
      unknownFrom ??= day;
      close();
      continue;
    }
    if (isWorking(kind)) {
      close();
      continue;
    }
    open ??= {
      country,
      end,
      from: date,
      to: date,
      names: [],
      workingDaysLost: 0,
      official: planOf(calendars, country, Number(date.slice(0, 4))) === 'official',
    };
    open.to = date;
    if (kind.kind !== 'holiday') continue;
    const name = kind.name;
    if (name && !open.names.some((other) => other.en === name.en)) open.names.push(name);
    if (!isWeekend(calendars, country, day)) {
      open.workingDaysLost += 1;
      lost.add(day);
    }
  }
  close();
  return { spans, lost, missing: [...missing.values()], unknownFrom };
}

const rests = (kind: DayKind): boolean => kind.kind !== 'no-plan' && !isWorking(kind);

/** Longest holiday that is walked back through. */
const LONGEST_REST = 40;

/**
 * The first day of the holiday that a day lies in, the weekend before it included; null on a
 * working day, on a plain weekend, and where no plan is known.
 */
export function restBegins(calendars: Calendars, country: string, date: string): string | null {
  let day = dayNumber(date);
  const kindOn = (number: number) => dayKind(calendars, country, dayText(number));
  if (!rests(kindOn(day))) return null;
  let holiday = false;
  for (let back = 0; back < LONGEST_REST && rests(kindOn(day)); back += 1, day -= 1)
    holiday ||= kindOn(day).kind === 'holiday';
  const first = day + 1;
  for (let ahead = dayNumber(date); !holiday && rests(kindOn(ahead)); ahead += 1)
    holiday ||= kindOn(ahead).kind === 'holiday';
  return holiday ? dayText(first) : null;
}
