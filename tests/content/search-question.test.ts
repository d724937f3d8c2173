import { describe, expect, it } from 'vitest';
import { namesIn } from '../../src/components/overrides/search/names.ts';
import { nearestWord, slips } from '../../src/components/overrides/search/near.ts';
import { normal, rank, readQuestion } from '../../src/components/overrides/search/query.ts';

describe('a question is read as the pages would write it', () => {
  it.each([
    ['七个工作日', '7个工作日'],
    ['十五天', '15天'],
    ['三十天', '30天'],
    ['二十一天', '21天'],
    ['两次', '2次'],
    ['一般情况', '一般情况'],
    ['第三方', '第三方'],
    ['seven working days', '7 working days'],
    ['one of them', 'one of them'],
    ['thirty days', '30 days'],
    ['糾紛率', '纠纷率'],
    ['買家說沒收到貨', '买家说没收到货'],
    ['ＳＮＡＤ', 'snad'],
    ['  what?!  ', 'what'],
    ['over 1%', 'over 1%'],
  ])('%s', (question, expected) => {
    expect(normal(question)).toBe(expected);
  });

  it('keeps the words that tell something, each once', () => {
    expect(readQuestion('What do I do when the parcel is stuck at customs?').words).toEqual([
      'parcel',
      'stuck',
      'customs',
    ]);
    expect(readQuestion('parcel parcel').words).toEqual(['parcel']);
  });

  it('and every word where none of them tells anything', () => {
    expect(readQuestion('what is it').words).toEqual(['what', 'is', 'it']);
  });

  it('asks no more of a page-long paste than of a sentence', () => {
    const { words, pairs } = readQuestion(
      Array.from({ length: 500 }, (_, i) => `word${i}`).join(' '),
    );
    expect(words.length).toBeLessThanOrEqual(14);
    expect(pairs.length).toBeLessThanOrEqual(14);
  });
});

describe('names of other languages', () => {
  const terms = [{ en: 'chargeback', zh: '拒付', ru: 'чарджбэк', aliases: ['银行拒付'] }];

  it('become the names the pages use', () => {
    expect(namesIn('en', terms)('拒付')).toBe('chargeback');
    expect(namesIn('en', terms)('возврат озон 24 часа')).toBe('return ozon 24 hours');
    expect(namesIn('en', terms)('退货运费')).toBe('return freight');
    expect(namesIn('en', terms)('包裹延误')).toBe('parcel late');
    expect(namesIn('en', terms)('посылка потеряна')).toBe('parcel lost');
    expect(namesIn('zh-CN', terms)('чарджбэк')).toBe('拒付');
    expect(namesIn('zh-CN', terms)('посылка на таможне')).toBe('包裹 на 海关');
  });

  it('leave alone what the page itself would write', () => {
    expect(namesIn('zh-CN', terms)('拒付 chargeback')).toBe('拒付 chargeback');
    expect(namesIn('en', terms)('chargeback')).toBe('chargeback');
  });
});

describe('the order of pages', () => {
  const list = (...pages: [string, number][]) => new Map(pages);

  it('puts the page with the rarer word first', () => {
    const common = list(...Array.from({ length: 80 }, (_, i) => [`p${i}`, 1] as [string, number]));
    expect(rank([common, list(['rare', 1])], 100)[0]).toBe('rare');
  });

  it('puts the page with more of the words first', () => {
    const words = [list(['a', 1], ['b', 1]), list(['b', 1], ['c', 1]), list(['b', 1])];
    expect(rank(words, 100)[0]).toBe('b');
  });

  it('puts the page that says more about a word first, and leaves out what hardly fits', () => {
    expect(rank([list(['a', 1], ['b', 9])], 100)[0]).toBe('b');
    const far = rank([list(['a', 9]), list(['a', 9]), list(['a', 9], ['far', 0.1])], 100);
    expect(far).toEqual(['a']);
  });

  it('counts two words side by side, but less than a word', () => {
    const words = [list(['a', 1], ['b', 1])];
    expect(rank(words, 100, [list(['b', 1])])[0]).toBe('b');
    expect(rank([list(['a', 1])], 100, [list(['b', 1])])[0]).toBe('a');
  });

  it('of nothing is nothing', () => {
    expect(rank([], 100)).toEqual([]);
    expect(rank([list()], 100)).toEqual([]);
  });
});

describe('a word with a slip in it', () => {
  const words =
    'the refund dispute received tracking parcel reasons reason evidence customs возврат посылка'.split(
      ' ',
    );

  it.each([
    ['reufnd', 'refund'],
    ['refudn', 'refund'],
    ['dipsute', 'dispute'],
    ['recieved', 'received'],
    ['trakcing', 'tracking'],
    ['parcle', 'parcel'],
    ['evidance', 'evidence'],
    ['costums', 'customs'],
    ['eivdence', 'evidence'],
    ['erfund', 'refund'],
    ['возрват', 'возврат'],
    ['посылкка', 'посылка'],
  ])('“%s” is “%s”', (word, wanted) => {
    expect(nearestWord(word, words)).toBe(wanted);
  });

  it.each(['zzqqxx', 'the', 'teh', 'refundable', 'par', ''])('“%s” is none of them', (word) => {
    expect(nearestWord(word, words)).toBeNull();
  });

  it('is told from another by letters that are wrong, missing, too many or turned', () => {
    expect(slips('refund', 'reufnd', 2)).toBe(1);
    expect(slips('refund', 'refnd', 2)).toBe(1);
    expect(slips('refund', 'refunds', 2)).toBe(1);
    expect(slips('refund', 'rifond', 2)).toBe(2);
    expect(slips('refund', 'dispute', 2)).toBe(3);
  });
});
