import { describe, expect, it } from 'vitest';
import { foldChar, isLetter } from './letters.ts';
import { fold, readings } from './reading.ts';

const meanings = (text: string) => readings(text).map((reading) => reading.text);

describe('a letter that imitates another', () => {
  it('is the Latin one whatever stands beside it', () => {
    for (const [written, meant] of [
      ['ωhατsαρρ', 'whatsapp'],
      ['νιβεγ', 'vibey'],
      ['ᴡᴇᴄʜᴀᴛ', 'wechat'],
      ['ʙᴅғɢᴊᴋʟᴍɴᴏᴘʀꜱᴜᴠʏᴢ', 'bdfgjklmnoprsuvyz'],
      ['ɑɡıłøđ', 'agilod'],
      ['ζηικμοτυχ', 'znikmotux'],
    ] as const)
      expect(fold(written).text).toBe(meant);
  });

  it('is Latin, or Cyrillic, in a word that holds letters of both', () => {
    // Written in Cyrillic but for the last letter.
    expect(meanings('асеоријѕтухкмнвгпz')).toContain('aceopujstyxkmhbrnz');
    expect(meanings('тeлeгрam')).toContain('телеграм');
    expect(meanings('bатсап')).toContain('ватсап');
    expect(meanings('WhatsАрр')).toContain('whatsapp');
    // A word of one script is what it is.
    expect(meanings('сор')).toEqual(['сор']);
    expect(meanings('cop')).toEqual(['cop']);
    expect(meanings('сор cop')).toEqual(['сор cop']);
  });

  it('may be a figure or a sign between two letters or more', () => {
    expect(meanings('wh@7$4pp')).toContain('whatsapp');
    expect(meanings('v!b3r')).toContain('viber');
    expect(meanings('v1b€r')).toContain('viber');
    expect(meanings('te|egram')).toContain('telegram');
    expect(meanings('te1egram')).toContain('telegram');
    expect(meanings('5kype')).toContain('skype');
    expect(meanings('sk0pe')).toContain('skope');
    expect(meanings('a4')).toEqual(['a4']);
    expect(meanings('a1b')).toEqual(['a1b', 'aib', 'alb']);
    expect(meanings('4')).toEqual(['4']);
  });

  it('may be a figure in a Cyrillic word', () => {
    expect(meanings('теле6рам')).toContain('телебрам');
    expect(meanings('0т3ыв')).toContain('отзыв');
    expect(meanings('4ек')).toContain('чек');
    expect(meanings('т4')).toEqual(['т4']);
    expect(meanings('те2')).toEqual(['те2']);
  });
});

describe('a folded sign', () => {
  it.each([
    ['É', 'e'],
    ['ё', 'е'],
    ['Й', 'и'],
    ['ß', 'ss'],
    ['ẞ', 'ss'],
    ['ﬁ', 'fi'],
    ['１', '1'],
    ['²', '2'],
    ['㍘', '0点'],
    ['\u200b', ''],
    ['\u0301', ''],
    ['\u115f', ''],
    ['\u3164', ''],
    ['\ufe0f', ''],
    ['한', '한'],
    ['が', 'が'],
    ['漢', '漢'],
    ['-', '-'],
  ])('%s is %s', (sign, folded) => {
    expect(foldChar(sign)).toBe(folded);
  });

  it('is a letter in any script, and no figure or mark', () => {
    expect([...'aжé漢한'].every(isLetter)).toBe(true);
    expect([...'1-@ \u0301'].some(isLetter)).toBe(false);
  });
});

describe('what was spaced or dotted apart', () => {
  it.each([
    ['p.a.y.p.a.l', 'paypal'],
    ['p - a - y', 'pay'],
    ['w h @ t $ a p p', 'wh@t$app'],
    ['p a y  p a l', 'pay pal'],
    ['t a x?', 'tax?'],
    ['I p a y it', 'ipay it'],
    ['카 카오', '카 카오'],
    ['카.카.오', '카카오'],
    ['微-信', '微信'],
    ['微 - 信', '微信'],
    ['微1信', '微1信'],
    ['微    信', '微信'],
    ['微,信', '微信'],
    ['(微)信', '(微信'],
    ['p   a   y', 'pay'],
  ])('%s is read as %s', (text, meant) => {
    expect(meanings(text)).toContain(meant);
  });

  it.each([
    '1 2 3 4',
    'p.a',
    'p-a y',
    'pa y pa l',
    '微，信',
    '微。信',
    '微：信',
    '微\n信',
    '（微）信',
    '微“信”',
  ])('%j is not', (text) => {
    const [plain, ...others] = readings(text);
    expect(plain?.text).toBe(fold(text).text);
    expect(others).toEqual([]);
  });

  it('stands where it stood', () => {
    const text = 'My p a y  p a l here';
    const joined = readings(text).find((each) => each.text === 'my pay pal here');
    const at = joined?.text.indexOf('pay pal') ?? -1;
    expect(text.slice(joined?.starts[at], joined?.ends[at + 6])).toBe('p a y  p a l');
  });
});
