/** Letters with their marks, flags, and pictures joined of several, each as one: near to what a segmenter counts. */
const SIGN =
  /\r\n|\p{Regional_Indicator}{2}|(?:\P{M}(?:\p{M}|\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic})*)|\p{M}+/gsu;

/** How many signs a reader sees. Firefox has a segmenter only since version 125. */
export const countSigns = (text: string, language: string): number =>
  typeof Intl.Segmenter === 'function'
    ? [...new Intl.Segmenter(language, { granularity: 'grapheme' }).segment(text)].length
    : (text.normalize('NFC').match(SIGN)?.length ?? 0);
