/** What the trainer's window tells the projector: where the workshop stands. Nothing about anybody. */
export interface Stage {
  plan: string;
  step: number;
  /** Which part of a case the room sees, where all of it would be too small to read. */
  part: number;
  seed: string;
  /** Whose numbers the room sees; 0 for the case all teams share. */
  team: number;
  isKeyShown: boolean;
  /** Whether the room sees how to take part in the place of the case. */
  isWayShown: boolean;
  /** When the time of the step ends, in epoch milliseconds; null while no clock runs. */
  endsAt: number | null;
  /** When somebody last led on, in epoch milliseconds: of two windows the later one counts. */
  ledAt: number;
}

/** What a projector says: that it is there and would like to know. */
export const HELLO = 'hello';
/** What a trainer's window asks when it opens: who knows where the workshop stands? */
export const WHERE = 'where';
/** A window that was not heard of for so long, in milliseconds, is taken for closed. */
const SILENT_AFTER = 6000;
/** How often each window says that it is there. */
export const BEAT = 2000;
/** How long a trainer's window waits for an answer before it begins by itself, in milliseconds. */
export const ASKS_FOR = 1000;

/** Whether a window was heard of lately; a clock that was set back makes nothing lately out of long ago. */
export const isLately = (heardAt: number, now: number): boolean =>
  Math.abs(now - heardAt) < SILENT_AFTER;
/** Whether it is time to say so again. */
export const isBeat = (told: number, now: number): boolean => Math.abs(now - told) >= BEAT;

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;

/** Reads a message as where the workshop stands; null where it is something else. */
export function readStage(raw: unknown): Stage | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { plan, step, part, seed, team, isKeyShown, isWayShown, endsAt, ledAt } = raw as Partial<
    Record<keyof Stage, unknown>
  >;
  return typeof plan === 'string' &&
    isCount(step) &&
    isCount(part) &&
    typeof seed === 'string' &&
    isCount(team) &&
    typeof isKeyShown === 'boolean' &&
    typeof isWayShown === 'boolean' &&
    (endsAt === null || (typeof endsAt === 'number' && Number.isFinite(endsAt))) &&
    isCount(ledAt)
    ? { plan, step, part, seed, team, isKeyShown, isWayShown, endsAt, ledAt }
    : null;
}

/**
 * What a projector answers to {@link WHERE}. Wrapped, so that another projector does not take it for the
 * trainer's own word.
 */
export const recalled = (stage: Stage) => ({ recalled: stage });
export const readRecalled = (raw: unknown): Stage | null =>
  typeof raw === 'object' && raw !== null && 'recalled' in raw ? readStage(raw.recalled) : null;

/** The same from the store of this tab, where it was left as a text. */
export function readKept(text: string): Stage | null {
  try {
    return readStage(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Time that is left, as `4:05`; below zero with a minus, since nobody is sent out of the room. */
export function leftText(endsAt: number, now: number): string {
  const seconds = Math.ceil((endsAt - now) / 1000);
  const size = Math.abs(seconds);
  return `${seconds < 0 ? '−' : ''}${Math.floor(size / 60)}:${String(size % 60).padStart(2, '0')}`;
}
