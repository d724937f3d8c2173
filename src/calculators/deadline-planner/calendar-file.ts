/**
 * One `.ics` for a case or a board. This module brings ical-generator with it: import it on click.
 *
 * The end of a deadline is the start of the event, in UTC, so that every calendar shows it on its
 * owner's clock. The UID depends on case, flow and deadline only: importing again updates.
 */
import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator';
import { HOUR, MINUTE, SECOND } from '../shared/time.ts';
import type { Deadline, PlannerOk } from './result.ts';

export interface CalendarEntry {
  uid: string;
  /** The due moment, ISO 8601 with `Z`. */
  at: string;
  summary: string;
  description: string;
  url?: string;
}

export interface CalendarFile {
  /** Name the calendar shows. */
  name: string;
  /** Language of the texts, for the product line. */
  language: 'en' | 'zh-CN';
  /** The moment of writing, ISO 8601 with `Z`: stamp, and a sequence that only grows. */
  stamp: string;
  entries: CalendarEntry[];
}

/** Reminders before the end, in hours. */
export const ALARM_HOURS = [48, 24, 2] as const;

/** FNV-1a over UTF-16 code units, twice with different seeds: short, stable, without a library. */
function hash(text: string): string {
  const run = (seed: number) => {
    let value = seed;
    for (let i = 0; i < text.length; i += 1) {
      value ^= text.charCodeAt(i);
      value = Math.imul(value, 0x01000193) >>> 0;
    }
    return value.toString(16).padStart(8, '0');
  };
  return run(0x811c9dc5) + run(0x9747b28c);
}

/** Stable id of one deadline of one case. Without a case id the starting moment stands for it. */
export function uidOf(caseId: string | null, flow: string, deadline: Deadline): string {
  const key = caseId ?? deadline.startsAt ?? deadline.dueAt ?? '';
  return `${hash(`${key}\n${flow}\n${deadline.id}`)}-${deadline.id}@amicable`;
}

/** The deadlines of a result worth a calendar entry: counted, and neither done nor past. */
export function entriesOf(
  result: PlannerOk,
  caseId: string | null,
  write: (
    deadline: Deadline,
    result: PlannerOk,
  ) => Pick<CalendarEntry, 'summary' | 'description' | 'url'>,
): CalendarEntry[] {
  return result.deadlines
    .filter((one) => one.dueAt !== null && (one.status === 'open' || one.status === 'due-soon'))
    .map((one) => ({
      uid: uidOf(caseId, result.flow, one),
      at: one.dueAt as string,
      ...write(one, result),
    }));
}

// Control characters would end the line or the file for a strict reader.
const tidy = (text: string) => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
const oneLine = (text: string) => tidy(text.replace(/\s+/g, ' '));

export function buildCalendar(file: CalendarFile): string {
  const stamp = new Date(file.stamp);
  const calendar = ical({
    name: oneLine(file.name),
    method: ICalCalendarMethod.PUBLISH,
    prodId: {
      company: 'Amicable',
      product: 'Deadline planner',
      language: file.language === 'en' ? 'EN' : 'ZH',
    },
  });
  const seen = new Set<string>();
  for (const entry of file.entries) {
    if (seen.has(entry.uid)) continue;
    seen.add(entry.uid);
    const event = calendar.createEvent({
      id: entry.uid,
      start: new Date(entry.at),
      stamp,
      lastModified: stamp,
      sequence: Math.max(0, Math.floor(stamp.getTime() / MINUTE)),
      summary: oneLine(entry.summary),
      description: tidy(entry.description),
      ...(entry.url ? { url: entry.url } : {}),
    });
    for (const hours of ALARM_HOURS)
      event.createAlarm({
        type: ICalAlarmType.display,
        trigger: (hours * HOUR) / SECOND,
        description: oneLine(entry.summary),
      });
  }
  return calendar.toString();
}
