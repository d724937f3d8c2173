import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { echoOf, parseMoment } from '../parse-moment.ts';
import { setTemporal } from '../time.ts';

setTemporal(Temporal);
const asOf = '2026-11-21T22:00:00Z';
const iso = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z');

/** Whole minutes of the years a case can have, away from the last day. */
const minute = fc
  .integer({ min: Date.UTC(1990, 0, 1) / 60_000, max: Date.UTC(2190, 0, 1) / 60_000 })
  .map((value) => value * 60_000);

/** Places with their names in the nine languages, each on a clock of its own. */
const ZONES: [string, string[]][] = [
  ['UTC', ['UTC', 'GMT', 'utc']],
  ['Asia/Shanghai', ['北京时间', '中国时间', 'Beijing time', 'по Пекину', 'hora de Pekín']],
  ['Europe/Moscow', ['莫斯科时间', 'Moscow time', 'по московскому времени', 'Moskauer Zeit']],
  ['America/Los_Angeles', ['美西时间', 'Pacific Time', 'PT', 'Los Angeles']],
  ['America/Sao_Paulo', ['圣保罗时间', 'hora de São Paulo', 'Sao Paulo']],
  ['Europe/Berlin', ['德国时间', 'Berliner Zeit', 'heure de Berlin', 'Berlin']],
  ['Europe/Warsaw', ['华沙时间', 'czas Warszawy', 'Warsaw']],
  ['Asia/Seoul', ['한국 시간', '서울 시간', 'KST', '韩国时间']],
];
const two = (value: number) => String(value).padStart(2, '0');
const half = (hour: number, [am, pm]: [string, string]) => (hour < 12 ? am : pm);
const twelve = (hour: number) => (hour % 12 === 0 ? 12 : hour % 12);
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const RU =
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');

/** Every way of writing a wall clock that can mean one thing only. */
const NOTATIONS: ((at: Temporal.ZonedDateTime) => string)[] = [
  (at) => `${at.toPlainDate().toString()} ${two(at.hour)}:${two(at.minute)}`,
  (at) => `${at.toPlainDate().toString()}T${two(at.hour)}:${two(at.minute)}:00`,
  (at) => `${at.year}/${at.month}/${at.day} ${at.hour}:${two(at.minute)}`,
  (at) => `${two(at.day)}.${two(at.month)}.${at.year} в ${two(at.hour)}:${two(at.minute)}`,
  (at) => `${at.year}年${at.month}月${at.day}日${at.hour}点${two(at.minute)}分`,
  (at) => `${at.year}年${at.month}月${at.day}日 ${two(at.hour)}：${two(at.minute)}`,
  (at) =>
    `${at.year}년 ${at.month}월 ${at.day}일 ${half(at.hour, ['오전', '오후'])} ${twelve(at.hour)}:${two(at.minute)}`,
  (at) =>
    `${MONTHS[at.month - 1] ?? ''} ${at.day}, ${at.year} ${twelve(at.hour)}:${two(at.minute)} ${half(at.hour, ['AM', 'PM'])}`,
  (at) => `${at.day} ${RU[at.month - 1] ?? ''} ${at.year} г. ${two(at.hour)}:${two(at.minute)}`,
  (at) => `${at.day}-${MONTHS[at.month - 1] ?? ''}-${at.year} ${two(at.hour)}:${two(at.minute)}`,
];

const written = fc
  .tuple(minute, fc.constantFrom(...ZONES), fc.nat({ max: 20 }), fc.constantFrom(...NOTATIONS))
  .map(([ms, [zone, names], pick, notation]) => {
    const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
    const name = names[pick % names.length] ?? zone;
    return { ms, zone, plain: notation(at), named: `${notation(at)} ${name}` };
  });

const LANGUAGES = ['en-US', 'en-GB', 'zh-CN', 'ru', 'es', 'pt-BR', 'fr', 'de', 'pl', 'ko'];

