import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { parseMoment, readZone } from '../parse-moment.ts';
import { setTemporal } from '../time.ts';

setTemporal(Temporal);
const context = { zone: 'Asia/Tokyo', asOf: '2026-11-21T22:00:00Z' };

/**
 * What stands behind `2026-11-20 23:15`, and its offset that day (winter in the north, summer in the
 * south). The offsets are those of the IANA data; nothing here comes from the reader.
 */
const WINTER: [string, string][] = [
  ['UTC', '+00:00'],
  ['utc', '+00:00'],
  ['GMT', '+00:00'],
  ['gmt', '+00:00'],
  ['Z', '+00:00'],
  ['z', '+00:00'],
  ['(UTC)', '+00:00'],
  ['Greenwich Mean Time', '+00:00'],
  ['Coordinated Universal Time', '+00:00'],
  ['世界协调时', '+00:00'],
  ['格林威治时间', '+00:00'],
  ['по Гринвичу', '+00:00'],
  ['零时区', '+00:00'],
  ['UTC+8', '+08:00'],
  ['utc+8', '+08:00'],
  ['UTC +8', '+08:00'],
  ['UTC+08', '+08:00'],
  ['UTC+0800', '+08:00'],
  ['UTC+08:00', '+08:00'],
  ['(UTC+08:00)', '+08:00'],
  ['［UTC＋８］', '+08:00'],
  ['GMT+8', '+08:00'],
  ['gmt+8', '+08:00'],
  ['GMT-8', '-08:00'],
  ['UTC−8', '-08:00'],
  ['UTC–3', '-03:00'],
  ['UTC-3:30', '-03:30'],
  ['UTC+5:45', '+05:45'],
  ['+0800', '+08:00'],
  ['+08:00', '+08:00'],
  ['+08', '+08:00'],
  ['-0330', '-03:30'],
  ['-08:00', '-08:00'],
  ['(+03:00)', '+03:00'],
  ['MSK', '+03:00'],
  ['msk', '+03:00'],
  ['МСК', '+03:00'],
  ['мск', '+03:00'],
  ['(МСК)', '+03:00'],
  ['MSK+2', '+05:00'],
  ['МСК+2', '+05:00'],
  ['мск+7', '+10:00'],
  ['MSK-1', '+02:00'],
  ['Moscow', '+03:00'],
  ['moscow', '+03:00'],
  ['MOSCOW TIME', '+03:00'],
  ['Moscow time', '+03:00'],
  ['(Moscow time)', '+03:00'],
  ['по московскому времени', '+03:00'],
  ['По Московскому Времени', '+03:00'],
  ['по Москве', '+03:00'],
  ['время московское', '+03:00'],
  ['московское время', '+03:00'],
  ['московского времени', '+03:00'],
  ['莫斯科时间', '+03:00'],
  ['莫斯科', '+03:00'],
  ['（莫斯科时间）', '+03:00'],
  ['hora de Moscú', '+03:00'],
  ['horário de Moscou', '+03:00'],
  ['heure de Moscou', '+03:00'],
  ['Moskauer Zeit', '+03:00'],
  ['czasu moskiewskiego', '+03:00'],
  ['모스크바 시간', '+03:00'],
  ['北京时间', '+08:00'],
  ['北京時間', '+08:00'],
  ['（北京时间）', '+08:00'],
  ['北京', '+08:00'],
  ['中国时间', '+08:00'],
  ['中国标准时间', '+08:00'],
  ['上海时间', '+08:00'],
  ['深圳', '+08:00'],
  ['东八区', '+08:00'],
  ['东8区', '+08:00'],
  ['東八區', '+08:00'],
  ['东八区时间', '+08:00'],
  ['西八区', '-08:00'],
  ['西五区', '-05:00'],
  ['东十区', '+10:00'],
  ['Beijing time', '+08:00'],
  ['beijing', '+08:00'],
  ['China time', '+08:00'],
  ['China Standard Time', '+08:00'],
  ['пекинское время', '+08:00'],
  ['по пекинскому времени', '+08:00'],
  ['по Пекину', '+08:00'],
  ['hora de Pekín', '+08:00'],
  ['horário de Pequim', '+08:00'],
  ['heure de Pékin', '+08:00'],
  ['베이징 시간', '+08:00'],
  ['중국 시간', '+08:00'],
  ['Hong Kong time', '+08:00'],
  ['香港时间', '+08:00'],
  ['HKT', '+08:00'],
  ['Taipei', '+08:00'],
  ['Singapore time', '+08:00'],
  ['SGT', '+08:00'],
  ['MYT', '+08:00'],
  ['PHT', '+08:00'],
  ['AWST', '+08:00'],
  ['PST', '-08:00'],
  ['pst', '-08:00'],
  ['(PST)', '-08:00'],
  ['PT', '-08:00'],
  ['pt', '-08:00'],
  ['Pacific Time', '-08:00'],
  ['Pacific', '-08:00'],
  ['US Pacific', '-08:00'],
  ['US Pacific Time', '-08:00'],
  ['Pacific Standard Time', '-08:00'],
  ['美西时间', '-08:00'],
  ['美西', '-08:00'],
  ['美国西部时间', '-08:00'],
  ['美国太平洋时间', '-08:00'],
  ['太平洋时间', '-08:00'],
  ['太平洋标准时间', '-08:00'],
  ['洛杉矶时间', '-08:00'],
  ['加州时间', '-08:00'],
  ['Los Angeles', '-08:00'],
  ['los angeles time', '-08:00'],
  ['по тихоокеанскому времени', '-08:00'],
  ['EST', '-05:00'],
  ['est', '-05:00'],
  ['ET', '-05:00'],
  ['et', '-05:00'],
  ['Eastern', '-05:00'],
  ['eastern', '-05:00'],
  ['Eastern Time', '-05:00'],
  ['US Eastern', '-05:00'],
  ['Eastern Standard Time', '-05:00'],
  ['美东时间', '-05:00'],
  ['纽约时间', '-05:00'],
  ['New York', '-05:00'],
  ['new york time', '-05:00'],
  ['hora de Nueva York', '-05:00'],
  ['Central Time', '-06:00'],
  ['Central Standard Time', '-06:00'],
  ['Chicago', '-06:00'],
  ['Mountain Time', '-07:00'],
  ['MT', '-07:00'],
  ['AKST', '-09:00'],
  ['HST', '-10:00'],
  ['BRT', '-03:00'],
  ['horário de Brasília', '-03:00'],
  ['hora de Brasília', '-03:00'],
  ['São Paulo', '-03:00'],
  ['圣保罗时间', '-03:00'],
  ['hora de Buenos Aires', '-03:00'],
  ['hora de Bogotá', '-05:00'],
  ['hora de Lima', '-05:00'],
  ['hora de Ciudad de México', '-06:00'],
  ['CET', '+01:00'],
  ['cet', '+01:00'],
  ['MEZ', '+01:00'],
  ['Central European Time', '+01:00'],
  ['central european time', '+01:00'],
  ['Berlin', '+01:00'],
  ['Berliner Zeit', '+01:00'],
  ['德国时间', '+01:00'],
  ['deutsche Zeit', '+01:00'],
  ['Madrid', '+01:00'],
  ['hora de Madrid', '+01:00'],
  ['hora peninsular', '+01:00'],
  ['heure de Paris', '+01:00'],
  ['(heure de Paris)', '+01:00'],
  ['法国时间', '+01:00'],
  ['парижское время', '+01:00'],
  ['czas Warszawy', '+01:00'],
  ['波兰时间', '+01:00'],
  ['Italian time', '+01:00'],
  ['EET', '+02:00'],
  ['по Киеву', '+02:00'],
  ['SAST', '+02:00'],
  ['TRT', '+03:00'],
  ['Turkey time', '+03:00'],
  ['по Минску', '+03:00'],
  ['YEKT', '+05:00'],
  ['по Екатеринбургу', '+05:00'],
  ['по Новосибирску', '+07:00'],
  ['VLAT', '+10:00'],
  ['Dubai', '+04:00'],
  ['PKT', '+05:00'],
  ['India time', '+05:30'],
  ['印度时间', '+05:30'],
  ['WIB', '+07:00'],
  ['ICT', '+07:00'],
  ['KST', '+09:00'],
  ['kst', '+09:00'],
  ['한국 시간', '+09:00'],
  ['한국시간', '+09:00'],
  ['서울 시간', '+09:00'],
  ['韩国时间', '+09:00'],
  ['首尔时间', '+09:00'],
  ['JST', '+09:00'],
  ['日本时间', '+09:00'],
  ['Tokyo time', '+09:00'],
  ['AEDT', '+11:00'],
  ['Sydney', '+11:00'],
  ['NZDT', '+13:00'],
  ['London', '+00:00'],
  ['UK time', '+00:00'],
  ['英国时间', '+00:00'],
  ['伦敦时间', '+00:00'],
  ['WET', '+00:00'],
  ['Asia/Shanghai', '+08:00'],
  ['asia/shanghai', '+08:00'],
  ['[ASIA/SHANGHAI]', '+08:00'],
  ['America/Los_Angeles', '-08:00'],
  ['america/los_angeles', '-08:00'],
  ['America/Argentina/Buenos_Aires', '-03:00'],
  ['Etc/GMT-8', '+08:00'],
  ['PST (UTC-8)', '-08:00'],
  ['(GMT+8) Beijing', '+08:00'],
  ['CST (北京时间)', '+08:00'],
  ['CST, UTC+8', '+08:00'],
  ['IST (UTC+5:30)', '+05:30'],
  ['MSK, по московскому времени', '+03:00'],
];

