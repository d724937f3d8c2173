import type { Variable } from '../schema.ts';
import {
  fillGaps,
  records,
  type ExportFile,
  type ExportOptions,
  type ExportRecord,
} from './record.ts';
import type { ScriptLibrary } from '../schema.ts';

/** A JSON text is a YAML double-quoted scalar as well. */
const quoted = (text: string) => JSON.stringify(text);

const block = (text: string, indent: string) =>
  `|-\n${text
    .split('\n')
    .map((line) => (line === '' ? '' : `${indent}${line}`))
    .join('\n')}`;

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
  // Two tones share a trigger: Espanso then asks which one.
  const trigger = `:${record.code.replace(/-plain$/u, '')}`;
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
    `  - trigger: ${quoted(trigger)}`,
    `    label: ${quoted(`${record.title} (${language}${tone})`)}`,
    `    search_terms:\n${[...new Set(terms)].map((term) => `      - ${quoted(term)}`).join('\n')}`,
    `    form: ${block(
      fillGaps(record.text, (name) => `[[${name}]]`),
      '      ',
    )}`,
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
  const list = all.map(
    (record) =>
      `- \`:${record.code.replace(/-plain$/u, '')}\` ${record.title} (${record.language})`,
  );
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
