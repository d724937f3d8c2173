import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '@/calculators/cli-content.ts';
import { metricsOf, tool as calculator } from '@/calculators/dispute-rate/tool.ts';
import { cite } from '@/calculators/shared/cited.ts';
import { stringsFor } from '@/strings.ts';
import { sentRule } from './sent.ts';
import { SMALL_MOST, SMALL_ORDERS, smallAnswer, type SmallData } from './small.ts';

const ASKED = '2026-11-21T00:00:00Z';
const content = openContent(join(import.meta.dirname, '../../../content'));
const sources =
  content.collection<
    Parameters<typeof cite>[1] extends ReadonlyMap<string, infer Source> ? Source : never
  >('sources');
const metric = metricsOf(content).get('aliexpress.snad');
if (!metric) throw new Error('no metric');
const dataIn = (language: 'en' | 'zh-CN'): SmallData => ({
  language,
  asOf: ASKED,
  metrics: [metric],
  rules: [...content.rules().values()].map((rule) => sentRule(cite(rule, sources, language, ''))),
  strings: stringsFor(language, 'tool.dispute-rate.'),
});

describe('the small rate', () => {
  it('says at each place of the slider what the command line says', () => {
    for (const claims of [0, 4, 5, 9, 10, 12, 39, 40, SMALL_MOST]) {
      const input = {
        metric: 'aliexpress.snad',
        category: 'apparel',
        claims,
        withdrawn: 0,
        confirmed: SMALL_ORDERS - claims,
        timedOut: 0,
      };
      const whole = calculator.run(input, content, ASKED) as unknown as {
        percent: string;
        standing: string;
      };
      const small = smallAnswer(dataIn('en'), claims);
      expect(small.standing, String(claims)).toBe(whole.standing);
      expect(Number.parseFloat(small.percent)).toBeCloseTo(Number(whole.percent), 2);
    }
  });

  it('is over the line with twelve claims in two hundred, in both languages', () => {
    // 12/200 = 6 %, the line is 5 %: 9/200 is under it with three withdrawn.
    expect(smallAnswer(dataIn('en'), 12)).toMatchObject({
      percent: '6.0\u00a0%',
      standing: 'over',
      word: 'Over a line',
    });
    expect(smallAnswer(dataIn('en'), 12).sentence).toContain('3 withdrawals');
    expect(smallAnswer(dataIn('zh-CN'), 12)).toMatchObject({ percent: '6.0%', standing: 'over' });
    expect(smallAnswer(dataIn('en'), 12).link).toContain('claims=12');
  });
});
