import { describe, expect, it, vi } from 'vitest';
import type { BuyerLanguage } from './index.ts';
import { problems, reply } from './testing/sound.ts';

// The first call compiles every pattern; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

describe('a name', () => {
  const english = { language: 'en' };
  const vars = { buyerName: 'Anna', item: 'LED' };

  it.each(['Dear', 'Mr.', 'dear friend', 'Señora', 'Herr', 'г-жа', 'Hello Sir'])(
    '“%s” is a way to address somebody, not somebody',
    (buyerName) => {
      const confirm = ['vars.buyerName'];
      expect(problems({ ...vars, buyerName }, { ...english, confirm })).toEqual({
        'vars.buyerName': 'placeholder',
      });
    },
  );

  it.each([
    'r***u',
    'Anna,',
    '8123',
    'Anna!',
    'A.',
    'N. N.',
    'Anna.',
    'anna_88',
    'Dear Anna',
    'Anna (USA)',
    'aaaa',
  ])('“%s” is asked about once, and kept where confirmed', (buyerName) => {
    expect(problems({ ...vars, buyerName }, english)).toEqual({
      'vars.buyerName': 'confirm-name',
    });
    const kept = reply({ ...vars, buyerName }, { ...english, confirm: ['vars.buyerName'] });
    expect(kept.text).toContain(`Hello ${buyerName},`);
  });

  it.each<[BuyerLanguage, string]>([
    ['en', 'ok'],
    ['en', 'first'],
    ['en', 'The last'],
    ['en', 'done.'],
    ['en', 'Vale'],
    ['ru', 'последний'],
    ['ru', 'готово'],
    ['de', 'Erste'],
    ['es', 'él'],
    ['fr', 'oui'],
    ['ko', '확인'],
  ])('%s: “%s” answers or counts, and is asked about once', (language, buyerName) => {
    const own = { ...vars, buyerName };
    expect(problems(own, { language })).toEqual({ 'vars.buyerName': 'confirm-name' });
    expect(problems(own, { language, confirm: ['vars.buyerName'] })).toEqual({ kind: 'ok' });
  });

  it.each([
    'Anna',
    'Will',
    'May',
    'Grace',
    'O’Brien',
    'Jean-Luc',
    'Ms. Smith',
    'Dr. J. Doe',
    'Ana de la Cruz',
    'Bo',
  ])('“%s” is one', (buyerName) => {
    expect(problems({ ...vars, buyerName }, english)).toEqual({ kind: 'ok' });
  });

  it.each<[BuyerLanguage, string, string]>([
    ['ru', 'item', 'lamp. We will refund 500 USD'],
    ['ru', 'item', 'лампа. Вернём всё завтра'],
    ['en', 'item', 'lamp, money back in 3 days'],
    ['en', 'shop', 'Bright Home. Write to us at any time'],
    ['de', 'item', 'Lampe, wir schicken morgen eine neue'],
    ['fr', 'buyerName', 'Anna. Votre colis arrive'],
    ['en', 'item', 'lamp; a new one is on its way'],
    ['en', 'item', 'Lamp, arrives by 5 May'],
    ['en', 'item', 'lamp – sorry for the delay'],
    ['en', 'shop', 'Bright Home, refunds in 24 hours'],
    ['fr', 'item', 'lampe, remboursée demain'],
    ['en', 'item', 'your lamp has been sent'],
    ['en', 'item', 'lamp is on its way'],
    ['en', 'item', 'lamp, you get 10% off'],
    ['ru', 'item', 'лампа уже отправлена'],
    ['ru', 'item', 'лампа в пути'],
    ['es', 'item', 'lámpara que ha sido enviada'],
    ['es', 'item', 'lámpara, 10 % de descuento'],
    ['pt-BR', 'item', 'luminária foi enviada'],
    ['fr', 'item', 'lampe qui a été expédiée'],
    ['de', 'item', 'Lampe, die verschickt wurde'],
    ['de', 'item', 'Lampe mit 10 % Rabatt'],
    ['pl', 'item', 'lampa została wysłana'],
    ['ko', 'item', '램프가 발송되었습니다'],
  ])('%s: %s “%s” tells more than a name, confirmed or not', (language, name, text) => {
    const names = { ru: 'Анна' } as Partial<Record<BuyerLanguage, string>>;
    const own = { item: 'LED', buyerName: names[language] ?? 'Anna', [name]: text };
    expect(problems(own, { language, confirm: [`vars.${name}`] })).toEqual({
      [`vars.${name}`]: 'sentence',
    });
  });

  it.each([
    'Get Well Soon card',
    'The Last of Us figure',
    'Will you marry me sign',
    'Gift for you box',
    'Keep Calm mug',
    'Black Friday T-shirt',
    'discount card holder',
    'Return of the Jedi poster',
  ])('words of a sentence in “%s” make no sentence', (item) => {
    expect(problems({ ...vars, item }, english)).toEqual({ kind: 'ok' });
  });

  it.each([
    'Dr. Martens boots',
    'cable, approx. 5 m long',
    'Kit no. 5 for St. Pauli fans',
    'A/C hose 3.5 m',
  ])('a full stop in “%s” ends no sentence', (item) => {
    expect(problems({ ...vars, item }, english)).toEqual({ kind: 'ok' });
  });

  it('with an amount in it is asked about, like words of one’s own with one', () => {
    expect(problems({ ...vars, item: 'gift card 50 USD' }, english)).toEqual({
      'vars.item': 'confirm-amount',
    });
    const cause = 'we pay 30 EUR for the delay';
    expect(problems({ ...vars, cause }, english)).toEqual({ 'vars.cause': 'confirm-amount' });
  });

  it.each<[BuyerLanguage, string]>([
    ['en', 'we will send a new one for free'],
    ['de', 'wir ersetzen das Teil sofort'],
    ['es', 'le devolveremos todo mañana'],
    ['pl', 'oddamy pieniądze jutro'],
    ['en', 'the parcel arrives on Monday'],
    ['en', 'the courier says next Tuesday'],
    ['en', '20% discount on your next order'],
    ['de', 'Paket kommt am Montag'],
    ['fr', 'le colis arrive lundi'],
    ['fr', 'livraison vendredi prochain'],
    ['es', 'llega el lunes'],
    ['pt-BR', 'chega na segunda-feira'],
    ['pl', 'dotarcie do piątku'],
  ])('%s: a cause that promises (“%s”) is asked about', (language, cause) => {
    expect(problems({ ...vars, cause }, { language })).toEqual({ 'vars.cause': 'confirm-promise' });
  });

  it.each<[BuyerLanguage, string]>([
    ['en', 'before Easter 2020'],
    ['en', 'promised delivery before 1 November 2020'],
    ['en', 'the shop was to send it by 3 May 2019'],
    ['de', 'Lieferung vor Ostern 2020'],
    ['fr', 'livraison promise avant Pâques 2020'],
    ['es', 'entrega antes de Navidad de 2019'],
    ['pl', 'paczka miała dotrzeć przed świętami 2020'],
  ])(
    '%s: a cause with a day by which it was to be done, long over (“%s”), is asked about',
    (language, cause) => {
      expect(problems({ ...vars, cause }, { language })).toEqual({ 'vars.cause': 'confirm-over' });
    },
  );

  it.each<[BuyerLanguage, string]>([
    ['en', 'the carrier has held it since 1 November 2020'],
    ['de', 'Streik der Post seit Ostern 2020'],
  ])('%s: a cause that only tells when it began (“%s”) is none', (language, cause) => {
    expect(problems({ ...vars, cause }, { language })).toEqual({ kind: 'ok' });
  });

  it.each<[BuyerLanguage, string]>([
    ['en', 'held since Monday'],
    ['en', 'the strike began on Friday'],
    ['en', 'the parcel came back to us last week'],
    ['en', 'the carrier works only from Monday to Friday'],
    ['de', 'Streik seit Montag'],
    ['de', 'am Montag war Feiertag'],
    ['fr', 'grève depuis lundi'],
    ['es', 'huelga desde el lunes'],
    ['pl', 'strajk od poniedziałku'],
  ])('%s: a weekday that is told (“%s”) promises nothing', (language, cause) => {
    expect(problems({ ...vars, cause }, { language })).toEqual({ kind: 'ok' });
  });

  it('a plan of one’s own may promise: its day stands beside it', () => {
    const plan = 'we send the missing screws at our cost';
    const own = { ...vars, plan, evidence: 'photos-packed', cause: 'not-shown' };
    const found = problems(own, { language: 'en', situation: 'decline-with-plan' });
    expect(found['vars.plan']).toBeUndefined();
  });
});

