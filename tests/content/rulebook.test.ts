import { describe, expect, it } from 'vitest';
import { ruleSchema } from '../../src/schemas/rule.ts';
import { sourceSchema } from '../../src/schemas/source.ts';
import { termSchema } from '../../src/schemas/glossary.ts';
import { metricSchema } from '../../src/schemas/metric.ts';
import { parse } from 'yaml';
import { filesBelow } from '../../scripts/lib/tree.mjs';
import { at, parsed, read } from '../support/content.ts';

const rules = parsed('rules', ruleSchema).map(({ file, data }) => ({ file, rule: data }));
const sources = parsed('sources', sourceSchema).map(({ file, data }) => ({ file, source: data }));
const sourceIds = new Set(sources.map(({ source }) => source.id));
const byId = new Map(rules.map(({ rule }) => [rule.id, rule]));

describe('the rulebook', () => {
  it('is loaded with AliExpress and Ozon and the presets of the others', () => {
    const of = (platform: string) => rules.filter(({ rule }) => rule.platform === platform).length;
    expect(rules.length).toBeGreaterThanOrEqual(110);
    expect(of('aliexpress')).toBeGreaterThanOrEqual(60);
    expect(of('ozon')).toBeGreaterThanOrEqual(30);
    for (const platform of [
      'amazon',
      'ebay',
      'paypal',
      'etsy',
      'shopee',
      'tiktok',
      'taobao',
      'visa',
      'mastercard',
    ])
      expect(of(platform), platform).toBeGreaterThanOrEqual(2);
  });

  it('names every file after its rule, and no id twice', () => {
    const wrong = rules.filter(
      ({ file, rule }) => file !== `src/content/rules/${rule.id.replace('.', '/')}.yaml`,
    );
    expect(wrong.map(({ file }) => file)).toEqual([]);
    expect(byId.size).toBe(rules.length);
  });

  it('cites only sources of the bibliography', () => {
    const cited = rules.flatMap(({ rule }) =>
      [...rule.values, ...rule.rivals].map(({ source }) => ({ rule: rule.id, source })),
    );
    expect(cited.length).toBeGreaterThan(200);
    expect(cited.filter(({ source }) => !sourceIds.has(source))).toEqual([]);
  });

  // The disagreements both fact sheets name, each from the rule that leads to the figure that stands beside it.
  it.each([
    ['aliexpress.dispute.first-answer', 7],
    ['aliexpress.dispute.earliest', 5],
    ['aliexpress.dispute.negotiation-classic', 5],
    ['aliexpress.cancellation.answer', 48],
    ['aliexpress.appeal.window', 48],
    ['ozon.return.decide', 3],
    ['ozon.line.block', 10],
    ['amazon.evidence.information', 72],
    ['tiktok.line.seller-fault', 1.5],
  ])('%s shows the rival %s', (id, rival) => {
    const rule = byId.get(id);
    const figures = rule?.rivals.flatMap(({ value }) =>
      typeof value === 'object' ? [value.min, value.max] : [value],
    );
    expect(figures).toContain(rival);
  });

  it('keeps no source that nothing cites', () => {
    const citing = (filesBelow(at('src/content')) as string[]).filter(
      (file) => /\.(yaml|mdx)$/.test(file) && !file.includes('/content/sources/'),
    );
    expect(citing.length).toBeGreaterThan(600);
    const words = new Set(
      citing.flatMap((file) => read(file).match(/[a-z0-9]+(?:-[a-z0-9]+)*/g) ?? []),
    );
    expect(sources.filter(({ source }) => !words.has(source.id)).map(({ file }) => file)).toEqual(
      [],
    );
  });

  it('names every source in Chinese that is named by a description in English', () => {
    const described =
      /\b(blog|site|mirror(ed)?|clone|copy|code|column|repost(ing)?|unnamed|unattributed|several|upload|channel|digest|government|office|department|address|et al|and|on|of)\b/i;
    const chinese = /[\u4e00-\u9fff，、]/;
    const named = sources.filter(({ source }) => described.test(source.publisher));
    expect(named.length).toBeGreaterThan(30);
    expect(
      named.filter(({ source }) => !chinese.test(source.publisherZh ?? '')).map(({ file }) => file),
    ).toEqual([]);
    // Authors are listed as Chinese lists names, and a journal keeps its own.
    expect(
      sources
        .filter(({ source }) =>
          /[a-z]、(?:Negotiation|Decision|Human|Making)|[a-z]，[A-Z][a-z]+、/.test(
            source.publisherZh ?? '',
          ),
        )
        .map(({ file }) => file),
    ).toEqual([]);
    const namesOf = new Map<string, Set<string>>();
    for (const { source } of sources)
      namesOf.set(
        source.publisher,
        (namesOf.get(source.publisher) ?? new Set()).add(source.publisherZh ?? ''),
      );
    expect([...namesOf].filter(([, names]) => names.size > 1)).toEqual([]);
    // A title is our own description where it stands in brackets, is in another language than its source,
    // or says what the text is instead of naming it. Names of programs and forms stay.
    const written: Partial<Record<string, RegExp>> = { zh: chinese, ru: /\p{Script=Cyrillic}/u };
    const ours = sources.filter(
      ({ source: { title, language } }) =>
        /^\[|^(?:Study|Report|Repost|Gist|Paper|Field experiment|Press)\b|\((?:older|two versions|repost|old\b|current)/.test(
          title,
        ) ||
        (!(written[language] ?? /./).test(title) && /^\S+ \S/.test(title)),
    );
    expect(ours.length).toBeGreaterThan(80);
    expect(
      ours
        .filter(({ source }) => !chinese.test(source.titleZh ?? source.title))
        .map(({ file }) => file),
    ).toEqual([]);
  });

  it('says what a title means to readers of the other language', () => {
    const foreign = /\p{Script=Han}|\p{Script=Cyrillic}/u;
    const chinese = /\p{Script=Han}/u;
    // The name of a function is the same in every language.
    const isCode = (title: string) => /^\w+\.\w+$/u.test(title);
    const unsaid = sources.filter(({ source: { title, titleZh, meaning } }) =>
      foreign.test(title)
        ? meaning?.en === undefined && !/^[\p{Script=Latin}[]/u.test(title)
        : !isCode(title) && !chinese.test(titleZh ?? meaning?.['zh-CN'] ?? ''),
    );
    expect(unsaid.map(({ file }) => file)).toEqual([]);
    for (const { source } of sources) {
      expect(source.meaning?.en ?? 'A', source.id).not.toMatch(foreign);
      expect(source.titleZh && source.meaning?.['zh-CN'], source.id).toBeUndefined();
    }
  });

  it('calls nothing official that was read as an abstract or through somebody else', () => {
    const byName = new Map(sources.map(({ source }) => [source.id, source]));
    const papers = sources.filter(({ source }) => source.id.startsWith('study-'));
    expect(papers.length).toBeGreaterThan(10);
    expect(papers.filter(({ source }) => source.confidence === 'official')).toEqual([]);
    const raised = rules.filter(({ rule }) => {
      const lead = byName.get(rule.values.at(-1)?.source ?? '');
      return rule.confidence === 'official' && lead?.confidence !== 'official';
    });
    expect(raised.map(({ file }) => file)).toEqual([]);
  });

  it('says of every statement of research whether it was measured or advised', () => {
    const research = rules.filter(({ rule }) => rule.platform === 'research');
    expect(research.length).toBeGreaterThan(30);
    expect(
      research
        .filter(({ rule }) => rule.unit === 'statement' && !rule.nature)
        .map(({ file }) => file),
    ).toEqual([]);
  });

  it('comes back sooner to what a platform is said to write, where the copy has no date', () => {
    const undated = rules.filter(
      ({ rule }) =>
        rule.confidence === 'official' &&
        rule.values.at(-1)?.publishedOn === null &&
        rule.values.at(-1)?.from === null,
    );
    expect(undated.length).toBeGreaterThan(80);
    expect(
      undated.filter(({ rule }) => rule.review.everyDays > 61).map(({ file }) => file),
    ).toEqual([]);
  });

  describe('what another rule stands in the place of', () => {
    const open = rules.filter(({ rule }) => rule.values.at(-1)?.to === null);
    const replaced = open.filter(({ rule }) => rule.superseded);
    const byOf = ({ superseded }: (typeof rules)[number]['rule']) => superseded?.by ?? [];

    it('names rules there are, on its own platform, and never in a circle', () => {
      expect(replaced.length).toBeGreaterThan(20);
      const named = replaced.flatMap(({ rule }) => byOf(rule).map((id) => [rule.id, id] as const));
      expect(named.length).toBeGreaterThan(25);
      expect(named.filter(([, id]) => !byId.has(id))).toEqual([]);
      expect(named.filter(([id, by]) => id.split('.')[0] !== by.split('.')[0])).toEqual([]);
      const leads = (id: string, seen: readonly string[] = []): boolean =>
        seen.includes(id) ||
        byOf(byId.get(id) ?? ({} as never)).some((by) => leads(by, [...seen, id]));
      expect(replaced.filter(({ rule }) => leads(rule.id)).map(({ file }) => file)).toEqual([]);
    });

    // Old, and yet nothing we found stands in its place; of the service score the years are said.
    const NOTHING_NEWER = new Set([
      'aliexpress.dispute.escalation-2017',
      'aliexpress.review.abuse-report',
      'aliexpress.review.abuse-tries',
      'aliexpress.score.dsr-description',
      'aliexpress.score.dsr-logistics',
      'aliexpress.score.dsr-service',
      'aliexpress.score.excellent',
      'aliexpress.score.good',
      'aliexpress.score.inr',
      'aliexpress.score.not-sold',
      'aliexpress.score.pass',
      'aliexpress.score.publish-day',
      'aliexpress.score.snad',
      'aliexpress.score.total',
      'amazon.return.answer',
      'research.finding.returns-specifications',
      'research.finding.review-reply-deleted',
      'research.finding.review-reply-positive',
      'aliexpress.dispute.api-states',
      'aliexpress.logistics.cap-simple-older',
      'aliexpress.metric.adjudication-rate',
      'aliexpress.metric.dispute-rate-dropped',
      'aliexpress.metric.liability-rate',
      'ozon.line.other-carrier',
      'ozon.return.post-abroad',
      'ozon.score.threat',
      'ozon.shipping.handover-max',
      'shopee.listing.title-length-100',
      'shopee.listing.title-length-60',
      'shopee.listing.title-length-80',
    ]);
    // Words of a rule that is history: in its name or whom it is for, or said of it outright.
    const OLD =
      /\b(older|old|former|legacy|history|historic)\b|\b(in|of|about) 20[01]\d\b|, 20(1\d|2[0-2])\b|旧|20[01]\d年(?!.*起)/i;
    const OUTRIGHT =
      /\b(replaced by|superseded|has since (moved|replaced)|have since replaced|read this as the scheme before|kept for orders from that time|second clock only|(?<!no )longer protects)\b|^Older:|History, not|已由|后来由|后来拆分|属旧版规定|当作此前的规则|后来改为/;

    it('has the day it ended, or says what replaced it and that no day was found', () => {
      const old = open.filter(
        ({ rule }) =>
          OLD.test(`${rule.label.en} | ${rule.appliesTo.en}`) ||
          /旧/.test(`${rule.label['zh-CN']} | ${rule.appliesTo['zh-CN']}`) ||
          OUTRIGHT.test(rule.notes.en) ||
          OUTRIGHT.test(rule.notes['zh-CN']),
      );
      expect(old.length).toBeGreaterThan(30);
      expect(
        old
          .filter(({ rule }) => !rule.superseded && !NOTHING_NEWER.has(rule.id))
          .map(({ rule }) => rule.id),
      ).toEqual([]);
      expect([...NOTHING_NEWER].filter((id) => byId.get(id)?.superseded !== undefined)).toEqual([]);
      expect([...NOTHING_NEWER].filter((id) => !byId.has(id))).toEqual([]);
    });

    it('is replaced by what holds itself, or was replaced in turn', () => {
      const today = new Date().toISOString().slice(0, 10);
      const ended = replaced.flatMap(({ rule }) =>
        byOf(rule).filter((id) => {
          const to = byId.get(id)?.values.at(-1)?.to ?? null;
          return to !== null && to < today && !byId.get(id)?.superseded;
        }),
      );
      expect(ended).toEqual([]);
    });
  });

  it('links to no address that is a mirror, a clone or a bare number', () => {
    expect(sources.length).toBeGreaterThan(100);
    const hijacked =
      /hungryforhealthierjudgement|s1xnxn11|usbusinessiraq|gooddi\.cn|mli789|nnxtl|zymfuwuqi|122\.9\.133\.155|laliexpress|zimalab|\/\/147\.135/;
    expect(
      sources
        .filter(({ source }) => source.link && hijacked.test(source.url ?? ''))
        .map(({ file }) => file),
    ).toEqual([]);
  });
});

describe('metrics and glossary', () => {
  it('refer only to rules that exist', () => {
    const metrics = parsed('metrics', metricSchema).map(({ data }) => data);
    expect(metrics.length).toBeGreaterThanOrEqual(15);
    const ids = [...JSON.stringify(metrics).matchAll(/"([a-z]+\.[a-z]+\.[a-z0-9-]+)"/g)].map(
      ([, id]) => id as string,
    );
    expect(ids.length).toBeGreaterThan(30);
    expect(ids.filter((id) => !byId.has(id))).toEqual([]);
  });

  it('keeps one entry a term, and points only to terms it has', () => {
    const terms = (parse(read(at('src/content/glossary.yaml'))) as unknown[]).map((term) =>
      termSchema.parse(term),
    );
    const ids = new Set(terms.map((term) => term.id));
    expect(terms.length).toBeGreaterThanOrEqual(40);
    expect(ids.size).toBe(terms.length);
    expect(terms.flatMap((term) => term.notToConfuse).filter((id) => !ids.has(id))).toEqual([]);
  });
});
