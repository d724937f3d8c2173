import {
  toCalendars,
  type CalendarFile,
  type Flow,
  type PlannerData,
} from '@/calculators/deadline-planner/index.ts';
import { bookOf, type CitedRule } from '@/calculators/shared/cited.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import type { MomentWords } from '../shared/moment-words.ts';

/** The part of the site's content the planner counts with. */
export interface PlannerContent {
  language: Language;
  flows: readonly Flow[];
  rules: readonly CitedRule[];
  calendars: readonly CalendarFile[];
}

/**
 * What the page leaves to be fetched: every kind of case, every calendar, and the words
 * of files. One pack for all of it, so that its address tells a language and nothing of a case.
 */
export interface PlannerRest extends Omit<PlannerContent, 'language'> {
  strings: Readonly<Record<string, string>>;
}

/** What comes when somebody turns to the form: texts, and the words for moments in the page's language. */
export interface PlannerLater {
  strings: Readonly<Record<string, string>>;
  moments: MomentWords['here'];
}

/** Refusals, questions and reasons: said only of what somebody typed, or opens. */
export const LATER_TEXTS = new RegExp(
  [
    String.raw`^tool\.(?:number\.`,
    String.raw`moment\.\w+\.(?:unreadable|ask)`,
    String.raw`moment\.words-missing`,
    String.raw`common\.(?:why|dated-read|superseded|case-|link-carries)`,
    String.raw`deadline-planner\.(?:moment\.(?!exact)|reading\.|issue\.|ignored\.|explain\.(?!waiting)`,
    String.raw`lead$|view\.column\.(?:deadline|who|from|due|status)|page\.(?:legend|source|table|row-|other-reading)))`,
  ].join('|'),
);

/** What the page carries for the tool. */
export interface PlannerPage extends PlannerContent {
  /** Every kind of case there is, in the order they are offered; their names are among the texts. */
  kinds: readonly Pick<Flow, 'id' | 'platform'>[];
  /** Every country with a calendar. */
  /** In the order of their names: to compare names takes the engine longer than all else on a form. */
  countries: readonly string[];
  /** Where the rest is fetched from. */
  rest: string;
  platformNames: Readonly<Record<string, string>>;
  strings: Readonly<Record<string, string>>;
  /** Where {@link PlannerLater} is fetched from. */
  later: string;
  moments: MomentWords;
}

/** The content as the calculator wants it. */
export const toData = ({ flows, rules, calendars, language }: PlannerContent): PlannerData => ({
  flows: new Map(flows.map((flow) => [flow.id, flow])),
  rules: bookOf(rules, language),
  calendars: toCalendars(calendars),
});
