import { describe, expect, it, vi } from 'vitest';
import type { GuardRule } from '../reply-guard/index.ts';
import { tellingWords } from '../reply-guard/tongue.ts';
import { mayBeAnother } from '../shared/telling-words.ts';
import type { BuyerLanguage } from './index.ts';
import { content, library, problems, reply, sound } from './testing/sound.ts';

// The first call compiles every pattern; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

describe('a writing the buyer does not read', () => {
  it.each<[BuyerLanguage, string, string]>([
    ['ru', 'item', '台灯'],
    ['ru', 'buyerName', '王小明'],
    ['ru', 'shop', '明亮家居'],
    ['ru', 'item', '램프'],
    ['ko', 'item', 'лампа'],
    ['ko', 'item', '台灯'],
    ['de', 'buyerName', 'Анна'],
    ['pt-BR', 'item', 'Luminária 台灯'],
    ['pl', 'item', 'مصباح'],
    ['en', 'shop', 'Светлый дом'],
  ])('%s: %s “%s” is asked about once, and kept where confirmed', (language, name, text) => {
    const words = { ru: 'Анна', ko: '하늘' } as Partial<Record<BuyerLanguage, string>>;
    const base = { buyerName: words[language] ?? 'Anna', item: 'LED', [name]: text };
    // Polish greets without a name, so it does not ask for one.
    const path = `vars.${name}`;
    expect(problems(base, { language })).toEqual({ [path]: 'confirm-writing' });
    expect(reply(base, { language, confirm: [path] }).text).toContain(text);
    expect(problems(base, { language, confirm: ['vars.orderId'] })).toEqual({
      [path]: 'confirm-writing',
    });
  });

  it('is asked about in the settings too', () => {
    const settings = { shop: '明亮家居', signature: '李娜' };
    expect(problems({ shop: '' }, { settings })).toEqual({
      'settings.shop': 'confirm-writing',
      'settings.signature': 'confirm-writing',
    });
    const confirm = ['settings.shop', 'settings.signature'];
    expect(reply({ shop: '' }, { settings, confirm }).text).toMatch(/明亮家居\n李娜$/u);
    expect(problems({ shop: '' }, { settings: { shop: '{{shop}}' } })).toEqual({
      'settings.shop': 'placeholder',
    });
  });

  it('cannot be confirmed for a field the reply does not have', () => {
    expect(problems({}, { confirm: ['vars.colour'] })).toEqual({ confirm: 'unknown-variable' });
  });

  it.each<[BuyerLanguage, string]>([
    ['ru', '海关查验包裹'],
    ['ru', 'customs is checking'],
    ['ru', 'перевозчик потерял 包裹'],
    ['ko', 'customs is checking'],
    ['ko', '海關 검사 중입니다'],
    ['de', 'таможня проверяет'],
    ['es', '海关查验'],
  ])('%s: “%s” is no cause, confirmed or not', (language, cause) => {
    const vars = { cause, ...(language === 'ru' ? {} : { buyerName: 'Anna', item: 'LED' }) };
    expect(problems(vars, { language, confirm: ['vars.cause'] })).toEqual({
      'vars.cause': 'own-words',
    });
  });
});

