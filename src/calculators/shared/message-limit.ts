import type { Language, Localized } from './rule.ts';

/** Where a platform cuts or refuses a message. */
export interface MessageLimit {
  platform: string;
  /** The most characters one message may have. */
  characters: number;
  /** The rule of the rulebook that gives the figure. */
  rule: string;
  message: Localized;
  instead: Localized;
}

/** A message that is too long: the part beyond the limit, in UTF-16 units; `end` is exclusive. */
export interface TooLong {
  guard: 'message-length';
  severity: 'advice';
  ruleId: string;
  start: number;
  end: number;
  places: readonly { start: number; end: number }[];
  message: string;
  instead: string;
}

/**
 * How long may a message be here, and is this one longer? The one answer for a reply that was written
 * for a seller and for a seller's own.
 *
 * @param limits from the parts the scripts share.
 * @returns the platform's limit, null where no figure was found, and a warning that marks the text
 *   from where it is cut.
 */
export function readLength<Limit extends MessageLimit>(
  limits: readonly Limit[],
  platform: string,
  gloss: Language,
  text: string,
): { limit: Limit | null; warnings: TooLong[] } {
  const limit = limits.find((each) => each.platform === platform) ?? null;
  const characters = [...text];
  if (limit === null || characters.length <= limit.characters) return { limit, warnings: [] };
  const place = { start: characters.slice(0, limit.characters).join('').length, end: text.length };
  const { rule, message, instead } = limit;
  return {
    limit,
    warnings: [
      {
        guard: 'message-length',
        severity: 'advice',
        ruleId: rule,
        ...place,
        places: [place],
        message: message[gloss],
        instead: instead[gloss],
      },
    ],
  };
}
