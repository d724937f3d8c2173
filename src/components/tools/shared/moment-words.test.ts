import { Temporal } from 'temporal-polyfill/implementation';
import { computed } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { knowEveryWord, momentWords } from '@/calculators/shared/moment/every-word.ts';
import { forgetWords } from '@/calculators/shared/moment/vocabulary.ts';
import { parseMoment, readWorkHours, readZone } from '@/calculators/shared/parse-moment.ts';
import { setTemporal } from '@/calculators/shared/time.ts';
import { followMomentWords } from './arrivals.ts';
import { addMomentWords, takeMomentWords } from './moment-words.ts';

setTemporal(Temporal);
const context = { zone: 'UTC', asOf: '2026-11-21T22:00:00Z' };
const readings: (() => Promise<Response>)[] = [];

/** A text on a page that opens in English, read as a form reads it. */
const reading = (text: string) =>
  computed(() => {
    followMomentWords();
    const read = parseMoment(text, context);
    return read.kind === 'unreadable' ? read.why : read.readings[0]?.at;
  });
let fetched = 0;

beforeEach(() => {
  vi.useFakeTimers();
  forgetWords();
  fetched = 0;
  vi.stubGlobal('fetch', () => {
    fetched += 1;
    return (readings.shift() ?? (() => Promise.resolve(Response.json(momentWords()))))();
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  knowEveryWord();
});

/** Each test its own address: what was fetched is not fetched again. */
let pages = 0;
const openPage = () => {
  pages += 1;
  takeMomentWords({ here: momentWords(['en']), every: `/data/packs/moment.words.${pages}.json` });
};

describe('the words for moments of a page', () => {
  it('are not asked for by what a planner opens with, wherever it is opened', async () => {
    takeMomentWords({ here: [], every: '/data/packs/moment.words.none.json' });
    for (const zone of ['Asia/Shanghai', 'America/Argentina/Buenos_Aires', 'UTC'])
      expect(readZone(zone)).toMatchObject({ kind: 'zone', zone });
    expect(readWorkHours('09:00-18:00').kind).toBe('hours');
    expect(reading('2026-11-13 10:00').value).toBe('2026-11-13T10:00:00Z');
    await vi.advanceTimersByTimeAsync(1000);
    expect(fetched).toBe(0);
  });

  it('are not asked for once the words a text lacked have come with something else', async () => {
    openPage();
    const text = reading('15 ноября 2026 17:00');
    expect(text.value).toBe('words-missing');
    await vi.advanceTimersByTimeAsync(100);
    addMomentWords(momentWords(['ru']));
    expect(text.value).toBe('2026-11-15T17:00:00Z');
    await vi.advanceTimersByTimeAsync(1000);
    expect(fetched).toBe(0);
    // What lacks them still says so again, and is waited for.
    const other = reading('15. Juni 2026 17 Uhr');
    expect(other.value).toBe('words-missing');
    addMomentWords([]);
    expect(other.value).toBe('words-missing');
    await vi.advanceTimersByTimeAsync(1000);
    expect(fetched).toBe(1);
  });

  it('wait until the typing rests, then come once and read the text as it stands', async () => {
    openPage();
    const text = reading('15 ноября 2026 17:00');
    expect(text.value).toBe('words-missing');
    await vi.advanceTimersByTimeAsync(200);
    expect(reading('15 листопада 2026').value).toBe('words-missing');
    await vi.advanceTimersByTimeAsync(300);
    expect(fetched).toBe(0);
    await vi.advanceTimersByTimeAsync(200);
    expect(fetched).toBe(1);
    expect(text.value).toBe('2026-11-15T17:00:00Z');
    expect(reading('15 noviembre 2026 17:00 foobar').value).not.toBe('words-missing');
    await vi.advanceTimersByTimeAsync(1000);
    expect(fetched).toBe(1);
  });

  it('are not asked for by figures or by words of the page', async () => {
    openPage();
    expect(reading('2026-11-15 17:00').value).toBe('2026-11-15T17:00:00Z');
    expect(reading('Nov 15, 2026 5 pm').value).toBe('2026-11-15T17:00:00Z');
    await vi.advanceTimersByTimeAsync(1000);
    expect(fetched).toBe(0);
  });

  it('refuse nothing while there is no network, and are asked for anew with the next key', async () => {
    openPage();
    readings.push(() => Promise.reject(new Error('offline')));
    const text = reading('15 ноября 2026 17:0');
    expect(text.value).toBe('words-missing');
    await vi.advanceTimersByTimeAsync(1000);
    expect(fetched).toBe(1);
    expect(text.value).toBe('words-missing');
    const typedOn = reading('15 ноября 2026 17:00');
    expect(typedOn.value).toBe('words-missing');
    await vi.advanceTimersByTimeAsync(1000);
    expect(typedOn.value).toBe('2026-11-15T17:00:00Z');
  });

  it('may come with a language that was chosen', async () => {
    openPage();
    const text = reading('15 ноября 2026 17:00');
    expect(text.value).toBe('words-missing');
    addMomentWords(momentWords(['ru']));
    expect(text.value).toBe('2026-11-15T17:00:00Z');
  });
});
