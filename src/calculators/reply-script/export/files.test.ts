import { describe, expect, it } from 'vitest';
import type { Block, Script, ScriptLibrary } from '../schema.ts';
import { scriptOf, texts } from '../testing/made-up.ts';
import { library } from '../testing/sound.ts';
import { feedItem } from './feed.ts';
import { exportScripts, type ExportFormat, type ExportOptions } from './index.ts';
import { harmless, records, toHtml } from './record.ts';
import { shortCodes } from './short-codes.ts';

const cause = {
  name: 'colour',
  type: 'choice',
  label: { en: 'Colour', 'zh-CN': '颜色' },
  example: 'red',
  options: ['red', 'blue'].map((id) => ({
    id,
    label: { en: id, 'zh-CN': id },
    text: texts('en', `the "${id}" one`),
  })),
} as const;
const blocks: readonly Block[] = [
  { id: 'a', kind: 'greeting', text: texts('en', 'Hello') },
  { id: 'b', kind: 'fact', text: texts('en', '1) {$item}\n\n{$colour} by {$shop}') },
  { id: 'c', kind: 'fact', optional: true, on: false, text: texts('en', 'Off') },
  { id: 'd', kind: 'fact', optional: true, text: texts('en', 'On') },
  { id: 'e', kind: 'fact', when: { variable: 'colour', is: ['red'] }, text: texts('en', 'Red') },
  { id: 'f', kind: 'fact', platforms: ['ozon'], text: texts('en', 'Ozon') },
];
const made = scriptOf(blocks, {
  title: { en: 'Made: up!', 'zh-CN': '编造' },
  when: { en: 'Now. ', 'zh-CN': '现在。' },
  whenNot: { en: 'Never.', 'zh-CN': '从不。' },
  commits: { en: 'Nothing.', 'zh-CN': '无。' },
  aliases: { en: ['one', 'order'], zh: ['二'], ru: ['три'], pinyin: ['si'] },
  variables: ['item', 'shop', 'days', cause],
});
const small = (...scripts: readonly Script[]): ScriptLibrary => ({
  parts: library.parts,
  scripts: new Map(scripts.map((script) => [script.id, script])),
});
const options: ExportOptions = {
  situations: ['made-up'],
  languages: ['en'],
  tones: ['warm', 'plain'],
  platform: 'aliexpress',
  gloss: 'en',
};
const files = (format: ExportFormat, more: Partial<ExportOptions> = {}, script = made) =>
  exportScripts(format, small(script), { ...options, ...more });
const BODY = 'Hello\n\n1) [item]\n\n[colour] by [shop]\n\nOn';

describe('the records of an export', () => {
  it('have the parts that are in as a page opens, one reply for each language and tone', () => {
    const all = records(small(made), { ...options, languages: ['en', 'pt-BR'] });
    expect(all.map(({ code, tone, language }) => [code, tone, language])).toEqual([
      ['made-up-en', 'warm', 'en'],
      ['made-up-en-plain', 'plain', 'en'],
      ['made-up-pt-br', 'warm', 'pt-BR'],
      ['made-up-pt-br-plain', 'plain', 'pt-BR'],
    ]);
    expect(all[0]?.text).toBe('Hello\n\n1) ⟦item⟧\n\n⟦colour⟧ by ⟦shop⟧\n\nOn');
    expect(all[0]?.variables.map(({ name }) => name)).toEqual(['item', 'shop', 'colour']);
    expect(records(small(made), { ...options, platform: 'ozon' })[0]?.text).toMatch(/On\n\nOzon$/u);
    expect(records(small(made), { ...options, tones: ['plain'] })[0]?.code).toBe('made-up-en');
  });

  it('may have the name of the shop filled in for good', () => {
    const [first] = records(small(made), { ...options, shop: ' Lu  men ' });
    expect(first?.text).toContain('by Lu men');
    expect(first?.variables.map(({ name }) => name)).toEqual(['item', 'colour']);
  });

  it('name the platform, or leave its name to be filled in', () => {
    const named = scriptOf([
      { id: 'a', kind: 'greeting', text: texts('en', 'Hi') },
      { id: 'b', kind: 'fact', text: texts('en', 'On {$platform}') },
    ]);
    const on = (platform: ExportOptions['platform']) =>
      records(small(named), { ...options, platform })[0];
    expect(on('ozon')?.text).toBe('Hi\n\nOn Ozon');
    expect(on('other')?.text).toBe('Hi\n\nOn ⟦platform⟧');
    expect(on('other')?.variables.map(({ name }) => name)).toEqual(['platform']);
  });

  it('hold no sign that one of the tools takes for a command', () => {
    expect(harmless('{{a}} {%b%} [[c]] $|$ {#d#} [e] {f} 5$')).toBe(
      '{ {a} } { %b% } [ [c] ] $ |$ { #d# } [e] {f} 5$',
    );
    expect(toHtml('a & "b"\n<c>\n\nd\'')).toBe(
      '<p>a &#38; &#34;b&#34;<br>&#60;c&#62;</p><p>d&#39;</p>',
    );
  });
});

