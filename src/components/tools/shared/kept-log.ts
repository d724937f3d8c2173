/** The totals that a person had the log analysis keep, for every tool that can use them. */
import { readKeptLogs, type KeptLog } from '@/calculators/shared/kept-log.ts';
import { openStore } from '../../platform/storage.ts';

const KEY = 'summaries';
const MOST = 60;
const store = openStore('dispute-log');

/** What is kept, the newest first; empty where nobody asked for it. */
export const keptLogs = (): KeptLog[] => readKeptLogs(store.read(KEY)).slice(0, MOST);

/** Keeps these totals instead of those of the same morning. False where this browser refused. */
export const keepLog = (log: KeptLog): boolean =>
  store.write(KEY, [log, ...keptLogs().filter(({ day }) => day !== log.day)].slice(0, MOST));

export const forgetLogs = (): void => store.remove(KEY);
