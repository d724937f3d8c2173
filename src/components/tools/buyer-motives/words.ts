import type { Exact } from '@/calculators/shared/exact.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import type {
  Approach,
  Band,
  Motive,
  OfferedSign,
  StepValue,
  Strength,
} from '@/calculators/buyer-motives/index.ts';
import { createWords } from '../shared/words.ts';
import type { MotivesPage } from './buyer-motives.model.ts';

/** `10`, or `1/10` where it is less than one. */
const factor = ({ num, den }: Exact) =>
  den === 1n ? String(num) : `${String(num)}/${String(den)}`;

/** The words of the tool: names of motives, signs and strengths, and figures with their sign. */
export function createMotiveWords(
  page: MotivesPage,
  language: Language,
  bands: Readonly<Record<Strength, Band>>,
  offered: ReadonlyMap<string, OfferedSign>,
) {
  const common = createWords('buyer-motives', language, page.strings);
  const names = new Map(page.file.approach.map(({ motive, name }) => [motive, name[language]]));
  const motive = (id: Motive) => names.get(id) ?? id;
  const strength = (id: Strength) =>
    common.own(
      `strength.${id}`,
      id === 'neutral'
        ? { low: factor(bands[id].low) }
        : { low: factor(bands[id].low), high: factor(bands[id].high) },
    );
  const sign = (id: string) => offered.get(id)?.text[language] ?? id;
  const cause = (group: string, id: string) =>
    group === id || group === ''
      ? common.own('cause.of-its-own')
      : common.has(`tool.buyer-motives.cause.${group}`)
        ? common.own(`cause.${group}`)
        : group;
  const show = (value: StepValue): string | number => {
    if (typeof value !== 'object') return value;
    if ('motive' in value) return motive(value.motive);
    if ('signs' in value) return common.list(value.signs.map(sign));
    if ('strength' in value) return strength(value.strength);
    if ('shares' in value)
      return common.list(
        value.shares.map((one) => `${motive(one.motive)} ${common.percent(one.percent)}`),
      );
    return common.list(value.factors.map((one) => `${motive(one.motive)} ${one.times}`));
  };
  return {
    ...common,
    motive,
    strength,
    sign,
    cause,
    texts: (one: Approach) => ({
      ask: one.ask[language],
      offer: one.offer[language],
      keep: one.keep[language],
    }),
    /** Two places for a sentence; the table holds all four. */
    brief: (percent: string) => common.percent(Number(percent).toFixed(2)),
    sentence: (step: { messageKey: string; values: Readonly<Record<string, StepValue>> }) =>
      common.text(
        step.messageKey,
        Object.fromEntries(Object.entries(step.values).map(([name, held]) => [name, show(held)])),
      ),
  };
}

export type MotiveWords = ReturnType<typeof createMotiveWords>;
