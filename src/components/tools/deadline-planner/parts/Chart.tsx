import type { PlannerOk } from '@/calculators/deadline-planner/index.ts';
import { readWorkHours } from '@/calculators/shared/parse-moment.ts';
import { dayKind, isWorking } from '@/calculators/shared/calendar.ts';
import {
  DAY,
  HOUR,
  dayNumber,
  dayText,
  getTemporal,
  localDate,
  readLocal,
} from '@/calculators/shared/time.ts';
import { Timeline } from '../../../ui/Timeline.tsx';
import type { Planner } from '../deadline-planner.model.ts';
import type { Words } from '../words.ts';

export interface ChartProps {
  id: string;
  model: Planner;
  result: PlannerOk;
  words: Words;
}

/** Beyond this, single shifts are too thin to see: whole working days are shaded instead. */
const SHIFTS_UP_TO = 24 * DAY;

function workingTime(result: PlannerOk, model: Planner, from: number, to: number) {
  const zone = result.zones.mine;
  const read = readWorkHours(result.workHours);
  const hours = read.kind === 'hours' ? read.hours : null;
  const whole = to - from > SHIFTS_UP_TO || !hours;
  const at = (date: string, minutes: number) =>
    readLocal(getTemporal().PlainDate.from(date).toPlainDateTime().add({ minutes }), zone).at;
  const bands: { from: number; to: number }[] = [];
  const last = dayNumber(localDate(to, zone));
  for (let day = dayNumber(localDate(from, zone)) - 1; day <= last; day += 1) {
    const date = dayText(day);
    if (!isWorking(dayKind(model.data.calendars, result.workCalendar, date))) continue;
    const band = whole
      ? { from: at(date, 0), to: at(date, 24 * 60) }
      : { from: at(date, hours.from), to: at(date, hours.to) };
    if (band.to <= from || band.from >= to) continue;
    const before = bands.at(-1);
    if (before && before.to >= band.from) before.to = band.to;
    else bands.push(band);
  }
  return bands;
}

function ticksOf(from: number, to: number, zone: string) {
  const days = Math.ceil((to - from) / DAY);
  const step = [1, 2, 3, 5, 7, 14, 30, 60].find((each) => days / each <= 5) ?? Math.ceil(days / 5);
  const first = dayNumber(localDate(from, zone)) + 1;
  const ticks: number[] = [];
  for (let day = first; ; day += step) {
    const at = readLocal(getTemporal().PlainDate.from(dayText(day)).toPlainDateTime(), zone).at;
    if (at > to) return ticks;
    ticks.push(at);
  }
}

/** Where everything on the line of time lies. */
function lineOf(result: PlannerOk) {
  const drawn = result.deadlines.filter((one) => one.dueAt !== null);
  const now = Date.parse(result.asOf);
  const end = (one: (typeof drawn)[number]) => Date.parse(one.dueAt ?? result.asOf);
  const start = (one: (typeof drawn)[number]) =>
    one.startsAt ? Date.parse(one.startsAt) : Math.min(now, end(one) - HOUR);
  const moments = drawn.flatMap((one) => [
    start(one),
    end(one),
    ...one.rivals.flatMap((rival) => (rival.dueAt ? [Date.parse(rival.dueAt)] : [])),
  ]);
  const low = Math.min(now, ...moments);
  const high = Math.max(now, ...moments);
  const pad = Math.max((high - low) * 0.03, HOUR);
  return { drawn, now, start, end, from: low - pad, to: high + pad };
}

/**
 * The line of the made-up case without its dates, which move with the day it is read on: for paper, where a
 * page is printed that nobody has touched and that was given no time to draw more.
 */
export function Sketch({ id, result, words }: Omit<ChartProps, 'model'>) {
  const { drawn, now, start, end, from, to } = lineOf(result);
  return (
    <Timeline
      id={`${id}-sketch`}
      title={words.own('view.timeline')}
      summary={words.list(drawn.map((one) => words.deadline(one.id)))}
      from={from}
      to={to}
      now={now}
      nowLabel={words.own('view.timeline.now')}
      rows={drawn.map((one) => ({
        id: one.id,
        label: words.deadline(one.id),
        endLabel: '',
        from: start(one),
        to: end(one),
        by: one.actor,
        settled: false,
        marks: [],
      }))}
      bands={[]}
      ticks={[]}
    />
  );
}

/** The ladder drawn on one line of time, and the same in a table. */
export function Chart({ id, model, result, words }: ChartProps) {
  const { own } = words;
  const { zones } = result;
  const { drawn, now, start, end, from, to } = lineOf(result);
  const columns = ['deadline', 'who', 'from', 'due', 'last', 'status'] as const;
  return (
    <section class="planner-section">
      <h2>{own('view.timeline')}</h2>
      {drawn.length > 0 && (
        <>
          <Timeline
            id={id}
            title={own('view.timeline')}
            summary={drawn
              .map((one) =>
                own('page.row-words', {
                  deadline: words.deadline(one.id),
                  actor: own(`actor.${one.actor}`),
                  at: words.moment(one.dueAt ?? '', zones.mine),
                }),
              )
              .join('; ')}
            from={from}
            to={to}
            now={now}
            nowLabel={own('view.timeline.now')}
            rows={drawn.map((one) => ({
              id: one.id,
              label: own('page.row-label', {
                deadline: words.deadline(one.id),
                actor: own(`actor.${one.actor}`),
              }),
              endLabel: words.momentShort(one.dueAt ?? '', zones.mine),
              from: start(one),
              to: end(one),
              by: one.actor,
              settled: one.status === 'done',
              marks: one.rivals.flatMap((rival) => (rival.dueAt ? [Date.parse(rival.dueAt)] : [])),
            }))}
            bands={workingTime(result, model, from, to)}
            ticks={ticksOf(from, to, zones.mine).map((at) => ({
              at,
              label: words.dayShort(at, zones.mine),
            }))}
          />
          <p class="muted legend">
            {own('page.legend', { zone: words.zone(zones.mine, result.asOf) })}
          </p>
        </>
      )}
      <details class="more chart-table">
        <summary>{own('page.table')}</summary>
        <div
          class="table-scroll"
          tabIndex={0}
          role="region"
          aria-label={`${own('page.table')}: ${words.title(result.flow)}`}
        >
          <table class="plain-table">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {own(`view.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {result.deadlines.map((one) => (
                <tr key={one.id}>
                  <th scope="row">{words.deadline(one.id)}</th>
                  <td>{own(`actor.${one.actor}`)}</td>
                  <td>
                    {words.event(one.startsFrom)}
                    {one.startsAt && (
                      <>
                        <br />
                        {words.moment(one.startsAt, zones.mine)}
                      </>
                    )}
                  </td>
                  <td>{one.dueAt ? words.moment(one.dueAt, zones.mine) : '–'}</td>
                  <td>
                    {one.lastWorkingMoment ? words.moment(one.lastWorkingMoment, zones.mine) : '–'}
                  </td>
                  <td>{words.statusWord(one)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