describe('a number nobody gave', () => {
  const english = { language: 'en' };
  const vars = { buyerName: 'Anna', item: 'LED' };
  it.each(['0', '000', '0000-0000', '1', '12345', '1234567890', '99999999'])('%s', (orderId) => {
    expect(problems({ ...vars, orderId }, english)).toEqual({ 'vars.orderId': 'placeholder' });
  });
  it.each([
    '1.10002E+15',
    '8,12346E+15',
    '8123456789012345.0',
    '########',
    '#REF!',
    '2026-11-20',
    '11/20/2026',
  ])('%s is what a spreadsheet left of one', (orderId) => {
    expect(problems({ ...vars, orderId }, english)).toEqual({ 'vars.orderId': 'id-spoilt' });
  });
  it.each([
    'order 8123456789012345',
    'Order No. 8123456789012345',
    'no. 8123456789012345',
    'ORDER 8123456789012345',
    'Bestellung 8123',
  ])('“%s” brings a word the reply says itself', (orderId) => {
    expect(problems({ ...vars, orderId }, english)).toEqual({ 'vars.orderId': 'id' });
  });
  it.each(['INV 2026 001', 'LP 0012 3456 78 CN', 'UPS-1Z999', 'a1b2 c3'])(
    '“%s” has letters of its own',
    (orderId) => {
      expect(problems({ ...vars, orderId }, english)).toEqual({ kind: 'ok' });
    },
  );

  it.each([
    [{ tracking: '8123456789012345' }, 'vars.tracking'],
    [{ orderId: 'LP00123456789CN', tracking: 'lp-00123456789-cn' }, 'vars.tracking'],
    [{ buyerName: 'Bright Home', shop: 'Bright Home' }, 'vars.shop'],
    [{ buyerName: 'Anna', item: 'anna' }, 'vars.item'],
  ])('what stands in another field already is asked about: %j', (same, path) => {
    const late = { ...english, situation: 'inr-in-transit' };
    const own = { ...vars, tracking: 'LP1', cause: 'customs-check', days: 5, ...same };
    expect(problems(own, late)).toEqual({ [path]: 'confirm-same' });
    expect(problems(own, { ...late, confirm: [path] })).toEqual({ kind: 'ok' });
  });

  it.each(['our shop', 'the seller', 'this store', 'your shop'])(
    '“%s” is no shop’s name',
    (shop) => {
      expect(problems({ ...vars, shop }, english)).toEqual({ 'vars.shop': 'placeholder' });
    },
  );

  it('that a spreadsheet may have rounded is asked about', () => {
    const orderId = '8123456789012000';
    expect(problems({ ...vars, orderId }, english)).toEqual({
      'vars.orderId': 'confirm-id-rounded',
    });
    expect(reply({ ...vars, orderId }, { ...english, confirm: ['vars.orderId'] }).text).toContain(
      orderId,
    );
  });
});
