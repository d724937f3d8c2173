import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  textLanguages,
  type Script,
  type ScriptLibrary,
} from '@/calculators/reply-script/index.ts';
import { openPlaces, putTexts, takeTexts } from '@/calculators/shared/pack.ts';
import { namesOf } from './library.ts';
import { createSearch } from './search.ts';

const content = fileURLToPath(new URL('../../../content/', import.meta.url));
const read = (file: string) => parse(readFileSync(content + file, 'utf8')) as unknown;
const scripts = readdirSync(`${content}scripts`).map((file) => read(`scripts/${file}`) as Script);
const library: ScriptLibrary = {
  parts: read('script-parts/shared.yaml') as ScriptLibrary['parts'],
  scripts: new Map(scripts.map((script) => [script.id, script])),
};

describe('the search of situations', () => {
  const search = createSearch(library, namesOf(scripts));

  it('finds each by its own title and each of its other names', () => {
    const missed = scripts.flatMap((script) =>
      [...Object.values(script.title), ...Object.values(script.aliases).flat(), script.id].filter(
        (query) => !search(query).slice(0, 8).includes(script.id),
      ),
    );
    expect(missed).toEqual([]);
  });

  // As people ask in a hurry: colloquial Chinese, pinyin, shop English, chat Russian.
  it.each([
    ['破损了', 'snad-damaged'],
    ['碎了', 'snad-damaged'],
    ['posun', 'snad-damaged'],
    ['cracked', 'snad-damaged'],
    ['разбито', 'snad-damaged'],
    ['催发货', 'thanks-paid'],
    ['cuifahuo', 'thanks-paid'],
    ['催件', 'inr-in-transit'],
    ['没收到', 'inr-in-transit'],
    ['meishoudao', 'inr-in-transit'],
    ['WISMO', 'inr-in-transit'],
    ['where is my order', 'inr-in-transit'],
    ['где мой заказ', 'inr-in-transit'],
    ['海关', 'inr-customs'],
    ['haiguan', 'inr-customs'],
    ['таможня', 'inr-customs'],
    ['假货', 'snad-counterfeit'],
    ['jiahuo', 'snad-counterfeit'],
    ['replica', 'snad-counterfeit'],
    ['色差', 'snad-picture'],
    ['照骗', 'snad-picture'],
    ['货不对版', 'snad-picture'],
    ['SNAD', 'snad-quality'],
    ['SNAD', 'snad-colour-size'],
    ['质量差', 'snad-quality'],
    ['брак', 'snad-quality'],
    ['少发', 'snad-short'],
    ['loufa', 'snad-short'],
    ['недовложение', 'snad-short'],
    ['发错货', 'snad-colour-size'],
    ['wrong color', 'snad-colour-size'],
    ['丢件', 'inr-lost-returned'],
    ['diubao', 'inr-lost-returned'],
    ['自提', 'inr-pickup'],
    ['ПВЗ', 'inr-pickup'],
    ['显示签收没收到', 'inr-delivered-denied'],
    ['单号查不到', 'inr-tracking-invalid'],
    ['chabudao', 'inr-tracking-invalid'],
    ['寄错地址', 'inr-wrong-address'],
    ['差评', 'bad-review'],
    ['chaping', 'bad-review'],
    ['取消', 'cancel-request'],
    ['quxiao', 'cancel-request'],
    ['延长收货', 'extend-receipt'],
    ['yanchang', 'extend-receipt'],
    ['部分退', 'offer-partial-refund'],
    ['bufentuikuan', 'offer-partial-refund'],
    ['补发', 'offer-resend'],
    ['换货', 'offer-replacement'],
    ['退货', 'offer-return'],
    ['发券', 'offer-coupon'],
    ['申诉', 'appeal-statement'],
    ['小二介入', 'platform-evidence'],
    ['尺码', 'presale-size'],
    ['关税', 'presale-customs'],
    ['растаможка', 'presale-customs'],
    ['批发', 'wholesale'],
    ['опт', 'wholesale'],
    ['过年', 'holiday-delay'],
    ['CNY', 'holiday-delay'],
    ['停电', 'system-outage'],
    ['不会用', 'snad-how-to-use'],
    ['举证', 'ask-evidence'],
    // Traditional characters, and what a Chinese keyboard spells.
    ['缺貨', 'offer-choice'],
    ['quehuo', 'offer-choice'],
    ['que huo', 'offer-choice'],
    ['沒收到貨', 'inr-in-transit'],
    ['破損', 'snad-damaged'],
    ['po sun', 'snad-damaged'],
    ['關稅', 'presale-customs'],
    ['guan shui', 'presale-customs'],
    ['發錯貨', 'snad-colour-size'],
    ['退貨', 'offer-return'],
    ['tui huo', 'offer-return'],
    ['huanhuo', 'offer-replacement'],
    ['bufa', 'offer-resend'],
    ['差評', 'bad-review'],
    ['批發', 'wholesale'],
    ['pifa', 'wholesale'],
    ['ziti', 'inr-pickup'],
    ['hǎi guān', 'inr-customs'],
  ])('“%s” leads to %s among the first five', (query, id) => {
    expect(search(query).slice(0, 5)).toContain(id);
  });

  it('reads what is here while other languages are not', () => {
    const { rest: taken, texts } = takeTexts(scripts, textLanguages);
    const rest = openPlaces(taken);
    putTexts(rest, 'ru', texts['ru'] ?? []);
    const some = createSearch(
      { parts: library.parts, scripts: new Map(rest.map((script) => [script.id, script])) },
      namesOf(scripts),
    );
    expect(some('海关').slice(0, 5)).toContain('inr-customs');
    expect(some('извещение о доставке').length).toBeGreaterThan(0);
    expect(some('Sendungsnummer')).toEqual([]);
  });

  it('forgives a slip, reads words inside the replies, and finds nothing in noise', () => {
    expect(search('broken parsel').length + search('trakcing').length).toBeGreaterThan(0);
    expect(search('Sendungsnummer').length + search('transportista').length).toBeGreaterThan(0);
    expect(search('zzqxjv')).toEqual([]);
    expect(search('  ')).toEqual([]);
  });
});
