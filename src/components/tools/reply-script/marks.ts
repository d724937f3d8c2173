import type { GuardWarning } from '@/calculators/reply-guard/index.ts';
import { gapPattern } from '@/calculators/reply-script/index.ts';

/** A stretch of text that is shown in one way. */
export interface Piece {
  text: string;
  /** Name of the variable that is still open here. */
  gap: string | null;
  /** The gravest thing the guard says about it. */
  hit: 'forbidden' | 'advice' | null;
}

/** Cuts a stretch of text, which begins at `offset`, wherever a gap or a find begins or ends. */
export function pieces(
  text: string,
  warnings: readonly Pick<GuardWarning, 'start' | 'end' | 'severity'>[],
  offset = 0,
): Piece[] {
  const gaps = [...text.matchAll(gapPattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    name: match[1] ?? '',
  }));
  const hits = warnings.map(({ start, end, severity }) => ({
    start: Math.max(0, start - offset),
    end: Math.min(text.length, end - offset),
    severity,
  }));
  const cuts = new Set([0, text.length]);
  for (const { start, end } of gaps) cuts.add(start).add(end);
  for (const { start, end } of hits) if (start < end) cuts.add(start).add(end);
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(1).map((end, i) => {
    const start = edges[i] ?? 0;
    const over = hits.filter((hit) => hit.start < end && hit.end > start);
    return {
      text: text.slice(start, end),
      gap: gaps.find((gap) => gap.start <= start && gap.end >= end)?.name ?? null,
      hit: over.some(({ severity }) => severity === 'forbidden')
        ? 'forbidden'
        : over.length > 0
          ? 'advice'
          : null,
    };
  });
}

/** The lines of a text that hold something, with the place where each begins. */
export function placedLines(text: string): { text: string; start: number; paragraph: number }[] {
  let start = 0;
  let paragraph = 0;
  return text.split('\n').flatMap((line) => {
    const at = start;
    start += line.length + 1;
    if (line === '') {
      paragraph += 1;
      return [];
    }
    return [{ text: line, start: at, paragraph }];
  });
}
