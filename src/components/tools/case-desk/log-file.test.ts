import { describe, expect, it } from 'vitest';
import { LOG_COLUMNS, type LogLine } from '@/calculators/case-desk/index.ts';
import { answer, readFiles } from '@/calculators/dispute-log/calculate.ts';
import { readerComing, readSettings } from '@/calculators/dispute-log/index.ts';
import { REASONS } from '@/calculators/settlement/index.ts';
import { OUTCOMES } from '@/calculators/shared/outcomes.ts';
import en from '../../../content/i18n/parts/case-desk.en.json' with { type: 'json' };
import zh from '../../../content/i18n/parts/case-desk.zh-CN.json' with { type: 'json' };
import { logFile } from './log-file.ts';
import type { DeskWords } from './words.ts';

const LINE = Object.fromEntries(LOG_COLUMNS.map((column) => [column, ''])) as LogLine;

/** The analysis of the log, given what the desk writes in one language. */
async function analysed(
  strings: Readonly<Record<string, string>>,
  lines: readonly LogLine[] = [
    { ...LINE, order: '81', opened: '2026-11-20T01:00:00Z', reason: 'inr-delivered' },
  ],
) {
  const words = { own: (key: string) => strings[`tool.case-desk.${key}`] ?? '' } as DeskWords;
  const bytes = new TextEncoder().encode(logFile(lines, words));
  const settings = readSettings({}, readerComing);
  if ('issues' in settings) throw new Error('no settings');
  const read = await readFiles([
    {
      source: {
        name: 'case-log.csv',
        size: bytes.length,
        read: (from, to) => Promise.resolve(bytes.slice(from, to)),
      },
      role: 'rows',
      settings: settings.settings,
    },
  ]);
  const today = Date.UTC(2026, 10, 24) / 86_400_000;
  return { result: answer(read, settings.settings, today), columns: read.tables[0]?.columns };
}

describe('the log a desk hands over', () => {
  it('is read by the analysis alike, whichever language its heads are in', async () => {
    const [english, chinese] = [await analysed(en), await analysed(zh)];
    for (const { result } of [english, chinese])
      expect(result).toMatchObject({ kind: 'ok', counts: { cases: 1 } });
    for (const field of [
      'orderId',
      'disputedAt',
      'product',
      'country',
      'reason',
      'status',
    ] as const)
      expect([english.columns?.[field], chinese.columns?.[field]], field).toEqual(
        Array(2).fill(expect.any(Number)),
      );
    expect(chinese.columns).toEqual(english.columns);
  });

  it('is understood: every cause and every end the desk writes', async () => {
    const causes = [...REASONS.filter((id) => id !== 'service')];
    expect(causes.sort()).toEqual(
      Object.keys(en)
        .flatMap((key) => /^tool\.case-desk\.reason\.(.+)$/.exec(key)?.[1] ?? [])
        .sort(),
    );
    const line = (order: string, part: Partial<LogLine>) => ({
      ...LINE,
      order,
      opened: '2026-11-20T01:00:00Z',
      ...part,
    });
    for (const strings of [en, zh]) {
      const { result } = await analysed(
        strings,
        causes.map((reason, i) => line(`A${i}`, { reason, outcome: 'agreed' })),
      );
      if (result.kind !== 'ok') throw new Error(result.kind);
      expect(result.unknownReasons).toEqual({ unsaid: 0, codes: [] });
      expect(result.counts.states).toMatchObject({ closed: causes.length, lost: 0, unsaid: 0 });
      const ends = {
        agreed: 'closed',
        withdrawn: 'withdrawn',
        'ruled-for-us': 'won',
        'ruled-for-buyer': 'lost',
        // Nobody says whose time ran out: it has ended, and who lost by it is not guessed.
        lapsed: 'closed',
        other: 'closed',
      } as const;
      expect(Object.keys(ends)).toEqual([...OUTCOMES]);
      for (const [outcome, state] of Object.entries(ends)) {
        const told = await analysed(strings, [line('81', { reason: 'snad-quality', outcome })]);
        if (told.result.kind !== 'ok') throw new Error(told.result.kind);
        expect(told.result.counts.states[state], outcome).toBe(1);
      }
    }
  });
});
