/** Scripts that write words without spaces between them. */
export const UNSPACED = '\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Hiragana}\\p{Script=Katakana}';
