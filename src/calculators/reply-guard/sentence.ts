const sentenceEnd = /[.!?。！？;；]/u;

/** Does a sentence end at this place? A full stop inside "t.me" or "1.5" ends nothing. */
export const endsSentence = (text: string, index: number): boolean =>
  sentenceEnd.test(text[index] ?? '') &&
  !(text[index] === '.' && /[\p{L}\p{N}]/u.test(text[index + 1] ?? ''));

/** Where the sentences of a text begin and end. Found once, however often it is asked. */
export interface Sentences {
  /** The sentence, or sentences, that hold a stretch of text; the mark at the end is left out. */
  around: (start: number, end: number) => readonly [from: number, to: number];
}

export function sentencesOf(text: string): Sentences {
  // For each place: the first of its sentence, and the next end at or after it.
  const from = new Int32Array(text.length + 1);
  const to = new Int32Array(text.length + 1);
  const ends = Array.from({ length: text.length }, (_, index) => endsSentence(text, index));
  for (let index = 1; index <= text.length; index += 1)
    from[index] = ends[index - 1] ? index : (from[index - 1] ?? 0);
  to[text.length] = text.length;
  for (let index = text.length - 1; index >= 0; index -= 1)
    to[index] = ends[index] ? index : (to[index + 1] ?? text.length);
  return { around: (start, end) => [from[start] ?? 0, to[end] ?? text.length] };
}
