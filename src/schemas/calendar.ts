import { z } from 'zod';
import type { CalendarFile } from '../calculators/shared/calendar-data.ts';
import { isoDate, localized } from './common.ts';

const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

const block = z
  .strictObject({ name: localized, days: z.array(isoDate).min(1) })
  .superRefine((holiday, ctx) => {
    if (new Set(holiday.days).size !== holiday.days.length)
      ctx.addIssue({ code: 'custom', path: ['days'], message: 'A day is listed twice.' });
  });

/**
 * One published plan of working days: a country and a year. Refused: a day outside the year, a
 * free day on a weekend (it is free already), a worked day that is no weekend day.
 */
const planSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z]{2}-\d{4}$/),
    country: z.string().regex(/^[A-Z]{2}$/),
    year: z.number().int(),
    source: z.string().min(1, 'A plan needs its source.'),
    zone: z.string().min(1),
    severalZones: z.boolean(),
    /** ISO weekdays: 1 is Monday, 7 is Sunday. */
    weekend: z.array(z.number().int().min(1).max(7)),
    off: z.array(block),
    worked: z.array(block),
  })
  .superRefine((plan, ctx) => {
    const iso = (day: string) => weekday(day) || 7;
    for (const list of ['off', 'worked'] as const)
      plan[list].forEach((holiday, i) => {
        for (const day of holiday.days) {
          if (!day.startsWith(`${plan.year}-`))
            ctx.addIssue({
              code: 'custom',
              path: [list, i],
              message: `${day} is not in ${plan.year}.`,
            });
          if (plan.weekend.includes(iso(day)) !== (list === 'worked'))
            ctx.addIssue({
              code: 'custom',
              path: [list, i],
              message:
                list === 'off' ? `${day} is a weekend day anyway.` : `${day} is no weekend day.`,
            });
        }
      });
  });

/** The table a script writes: years worked out from holiday rules. */
const generatedSchema = z
  .strictObject({
    id: z.literal('generated'),
    note: localized,
    names: z.array(localized),
    countries: z.record(
      z.string().regex(/^[A-Z]{2}$/),
      z.strictObject({
        zone: z.string().min(1),
        severalZones: z.boolean(),
        weekend: z.array(z.number().int().min(1).max(7)),
        years: z.record(
          z.string().regex(/^\d{4}$/),
          z.string().regex(/^\d\d-\d\d:\d+( \d\d-\d\d:\d+)*$/),
        ),
      }),
    ),
  })
  .superRefine((table, ctx) => {
    for (const [country, entry] of Object.entries(table.countries))
      for (const days of Object.values(entry.years))
        for (const day of days.split(' '))
          if (!table.names[Number(day.split(':')[1])])
            ctx.addIssue({
              code: 'custom',
              path: ['countries', country],
              message: `No name for ${day}.`,
            });
  });

/** A file of the calendars collection: a published plan, or the computed table. */
export const calendarSchema = z.union([
  planSchema,
  generatedSchema,
]) satisfies z.ZodType<CalendarFile>;
