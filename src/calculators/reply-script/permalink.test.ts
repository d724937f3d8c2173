import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { variablesOf, type Script, type ScriptLibrary } from './index.ts';
import { readDay } from '../shared/parse-moment.ts';
import { optionalParts, readLink, writeLink, type Linked } from './permalink.ts';

const content = fileURLToPath(new URL('../../content/', import.meta.url));
const read = (file: string) => parse(readFileSync(content + file, 'utf8')) as unknown;
const scripts = readdirSync(`${content}scripts`).map((file) => read(`scripts/${file}`) as Script);
const library: ScriptLibrary = {
  parts: read('script-parts/shared.yaml') as ScriptLibrary['parts'],
  scripts: new Map(scripts.map((script) => [script.id, script])),
};

const TODAY = '2026-11-29';

describe('the address of a reply', () => {
  it('gives back every form of every situation', () => {
    expect(scripts.length).toBeGreaterThanOrEqual(42);
    for (const script of scripts) {
      const other = scripts.find(({ id }) => id !== script.id)?.id ?? '';
      const form: Linked = {
        situation: script.id,
        platform: 'ozon',
        language: 'pt-BR',
        gloss: 'zh-CN',
        tone: 'plain',
        vars: Object.fromEntries(
          variablesOf(script, library.parts, 'ozon').map(({ name, type, example }) => [
            name,
            type === 'text' ? 'a=b&c 100% “李” +1' : String(example),
          ]),
        ),
        switches: Object.fromEntries(
          optionalParts(library, script.id, [other], 'ozon').map(({ id }, i) => [id, i % 2 === 0]),
        ),
        stack: [other],
        settings: { shop: 'Лампа & Co', pronoun: 'Вы', greetByName: false, signature: '—' },
      };
      const { linked, ignored } = readLink(
        writeLink(form),
        library,
        'inr-in-transit',
        'aliexpress',
        { today: TODAY, read: readDay },
      );
      expect(ignored, script.id).toEqual([]);
      expect(linked, script.id).toEqual(form);
    }
  });

  it('takes names as a person would see them, and none without an end', () => {
    const { linked, ignored } = readLink(
      `#?settings.shop=Bright%20Home%0D%20%20-%20x%E2%80%AE&settings.signature=${'y'.repeat(301)}&vars.item=${'z'.repeat(301)}&vars.buyerName=${'b'.repeat(300)}`,
      library,
      'inr-in-transit',
      'aliexpress',
      { today: TODAY, read: readDay },
    );
    expect(linked.settings.shop).toBe('Bright Home - x');
    expect(linked.vars).toEqual({ buyerName: 'b'.repeat(300) });
    expect(ignored.map(({ key, why }) => [key, why])).toEqual([
      ['vars.item', 'tool.reply-script.error.too-long'],
      ['settings.signature', 'tool.reply-script.error.too-long'],
    ]);
  });

  it('takes a list of parts: exactly these are in', () => {
    const { linked, ignored } = readLink(
      '#?blocks=choice&blocks=nothing&situation=inr-in-transit',
      library,
      'thanks-paid',
      'aliexpress',
      { today: TODAY, read: readDay },
    );
    expect(linked.switches).toEqual({ extend: false, choice: true });
    expect(ignored.map(({ key, raw }) => `${key}=${raw}`)).toEqual(['blocks=nothing']);
  });

  it('lists what is of no use and keeps the rest', () => {
    const { linked, ignored } = readLink(
      '#?language=xx&settings.pronoun=ты&settings.size=2&situation=no-such&vars.amount=-1&vars.buyerName=Anna&vars.date=2026-02-30&vars.__proto__=x',
      library,
      'offer-partial-refund',
      'aliexpress',
      { today: TODAY, read: readDay },
    );
    expect(linked.situation).toBeNull();
    expect(linked.vars).toEqual({ buyerName: 'Anna' });
    expect(linked.settings).toEqual({});
    expect(ignored.map(({ key }) => key).sort()).toEqual([
      'language',
      'settings.pronoun',
      'settings.size',
      'situation',
      'vars.__proto__',
      'vars.amount',
      'vars.date',
    ]);
  });

  const opened = (vars: string, today: string | null = TODAY) =>
    readLink(`#?situation=offer-partial-refund&${vars}`, library, 'inr-in-transit', 'aliexpress', {
      today,
      read: readDay,
    });

  it('settles a day in words on the day the link is opened', () => {
    expect(opened('vars.date=%E6%98%8E%E5%A4%A9').linked.vars).toEqual({ date: '2026-11-30' });
    expect(opened('vars.date=tomorrow', '2026-12-31').linked.vars).toEqual({ date: '2027-01-01' });
    expect(opened('vars.date=5.12.2026', null).linked.vars).toEqual({});
    expect(opened('vars.date=2026-12-05', null).linked.vars).toEqual({ date: '2026-12-05' });
  });

  it.each([
    ['vars.date=05%2F12%2F2026', 'tool.moment.day.ask.day-or-month', { text: '05/12/2026' }],
    ['vars.date=2026-02-30', 'tool.moment.day.unreadable.no-such-day', { text: '2026-02-30' }],
    ['vars.date=soon', 'tool.moment.day.unreadable.no-date', { text: 'soon' }],
    ['vars.amount=12%25', 'tool.number.percent-sign', { given: '12%' }],
    ['vars.amount=0', 'tool.number.not-positive', { given: '0' }],
    ['vars.currency=zzz', 'tool.number.currency-unknown', { given: 'zzz' }],
    ['settings.pronoun=ty', 'tool.reply-script.error.one-of', { options: 'вы, Вы' }],
    ['settings.greetByName=yes', 'tool.reply-script.error.one-of', { options: 'true, false' }],
  ])('says of %s what its field would say', (part, why, values) => {
    const { ignored } = opened(part);
    expect(ignored).toEqual([expect.objectContaining({ key: part.split('=')[0], why })]);
    expect(ignored[0]?.values).toMatchObject(values);
  });
});
