import { simplify } from './traditional.ts';

/** What a question becomes before it is looked up. */
export interface Reading {
  /** The question as the pages would write it. */
  text: string;
  /** Its words, each once, without those that carry nothing. */
  words: string[];
  /** What the pages call what was said. */
  hints: string[];
  /** Words that stand side by side: together they tell more than each alone. */
  pairs: string[];
}

const han = /\p{Script=Han}/u;
const digitOf: Record<string, number> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const counted = '(?=个|天|日|小时|分钟|月|年|次|单|元|件|分|星|%|％|倍|国)';

/** 七个 → 7个, 十五天 → 15天, 三十天 → 30天; what counts nothing (一般, 三方) stays. */
const chineseNumbers = (text: string) =>
  text.replace(
    new RegExp(`([一二两三四五六七八九])?(十)?([一二三四五六七八九])?${counted}`, 'gu'),
    (whole, first?: string, ten?: string, last?: string) => {
      if (!whole) return whole;
      const [high, low] = [digitOf[first ?? ''], digitOf[last ?? '']];
      if (ten) return String((high ?? 1) * 10 + (low ?? 0));
      return low === undefined ? String(high ?? whole) : whole;
    },
  );

const numberWords =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(
    ' ',
  );
const tens: Record<string, number> = { twenty: 20, thirty: 30, forty: 40, sixty: 60, ninety: 90 };
const englishNumbers = (text: string) =>
  text.replace(/\p{L}+/gu, (word) => {
    const small = numberWords.indexOf(word);
    // “One” is a pronoun more often than a number.
    return small > 1 ? String(small) : String(tens[word] ?? word);
  });

/** Words of questions rather than of answers, in the three languages sellers ask in. */
const empty = new Set(
  (
    'a an the of to in on for is are was were be my i me we our you your it its he she they them their this that and or ' +
    'not no do does did can could should would will what how why when where which who with without at by from has have had ' +
    'if so just over about after before then than there s t m ve re don ' +
    'gave give gives given says say said tells tell told asks ask asked wants want wanted came comes come ' +
    '的 了 吗 呢 吧 啊 我 我们 你 您 他 她 它 是 在 有 和 与 也 就 都 还 把 被 给 对 会 能 要 该 怎么 怎么办 怎样 如何 什么 为什么 多久 多少 ' +
    '输 才 还能 可以 可不可以 能不能 需要 一直 已经 请问 那 这 这个 那个 一个 个 ' +
    'в на и не что как за по у с к из от до я мы вы он она они мне мой это ли же бы для о если когда сколько почему где'
  ).split(' '),
);

/** What sellers say, and the word the pages use for it: looked for beside what was said. */
const meant: [said: RegExp, words: string][] = [
  [/\b(broke|broken|smashed|cracked|shattered)\b/, 'damaged'],
  [/\bfakes?\b|\breplica/, 'counterfeit'],
  [/\b(never|not|n t|didn t|hasn t) (got|get|gotten|arrived?|come)\b/, 'not received denied'],
  [/\bmoney back\b/, 'refund'],
  [/\bbank\b/, 'chargeback'],
  [/\b(came|sent|comes|come) back\b/, 'returned lost'],
  [/\b(paypal|venmo|wechat|whatsapp|bank transfer)\b/, 'never outside platform'],
  [/\bstars?\b|\breviews?\b/, 'review feedback never'],
  [/how many (days|hours)|how long/, 'deadline clock'],
  [/\bruling|verdict|decision\b/, 'appeal'],
  [/\b(no|not) (respond|answer|reply)\b/, 'deadline answer'],
  [/\bpostage\b|\bpays?\b.*\b(return|shipping|freight)\b/, 'freight returns'],
  [
    /\bhalf (of )?(the|my|an?) order\b|\b(only|just) (got|received)\b|\bpieces? (short|missing|less)\b|\bmissing (pieces?|parts?|items?)\b/,
    'short missing fewer',
  ],
  [/\b(first|new) (product|item|article)\b|\bpublish\b/, 'first listing'],
  [
    /\b(many|large|bulk|more) (pieces|quantit\w+|amounts?|orders?)\b|\bin bulk\b/,
    'wholesale quantity',
  ],
  [/\bwithdr[ae]w/, 'withdrawal withdrawn'],
  [/\bwrong addresses?\b|\baddress(es)? (is |was )?wrong\b/, 'wrong address delivered'],
  [/碎|裂|坏了|压坏/, '破损'],
  [/假的|假货|高仿|仿品/, '假货'],
  [/少发|漏发|缺件|少件/, '少发'],
  [/没收到|没到|未到/, '未收到货'],
  [/骂|生气|发火|吵/, '生气 激动'],
  [/好评|差评|改评/, '评价 差评'],
  [/多久|几天|多少天|时限/, '期限'],
  [/线下|私下|微信|支付宝/, '平台外'],
  [/退回来|退回了|退件/, '退回 丢失'],
  [/银行/, '拒付'],
  [/到账/, '退款'],
  [/卡在|扣关|清关/, '海关'],
  [/输了|判输|败诉|不服/, '申诉 翻案'],
  [/封店|关店|扣.{0,3}分/, '处罚 扣分'],
  [/取消/, '取消订单 申请'],
  [/颜色|色差/, '色差'],
  [/超时|延误|总是晚/, '延误 国家'],
];

