/** How a desk is run, as this browser was asked to remember it. */
export const COLUMNS = ['kind', 'buyer', 'reason', 'owner', 'stake', 'end'] as const;
export type Column = (typeof COLUMNS)[number];

export interface Ways {
  me: string;
  myZone: string;
  workHours: string;
  workCalendar: string;
  columns: readonly Column[];
  /** When everything was last saved to a file; empty while it never was. */
  savedAt: string;
  /** What the planner’s page kept and the desk has taken in, by key. */
  taken: readonly string[];
}

export const FIRST_WAYS: Ways = {
  me: '',
  myZone: '',
  workHours: '',
  workCalendar: '',
  columns: ['kind', 'owner', 'stake'],
  savedAt: '',
  taken: [],
};

const short = (value: unknown) => (typeof value === 'string' ? value.slice(0, 100) : '');

/** Stored ways are as hostile as a link: what is none is left out. Null for what are no ways. */
export function readWays(hostile: unknown): Ways | null {
  if (typeof hostile !== 'object' || hostile === null) return null;
  const held = hostile as Record<keyof Ways, unknown>;
  const { columns, taken } = held;
  return {
    me: short(held.me),
    myZone: short(held.myZone),
    workHours: short(held.workHours),
    workCalendar: short(held.workCalendar),
    columns: Array.isArray(columns)
      ? COLUMNS.filter((column) => columns.includes(column))
      : FIRST_WAYS.columns,
    savedAt: Number.isFinite(Date.parse(short(held.savedAt))) ? short(held.savedAt) : '',
    taken: Array.isArray(taken)
      ? taken.filter((key): key is string => typeof key === 'string').slice(0, 5000)
      : [],
  };
}
