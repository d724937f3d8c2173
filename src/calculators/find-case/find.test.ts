import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { loadTemporal } from '../shared/time.ts';
import { createReader } from './calculate.ts';
import { toCase } from './case.ts';
import { cuesOf, type CueRules, type Cues } from './cues.ts';
import { createFinder, MOST_TOKENS } from './find.ts';
import { CONTRASTS } from './contrasts.ts';
import { cueLanguages } from './languages.ts';
import { longestText } from './schema.ts';
import { readerOf } from './tool.ts';
import { tokensOf } from './tokens.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const rules = content.collection<CueRules>('cue-rules').get('situations') as CueRules;
const ASKED = '2026-11-21T00:00:00Z';
await loadTemporal();

const small: CueRules = {
  id: 'situations',
  least: 4,
  deniable: ['broken'],
  unasked: [],
  silent: ['photo', 'courtesy'],
  everyday: [],
  goods: [],
  asking: [],
  asked: [],
  platforms: { ozon: ['ozon'] },
  flows: { customs: { aliexpress: 'aliexpress.inr', ozon: 'ozon.dispute' } },
  situations: {
    damaged: { broken: 8 },
    customs: { 'customs & !question': 5, 'customs & held': 3 },
    duty: { 'customs & question': 6 },
    picture: { picture: 4 },
    vague: { held: 3 },
    other: { broken: 4 },
    fourth: { broken: 5 },
  },
};
const english: Cues = {
  id: 'en',
  lists: {},
  denied: 'not|never',
  other: 'brokes',
  cues: {
    broken: ['broken', 'in pieces'],
    customs: ['customs'],
    held: ['held', 'stuck'],
    question: ['will i pay'],
    picture: ['photo'],
    photo: ['see photo'],
    courtesy: ['thanks'],
    unheard: ['everything'],
  },
};
const find = createFinder(small, [english]);
const found = (text: string) =>
  find(text).candidates.map(({ situation, score }) => [situation, score]);

describe('the points of a situation', () => {
  it('are those of every cue in the text, together', () => {
    expect(found('customs')).toEqual([['customs', 5]]);
    expect(found('held at customs')).toEqual([['customs', 8]]);
    expect(found('everything')).toEqual([]);
  });

  it('are not given where a cue stands against it', () => {
    expect(found('will I pay customs')).toEqual([['duty', 6]]);
  });

  it('count a cue once, however often it is said', () => {
    expect(found('customs, customs, customs')).toEqual([['customs', 5]]);
  });

  it('have to be enough, and too few are told from none', () => {
    expect(find('it is held')).toEqual({ candidates: [], isNear: true, courtesy: false });
    expect(find('hello')).toEqual({ candidates: [], isNear: false, courtesy: false });
    expect(find('thanks')).toEqual({ candidates: [], isNear: false, courtesy: true });
  });

  it('give three at most, the most points first, of equals the one that is listed first', () => {
    expect(found('broken')).toEqual([
      ['damaged', 8],
      ['fourth', 5],
      ['other', 4],
    ]);
    expect(found('broken, see customs held')).toEqual([
      ['damaged', 8],
      ['customs', 8],
      ['fourth', 5],
    ]);
  });

  it('come with the words that gave them, side by side in one', () => {
    const [one] = find('It came In  Pieces!').candidates;
    expect(one).toMatchObject({ words: ['In  Pieces'], at: [[8, 18]] });
    expect(find('customs, so it is stuck').candidates[0]?.words).toEqual(['customs', 'stuck']);
  });
});

