/** What the trainer's window tells the projector: where the workshop stands. Nothing about anybody. */
export interface Stage {
  plan: string;
  step: number;
  seed: string;
  isKeyShown: boolean;
  /** Whether the room sees how to take part in the place of the case. */
  isWayShown: boolean;
  /** When the time of the step ends, in epoch milliseconds; null while no clock runs. */
  endsAt: number | null;
}

/** What a projector says: that it is there and would like to know. */
export const HELLO = 'hello';
/** A window that was not heard of for so long, in milliseconds, is taken for closed. */
export const SILENT_AFTER = 6000;
/** How often each window says that it is there. */
export const BEAT = 2000;

/** Reads a message as where the workshop stands; null where it is something else. */
export function readStage(raw: unknown): Stage | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { plan, step, seed, isKeyShown, isWayShown, endsAt } = raw as Partial<
    Record<keyof Stage, unknown>
  >;
  const sound =
    typeof plan === 'string' &&
    typeof step === 'number' &&
    Number.isInteger(step) &&
    step >= 0 &&
    typeof seed === 'string' &&
    typeof isKeyShown === 'boolean' &&
    typeof isWayShown === 'boolean' &&
    (endsAt === null || (typeof endsAt === 'number' && Number.isFinite(endsAt)));
  return sound
    ? { plan, step, seed, isKeyShown, isWayShown, endsAt: endsAt as number | null }
    : null;
}

/** Time that is left, as `4:05`; below zero with a minus, since nobody is sent out of the room. */
export function leftText(endsAt: number, now: number): string {
  const seconds = Math.ceil((endsAt - now) / 1000);
  const size = Math.abs(seconds);
  return `${seconds < 0 ? '−' : ''}${Math.floor(size / 60)}:${String(size % 60).padStart(2, '0')}`;
}
