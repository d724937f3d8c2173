/** What a reload of the tab would lose, as a text for the store of the tab, and back. */
import type { KeptWork, Typed } from './exercise.model.ts';

/** A participant's sheet: the exercises by id, and what stands at its end. */
export interface KeptSheet {
  at: number;
  tag: string;
  sheet: number;
  works: Readonly<Record<string, KeptWork>>;
}

const LONGEST = 4000;
const isMap = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);
const isText = (raw: unknown): raw is string => typeof raw === 'string' && raw.length <= LONGEST;
const isCount = (raw: unknown): raw is number => Number.isInteger(raw) && (raw as number) >= 0;
const isTyped = (raw: unknown): raw is Typed =>
  isText(raw) || (Array.isArray(raw) && raw.length <= 100 && raw.every(isText));

function readWork(raw: unknown): KeptWork | null {
  if (!isMap(raw)) return null;
  const { seed, team, bet, isBetPlaced, typed, first, answered, hints, isOpen } = raw;
  return isText(seed) &&
    isCount(team) &&
    isText(bet) &&
    typeof isBetPlaced === 'boolean' &&
    isTyped(typed) &&
    (first === null || isTyped(first)) &&
    (answered === null || isTyped(answered)) &&
    isCount(hints) &&
    typeof isOpen === 'boolean'
    ? { seed, team, bet, isBetPlaced, typed, first, answered, hints, isOpen }
    : null;
}

/** Reads a kept sheet; null where the text is something else. An exercise that cannot be read is left out. */
export function readSheet(text: string): KeptSheet | null {
  try {
    const raw: unknown = JSON.parse(text);
    if (!isMap(raw) || !isCount(raw['at']) || !isText(raw['tag']) || !isCount(raw['sheet']))
      return null;
    const works = isMap(raw['works']) ? Object.entries(raw['works']) : [];
    return {
      at: raw['at'],
      tag: raw['tag'],
      sheet: raw['sheet'],
      works: Object.fromEntries(
        works.flatMap(([id, work]) => {
          const read = readWork(work);
          return read ? [[id, read]] : [];
        }),
      ),
    };
  } catch {
    return null;
  }
}

/** Whether nobody would miss it. */
export const isBlank = ({ at, tag, works }: KeptSheet): boolean =>
  at === 0 && tag === '' && Object.keys(works).length === 0;
