/** Pairs of a letter and what it stands for, written one after the other. */
const letters = (pairs: string): ReadonlyMap<string, string> =>
  new Map(pairs.split(' ').map((pair) => [...pair] as [string, string]));

/** Letters that imitate Latin ones whatever stands beside them. */
const alwaysLatin = letters(
  'αa βb γy εe ζz ηn ιi κk μm νv οo ρp τt υu χx ωw ᴀa ʙb ᴄc ᴅd ᴇe ғf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ɑa ɡg ıi łl øo đd ꜱs',
);
export const cyrillicToLatin = letters(
  'аa вb сc еe һh іi јj кk мm нh оo рp ѕs тt уy хx ԁd ԛq ԝw гr пn ѵv ӏl ьb иu',
);
export const latinToCyrillic = letters('aа cс eе oо pр xх yу tт kк mм hн bв rг nп uи iі');
export const digitsToCyrillic = letters('0о 3з 4ч 6б');
const leet = letters('0o 3e 4a 5s @a $s 7t !i |l €e');
/** Figures and signs for letters; 1 stands for one of two. */
export const leetWith = (one: string) => new Map([...leet, ['1', one]]);

export const isLetter = (char: string) => /\p{L}/u.test(char);
export const invisible = /[\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u180e\u3164\ufe00-\ufe0f\uffa0]/u;

/** Lower case, compatibility forms and diacritics folded, invisible characters gone. */
export function foldChar(char: string): string {
  const compatible = char.normalize('NFKC').toLowerCase();
  let folded = '';
  for (const each of compatible) {
    const decomposed = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(each)
      ? each.normalize('NFD')
      : each;
    for (const part of decomposed) {
      if (/\p{M}/u.test(part) || invisible.test(part)) continue;
      if (part === 'ß') folded += 'ss';
      else folded += alwaysLatin.get(part) ?? part;
    }
  }
  return folded;
}
