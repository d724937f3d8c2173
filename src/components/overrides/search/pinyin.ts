import type { Language } from '@/calculators/shared/rule.ts';

/** Words of the trade as a Chinese keyboard spells them, with the pages' own words in both languages. */
const SPELT =
  'baoguo包裹parcel|baozhuang包装packaging|buchang补偿compensation|bufa补发resend|chajia差价difference|chaoshi超时deadline|chaping差评review|chexiao撤销withdraw|chicun尺寸size|chima尺码size|chunjie春节holiday|cuifahuo催发货dispatch|cuijian催件parcel tracking|cuofa错发wrong|danhao单号tracking number|daochu导出export|dingdan订单order|diujian丢件lost|dizhi地址address|dongjie冻结frozen|facuo发错wrong|fahuo发货dispatch|fakuan罚款penalty|fangpin仿品counterfeit|fengdian封店suspended|gaiping改评review|guanshui关税duty|haiguan海关customs|haoping好评review|huanhuo换货replacement|huashu话术script|huifu回复reply|huobuduiban货不对版not as described|jiahuo假货counterfeit|jieru介入ruling|jiufen纠纷dispute|jiufenlv纠纷率dispute rate|jufu拒付chargeback|jushou拒收refused|juzheng举证evidence|koufen扣分points|kouguan扣关customs|kouliu扣留held|kuaidi快递parcel|loufa漏发short|luanma乱码encoding|maijia买家buyer|miandan面单label|miaoshu描述description|peichang赔偿compensation|pifa批发wholesale|pingjia评价feedback|pinpai品牌brand|pinzhi品质quality|posun破损damaged|qianshou签收delivered|qingguan清关customs|qinquan侵权infringement|quehuo缺货out of stock|quejian缺件missing|querenshouhuo确认收货receipt|qujian取件pickup|quxiao取消cancel|secha色差colour|shaofa少发short|shaojian少件short|shensu申诉appeal|shixian时限deadline|shouhuo收货receipt|shuifei税费duty|sumaitong速卖通aliexpress|tousu投诉complaint|tuihuo退货return|tuijian退件returned|tuikuan退款refund|weishoudao未收到not received|weishoudaohuo未收到货not received|wuliu物流tracking|wuyouwuliu无忧物流worry-free|xieshang协商negotiation|yanchang延长extend|yanchi延迟delay|yanse颜色colour|yanwu延误delay|youhui优惠discount|youhuiquan优惠券coupon|yunfei运费freight|zhaopian照片photo|zhiliang质量quality|zhongcai仲裁ruling|ziti自提pickup';
const WORDS = new Map<string, readonly [zh: string, en: string]>(
  [...SPELT.matchAll(/([a-z]+)(\p{Script=Han}+)([^|]+)/gu)].map(
    ([, key = '', zh = '', en = '']) => [key, [zh, en]],
  ),
);
const keys = [...WORDS.keys()].sort((one, other) => other.length - one.length);

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
    words.push(WORDS.get(key)?.[language === 'en' ? 1 : 0] ?? '');
    rest = rest.slice(key.length);
  }
  return words.length === 0 ? question : words.join(language === 'en' ? ' ' : '');
}