describe('what is written is read back', () => {
  it('in every notation, with every name of its zone', () => {
    fc.assert(
      fc.property(written, ({ ms, zone, plain, named }) => {
        const given = parseMoment(named, { zone: 'Asia/Tokyo', asOf });
        const own = parseMoment(plain, { zone, asOf });
        for (const [text, parsed] of [
          [named, given],
          [plain, own],
        ] as const) {
          // An hour that the clock shows twice is asked; the instant is among the answers.
          const instants = parsed.readings.map(({ at }) => at);
          expect([
            text,
            parsed.kind === 'moment' || /-hour$/.test('why' in parsed ? parsed.why : ''),
          ]).toEqual([text, true]);
          expect([text, instants]).toEqual([text, expect.arrayContaining([iso(ms)])]);
        }
        expect(given.zoneGiven).toBe(true);
        expect(own.zoneGiven).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('as the browser itself writes it in nine languages', () => {
    const styles = ['short', 'medium', 'long', 'full'] as const;
    fc.assert(
      fc.property(
        minute,
        fc.constantFrom(...LANGUAGES),
        fc.constantFrom(...styles.slice(2)),
        fc.constantFrom(...styles.slice(0, 2)),
        fc.constantFrom(...ZONES.map(([zone]) => zone)),
        (ms, language, dateStyle, timeStyle, zone) => {
          const text = new Date(ms).toLocaleString(language, {
            dateStyle,
            timeStyle,
            timeZone: zone,
          });
          const parsed = parseMoment(text, { zone, asOf });
          expect([text, parsed.readings.map(({ at }) => at)]).toEqual([
            text,
            expect.arrayContaining([iso(ms)]),
          ]);
          expect([text, parsed.kind === 'moment' || 'why' in parsed]).toEqual([text, true]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('with any offset', () => {
    fc.assert(
      fc.property(minute, fc.integer({ min: -14 * 4, max: 14 * 4 }), (ms, quarters) => {
        const sign = quarters < 0 ? '-' : '+';
        const size = Math.abs(quarters) * 15;
        const offset = `${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
        const wall = iso(ms + quarters * 15 * 60_000).slice(0, 16);
        for (const text of [
          `${wall}:00${offset}`,
          `${wall}${offset}`,
          `${wall.replace('T', ' ')} ${offset.replace(':', '')}`,
          `${wall.replace('T', ' ')} UTC${offset}`,
          `${wall.replace('T', ' ')} (GMT${offset})`,
        ])
          expect([text, parseMoment(text, { zone: 'Asia/Tokyo', asOf }).readings]).toMatchObject([
            text,
            [{ at: iso(ms) }],
          ]);
      }),
    );
  });
});

describe('a reading never hangs on what was not understood', () => {
  it('and never on small or capital letters', () => {
    fc.assert(
      fc.property(
        written,
        fc.array(fc.boolean(), { minLength: 80, maxLength: 80 }),
        ({ named, zone }, coins) => {
          const mixed = [...named]
            .map((sign, i) => (coins[i % 80] ? sign.toUpperCase() : sign.toLowerCase()))
            .join('');
          const context = { zone, asOf };
          expect(parseMoment(mixed, context).readings).toEqual(
            parseMoment(named, context).readings,
          );
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('an unknown word anywhere leaves no certain reading, and is named', () => {
    const words =
      'foo пусто 未知 maybe примерно ungefähr około 대략 quizás talvez environ approx not 左右 不 ~ % № €'.split(
        ' ',
      );
    fc.assert(
      fc.property(written, fc.constantFrom(...words), fc.nat(), ({ named, zone }, word, where) => {
        const gaps = [...named.matchAll(/ |$/g)].map(({ index }) => index);
        const at = where % (gaps.length + 1);
        const cut = at === gaps.length ? 0 : (gaps[at] ?? 0);
        const text = `${named.slice(0, cut)} ${word} ${named.slice(cut)}`;
        const parsed = parseMoment(text, { zone, asOf });
        expect([text, parsed.kind]).toEqual([text, 'unreadable']);
      }),
      { numRuns: 2000 },
    );
    expect(parseMoment('2026-11-20 23:15 примерно', { zone: 'UTC', asOf })).toMatchObject({
      why: 'unknown-word',
      understood: { values: { word: 'примерно' } },
    });
  });

  it('letters of any script beside a moment are never passed over', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'qwxкшщ爨鑫靐ㅋθλאבथ'.split('')),
      minLength: 3,
      maxLength: 8,
    });
    fc.assert(
      fc.property(letters, fc.boolean(), (word, before) => {
        const text = before ? `${word} 2026-11-20 23:15` : `2026-11-20 23:15 ${word}`;
        expect([text, parseMoment(text, { zone: 'UTC', asOf }).kind]).toEqual([text, 'unreadable']);
      }),
    );
  });
});

describe('what was understood', () => {
  it('stands in values of its own, for rows and for the command line', () => {
    const context = { zone: 'America/Los_Angeles', asOf };
    const echo = (text: string) => echoOf(text, parseMoment(text, context));
    expect(echo('2026-11-20 23:15 Moscow')).toEqual({
      text: '2026-11-20 23:15 Moscow',
      kind: 'moment',
      at: '2026-11-20T20:15:00Z',
      local: '2026-11-20T23:15:00+03:00',
      zone: 'Europe/Moscow',
      zoneGiven: true,
      precision: 'minute',
      notes: [],
      bareDate: false,
    });
    expect(echo('2026-11-25')).toMatchObject({
      kind: 'bare-date',
      at: '2026-11-25T08:00:00Z',
      zone: 'America/Los_Angeles',
      zoneGiven: false,
      precision: 'day',
      notes: ['start-of-day'],
      bareDate: true,
    });
    expect(echo('46351.96')).toMatchObject({ kind: 'moment', notes: ['excel'] });
    expect(echo('foo')).toMatchObject({
      kind: 'unreadable',
      at: null,
      zone: null,
      precision: null,
    });
  });
});
