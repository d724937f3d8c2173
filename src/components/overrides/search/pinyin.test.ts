import { describe, expect, it } from 'vitest';
import { fromPinyin } from './pinyin.ts';

describe('a question in pinyin', () => {
  it.each([
    ['haiguan', '海关', 'customs'],
    ['hai guan', '海关', 'customs'],
    ['Hai Guan', '海关', 'customs'],
    ['hǎi guān', '海关', 'customs'],
    ['tui kuan', '退款', 'refund'],
    ['qu xiao ding dan', '取消订单', 'cancel order'],
    ['quxiao dingdan', '取消订单', 'cancel order'],
    ['jiu fen lv', '纠纷率', 'dispute rate'],
    ['jiū fēn lǜ', '纠纷率', 'dispute rate'],
    ["tui'huo yun'fei", '退货运费', 'return freight'],
    ['hai guan kou liu', '海关扣留', 'customs held'],
    ['huo bu dui ban', '货不对版', 'not as described'],
    ['wei shou dao huo', '未收到货', 'not received'],
    ['cha ping', '差评', 'review'],
    ['quehuo', '缺货', 'out of stock'],
    ['luan ma', '乱码', 'encoding'],
    ['yanchang shouhuo', '延长收货', 'extend receipt'],
  ])('%s', (typed, zh, en) => {
    expect(fromPinyin(typed, 'zh-CN')).toBe(zh);
    expect(fromPinyin(typed, 'en')).toBe(en);
  });

  it.each([
    '',
    'refund',
    'hai',
    'haiguan refund',
    'who pays',
    'ship in',
    '海关',
    'tui',
    'возврат',
    'guan hai',
  ])('“%s” is none, and stays as it is', (typed) => {
    for (const language of ['en', 'zh-CN'] as const)
      expect(fromPinyin(typed, language)).toBe(typed);
  });
});