/** Names of several zones: each is offered, the earliest instant first. */
const SEVERAL: [string, string, string[]][] = [
  ['CST', 'zone', ['+08:00', '-06:00']],
  ['cst', 'zone', ['+08:00', '-06:00']],
  ['CT', 'zone', ['+08:00', '-06:00']],
  ['IST', 'zone', ['+05:30', '+02:00', '+00:00']],
  ['BST', 'zone', ['+06:00', '+00:00']],
  ['AST', 'zone', ['+03:00', '-04:00']],
  ['MST', 'zone', ['+08:00', '-07:00']],
  ['美国时间', 'zone', ['-05:00', '-06:00', '-07:00', '-08:00']],
  ['美國時間', 'zone', ['-05:00', '-06:00', '-07:00', '-08:00']],
  ['US time', 'zone', ['-05:00', '-06:00', '-07:00', '-08:00']],
  ['Russian time', 'zone', ['+10:00', '+07:00', '+05:00', '+03:00']],
  ['俄罗斯时间', 'zone', ['+10:00', '+07:00', '+05:00', '+03:00']],
  ['巴西时间', 'zone', ['-03:00', '-04:00']],
  ['hora de España', 'zone', ['+01:00', '+00:00']],
  ['Australian time', 'zone', ['+11:00', '+08:00']],
  ['PST 北京时间', 'zones', ['+08:00', '-08:00']],
  ['UTC+8 MSK', 'zones', ['+08:00', '+03:00']],
  ['-08:00[Asia/Shanghai]', 'zones', ['+08:00', '-08:00']],
  ['AEST', 'season', ['+11:00', '+10:00']],
  ['PDT', 'season', ['-07:00', '-08:00']],
  ['CEST', 'season', ['+02:00', '+01:00']],
  ['Eastern Daylight Time', 'season', ['-04:00', '-05:00']],
];