describe('a cue', () => {
  it('is taken back by a “not” up to two words before it, in its clause', () => {
    expect(found('not broken')).toEqual([]);
    expect(found('not at broken')).toEqual([]);
    expect(found('not a single broken')).not.toEqual([]);
    expect(found('not, broken')).not.toEqual([]);
    expect(found('never customs')).toEqual([['customs', 5]]);
  });

  it('inside a longer one says nothing of its own', () => {
    expect(found('photo')).toEqual([['picture', 4]]);
    expect(found('see photo')).toEqual([]);
    expect(found('see photo. another photo')).toEqual([['picture', 4]]);
  });

  it('is found with a slip in it, unless the word is known as another', () => {
    expect(found('brokn')[0]).toEqual(['damaged', 8]);
    expect(found('custums')).toEqual([['customs', 5]]);
    expect(found('brokes')).toEqual([]);
  });

  it('is not made of what is told otherwise', () => {
    expect(find('customs', [{ from: 0, to: 7 }]).candidates).toEqual([]);
    expect(find('in 12 pieces', [{ from: 3, to: 5 }]).candidates).toEqual([]);
  });

  it('far down a very long text decides nothing', () => {
    const filler = 'word '.repeat(MOST_TOKENS);
    expect(found(`customs ${filler}`)).toEqual([['customs', 5]]);
    expect(found(`${filler} customs`)).toEqual([]);
  });
});

describe('what was pasted', () => {
  const read = createReader(small, (language) => (language === 'en' ? english : undefined));

  it('leads to the kind of case on the platform it names, else on AliExpress', () => {
    expect(read({ text: 'stuck at customs' }, ASKED)).toMatchObject({
      candidates: [{ situation: 'customs', flow: 'aliexpress.inr' }],
      platforms: [],
    });
    expect(read({ text: 'Ozon: stuck at customs, it is broken' }, ASKED)).toMatchObject({
      candidates: [{ flow: null }, { flow: 'ozon.dispute' }, { flow: null }],
      platforms: ['ozon'],
    });
  });

  it('fits nothing for a reason', () => {
    const why = (text: string) => {
      const result = read({ text }, ASKED);
      return result.kind === 'ok' ? result.why : result.kind;
    };
    expect(why('12345')).toBe('no-words');
    expect(why('посылка')).toBe('no-words');
    expect(why('it is held')).toBe('too-little');
    expect(why('thanks, it is held')).toBe('too-little');
    expect(why('thanks')).toBe('courtesy');
    expect(why('something')).toBe('nothing-known');
    expect(why('customs')).toBeNull();
    expect(why(' ')).toBe('incomplete');
  });

  it('is refused in words where it cannot be read', () => {
    const path = (input: unknown) => {
      const result = read(input, ASKED);
      return result.kind === 'invalid' ? result.issues.map((issue) => issue.path) : result.kind;
    };
    expect(path({ text: 'a'.repeat(longestText + 1) })).toEqual(['text']);
    expect(path({ text: 'a'.repeat(longestText) })).toBe('ok');
    expect(path({ text: 5 })).toEqual(['text']);
    expect(path({ text: 'a', more: 1 })).toEqual(['more']);
    expect(path({ text: 'a', zone: 'Mars/Olympus' })).toEqual(['zone']);
    expect(path(null)).toEqual(['']);
    expect(path({})).toBe('incomplete');
    expect(read({ text: 'a' }, 'soon').kind).toBe('invalid');
  });

  it('is cut where it is too long to decide by its end', () => {
    expect(read({ text: 'customs' }, ASKED)).toMatchObject({ isCut: false });
    expect(read({ text: 'word '.repeat(MOST_TOKENS + 1) }, ASKED)).toMatchObject({ isCut: true });
  });

  it('reads a time in the zone that is given', () => {
    const at = (zone?: string) => {
      const result = read({ text: 'opened 2026-11-20 10:15', ...(zone ? { zone } : {}) }, ASKED);
      return result.kind === 'ok' ? result.moments[0]?.at : null;
    };
    expect(at()).toBe('2026-11-20T10:15:00Z');
    expect(at('Asia/Shanghai')).toBe('2026-11-20T02:15:00Z');
  });

  it('gives a case what it says for certain, and no more', () => {
    const patch = (text: string) => toCase({}, read({ text }, ASKED));
    expect(
      patch('Ozon order 8123456789012345, paid 5 EUR, tracking RB123456785CN, where is it'),
    ).toEqual({
      platform: 'ozon',
      order: {
        id: '8123456789012345',
        tracking: 'RB123456785CN',
        price: '5.00',
        currency: 'EUR',
      },
      buyer: { language: 'en' },
    });
    expect(patch('where is it: 8123456789012345 or 8123456789012346, 5 EUR or 6 EUR')).toEqual({
      buyer: { language: 'en' },
    });
    expect(patch('where is it, I paid $5')).toEqual({ buyer: { language: 'en' } });
    expect(patch('12345')).toEqual({});
    expect(patch('')).toEqual({});
  });
});

