import type { Variable } from '../schema.ts';
import {
  fillGaps,
  records,
  type ExportFile,
  type ExportOptions,
  type ExportRecord,
} from './record.ts';
import type { ScriptLibrary } from '../schema.ts';
import { shortCodes } from './short-codes.ts';

/**
 * A text in quotes, where every sign is a sign. YAML's readers disagree on what ends a line and on
 * what may stand bare, so whatever one of them could take for more than a letter is written as a number.
 */
const quoted = (text: string) =>
  JSON.stringify(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/gu,
    (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );

/** Two tones share a trigger: Espanso then asks which one. */
const trigger = ({ script, language }: ExportRecord) =>
  `:${shortCodes[script.id] ?? script.id}${new Intl.Locale(language).language}`;

/** A choice becomes a drop-down with the texts of the buyer's language; everything else is typed. */
const fields = (record: ExportRecord, variables: readonly Variable[]) =>
  variables
    .filter((variable) => variable.options.length > 0)
    .map(
      (variable) =>
        `      ${variable.name}:\n        type: choice\n        values:\n${variable.options
          .map((option) => `          - ${quoted(option.text[record.language])}`)
          .join('\n')}`,
    )
    .join('\n');

function match(record: ExportRecord): string {
  const { script, language } = record;
  const tone = record.code.endsWith('-plain') ? ', plain' : '';
  const terms = [
    script.id,
    script.stage,
    script.title.en,
    script.title['zh-CN'],
    ...script.aliases.en,
    ...script.aliases.zh,
    ...script.aliases.ru,
  ];
  const form = fields(record, record.variables);
  return [
    `  - trigger: ${quoted(trigger(record))}`,
    `    label: ${quoted(`${record.title} (${language}${tone})`)}`,
    `    search_terms:\n${[...new Set(terms)].map((term) => `      - ${quoted(term)}`).join('\n')}`,
    `    form: ${quoted(fillGaps(record.text, (name) => `[[${name}]]`))}`,
    ...(form === '' ? [] : [`    form_fields:\n${form}`]),
  ].join('\n');
}

/** An Espanso package: three files, of which package.yml holds the replies as forms. */
export function espanso(library: ScriptLibrary, options: ExportOptions): ExportFile[] {
  const all = records(library, options);
  const zh = options.gloss === 'zh-CN';
  const title = zh ? '和解手册回复话术' : 'Amicable reply scripts';
  const description = zh
    ? '给买家的回复，含变量表单。发送前请逐项填写。'
    : 'Replies to buyers as forms with fields. Fill every field before you send.';
  const list = all.map((record) => `- \`${trigger(record)}\` ${record.title} (${record.language})`);
  return [
    {
      name: 'amicable-reply-scripts/package.yml',
      mediaType: 'application/yaml',
      text: `matches:\n${all.map(match).join('\n')}\n`,
    },
    {
      name: 'amicable-reply-scripts/_manifest.yml',
      mediaType: 'application/yaml',
      text: `name: amicable-reply-scripts\ntitle: ${quoted(title)}\ndescription: ${quoted(description)}\nversion: 1.0.0\nauthor: ${quoted('Amicable')}\n`,
    },
    {
      name: 'amicable-reply-scripts/README.md',
      mediaType: 'text/markdown',
      text: `# ${title}\n\n${description}\n\n${[...new Set(list)].join('\n')}\n`,
    },
  ];
}