describe('Espanso', () => {
  it('has a match for each reply, and a list for each choice', () => {
    const [match, manifest, readme] = files('espanso', { gloss: 'en' });
    const matches = ['', ', plain'].map(
      (tone) => `  - trigger: ":made-upen"
    label: "Made: up! (en${tone})"
    search_terms:
      - "made-up"
      - "order"
      - "Made: up!"
      - "编造"
      - "one"
      - "二"
      - "три"
    form: "Hello\\n\\n1) [[item]]\\n\\n[[colour]] by [[shop]]\\n\\nOn"
    form_fields:
      colour:
        type: choice
        values:
          - "the \\"red\\" one"
          - "the \\"blue\\" one"
`,
    );
    expect(match?.text).toBe(`matches:\n${matches.join('')}`);
    expect(manifest?.text).toBe(
      'name: amicable-reply-scripts\ntitle: "Amicable reply scripts"\ndescription: "Replies to buyers as forms with fields. Fill every field before you send."\nversion: 1.0.0\nauthor: "Amicable"\n',
    );
    expect(readme?.text).toBe(
      '# Amicable reply scripts\n\nReplies to buyers as forms with fields. Fill every field before you send.\n\n- `:made-upen` Made: up! (en)\n',
    );
    expect(files('espanso', { gloss: 'zh-CN' })[2]?.text).toBe(
      '# 和解手册回复话术\n\n给买家的回复，含变量表单。发送前请逐项填写。\n\n- `:made-upen` 编造 (en)\n',
    );
  });

  it('has no fields where there is no choice, and no bare sign that ends a line', () => {
    const plain = scriptOf([
      { id: 'a', kind: 'greeting', text: texts('en', 'a\u2028b') },
      { id: 'b', kind: 'fact', text: texts('en', '\u0085c\ufeffd') },
    ]);
    const [match] = files('espanso', { tones: ['warm'] }, plain);
    expect(match?.text).not.toContain('form_fields');
    expect(match?.text).toContain('form: "a\\u2028b\\n\\n\\u0085c\\ufeffd"');
  });

  it('is typed by three letters a situation, of which none is there twice', () => {
    const codes = [...library.scripts.keys()].map((id) => shortCodes[id]);
    for (const code of codes) expect(code).toMatch(/^[a-z]{3}$/u);
    expect(new Set(codes).size).toBe(codes.length);
    expect(Object.keys(shortCodes).sort()).toEqual([...library.scripts.keys()].sort());
  });
});

describe('the feed', () => {
  it('has shared parts put in, with the text without a name where there is one', () => {
    const [named, plain] = [true, false].map((has) =>
      library.parts.blocks.find(({ nameless }) => (nameless !== undefined) === has),
    );
    const of = (id = '') =>
      feedItem(scriptOf([{ id: 'a', kind: 'greeting', shared: id }]), library.parts).blocks;
    expect(named?.nameless).toBeDefined();
    expect(of(named?.id)).toEqual([
      {
        id: 'a',
        kind: 'greeting',
        shared: named?.id,
        text: named?.text,
        nameless: named?.nameless,
      },
    ]);
    if (plain) expect(of(plain.id)[0]).not.toHaveProperty('nameless');
    expect(feedItem(made, library.parts).blocks).toEqual(blocks);
  });
});

describe('Gorgias', () => {
  interface Macro {
    name: string;
    intent?: string;
    language: string;
    external_id: string;
    actions: { arguments: Record<string, string> }[];
  }
  const macros = (more: Partial<ExportOptions> = {}, script = made) =>
    JSON.parse(files('gorgias', more, script)[0]?.text ?? '') as Macro[];

  it('has a name without signs, the text twice, and tags', () => {
    const [warm, plain] = macros();
    expect(warm).toEqual({
      name: 'Made up en',
      language: 'en',
      external_id: 'made-up-en',
      actions: [
        {
          name: 'setResponseText',
          title: 'Add response text',
          type: 'user',
          arguments: { body_text: BODY, body_html: toHtml(BODY) },
        },
        {
          name: 'addTags',
          title: 'Add tags',
          type: 'user',
          arguments: { tags: 'reply-script, order' },
        },
      ],
    });
    expect(plain?.name).toBe('Made up en plain');
    expect(macros({ languages: ['pt-BR'] })[0]?.language).toBe('pt');
  });

  it.each([
    ['snad-damaged', 'order/damaged'],
    ['snad-colour-size', 'order/wrong'],
    ['snad-short', 'order/wrong'],
    ['snad-picture', 'order/wrong'],
    ['snad-quality', undefined],
    ['offer-return', 'return/request'],
    ['offer-partial-refund', 'refund/status'],
    ['dispatched', 'shipping/status'],
    ['delayed-en-route', 'shipping/status'],
    ['holiday-delay', 'shipping/status'],
    ['inr-in-transit', 'shipping/delivery-issue'],
    ['thanks-paid', undefined],
  ])('knows what %s is about: %s', (id, intent) => {
    const script = library.scripts.get(id) as Script;
    expect(macros({ situations: [id], tones: ['warm'] }, script)[0]?.intent).toBe(intent);
  });
});

