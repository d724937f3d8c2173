/** How a source is dated, in the words that tools, pages and lists share. */
import type { Language } from './calculators/shared/rule.ts';

/** A text of `tool.common`, by the end of its key. */
export type Say = (key: string, values?: Readonly<Record<string, string>>) => string;

/** What is known of the copy a figure was read in. */
export interface Dated {
  /** The date the source carries, as exact as it is known; null where it carries none. */
  publishedOn: string | null;
  /** It was read where it is published, and not in an archived copy. */
  isLive?: boolean | undefined;
  /** The day it was read; left out where a whole source is named and not one of its figures. */
  checkedOn?: string | undefined;
}

/** When a source was published; that its copy carries no date, where it does not. */
export const publishedText = (say: Say, { publishedOn, isLive = false }: Dated): string =>
  publishedOn === null
    ? say(isLive ? 'dated-not' : 'dated-not-copy')
    : say('dated-published', { date: publishedOn });

/**
 * The same, and when it was read and in what. A day of reading is never called a check of what holds now:
 * most were read in copies somebody kept.
 */
export function datingText(say: Say, language: Language, dated: Dated): string {
  const { checkedOn, isLive = false } = dated;
  const read = checkedOn && say(isLive ? 'dated-read' : 'dated-read-copy', { date: checkedOn });
  return [publishedText(say, dated), read].filter(Boolean).join(language === 'en' ? ', ' : '，');
}

/** That a rule holds no longer although nobody says since when; empty where it is not so. */
export const supersededText = (say: Say, by: string | undefined): string =>
  by === undefined ? '' : say('superseded', { by });
