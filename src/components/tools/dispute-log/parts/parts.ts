import type { DisputeLogOk } from '@/calculators/dispute-log/index.ts';
import type { LogWords } from '../words.ts';

/** What every part of the report is drawn from. */
export interface PartOf {
  base: string;
  result: DisputeLogOk;
  words: LogWords;
  /** Folder of the page's language, for links. */
  folder: string;
  /** Classes of the listing check by id, in the page's language. */
  classes: Readonly<Record<string, string>>;
  isExample: boolean;
  /** In a page of the handbook nothing is fetched and nothing saved. */
  isStill?: boolean;
}
