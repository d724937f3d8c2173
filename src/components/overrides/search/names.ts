import type { Language } from '@/calculators/shared/rule.ts';

/** A thing's name in each language a seller may use for it; the first two are the pages' own. */
type Names = readonly [en: string, zh: string, ...others: string[]];

// Words of a question, not terms: terms come from the glossary. Stems, where a language bends its words.
const plain: Names[] = [
  ['ozon', 'ozon', 'озон'],
  ['aliexpress', '速卖通', 'алиэкспресс', 'али'],
  ['return', '退货', 'возврат'],
  ['refund', '退款', 'верн', 'возмещен'],
  ['dispute', '纠纷', 'спор'],
  ['buyer', '买家', 'покупател'],
  ['seller', '卖家', 'продав'],
  ['order', '订单', 'заказ'],
  ['item', '商品', 'товар'],
  ['parcel', '包裹', 'посылк'],
  ['not received', '未收到货', 'не получ', 'не приш', 'не дош'],
  ['damaged', '破损', 'повреж', 'разбит', 'сломан'],
  ['defect', '质量', 'брак', 'дефект'],
  ['wrong', '发错', 'не тот', 'не то'],
  ['counterfeit', '假货', 'подделк', 'контрафакт'],
  ['customs', '海关', 'таможн'],
  ['delivery', '物流', 'доставк'],
  ['tracking', '跟踪', 'трек', 'отслеж'],
  ['review', '评价', 'отзыв'],
  ['penalty', '处罚', 'штраф'],
  ['fee', '费用', 'комисси', 'плат'],
  ['money', '钱', 'деньг', 'денег'],
  ['hours', '小时', 'час'],
  ['days', '天', 'дн', 'день', 'дня', 'сут'],
  ['evidence', '证据', 'доказательств'],
  ['appeal', '申诉', 'апелляц', 'обжалов'],
  ['cancel', '取消', 'отмен'],
  ['size', '尺码', 'размер'],
  ['colour', '颜色', 'цвет'],
  ['photo', '照片', 'фото'],
  ['answer', '回复', 'ответ'],
  ['chargeback', '拒付', 'чарджб', 'чарджбэк'],
  ['working days', '工作日', 'рабочих дн', 'рабочие дни'],
  ['freight', '运费', 'стоимость доставки', 'стоимость пересылки'],
  ['holiday', '假期', 'праздник', 'выходн'],
  ['late', '延误', 'опозд', 'задерж'],
  ['lost', '丢失', 'потер', 'утер'],
  ['address', '地址', 'адрес'],
  ['video', '视频', 'видео'],
  ['deadline', '期限', 'срок'],
  ['short', '少发', 'недостач', 'некомплект', 'недокомплект'],
  ['withdraw', '撤销', 'отозв', 'отзыва'],
  ['promise', '承诺', 'обеща'],
  ['block', '冻结', 'блокир', 'заблок'],
];

export interface Term {
  en: string;
  zh: string;
  ru: string;
  aliases: string[];
}

/**
 * Puts the page's language's own name in place of each word or term of another script: 拒付 on an English
 * page becomes chargeback, возврат becomes return. What has no name there stays as it is.
 */
export function namesIn(language: Language, terms: Term[]): (text: string) => string {
  const own = (en: string, zh: string) => (language === 'en' ? en : zh).toLowerCase();
  const foreign =
    language === 'en' ? /\p{Script=Han}|\p{Script=Cyrillic}/u : /\p{Script=Cyrillic}/u;
  const table = [
    ...terms.flatMap(({ en, zh, ru, aliases }) =>
      [zh, ru, ...aliases].map((name) => [name.toLowerCase(), own(en, zh)] as const),
    ),
    ...plain.flatMap(([en, zh, ...others]) =>
      [zh, ...others].map((name) => [name, own(en, zh)] as const),
    ),
  ]
    .filter(([name]) => foreign.test(name))
    .sort(([one], [other]) => other.length - one.length);
  return (text) => {
    if (!foreign.test(text)) return text;
    let rest = text;
    for (const [name, ours] of table) {
      const bent = /\p{Script=Cyrillic}/u.test(name) ? `(?<!\\p{L})${name}\\p{L}*` : name;
      rest = rest.replace(new RegExp(bent, 'gu'), ` ${ours} `);
    }
    return rest.replace(/\s+/g, ' ').trim();
  };
}