describe('Markdown', () => {
  it('has each situation once, its replies under it with their meaning', () => {
    const [file] = files('markdown', { gloss: 'zh-CN' });
    expect(file).toMatchObject({ name: 'reply-scripts.md', mediaType: 'text/markdown' });
    expect(file?.text).toContain(
      '# 回复话术\n\n## 编造\n\n- 何时用: 现在。\n- 何时不用: 从不。\n- 你承诺了什么: 无。\n\n### en\n\n> Hello  \n>\n> 1\\) [item]  \n>\n> [colour] by [shop]  \n>\n> On  \n\n释义:\n\n> 12 34 56  \n>\n',
    );
    expect(file?.text).toContain('\n\n### en, 平实\n\n> Hello');
    expect(file?.text).toContain('待填写: `[item]` ');
    expect(file?.text).toContain(', `[colour]` 颜色\n');
  });

  it('needs no meaning in the language of the reader', () => {
    const [file] = files('markdown');
    expect(file?.text).toContain(
      '# Reply scripts\n\n## Made: up!\n\n- Use it when: Now.\n- Do not use it when: Never.\n- What you commit to: Nothing.\n\n### en\n',
    );
    expect(file?.text).toContain('### en, plain\n');
    expect(file?.text).not.toContain('Meaning');
    expect(files('markdown', { languages: ['ru'] })[0]?.text).toContain('\n\nMeaning:\n\n> Hello');
  });

  it('shows what a person typed, and sets nothing by it', () => {
    const [file] = files('markdown', { shop: 'A*b_c`<d>[e]|~\\' });
    expect(file?.text).toContain('by A\\*b\\_c\\`\\<d\\>\\[e\\]\\|\\~\\\\');
  });
});

describe('the others', () => {
  const parsed = (format: ExportFormat, more: Partial<ExportOptions> = {}) =>
    JSON.parse(files(format, more)[0]?.text ?? '') as unknown;

  it('Chatwoot: a short code and a text', () => {
    expect(parsed('chatwoot', { tones: ['warm'] })).toEqual([
      { short_code: 'made-up-en', content: BODY },
    ]);
  });

  it('Zendesk: a macro that writes a comment', () => {
    expect(parsed('zendesk')).toEqual(
      ['', ', plain'].map((tone) => ({
        macro: {
          title: `Made: up! (en${tone})`,
          active: true,
          description: `made-up-en${tone.replace(', ', '-')}`,
          actions: [{ field: 'comment_value', value: ['channel:all', BODY] }],
        },
      })),
    );
  });

  it('Freshdesk: one request with all', () => {
    const of = (tone: string, folder: number) => ({
      title: `Made: up! (en${tone})`,
      content_html: `<div>${toHtml(BODY)}</div>`,
      folder_id: folder,
      visibility: 0,
    });
    expect(parsed('freshdesk')).toEqual({ canned_responses: [of('', 1), of(', plain', 1)] });
    expect(parsed('freshdesk', { folderId: 7, tones: ['warm'] })).toEqual({
      canned_responses: [of('', 7)],
    });
  });

  it('TextExpander: a table a language, of which nothing runs', () => {
    const of = (text: string) =>
      files(
        'textexpander',
        { tones: ['warm'], languages: ['en', 'pt-BR'] },
        scriptOf([
          { id: 'a', kind: 'greeting', text: texts('en', text) },
          { id: 'b', kind: 'fact', text: texts() },
        ]),
      ).map((file) => [file.name, file.text]);
    expect(of('Say "5%x" 5% 5%')).toEqual([
      ['reply-scripts-en.csv', '\ufeff"madeupen","Say ""5% x"" 5% 5%\n\n12 34 56"\r\n'],
      ['reply-scripts-pt-br.csv', '\ufeff"madeupptbr","12 34 56\n\n12 34 56"\r\n'],
    ]);
    for (const sign of ['=', '+', '-', '@'])
      expect(of(`${sign}1`)[0]?.[1]).toBe(`\ufeff"madeupen","'${sign}1\n\n12 34 56"\r\n`);
  });
});