describe('a language the buyer does not read, in letters the buyer does', () => {
  it.each<[BuyerLanguage, string]>([
    ['fr', 'the parcel is held at customs'],
    ['de', 'the post is on strike'],
    ['es', 'das Paket wird vom Zoll geprüft'],
    ['en', 'paczka jest w urzędzie celnym'],
    ['pt-BR', 'we have not packed it for the long way'],
    ['pl', 'la aduana retiene el paquete'],
    ['es', 'o pacote está retido na alfândega'],
    ['en', 'le colis est à la douane'],
    ['fr', 'der Fahrer hat das Paket nicht gefunden'],
    ['de', 'na poczcie jest strajk, a paczka nie została nadana'],
  ])('%s: “%s” is no cause, confirmed or not', (language, cause) => {
    expect(
      problems({ cause, buyerName: 'Anna', item: 'LED' }, { language, confirm: ['vars.cause'] }),
    ).toEqual({ 'vars.cause': 'own-words' });
  });

  it.each<[BuyerLanguage, string]>([
    ['fr', 'La Poste est en grève'],
    ['de', 'die Post streikt'],
    ['es', 'huelga de correos en la ciudad'],
    ['pt-BR', 'greve dos correios em São Paulo'],
    ['pl', 'strajk na poczcie'],
    ['en', 'a strike of the Deutsche Post in Hamburg'],
    ['en', 'delivery was due last week'],
    ['en', 'due last week'],
    ['fr', 'grève chez Deutsche Post'],
    ['es', 'retraso de DHL Express'],
  ])('%s: “%s” is one', (language, cause) => {
    expect(problems({ cause, buyerName: 'Anna', item: 'LED' }, { language })).toEqual({
      kind: 'ok',
    });
  });

  it.each<[BuyerLanguage, string]>([
    ['fr', 'Paket beim Zoll'],
    ['fr', 'Retard : Paket beim Zoll, nous attendons'],
    ['es', 'customs inspection'],
    ['de', 'grève du transporteur'],
    ['pl', 'Zoll prüft Paket'],
  ])('%s: “%s” is asked about once as a cause', (language, cause) => {
    const vars = { cause, buyerName: 'Anna', item: 'LED' };
    expect(problems(vars, { language })).toEqual({ 'vars.cause': 'confirm-language' });
    expect(problems(vars, { language, confirm: ['vars.cause'] })).toEqual({ kind: 'ok' });
  });

  it.each<[BuyerLanguage, string, string]>([
    ['en', 'item', 'Schreibtischlampe mit zwei Köpfen'],
    ['en', 'cause', 'die Post streikt seit Montag'],
    ['fr', 'item', 'lámpara de mesa'],
    ['en', 'item', 'rote Schuhe'],
    ['es', 'item', 'chaussures rouges'],
    ['de', 'item', 'zapatos de mujer'],
    ['pl', 'item', 'scarpe rosse'],
    ['pt-BR', 'item', 'red shoes'],
    ['es', 'item', 'Ladekabel USB-C'],
    ['fr', 'item', 'tanie buty damskie'],
    ['en', 'item', 'fone de ouvido'],
    ['ru', 'item', 'lámpara de mesa'],
    ['de', 'cause', 'huelga desde el lunes'],
    ['en', 'item', 'gafas de sol'],
    ['fr', 'item', 'Sonnenbrille'],
    ['es', 'item', 'óculos de sol'],
    ['de', 'item', 'okulary przeciwsłoneczne'],
    ['ru', 'item', 'Küchenmesser'],
    ['en', 'item', 'laarzen'],
    ['en', 'item', 'spatola in silicone'],
    ['en', 'item', 'mestolo in legno'],
    ['en', 'item', 'tazza a righe'],
    ['fr', 'item', 'lampada a led'],
    ['en', 'item', 'zapatos a rayas'],
    ['pl', 'item', 'jalapeño'],
  ])('%s: %s “%s” is too short to be sure of, and asked about', (language, name, text) => {
    const names = { ru: 'Анна' } as Partial<Record<BuyerLanguage, string>>;
    const vars = { item: 'LED', buyerName: names[language] ?? 'Anna', [name]: text };
    const found = problems(vars, { language })[`vars.${name}`];
    expect(['confirm-language', 'own-words']).toContain(found);
  });

  it.each<[BuyerLanguage, string]>([
    ['en', 'Nike Air Force 1'],
    ['en', 'LED desk lamp with two heads'],
    ['de', 'Schreibtischlampe mit zwei Köpfen'],
    ['de', 'Smart Watch Set, schwarz'],
    ['es', 'lámpara de mesa'],
    ['fr', 'robe rouge taille 38'],
    ['pt-BR', 'fone de ouvido sem fio'],
    ['pl', 'kabel USB-C, 2 m'],
    ['ru', 'Xiaomi Mi Band 8'],
    ['ru', 'LED desk lamp'],
  ])('%s: “%s” is a name of goods there', (language, item) => {
    const names = { ru: 'Анна' } as Partial<Record<BuyerLanguage, string>>;
    expect(problems({ item, buyerName: names[language] ?? 'Anna' }, { language })).toEqual({
      kind: 'ok',
    });
  });

  it('is not suspected in names of goods of many kinds, nor in causes in the buyer’s own words', () => {
    const goods: Partial<Record<BuyerLanguage, readonly string[]>> = {
      en: ['Yoga mat', 'Garden hose 20 m', 'Dog collar with GPS', 'Kitchen knife set (5 pcs.)'],
      de: ['Damenkleid Größe M', 'Powerbank 10.000 mAh', 'Wandregal', 'Auto-Ladegerät'],
      fr: ['robe d’été taille M', 'montre connectée', 'boîte de rangement', 'porte-clés'],
      es: ['red de pesca', 'collar de perro', 'cargador de coche', 'caja organizadora'],
      'pt-BR': ['rede de pesca', 'caixa de som', 'tapete de yoga', 'carregador veicular'],
      pl: ['mata do jogi', 'smycz dla psa', 'etui na telefon', 'pudełko'],
    };
    const causes: Partial<Record<BuyerLanguage, readonly string[]>> = {
      en: ['customs opened the box', 'heavy snow in Poland', 'our supplier sent the wrong colour'],
      de: ['Schnee in Polen hält den Lkw auf', 'Das Etikett hat sich im Regen gelöst'],
      fr: ['la poste est en grève', 'l’étiquette s’est décollée sous la pluie'],
      es: ['correos está en huelga', 'la etiqueta se despegó con la lluvia'],
      'pt-BR': ['os correios estão em greve', 'a alfândega abriu o pacote'],
      pl: ['poczta strajkuje', 'etykieta odkleiła się w deszczu'],
    };
    for (const [name, all] of Object.entries({ item: goods, cause: causes }))
      for (const [language, texts] of Object.entries(all))
        for (const text of texts)
          expect(
            problems({ buyerName: 'Anna', item: 'LED', [name]: text }, { language }),
            text,
          ).toEqual({ kind: 'ok' });
  });

  it('is asked about once in a text, and never in a name', () => {
    const item = 'Lampe de bureau avec la prise';
    const base = { buyerName: 'Ana de la Cruz y del Río' };
    expect(problems({ ...base, item }, { language: 'en' })).toEqual({
      'vars.item': 'confirm-language',
    });
    expect(problems({ ...base, item }, { language: 'en', confirm: ['vars.item'] })).toEqual({
      kind: 'ok',
    });
    expect(problems({ ...base, item: 'Nike Air Force 1' }, { language: 'fr' })).toEqual({
      kind: 'ok',
    });
  });
});

