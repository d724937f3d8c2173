import { fillText, clockText, type Variant } from '@/calculators/exercise/index.ts';
import type { Asked, ExamText, Shown } from '@/calculators/exam/index.ts';
import { fromDecimal, toDecimal } from '@/calculators/shared/exact.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { formatFigure } from '@/format-rule.ts';

/** A value as a reader of the language expects it beside the figures of the rulebook. */
function written(shown: Shown, language: Language): string {
  switch (shown.kind) {
    case 'figure':
      return formatFigure(language, shown.value, shown.unit);
    case 'percent':
      return `${toDecimal(fromDecimal(shown.value), 2)}${language === 'en' ? ' %' : '%'}`;
    case 'money': {
      // The unit of the rulebook's figures, behind an amount that keeps its decimals.
      const unit = formatFigure(language, 2, shown.unit).replace('2', '');
      return `${shown.value}${unit}`;
    }
    case 'moment':
      return clockText(shown.value, shown.zone);
  }
}

/** A text of a question with its figures, in one language. */
export function examText(
  text: ExamText,
  { variant, values }: Pick<Asked, 'variant' | 'values'>,
  language: Language,
): string {
  const filled: Variant = {
    ...variant,
    ...Object.fromEntries(
      Object.entries(values).map(([name, shown]) => [name, written(shown, language)]),
    ),
  };
  return fillText(typeof text === 'string' ? text : text[language], filled, language);
}
