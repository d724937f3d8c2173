import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { pageSchema } from '../../src/schemas/page.ts';
import { checklistSchema } from '../../src/schemas/checklist.ts';
import { ruleSchema } from '../../src/schemas/rule.ts';
import { seedClaimSchema } from '../../src/schemas/seed-claim.ts';
import { sidebar } from '../../src/sidebar.mjs';
import { at, collection, pages, parsed, read, type Page } from '../support/content.ts';

const en = pages('en');
const zh = pages('zh-cn');
const all = [...en, ...zh];
const slugs = new Set(en.map(({ slug }) => slug));
const ruleIds = new Set(collection('rules').map(({ data }) => data['id']));
const sourceIds = new Set(collection('sources').map(({ data }) => data['id']));

const headings = ({ body }: Page) =>
  [...body.matchAll(/^(#{2,4}) /gm)].map(([, marks]) => marks?.length);
const components = ({ body }: Page) =>
  [...body.matchAll(/<([A-Z]\w+)/g)].map(([, name]) => name).sort();

describe('every page', () => {
  it('is there in both languages, under the same path', () => {
    expect(en.length).toBeGreaterThanOrEqual(85);
    expect(zh.map(({ slug }) => slug)).toEqual(en.map(({ slug }) => slug));
  });

  it('says who it is for, when it was read, and what it rests on', () => {
    for (const { file, front } of all) {
      expect(pageSchema.safeParse(front).error?.message, file).toBeUndefined();
      expect(String(front['title']).length, file).toBeGreaterThan(1);
      expect(String(front['description']).length, file).toBeGreaterThan(10);
    }
  });

  it('has the same headings and the same components in both languages', () => {
    for (const page of en) {
      const other = zh.find(({ slug }) => slug === page.slug) as Page;
      expect(headings(other), page.slug).toEqual(headings(page));
      expect(components(other), page.slug).toEqual(components(page));
    }
  });

  it('rests on the same rules, sources and scripts in both languages', () => {
    const named = ({ body }: Page) =>
      [...body.matchAll(/<([A-Z]\w+)\b([^>]*)>/g)]
        .flatMap(([, name, attributes]) =>
          [
            ...(attributes ?? '').matchAll(
              /(?:id|source|situation|ids)=(?:"([^"]+)"|\{([^}]*)\})/g,
            ),
          ].map(([, id, list]) => `${name} ${id ?? (list ?? '').replace(/\s/g, '')}`),
        )
        .sort();
    let compared = 0;
    for (const page of en) {
      const other = zh.find(({ slug }) => slug === page.slug) as Page;
      compared += named(page).length;
      expect(named(other), page.slug).toEqual(named(page));
      expect(other.front['sources'], page.slug).toEqual(page.front['sources']);
    }
    expect(compared).toBeGreaterThan(900);
  });

  it('imports every component it uses, and no other', () => {
    const wrong = all.filter(({ body }) => {
      const imported = [...body.matchAll(/^import (\w+)/gm)].map(([, name]) => name).sort();
      return imported.join() !== [...new Set(components({ body } as Page))].join();
    });
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it('keeps tables of four and more columns in a box that scrolls on a phone', () => {
    let tables = 0;
    for (const { file, body } of all) {
      const boxed = body.replace(/<Wide [\s\S]*?<\/Wide>/g, '');
      tables += (body.match(/^\|(?:[^|\n]*\|){4,}\n\|[ :|-]+$/gm) ?? []).length;
      expect(boxed, file).not.toMatch(/^\|(?:[^|\n]*\|){4,}\n\|[ :|-]+$/m);
    }
    expect(tables).toBeGreaterThan(30);
  });

  it('stands in the sidebar once, and the sidebar names no page that is not there', () => {
    // A link leads to a generated page; whether it does is asked of the built site.
    const listed = sidebar
      .flatMap(({ items }) => items as (string | { link: string })[])
      .filter((item) => typeof item === 'string');
    expect([...listed].sort()).toEqual([...slugs].filter((slug) => slug !== 'index').sort());
  });

  it('cites sources, rules and checklists that exist', () => {
    const lists = new Set(
      collection('checklists').map(({ data }) => checklistSchema.parse(data).id),
    );
    let cited = 0;
    for (const { file, body, front } of all) {
      for (const [, id] of body.matchAll(/<RuleValue id="([^"]+)"/g))
        expect(ruleIds.has(id), `${file}: ${id}`).toBe(true);
      for (const [, ids] of body.matchAll(/ids=\{\[([^\]]*)\]\}/g))
        for (const [, id] of (ids ?? '').matchAll(/'([^']+)'/g))
          expect(ruleIds.has(id), `${file}: ${id}`).toBe(true);
      for (const [, id] of body.matchAll(/<Checklist id="([^"]+)"/g))
        expect(lists.has(id as string), `${file}: ${id}`).toBe(true);
      for (const id of (front['sources'] ?? []) as string[])
        expect(sourceIds.has(id), `${file}: ${id}`).toBe(true);
      cited += [...body.matchAll(/<Rule(Value|Table) /g)].length;
    }
    expect(cited).toBeGreaterThan(200);
  });

  it('calls a conflict only what somebody disputes', () => {
    const disputed = new Set(
      parsed('rules', ruleSchema).flatMap(({ data }) => (data.rivals.length > 0 ? [data.id] : [])),
    );
    const shown = all.flatMap(({ file, body }) =>
      [...body.matchAll(/<Conflict ids=\{\[([^\]]*)\]/g)].flatMap(([, ids]) =>
        [...(ids ?? '').matchAll(/'([^']+)'/g)].map(([, id]) => ({ file, id: id as string })),
      ),
    );
    expect(shown.length).toBeGreaterThan(40);
    expect(shown.filter(({ id }) => !disputed.has(id))).toEqual([]);
  });
});

/** What a reader sees as running text: no components with their attributes, code, addresses or labelled examples. */
const prose = (body: string) =>
  body
    .replace(/^import .*$/gm, '')
    .replace(/<(Constructed|time)\b[\s\S]*?<\/\1>/g, '')
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, '')
    .replace(/`[^`]*`/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/^\s*\d+\.\s/gm, '')
    .replace(/\{[^}]*\}/g, '');

describe('numbers', () => {
  it('enter prose only through the rulebook', () => {
    let read = 0;
    const offenders = all.flatMap(({ file, body }) =>
      prose(body)
        .split('\n')
        .flatMap((line) => {
          read += line.length;
          return /[0-9０-９]/.test(line) ? [`${file}: ${line.trim().slice(0, 80)}`] : [];
        }),
    );
    expect(read).toBeGreaterThan(100_000);
    expect(offenders).toEqual([]);
  });
});

describe('the five articles', () => {
  it('have every claim answered on a page that exists', () => {
    const claims = (parse(read(at('src/content/seed-claims.yaml'))) as unknown[]).map((row) =>
      seedClaimSchema.parse(row),
    );
    expect(claims.length).toBeGreaterThanOrEqual(85);
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
    expect(
      claims.filter(({ page }) => !slugs.has(page)).map(({ id, page }) => `${id}: ${page}`),
    ).toEqual([]);
    for (const seed of ['seed-000', 'seed-001', 'seed-002', 'seed-003', 'seed-004'])
      expect(claims.filter((claim) => claim.seed === seed).length, seed).toBeGreaterThanOrEqual(8);
  });
});

describe('translations', () => {
  it('were compared with the other language as it stands now', () => {
    const stale = zh.filter(({ slug, front }) => {
      const original = en.find((page) => page.slug === slug) as Page;
      const hash = createHash('sha256').update(original.body.trim()).digest('hex').slice(0, 12);
      return front['translationOf'] !== hash;
    });
    // Read both, then run: npm run stamp -- <page>
    expect(stale.map(({ file }) => file)).toEqual([]);
  });
});

describe('marks', () => {
  // A closing ** after punctuation and before a letter, or an opening one between a letter and
  // punctuation, closes and opens nothing in Markdown: the reader sees the asterisks.
  it('of bold text stand where Markdown reads them', () => {
    let bold = 0;
    const wrong = all.flatMap(({ file, body }) =>
      body.split('\n').flatMap((line) => {
        const parts = line.replace(/<[^>]*>/g, 'x').split('**');
        bold += (parts.length - 1) / 2;
        return parts.some((part, i) => {
          const next = parts[i + 1] ?? '';
          const closes = i % 2 === 1;
          return closes
            ? /\p{P}$/u.test(part) && /^[\p{L}\p{N}]/u.test(next)
            : i + 1 < parts.length && /[\p{L}\p{N}]$/u.test(part) && /^\p{P}/u.test(next);
        })
          ? [`${file}: ${line.slice(0, 60)}`]
          : [];
      }),
    );
    expect(bold).toBeGreaterThan(300);
    expect(wrong).toEqual([]);
  });

  it('end a sentence once', () => {
    const sentences = new Set(
      parsed('rules', ruleSchema).flatMap(({ data: { id, unit, label } }) =>
        unit === 'statement' && /[.。]$/.test(label.en) ? [id] : [],
      ),
    );
    expect(sentences.size).toBeGreaterThan(40);
    const twice = /(?<!\.)\.\.(?!\.)|[。，][。，：；.]|\.。/;
    const wrong = all.flatMap(({ file, body }) =>
      body
        // A rule that is a sentence brings its own full stop.
        .replace(/<RuleValue id="([^"]+)" \/>/g, (_, id: string) =>
          sentences.has(id) ? 'x。' : 'x',
        )
        .replace(/<[^>]*>/g, 'x')
        .split('\n')
        .filter((line) => twice.test(line) && !line.startsWith('import'))
        .map((line) => `${file}: ${line.trim().slice(0, 60)}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('Chinese', () => {
  it('speaks to the reader as 你, in full-width punctuation', () => {
    const wrong = zh.flatMap(({ file, body }) =>
      prose(body)
        .split('\n')
        .flatMap((line) =>
          /您|[\u4e00-\u9fff][,;:!?]|[,;!?][\u4e00-\u9fff]|！/.test(line)
            ? [`${file}: ${line.trim().slice(0, 60)}`]
            : [],
        ),
    );
    expect(wrong).toEqual([]);
  });
});
