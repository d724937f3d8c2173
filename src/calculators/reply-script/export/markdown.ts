import { byHand, fillGaps, records, type ExportFile, type ExportOptions } from './record.ts';
import type { ScriptLibrary } from '../schema.ts';

const words = {
  en: {
    title: 'Reply scripts',
    when: 'Use it when',
    whenNot: 'Do not use it when',
    commits: 'What you commit to',
    meaning: 'Meaning',
    variables: 'To fill in',
    plain: 'plain',
  },
  'zh-CN': {
    title: '回复话术',
    when: '何时用',
    whenNot: '何时不用',
    commits: '你承诺了什么',
    meaning: '释义',
    variables: '待填写',
    plain: '平实',
  },
} as const;

/** What a person typed is shown, never set as a heading, a link or a tag. */
const plain = (text: string) => text.replace(/[\\`*_<>[\]|~]/gu, '\\$&');
const reply = (text: string) => fillGaps(plain(text), byHand);

const quote = (text: string) =>
  text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line.replace(/^(\d+)\)/u, '$1\\)')}  `.trimEnd()))
    .map((line) => (line === '>' ? line : `${line}  `))
    .join('\n');

/** A document to read or print: each situation once, its replies under it with their meaning. */
export function markdown(library: ScriptLibrary, options: ExportOptions): ExportFile[] {
  const say = words[options.gloss];
  const all = records(library, options);
  const sections = options.situations.map((id) => {
    const own = all.filter((record) => record.script.id === id);
    const script = own[0]?.script;
    if (!script) return '';
    const entries = own.map((record) => {
      const tone = record.code.endsWith('-plain') ? `, ${say.plain}` : '';
      const open = record.variables
        .map((variable) => `\`[${variable.name}]\` ${variable.label[options.gloss]}`)
        .join(', ');
      const meaning =
        record.language === options.gloss
          ? ''
          : `\n\n${say.meaning}:\n\n${quote(reply(record.glossText))}`;
      return `### ${record.language}${tone}\n\n${quote(reply(record.text))}${meaning}\n\n${say.variables}: ${open}\n`;
    });
    return `## ${script.title[options.gloss]}\n\n- ${say.when}: ${script.when[options.gloss].trim()}\n- ${say.whenNot}: ${script.whenNot[options.gloss].trim()}\n- ${say.commits}: ${script.commits[options.gloss].trim()}\n\n${entries.join('\n')}`;
  });
  return [
    {
      name: 'reply-scripts.md',
      mediaType: 'text/markdown',
      text: `# ${say.title}\n\n${sections.join('\n')}`,
    },
  ];
}