/** No zone the reader may take: the word stands in the answer. */
const REFUSED: [string, string][] = [
  ['XYZ', 'XYZ'],
  ['UTC+20', 'utc+20'],
  ['UTC+15', 'utc+15'],
  ['Asia/Nowhere', 'asia/nowhere'],
  ['德国', '德国'],
  ['Germany', 'Germany'],
  ['俄罗斯', '俄罗斯'],
  ['Brasil', 'Brasil'],
  ['somewhere', 'somewhere'],
  ['Narnia time', 'Narnia'],
  ['по марсианскому времени', 'марсианскому'],
  ['火星时间', '火星'],
];

const expected = (offset: string) =>
  new Date(`2026-11-20T23:15:00${offset}`).toISOString().replace('.000Z', 'Z');

describe('a zone behind a time', () => {
  it.each(WINTER)('%s is %s', (zone, offset) => {
    const parsed = parseMoment(`2026-11-20 23:15 ${zone}`, context);
    expect(parsed.kind).toBe('moment');
    expect(parsed.readings.map(({ at }) => at)).toEqual([expected(offset)]);
    expect(parsed.zoneGiven).toBe(true);
  });

  it.each(SEVERAL)('%s is asked: %s %j', (zone, why, offsets) => {
    const parsed = parseMoment(`2026-11-20 23:15 ${zone}`, context);
    expect(parsed).toMatchObject({ kind: 'ambiguous', why });
    expect(parsed.readings.map(({ at }) => at)).toEqual(offsets.map(expected));
  });

  it.each(REFUSED)('%s is refused by its name', (zone, word) => {
    const parsed = parseMoment(`2026-11-20 23:15 ${zone}`, context);
    expect(parsed.kind).toBe('unreadable');
    expect(parsed.kind === 'unreadable' && parsed.why).toMatch(/^unknown-/);
    expect(parsed.understood.values['word']).toBe(word);
  });

  it('stands before the time, too, where it can be nothing else', () => {
    for (const [text, offset] of [
      ['PST 2026-11-20 23:15', '-08:00'],
      ['北京时间2026年11月20日23:15', '+08:00'],
      ['(UTC+03:00) 2026-11-20 23:15', '+03:00'],
      ['Moscow time: 20.11.2026 23:15', '+03:00'],
      ['по московскому времени 20.11.2026 23:15', '+03:00'],
    ] as const)
      expect([text, parseMoment(text, context).readings.map(({ at }) => at)]).toEqual([
        text,
        [expected(offset)],
      ]);
    // A buyer's country is no clock, and neither is a word of everyday language.
    for (const text of [
      '买家国家：巴西，时间：2026-11-20 23:15',
      'Germany 2026-11-20 23:15',
      'est 2026-11-20 23:15',
      'et 2026-11-20 23:15',
    ])
      expect([text, parseMoment(text, context).kind]).toEqual([text, 'unreadable']);
  });
});

