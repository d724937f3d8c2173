/**
 * One `.ics` for a case or a board. This module brings ical-generator with it: import it on click.
 *
 * The end of a deadline is the start of the event, in UTC, so that every calendar shows it on its
 * owner's clock. The UID depends on what the case is: importing again updates.
 */
import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator';
import { MINUTE, SECOND } from '../shared/time.ts';
import type { Deadline, PlannerOk } from './result.ts';

export interface CalendarEntry {
  uid: string;
  /** The due moment, ISO 8601 with `Z`. */
  at: string;
  summary: string;
  description: string;
  url?: string;
  /** When to be reminded, ISO 8601 with `Z`, none after `at`. */
  remindAt?: readonly string[];
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

/** A row of a board without a name of its own carries its line, and that is no name. */
const NO_NAME = /^(?:.* )?#\d+$/;

/**
 * Stable id of one deadline of one case. A case with a name keeps its ids when a moment is corrected;
 * one without is told by what it is: its kind, its beginning and the buyer's country.
 */
export function uidOf(
  caseId: string | null,
  result: Pick<PlannerOk, 'flow' | 'buyerCountry'>,
  deadline: Pick<Deadline, 'id' | 'startsAt' | 'dueAt'>,
): string {
  const key =
    caseId !== null && !NO_NAME.test(caseId)
      ? caseId
      : `${deadline.startsAt ?? deadline.dueAt ?? ''}\n${result.buyerCountry ?? ''}`;
  return `${hash(`${key}\n${result.flow}\n${deadline.id}`)}-${deadline.id}@amicable`;
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
      uid: uidOf(caseId, result, one),
      at: one.dueAt as string,
      remindAt: one.remindAt,
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
  const seen = new Map<string, number>();
  for (const entry of file.entries) {
    // Two cases without a name that are alike in everything are still two cases.
    const count = (seen.get(entry.uid) ?? 0) + 1;
    seen.set(entry.uid, count);
    const event = calendar.createEvent({
      id: count === 1 ? entry.uid : `${count}-${entry.uid}`,
      start: new Date(entry.at),
      stamp,
      lastModified: stamp,
      sequence: Math.max(0, Math.floor(stamp.getTime() / MINUTE)),
      summary: oneLine(entry.summary),
      description: tidy(entry.description),
      ...(entry.url ? { url: entry.url } : {}),
    });
    for (const at of entry.remindAt ?? [])
      event.createAlarm({
        type: ICalAlarmType.display,
        trigger: (Date.parse(entry.at) - Date.parse(at)) / SECOND,
        description: oneLine(entry.summary),
      });
  }
  return calendar.toString();
}