describe('the words in the content', () => {
  const cues = content.collection<Cues>('cues');
  const scripts = content.collection('scripts');
  const asked = cuesOf(rules);

  it('are there for every cue in each of nine languages, and for no other', () => {
    expect([...cues.keys()].sort()).toEqual([...cueLanguages].sort());
    expect(asked.size).toBeGreaterThan(70);
    for (const [language, one] of cues)
      expect(Object.keys(one.cues).sort(), language).toEqual(
        [...asked].filter((cue) => !CONTRASTS.has(cue)).sort(),
      );
  });

  it('speak for every situation that has a reply, or say that a buyer never brings it up', () => {
    expect([...Object.keys(rules.situations), ...rules.unasked].sort()).toEqual(
      [...scripts.keys()].sort(),
    );
    for (const cue of rules.deniable) expect(asked.has(cue), cue).toBe(true);
  });

  it('lead to kinds of case that exist, each on its platform', () => {
    const flows = content.collection<{ platform: string }>('flows');
    let count = 0;
    for (const [situation, byPlatform] of Object.entries(rules.flows)) {
      expect(scripts.has(situation), situation).toBe(true);
      for (const [platform, flow] of Object.entries(byPlatform)) {
        count += 1;
        expect(flows.get(flow)?.platform, flow).toBe(platform);
        expect(Object.keys(rules.platforms)).toContain(platform);
      }
    }
    expect(count).toBeGreaterThan(60);
  });

  it('take back by single pieces', () => {
    for (const [language, one] of cues)
      for (const word of one.denied.split('|'))
        expect(tokensOf(word), `${language} ${word}`).toHaveLength(1);
  });

  it('no pattern stands twice under a cue', () => {
    for (const [language, one] of cues)
      for (const [cue, patterns] of Object.entries(one.cues))
        expect(new Set(patterns).size, `${language} ${cue}`).toBe(patterns.length);
  });
});

describe('everyday words', () => {
  const read = readerOf(content);
  const situations = (text: string) => {
    const result = read({ text }, ASKED);
    return result.kind === 'ok' ? result.candidates.map(({ situation }) => situation) : null;
  };
  it.each([
    ['the office was closed', null],
    ['the office was closed, no parcel today', 'holiday-delay'],
    ['closed for 3 days, order 8123456789012345', 'holiday-delay'],
    ['Excellent!', 'all-well'],
    ['everything was excellent at the old castle up there', null],
    ['he is late again as always and so is she', null],
  ])('say something about goods alone: %s', (text, wanted) =>
    expect(situations(text)?.[0] ?? null).toBe(wanted),
  );
  it('are no complaint about kin and weather, and are one about what was bought for them', () => {
    expect(situations('My brother broke his arm')).toEqual([]);
    expect(situations('the school bag broke after 2 days')?.[0]).toBe('snad-quality');
  });
});

describe('a hostile text', () => {
  const read = readerOf(content);
  // 25 times as long may take 25 times as long, and some; the square of it would take 600 times.
  it.each(['not ', '没有收到', 'nov 3 ', '$5 ', 'order 1-', 'a'])(
    'of %j is read in time that grows with its length',
    (piece) => {
      const time = (length: number) => {
        const text = piece.repeat(length / piece.length);
        const start = process.cpuUsage();
        read({ text: `x${text}` }, ASKED);
        const { user, system } = process.cpuUsage(start);
        return (user + system) / 1000;
      };
      time(4000);
      const short = time(4000);
      expect(time(100_000)).toBeLessThan(60 * Math.max(short, 20));
    },
  );
});