describe('the clock of a person or a place nobody named', () => {
  const pacific = { asOf: '2026-11-28T00:00:00Z', zone: 'America/Los_Angeles' };
  it.each([
    '当地时间',
    '本地时间',
    '买家时间',
    '卖家时间',
    'local time',
    'my time',
    'our clock',
    'your time',
    'eBay time',
    '我的时间',
    '我们时间',
    '你的时间',
    '对方时间',
    '우리 시간',
    '내 시간',
    'у нас',
    'у вас',
    'у покупателя',
    'по нашему времени',
    'наше время',
    'su hora',
    'mi hora',
    'seu horário',
    'nosso horário',
    'votre heure',
    'mon heure',
    'ihre Zeit',
    'unsere Zeit',
    'mój czas',
    'buyer time',
    'seller time',
    'по местному времени',
    'по времени покупателя',
    'hora local',
    'hora del comprador',
    'heure locale',
    'Ortszeit',
    'czasu lokalnego',
    '현지 시간',
  ])('%s is refused, never taken for the platform’s', (whose) => {
    expect(parseMoment(`2026-11-20 20:15 ${whose}`, pacific)).toMatchObject({
      kind: 'unreadable',
      why: 'unknown-zone',
    });
  });

  it.each([
    'Buyer opened dispute at 2026-11-20 20:15',
    '买家提起纠纷时间：2026-11-20 20:15',
    '2026-11-20 20:15 平台时间',
    'Your dispute was opened 2026-11-20 20:15',
    'Our dispute on eBay 2026-11-20 20:15',
    '我的纠纷 2026-11-20 20:15',
    '对方提起 2026-11-20 20:15',
    'Открыт у вас 20.11.2026 20:15',
    '2026-11-20 20:15 AliExpress time',
    '2026-11-20 20:15 LA time',
    '2026-11-20 20:15, local time, PST',
  ])('%s says no such thing', (text) => {
    expect(parseMoment(text, pacific)).toMatchObject({
      kind: 'moment',
      readings: [{ at: '2026-11-21T04:15:00Z' }],
    });
  });
});

