import {
  toCalendars,
  type CalendarFile,
  type CaseDeskData,
  type DeskData,
  type Flow,
} from '@/calculators/case-desk/index.ts';
import { bookOf, type CitedRule } from '@/calculators/shared/cited.ts';
import { readEverything } from '@/calculators/shared/every-reader.ts';
import { knowEveryWord } from '@/calculators/shared/moment/every-word.ts';
import type { Language } from '@/calculators/shared/rule.ts';

/** The part of the site’s content the desk judges by. It is handed to the worker as it is. */
export interface DeskContent {
  language: Language;
  flows: readonly Flow[];
  rules: readonly CitedRule[];
  calendars: readonly CalendarFile[];
  desk: DeskData;
  checklists: readonly { id: string; items: readonly string[] }[];
}

/** The content as the calculator wants it; from here on moments are read in every language there is. */
export function toData(content: DeskContent): CaseDeskData {
  knowEveryWord();
  readEverything();
  return {
    flows: new Map(content.flows.map((flow) => [flow.id, flow])),
    rules: bookOf(content.rules, content.language),
    calendars: toCalendars(content.calendars),
    desk: content.desk,
    checklists: new Map(content.checklists.map(({ id, items }) => [id, items])),
  };
}

/** What a kind of case has, as far as the page asks for it. */
export interface FlowShape {
  id: string;
  platform: string;
  primary: string;
  events: readonly string[];
  clocks: readonly string[];
}

/** What the page itself needs of a rule: to name it, and to lead to it. */
export type RuleName = Pick<CitedRule, 'id' | 'label' | 'address'>;