/** Marks, width, case, characters and numbers as the pages write them. */
export const normal = (question: string): string =>
  englishNumbers(chineseNumbers(simplify(question.normalize('NFKC').toLowerCase())))
    .replace(/[^\p{L}\p{N}\p{M}%.\s-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** A page-long paste asks for no more than a long sentence. */
const MOST = 14;

/** Words as the engine parts them; signs in pairs where it cannot (Firefox before 125). */
function wordsOf(text: string): string[] {
  if (typeof Intl.Segmenter !== 'function')
    return text.match(/\p{Script=Han}{1,2}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu) ?? [];
  const segmenter = new Intl.Segmenter(han.test(text) ? 'zh' : 'en', { granularity: 'word' });
  return [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

/** Reads a question; `others` says the names the page's language has for a word of another one. */
export function readQuestion(
  question: string,
  others: (text: string) => string = (text) => text,
): Reading {
  const text = others(normal(question));
  const said = meant.flatMap(([pattern, words]) => (pattern.test(text) ? words.split(' ') : []));
  const spoken = wordsOf(text);
  const telling = spoken.filter((word) => !empty.has(word));
  const glue = han.test(text) ? '' : ' ';
  const pairs = spoken.flatMap((word, i) => {
    const next = spoken[i + 1];
    return next === undefined || empty.has(word) || empty.has(next) ? [] : [word + glue + next];
  });
  const words = [...new Set(telling.length ? telling : spoken)].slice(0, MOST);
  const hints = [...new Set(said)].filter((word) => !words.includes(word));
  return { text, words, hints, pairs: [...new Set(pairs)].slice(0, MOST) };
}

/** No word tells more than this: one that a single page happens to hold is not the whole question. */
const RARE = 3;
/** What two words side by side tell beyond the two. */
const BESIDE = 0.4;

/** One word's pages, with how well each fits it. */
export type Scores = ReadonlyMap<string, number>;

/**
 * Pages by how much of a question they answer: a word that few pages hold tells more than one that most
 * hold, and of two pages with the same words the one that says more about them comes first.
 * `total` is the number of pages there are. A page that holds less than `least` of what the best one holds is
 * left out.
 */
export function rank(lists: Scores[], total: number, pairs: Scores[] = [], least = 0.35): string[] {
  const sums = new Map<string, number>();
  const add = (list: Scores, share: number) => {
    const weight = share * Math.min(RARE, Math.log((total + 1) / (list.size + 0.5)));
    if (list.size === 0 || weight <= 0) return;
    const best = Math.max(...list.values());
    for (const [page, score] of list)
      sums.set(page, (sums.get(page) ?? 0) + weight * (0.2 + 0.8 * (score / best)));
  };
  for (const list of lists) add(list, 1);
  for (const list of pairs) add(list, BESIDE);
  const most = Math.max(0, ...sums.values());
  return [...sums]
    .filter(([, sum]) => sum >= most * least)
    .sort(([, one], [, other]) => other - one)
    .map(([page]) => page);
}
