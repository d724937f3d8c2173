import type { Language, RuleFigure } from '@/calculators/shared/rule.ts';
import { formatFigure } from '@/format-rule.ts';

/**
 * What follows the name of a finding: its figure where it has one, since its note speaks of “this
 * share” and “this range”, and how far it carries. Without a figure where the finding is a statement.
 */
export function findingText(
  language: Language,
  value: RuleFigure,
  unit: string,
  note: string,
): string {
  if (value === true) return ` ${note}`;
  const figure = formatFigure(language, value, unit);
  return language === 'zh-CN' ? `：${figure}。${note}` : `: ${figure}. ${note}`;
}
