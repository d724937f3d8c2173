import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openContent } from '@/calculators/cli-content.ts';
import type { CalendarFile, Flow } from '@/calculators/deadline-planner/index.ts';
import { cite, type Named } from '@/calculators/shared/cited.ts';
import { knowEveryWord, momentWords } from '@/calculators/shared/moment/every-word.ts';
import { forgetWords } from '@/calculators/shared/moment/vocabulary.ts';
import { loadTemporal } from '@/calculators/shared/time.ts';
import { addMomentWords, takeMomentWords } from '../shared/moment-words.ts';
import { createPlanner } from './deadline-planner.model.ts';

await loadTemporal();
const content = openContent(join(import.meta.dirname, '../../../content'));
const sources = content.collection<Named>('sources');
const rest = {
  flows: [...content.collection<Flow>('flows').values()],
  rules: [...content.rules().values()].map((rule) => cite(rule, sources, 'en', '')),
  calendars: [...content.collection<CalendarFile>('calendars').values()],
  strings: { 'tool.deadline-planner.file.name': 'Deadlines' },
};
const BUILT = '2026-11-18T03:00:00Z';
const OTHER = 'ozon.realfbs-return';
const FIRST = 'aliexpress.snad-classic';

let pages = 0;
/** A page that carries one kind of case and the calendar of one country. */
const openPage = () => {
  const strings: Record<string, string> = {};
  pages += 1;
  const model = createPlanner(
    {
      language: 'en',
      flows: rest.flows.filter(({ id }) => id === FIRST),
      rules: rest.rules,
      calendars: rest.calendars.filter((file) => 'country' in file && file.country === 'CN'),
      kinds: rest.flows.map(({ id, platform }) => ({ id, platform })),
      countries: ['CN', 'BR', 'RU'],
      rest: `/data/packs/planner.en.${pages}.json`,
      strings,
    },
    BUILT,
    null,
  );
  model.arrive(Date.parse(BUILT), 'Asia/Shanghai');
  return { model, strings };
};
const settled = () => new Promise((done) => setTimeout(done, 0));
let asked = 0;
let offline = false;
const store = new Map<string, string>();

