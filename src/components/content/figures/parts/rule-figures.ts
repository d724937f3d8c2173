import { currentValue, ruleOf } from '@/book.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { formatFigure } from '@/format-rule.ts';

/** Reads rules for one figure: each value as a reader of the language expects to see it. */
export const ruleFigures = (language: Language, figureName: string) => async (id: string) => {
  const rule = await ruleOf(id, figureName);
  return formatFigure(language, currentValue(rule, figureName).value, rule.unit);
};
