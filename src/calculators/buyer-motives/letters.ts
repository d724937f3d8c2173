/**
 * Letters of the nine languages in which words for what a person is are known. A sign in any other
 * writing is refused whole: nobody here could tell whether it names a person, and a closed door beats a
 * guess. Accents of names in these languages are among them; `ı`, `ğ`, `ř` and `ữ` are not.
 */
const KNOWN =
  /^(?:[a-zàáâãäåæçèéêëìíîïñòóôõöøœùúûüýÿßąćęłńśźżа-яё]|[\p{Script=Han}\p{Script=Hangul}])+$/u;

/** Letters that are one sign with their stroke or ligature, which no normal form takes apart. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  œ: 'oe',
  Œ: 'Oe',
  æ: 'ae',
  Æ: 'Ae',
  ß: 'ss',
};
const STROKED = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');

/** A text without accents and strokes, as people type it on another keyboard. */
export const withoutAccents = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replace(STROKED, (letter) => PLAIN[letter] ?? letter);

/** Words as they are compared. */
export const fold = (text: string): string => withoutAccents(text).toLowerCase();

/** A single letter is a mark on goods: the Ø of a pipe, the α of a camera. */
const WORD = /\p{L}[\p{L}\p{M}]+/gu;

/** Whether a text holds a word in letters that none of the nine languages uses. */
export const isUnread = (text: string): boolean =>
  (text.normalize('NFC').match(WORD) ?? []).some((word) => !KNOWN.test(word.toLowerCase()));