beforeEach(() => {
  asked = 0;
  offline = false;
  store.clear();
  vi.stubGlobal('fetch', () => {
    asked += 1;
    return offline ? Promise.reject(new Error('offline')) : Promise.resolve(Response.json(rest));
  });
  vi.stubGlobal('window', {
    sessionStorage: {
      getItem: (key: string) => store.get(key) ?? null,
      setItem: (key: string, text: string) => store.set(key, text),
      removeItem: (key: string) => store.delete(key),
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('what the planner fetches when it is turned to', () => {
  it('is not asked for by the case the page opens with', async () => {
    const { model } = openPage();
    model.form.type('events.disputeOpenedAt', '2026-11-15 17:00');
    expect(model.form.outcome.value.kind).toBe('ok');
    await settled();
    expect(asked).toBe(0);
  });

  it('brings another kind of case, and the form stays at the one it had until then', async () => {
    const { model, strings } = openPage();
    // The page has shown an answer by then.
    expect(model.form.outcome.value.kind).toBe('ok');
    model.setFlow(OTHER);
    expect(model.flow.value.id).toBe(FIRST);
    expect(model.choosing.value).toBe(OTHER);
    await settled();
    expect(model.flow.value.id).toBe(OTHER);
    expect(model.form.outcome.value.kind).toBe('ok');
    expect(strings).toEqual(rest.strings);
    expect(asked).toBe(1);
  });

  it('leaves the form as it was where nothing arrives, and comes with the next choice', async () => {
    offline = true;
    const { model } = openPage();
    model.setFlow(OTHER);
    await settled();
    expect(model.flow.value.id).toBe(FIRST);
    expect(model.choosing.value).toBe('');
    expect(model.rest.state.value).toBe('failed');
    offline = false;
    model.setFlow(OTHER);
    await settled();
    expect(model.flow.value.id).toBe(OTHER);
  });

  it.each(['buyerCountry', 'workCalendar'] as const)(
    'holds the answer back until the country of %s is here, and then gives the one of all content',
    async (name) => {
      const { model } = openPage();
      model.form.type('events.disputeOpenedAt', '2026-11-15 17:00');
      model.form.type(name, 'BR');
      expect(model.form.outcome.value.kind).toBe('away');
      await settled();
      const whole = createPlanner({ language: 'en', ...rest }, BUILT, null);
      whole.arrive(Date.parse(BUILT), 'Asia/Shanghai');
      whole.form.type('events.disputeOpenedAt', '2026-11-15 17:00');
      whole.form.type(name, 'BR');
      expect(model.form.outcome.value).toEqual(whole.form.outcome.value);
      expect(model.form.outcome.value.kind).toBe('ok');
    },
  );

  it.each([
    [`#?flow=${OTHER}&v=1`, true],
    [`#?flow=${FIRST}&v=1`, false],
    [`#?events.returnRequestedAt=2026-11-15T01:00:00Z&flow=${FIRST}`, true],
    [`#?events.disputeOpenedAt=2026-11-15T01:00:00Z&flow=${FIRST}`, false],
    ['', false],
  ])('is needed by the address %s: %s', (address, needed) =>
    expect(openPage().model.rest.isNeededBy(address)).toBe(needed),
  );
});

describe('words typed for a moment', () => {
  const AT = '2026-11-16T01:00:00Z';
  const link = (at: string) => `#?events.disputeOpenedAt=${at}&flow=${FIRST}&v=1`;
  const type = (text: string) => {
    const { model } = openPage();
    model.form.type('events.disputeOpenedAt', text);
    model.holdWords();
  };
  const reload = (at: string) => {
    const { model } = openPage();
    model.form.open(link(at));
    // The form is watched from the start, and holds instants until the words are back.
    model.holdWords();
    model.recallWords();
    return model.form.input.value.events['disputeOpenedAt'];
  };

  it.each(['2026年11月15日 下午5点', 'Nov 15, 2026 5:00 PM PST', '15 ноября 2026 17:00'])(
    'are back after a reload: %s',
    (text) => {
      type(text);
      expect(reload(AT)).toBe(text);
    },
  );

  it('are not put in the place of another moment', () => {
    type('Nov 15, 2026 5:00 PM PST');
    expect(reload('2026-11-17T01:00:00Z')).toBe('2026-11-17T01:00:00Z');
  });
});

describe('what is pasted', () => {
  it('is entered as the end the platform shows where it says of itself that it is an end', () => {
    const { model } = openPage();
    for (const text of ['Deadline: 2026-12-01 23:15 +00:00', '截止 2026-12-01 23:15 +00:00']) {
      model.form.type('shownDue.first-answer', '');
      model.setPaste(text);
      expect(model.isEnd.value).toBe(true);
      model.setTarget('first-answer');
      expect(model.use()).toBe(true);
      const { events, shownDue } = model.form.input.value;
      expect(shownDue['first-answer']).toBe('2026-12-01T23:15:00Z');
      expect(Object.values(events)).not.toContain(text);
    }
    model.setPaste('Opened by buyer 2026-11-15 17:00');
    expect(model.isEnd.value).toBe(false);
    expect(model.target.value).toBe('disputeOpenedAt');
  });

  it('is entered once its words have come where it was to be entered before, and no other text is', () => {
    const { model } = openPage();
    forgetWords();
    takeMomentWords({ here: momentWords(['en']), every: '/data/packs/moment.words.none.json' });
    for (const [stays, canFollow] of [
      [true, true],
      [false, false],
    ]) {
      model.setPaste('2 дня 22 часа до конца');
      expect(model.use()).toBe(false);
      expect(model.canFollow.value).toBe(false);
      if (!stays) model.setPaste('2026-12-01 23:15');
      addMomentWords(momentWords(['ru']));
      expect(model.canFollow.value).toBe(canFollow);
      if (canFollow) expect(model.use()).toBe(true);
      forgetWords();
      addMomentWords(momentWords(['en']));
    }
    knowEveryWord();
  });
});

describe('a page that stays open', () => {
  const zoneAsked = vi.fn(() => 'America/Sao_Paulo');
  const at = (text: string) => Date.parse(text);

  it('judges by the clock and the zone it wakes in, after a sleep and after a clock set back', () => {
    const { model } = openPage();
    model.form.type('events.disputeOpenedAt', '2026-11-15 17:00');
    const standing = () => {
      const result = model.form.outcome.value;
      return result.kind === 'ok' ? [result.asOf, result.deadlines[0]?.status] : [];
    };
    expect(standing()).toEqual([BUILT, 'open']);
    // The same minute asks for nothing.
    model.tick(at('2026-11-18T03:00:20Z'), zoneAsked);
    expect(zoneAsked).not.toHaveBeenCalled();
    expect(model.zones.value.mine).toBe('Asia/Shanghai');
    // Asleep for a week, in an aeroplane.
    model.tick(at('2026-11-25T03:00:20Z'), zoneAsked);
    expect(standing()).toEqual(['2026-11-25T03:00:20Z', 'overdue']);
    expect(model.zones.value.mine).toBe('America/Sao_Paulo');
    model.tick(at('2026-11-18T03:00:10Z'), () => 'Asia/Shanghai');
    expect(standing()).toEqual(['2026-11-18T03:00:10Z', 'open']);
    expect(model.zones.value.mine).toBe('Asia/Shanghai');
  });
});