describe('the clock of a platform or a city by its short name', () => {
  it.each([
    ['Ozon time', '+03:00'],
    ['время Озон', '+03:00'],
    ['ozon时间', '+03:00'],
    ['AliExpress time', '-08:00'],
    ['速卖通时间', '-08:00'],
    ['LA time', '-08:00'],
  ])('%s is %s', (zone, offset) => {
    expect(parseMoment(`2026-11-20 23:15 ${zone}`, context)).toMatchObject({
      kind: 'moment',
      zoneGiven: true,
      readings: [{ at: expected(offset) }],
    });
  });
});

describe('a zone alone', () => {
  const ZONES: [string, string][] = [
    ['北京', 'Asia/Shanghai'],
    ['北京时间', 'Asia/Shanghai'],
    ['中国', 'Asia/Shanghai'],
    ['美西', 'America/Los_Angeles'],
    ['美西时间', 'America/Los_Angeles'],
    ['洛杉矶', 'America/Los_Angeles'],
    ['纽约', 'America/New_York'],
    ['莫斯科', 'Europe/Moscow'],
    ['по Москве', 'Europe/Moscow'],
    ['Москва', 'Europe/Moscow'],
    ['московское', 'Europe/Moscow'],
    ['МСК', 'Europe/Moscow'],
    ['msk', 'Europe/Moscow'],
    ['MSK+2', '+05:00'],
    ['UTC+8', '+08:00'],
    ['utc+8', '+08:00'],
    ['GMT-8', '-08:00'],
    ['+8', '+08:00'],
    ['+08:00', '+08:00'],
    ['-0330', '-03:30'],
    ['东八区', '+08:00'],
    ['西八区', '-08:00'],
    ['GMT', 'UTC'],
    ['utc', 'UTC'],
    ['Asia/Shanghai', 'Asia/Shanghai'],
    ['asia/shanghai', 'Asia/Shanghai'],
    ['ASIA/SHANGHAI', 'Asia/Shanghai'],
    ['europe/moscow', 'Europe/Moscow'],
    ['America/Port-au-Prince', 'America/Port-au-Prince'],
    ['Moscow time', 'Europe/Moscow'],
    ['Germany', 'Europe/Berlin'],
    ['德国时间', 'Europe/Berlin'],
    ['Deutschland', 'Europe/Berlin'],
    ['한국', 'Asia/Seoul'],
    ['서울', 'Asia/Seoul'],
    ['JST', 'Asia/Tokyo'],
    ['ET', 'America/New_York'],
    ['Pacific Time', 'America/Los_Angeles'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['varsovie', 'Europe/Warsaw'],
    ['CST 北京', 'Asia/Shanghai'],
  ];
  it.each(ZONES)('%s is %s', (text, zone) => {
    expect(readZone(text)).toMatchObject({ kind: 'zone', zone });
    expect(readZone(` ${text.toUpperCase()} `)).toMatchObject({ kind: 'zone', zone });
  });

  it.each([
    ['CST', 'zone', ['Asia/Shanghai', 'America/Chicago']],
    [
      '美国',
      'zone',
      ['America/Los_Angeles', 'America/Denver', 'America/Chicago', 'America/New_York'],
    ],
    ['Brazil', 'zone', ['America/Sao_Paulo', 'America/Manaus']],
    ['PST', 'season', ['America/Los_Angeles', '-08:00']],
    ['est', 'season', ['America/New_York', '-05:00']],
    ['CET', 'season', ['Europe/Berlin', '+01:00']],
  ])('%s is asked', (text, why, choices) => {
    expect(readZone(text)).toMatchObject({ kind: 'question', why, choices });
  });

  it.each([
    ['', 'empty'],
    [null, 'empty'],
    [8, 'empty'],
    ['foo', 'unknown-zone'],
    ['Asia/Nowhere', 'unknown-zone'],
    ['UTC+20', 'unknown-zone'],
    ['../etc', 'unknown-zone'],
    ['北京 莫斯科', 'more-than-one'],
    ['Moscow foo', 'unknown-word'],
    ['x'.repeat(100_000), 'too-long'],
  ])('%j is refused: %s', (text, why) => {
    expect(readZone(text)).toMatchObject({ kind: 'unreadable', why });
  });
});
