import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { loadTemporal } from '../shared/time.ts';
import { createContrasts } from './contrasts.ts';
import { toCyrillic } from './latin-russian.ts';
import { languageOf, languagesIn } from './languages.ts';
import { createLikeness } from './likeness.ts';
import { slipReader } from './slips.ts';
import { tokensOf } from './tokens.ts';
import { readerOf } from './tool.ts';

await loadTemporal();
const read = readerOf(openContent(join(import.meta.dirname, '../../content')));
const found = (text: string) => {
  const result = read({ text }, '2026-11-21T00:00:00Z');
  if (result.kind !== 'ok') throw new Error(text);
  return result.candidates.map(({ situation }) => situation);
};

describe('Russian in Latin letters', () => {
  it.each([
    ['posylka', 'посилка'],
    ['zakaz', 'заказ'],
    ['uzhe', 'уже'],
    ['eshche', 'еще'],
    ['moy', 'мои'],
    ['moya', 'моя'],
    ['prishla', 'пришла'],
    ['eto', 'это'],
    ['tsvet', 'цвет'],
    ['xl', 'xl'],
    ['dhl', 'dhl'],
  ])('%s is %s, folded as cues are', (latin, cyrillic) => {
    // ы has no letter of its own there: the reader of slips takes и for it.
    expect(toCyrillic(latin).replaceAll('ы', 'и')).toBe(cyrillic);
  });
  it('is told from its neighbours, and read as Russian', () => {
    const text = 'zdravstvuyte, posylka ne prishla, gde moy zakaz';
    expect(languagesIn(text)).toEqual(['ru']);
    expect(languageOf(text)).toBe('ru');
    expect(found(text)[0]).toBe('inr-in-transit');
    for (const other of [
      'nie dostalem paczki, gdzie jest moje zamowienie',
      'je ne vois pas mon colis, que faire',
      'where is my parcel, not here yet',
      'no llega mi pedido',
    ])
      expect(languagesIn(other), other).not.toContain('ru');
  });
});

describe('words that are put together', () => {
  const reader = slipReader({ words: new Set(), stems: new Set() }, (word) =>
    ['bewohner', 'kabel', 'ladekabel'].includes(word),
  );
  it('are read as what stands at their end, where that is long enough and they are unknown', () => {
    expect(reader('hausbewohner')).toContain('bewohner');
    expect(reader('ladekabel')).toEqual(['ladekabel']);
    expect(reader('usbkabel')).toEqual(['usbkabel']);
  });
});

describe('contrasts', () => {
  const cues = (text: string) => createContrasts([])(tokensOf(text)).map(({ cue }) => cue);
  it('are two months, however they are bent or written', () => {
    expect(cues('zamowione w sierpniu, mamy listopad')).toContain('two-months');
    expect(cues('заказ от 3 августа, а уже ноябрь')).toContain('two-months');
    expect(cues('8月下的单，现在11月')).toContain('two-months');
    expect(cues('May I ask, maybe by mail?')).not.toContain('two-months');
    expect(cues('ordered in June, it is still June')).not.toContain('two-months');
  });
  it('are numbers of pieces in words, and no figures of a day', () => {
    expect(cues('statt acht nur sechs')).toContain('fewer');
    expect(cues('comprei em 10/03 e nada')).not.toContain('fewer');
    expect(cues('bought 10 got 3')).toContain('fewer');
  });
  it('are sizes, and an s behind a figure is none', () => {
    expect(cues('size 42, came 39')).toContain('two-sizes');
    expect(cues('I wear M, they are 39s')).not.toContain('two-sizes');
  });
});

describe('likeness', () => {
  it('is less where more of a text stands in no sentence', () => {
    const like = createLikeness(['snad-damaged | the vase is broken', 'none | good morning']);
    const of = (text: string) => like(tokensOf(text)).situations.get('snad-damaged') ?? 0;
    expect(of('the vase is broken')).toBeGreaterThan(of('the vase is broken xyzzy plugh quux'));
  });
  it.each(['hi there, anyone home?', 'buenas, estás ahí?', 'Xyzzy plugh quux'])(
    'decides nothing by greetings and small words: %s',
    (text) => expect(found(text)).toEqual([]),
  );
});