describe('a language nobody writes replies in', () => {
  it.each<[BuyerLanguage, string]>([
    ['de', 'het pakket is door de douane aangehouden'],
    ['en', 'paket gümrükte ve bir hafta daha sürecek'],
    ['en', 'gói hàng của bạn đang được hải quan kiểm tra'],
    ['fr', 'paket sedang diperiksa dan akan dikirim lagi'],
    ['pl', 'balík byl zadržen na celnici a bude propuštěn'],
    ['es', 'paketet är hos tullen och har inte kommit fram'],
    ['pt-BR', 'il pacco è fermo alla dogana da tre giorni'],
    ['ru', 'посилка ще на митниці, і ми чекаємо'],
  ])('%s: “%s” is asked about once as a cause, and never said to be ready', (language, cause) => {
    const vars = { cause, buyerName: 'Anna', item: 'LED', ...(language === 'ru' && sound.vars) };
    const own = { ...vars, cause };
    expect(['own-words', 'confirm-language']).toContain(problems(own, { language })['vars.cause']);
  });

  it('is asked about once in a name of goods, and never in a person’s name', () => {
    const item = 'bureaulamp met het snoer van zwart katoen';
    expect(problems({ buyerName: 'Jan van de Berg', item }, { language: 'de' })).toEqual({
      'vars.item': 'confirm-language',
    });
    const kept = { language: 'de', confirm: ['vars.item'] };
    expect(reply({ buyerName: 'Jan van de Berg', item }, kept).warnings).toEqual([]);
  });
});

it('what the library itself writes is never taken for another language', () => {
  const { parts, scripts } = library;
  const telling = tellingWords(
    content.collection<GuardRule>('guards').get('other-language') as GuardRule,
  );
  const written = [...scripts.values()].flatMap(({ blocks, variables }) => [
    ...blocks.flatMap(({ text, warm, plain }) => [text, warm, plain]),
    ...variables.flatMap((entry) =>
      typeof entry === 'object' && Array.isArray(entry.options)
        ? entry.options.map(({ text }) => text)
        : [],
    ),
  ]);
  const texts = [...written, ...parts.causes.map(({ text }) => text)].filter(
    (text) => text !== undefined,
  );
  expect(texts.length).toBeGreaterThan(400);
  for (const language of ['en', 'es', 'pt-BR', 'fr', 'de', 'pl'] as const)
    for (const text of texts) {
      const plain = text[language].replace(/\{\{?[^}]*\}?\}/gu, '');
      expect(mayBeAnother(plain, language, telling), plain).toBe(false);
    }
});
