import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { openContent } from '../../cli-content.ts';
import { clean } from '../index.ts';
import { libraryOf } from '../tool.ts';
import { exportFormats, exportScripts, type ExportFormat } from './index.ts';
import { harmless } from './record.ts';

const library = libraryOf(openContent(join(import.meta.dirname, '../../../content')));

const injection =
  'Bright Home\r  - trigger: " ok "\r    replace: "{{x}}"\r    vars: [{name: x, type: shell, params: {cmd: "id > pwned"}}]\r    label: |-\r      x';
/** Names as a link may carry them. */
const hostile: readonly (readonly [what: string, name: string])[] = [
  ['a carriage return', injection],
  ...['\u0085', '\u2028', '\u2029', '\n', '\r\n', '\v', '\f'].map(
    (end) => [`U+${end.codePointAt(0)?.toString(16)}`, injection.replaceAll('\r', end)] as const,
  ),
  ['NUL', 'Bright\0Home\0'],
  ['a bell', 'Bright\u0007 Home'],
  ['an escape', 'Bright\u001b[31m Home'],
  ['a C1 control', 'Bright\u009bHome'],
  ['a lone surrogate', 'Bright\ud800Home'],
  ['a byte-order mark', '\ufeffBright Home'],
  ['a no-character', 'Bright\uffffHome'],
  ['a right-to-left mark', 'Bright\u202eemoH'],
  ['a Zendesk field', 'Lamp {{ticket.requester.email}}'],
  ['a Chatwoot field', 'Lamp {{contact.name}}'],
  ['a Gorgias field', 'Lamp {{ticket.customer.email}}'],
  ['a Liquid command', 'Lamp {% for c in ticket.comments %}{{c.value}}{% endfor %}'],
  ['a Liquid comment', 'Lamp {# x #}'],
  ['an Espanso field', 'Lamp [[x]]'],
  ['an Espanso variable', 'Lamp {{clipboard}}'],
  ['a cursor mark', 'Lamp $|$ Shop'],
  ['three brackets', 'Lamp [[[x]]] {{{y}}}'],
  ['a bracket that waits for a gap', '['],
  ['a brace that waits for a gap', '{'],
  ['the clipboard of TextExpander', 'Lamp %clipboard %key:enter% 100%Cotton'],
  ['a gap', 'Lamp ⟦buyerName⟧'],
  ['quotes', `Lamp "Home" 'x' \\" \\n`],
  ['YAML signs', '# & * ! | > %  : - ? @ `'],
  ['HTML', '<img src=x onerror=alert(1)>&amp;'],
  ['a formula', '=HYPERLINK("http://x")'],
  ['Markdown', '[click](javascript:alert(1)) # **x** `y` <b>'],
  ['four hundred signs', 'x'.repeat(400)],
];

const options = (shop: string) => ({
  situations: ['inr-in-transit', 'thanks-paid', 'appeal-statement'],
  languages: ['en', 'ru'] as const,
  tones: ['warm', 'plain'] as const,
  platform: 'aliexpress' as const,
  gloss: 'en' as const,
  shop,
});
const textOf = (format: ExportFormat, shop: string) =>
  exportScripts(format, library, options(shop))
    .map(({ text }) => text)
    .join('\n');

/** Every text a reader of the file comes by, keys left out. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

describe.each(exportFormats)('%s', (format) => {
  let harmlessFile: string;
  beforeAll(() => {
    harmlessFile = textOf(format, 'Bright Home');
  });

  it.each(hostile)('takes %s as a name', (_, shop) => {
    const file = textOf(format, shop);
    // The name may be longer or shorter, but no line comes with it and no sign that starts or ends one.
    expect(file.split('\n')).toHaveLength(harmlessFile.split('\n').length);
    expect(file.replace(/\r\n/gu, '')).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202e]|\p{Surrogate}/u,
    );
    expect(file).not.toContain('⟦');
  });

  it.each(hostile)('has no field of its own in %s', (_, shop) => {
    const fieldsOf = (file: string) =>
      (file.match(/\{\{.*?\}\}|\{%.*?%\}|\[\[.*?\]\]|\$\|\$/gu) ?? []).sort();
    expect(fieldsOf(textOf(format, shop))).toEqual(fieldsOf(harmlessFile));
  });
});

describe('an Espanso package', () => {
  it.each(hostile)('has the same matches whatever the name is: %s', (_, shop) => {
    const [file] = exportScripts('espanso', library, options(shop));
    const document = parseDocument(file?.text ?? '');
    expect(document.errors).toEqual([]);
    const { matches } = document.toJS() as { matches: Record<string, unknown>[] };
    expect(matches).toHaveLength(12);
    for (const match of matches) {
      expect(Object.keys(match)).toEqual(
        expect.arrayContaining(['trigger', 'label', 'search_terms', 'form']),
      );
      expect(Object.keys(match)).not.toContain('vars');
    }
    // Every value stands in quotes on one line, so readers that disagree on line ends agree here.
    for (const line of file?.text.split('\n') ?? [])
      if (/^ *(?:- )?(?:trigger|label|form): /u.test(line)) expect(line).toMatch(/: ".*"$/u);
    expect(textsIn(matches).join('')).not.toContain('\n  - trigger');
  });
});

describe('a TextExpander file', () => {
  it('keeps a percent sign from being a command, and two cells a line', () => {
    const [file] = exportScripts('textexpander', library, options('50%clip, "a"\n%d'));
    const { data, errors } = Papa.parse<string[]>(file?.text.slice(1).trimEnd() ?? '');
    expect(errors).toEqual([]);
    for (const row of data) {
      expect(row).toHaveLength(2);
      expect(row[1]).not.toMatch(/%\S/u);
    }
    expect(file?.text).toContain('50% clip');
  });
});

describe('a name in a document', () => {
  it('is shown as it was typed', () => {
    expect(textOf('markdown', '[click](http://x) <b>')).toContain('\\[click\\](http://x) \\<b\\>');
  });
});

describe('signs that start a command', () => {
  it.each([
    ['{{a}}', '{ {a} }'],
    ['{{{a}}}', '{ { {a} } }'],
    ['{%a%}', '{ %a% }'],
    ['[[a]]', '[ [a] ]'],
    ['$|$', '$ |$'],
    ['[a] {b} 5 $ | x', '[a] {b} 5 $ | x'],
  ])('%s becomes %s', (text, parted) => {
    expect(harmless(text)).toBe(parted);
    expect(harmless(harmless(text))).toBe(parted);
  });

  it('are left where a person would write them', () => {
    expect(clean('A & B [Home] {1}')).toBe('A & B [Home] {1}');
  });
});
