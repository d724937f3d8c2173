import { compile } from './pattern.ts';
import { finds, type Asked } from './prepared.ts';
import type { Place } from './rule.ts';

/** What is no name of a person, of goods or of a shop, though somebody wrote it where one belongs. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words that greet: the reply brings its own. */
const GREETINGS = words(
  'dear hi hello hey hola estimado estimada querido querida olá oi caro cara prezado prezada bonjour cher chère hallo guten tag liebe lieber geehrte geehrter sehr cześć droga drogi szanowny szanowna уважаемый уважаемая дорогой дорогая здравствуйте привет 您好 你好 亲爱的 尊敬的',
);
/** Words that stand beside a name, and are none. */
const TITLES = words(
  "mr mrs ms miss mx dr prof sir madam ma'am sr sra srta señor señora señorita senhor senhora dona m mme mlle monsieur madame mademoiselle herr frau fräulein pan pani państwo господин госпожа г-н г-жа 님 씨 선생님 先生 女士 小姐 friend my amigo amiga ami друг freund freundin and or",
);

const WORD = /[\p{L}\p{M}'’-]+/gu;
const NAME = /^\p{L}[\p{L}\p{M}'’ʼ.\- ]*$/u;
const INITIALS = /^(?:[\p{Script=Latin}\p{Script=Cyrillic}](?:[.\s]+|$))+$/u;
/** A full stop that shortens nothing, and what a Korean greeting adds itself. */
const TAIL = /(?<!^|[\s.]\p{L}|[JjSs]r)\.$|[님씨]$/u;
const ONE_LETTER_OVER = /^(\p{L})\1+$/iu;

/** Whether a text addresses somebody without saying whom: “Dear”, “Mr.”. */
function isTitleOnly(text: string): boolean {
  const all = text.toLowerCase().replaceAll('’', "'").match(WORD) ?? [];
  return all.length > 0 && all.every((each) => GREETINGS.has(each) || TITLES.has(each));
}

/** Whether a text is rather no name of a person: masked, with figures or marks, or with a greeting. */
function isUnlikeName(text: string): boolean {
  const [first = ''] = text.toLowerCase().match(WORD) ?? [];
  return (
    !NAME.test(text) ||
    INITIALS.test(text) ||
    TAIL.test(text) ||
    ONE_LETTER_OVER.test(text) ||
    GREETINGS.has(first)
  );
}

/** Short for a word: no sentence ends behind it. */
const SHORT =
  /(?:^|[^\p{L}])(?:in[ck]l|approx|prof|max|min|vers|mod|ref|art|no|pcs|stk|szt|ca|col|cat|арт|шт|уп|компл|вкл|цв|разм|мод)$/iu;
const END = /(?:[.!?…;]+["»”’)]*\s+(?=\p{L}+\s+\p{L})|[。！？；])/gu;

/** Whether a sentence ends within a text and another begins. */
function hasSentences(text: string): boolean {
  return [...text.matchAll(END)].some(({ 0: mark, index }) => {
    const before = text.slice(0, index);
    if (/[。！？；]/u.test(mark)) return index > 0;
    const last = /[\p{L}\p{M}]+$/u.exec(before)?.[0] ?? '';
    return last.length > 3
      ? !SHORT.test(before)
      : last.length === 3 && !/^\p{Lu}/u.test(last) && !SHORT.test(before);
  });
}

const whole =
  (is: (text: string) => boolean) =>
  ({ raw: { text } }: Asked): Place[] =>
    is(text) ? [{ start: 0, end: text.length }] : [];

/** A way to address somebody, and nobody. */
export const titles = whole(isTitleOnly);
/** Hardly how a person is called. */
export const oddNames = whole(isUnlikeName);
/** More said than a name says: sentences, or what only a reply says, which is what the rule's patterns find. */
export const sentences = (asked: Asked): Place[] => {
  const isTalk = compile(asked.rule).patterns.some(([, talk]) =>
    talk.some(({ made, mayStand }) => mayStand(asked.read.grams) && finds(made(), asked.read.text)),
  );
  return whole((text) => isTalk || hasSentences(text))(asked);
};
