import type { GuardWarning } from '@/calculators/reply-guard/index.ts';
import { pieces } from '../marks.ts';

interface MarkedProps {
  text: string;
  warnings: readonly GuardWarning[];
  /** Where the text begins in the one the warnings speak of. */
  offset?: number;
  labelOf: (variable: string) => string;
}

/** A text in which gaps and what the guard found are marked. */
export function Marked({ text, warnings, offset = 0, labelOf }: MarkedProps) {
  return (
    <>
      {pieces(
        text,
        warnings.flatMap(({ places, severity }) => places.map((place) => ({ ...place, severity }))),
        offset,
      ).map((piece, i) => {
        const shown = piece.gap === null ? piece.text : `[${labelOf(piece.gap)}]`;
        if (piece.gap !== null)
          return (
            <mark key={i} class="gap" data-variable={piece.gap}>
              {shown}
            </mark>
          );
        return piece.hit ? (
          <mark key={i} class={`hit ${piece.hit}`}>
            {shown}
          </mark>
        ) : (
          shown
        );
      })}
    </>
  );
}
