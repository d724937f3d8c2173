import type { Language } from '@/calculators/shared/rule.ts';

/** Words of the trade as a Chinese keyboard spells them, with the pages' own words in both languages. */
const WORDS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  baoguo: ['包裹', 'parcel'],
  baozhuang: ['包装', 'packaging'],
  bufa: ['补发', 'resend'],
  buchang: ['补偿', 'compensation'],
  chaping: ['差评', 'review'],
  chaoshi: ['超时', 'deadline'],
  chexiao: ['撤销', 'withdraw'],
  chicun: ['尺寸', 'size'],
  chima: ['尺码', 'size'],
  chunjie: ['春节', 'holiday'],
  cuifahuo: ['催发货', 'dispatch'],
  danhao: ['单号', 'tracking number'],
  dingdan: ['订单', 'order'],
  dizhi: ['地址', 'address'],
  fahuo: ['发货', 'dispatch'],
  fakuan: ['罚款', 'penalty'],
  fangpin: ['仿品', 'counterfeit'],
  guanshui: ['关税', 'duty'],
  haiguan: ['海关', 'customs'],
  haoping: ['好评', 'review'],
  huobuduiban: ['货不对版', 'not as described'],
  jiahuo: ['假货', 'counterfeit'],
  jiufen: ['纠纷', 'dispute'],
  jiufenlv: ['纠纷率', 'dispute rate'],
  jufu: ['拒付', 'chargeback'],
  jushou: ['拒收', 'refused'],
  juzheng: ['举证', 'evidence'],
  koufen: ['扣分', 'points'],
  kouguan: ['扣关', 'customs'],
  kouliu: ['扣留', 'held'],
  maijia: ['买家', 'buyer'],
  miandan: ['面单', 'label'],
  peichang: ['赔偿', 'compensation'],
  pifa: ['批发', 'wholesale'],
  pinpai: ['品牌', 'brand'],
  pinzhi: ['品质', 'quality'],
  pingjia: ['评价', 'feedback'],
  posun: ['破损', 'damaged'],
  qianshou: ['签收', 'delivered'],
  qingguan: ['清关', 'customs'],
  qujian: ['取件', 'pickup'],
  quxiao: ['取消', 'cancel'],
  secha: ['色差', 'colour'],
  shaofa: ['少发', 'short'],
  shensu: ['申诉', 'appeal'],
  tuihuo: ['退货', 'return'],
  tuijian: ['退件', 'returned'],
  tuikuan: ['退款', 'refund'],
  weishoudao: ['未收到', 'not received'],
  weishoudaohuo: ['未收到货', 'not received'],
  wuliu: ['物流', 'tracking'],
  yanchi: ['延迟', 'delay'],
  yanwu: ['延误', 'delay'],
  youhui: ['优惠', 'discount'],
  youhuiquan: ['优惠券', 'coupon'],
  yunfei: ['运费', 'freight'],
  zhiliang: ['质量', 'quality'],
};
const keys = Object.keys(WORDS).sort((one, other) => other.length - one.length);

/**
 * A question in pinyin, with or without spaces, in the words of the pages: `hai guan`, `tuikuan`,
 * `qu xiao ding dan`. Anything that is not pinyin from its first letter to its last stays as it is.
 */
export function fromPinyin(question: string, language: Language): string {
  let rest = question
    .normalize('NFD')
    .toLowerCase()
    // lü is typed lv; the marks of the four tones are left out.
    .replace(/u\u0308/g, 'v')
    .replace(/[\u0300-\u036f\s'’-]/g, '');
  const words: string[] = [];
  while (rest !== '') {
    const key = keys.find((each) => rest.startsWith(each));
    if (key === undefined) return question;
    words.push((WORDS[key] as readonly [string, string])[language === 'en' ? 1 : 0]);
    rest = rest.slice(key.length);
  }
  return words.length === 0 ? question : words.join(language === 'en' ? ' ' : '');
}
