import { byHand, fillGaps, json, records, type ExportFile, type ExportOptions } from './record.ts';
import type { ScriptLibrary } from '../schema.ts';

const NAME = '{{ticket.requester.first_name}}';
const write = (text: string) =>
  fillGaps(text, (name) => (name === 'buyerName' ? NAME : byHand(name)));

/** The greeting by name where the name is known, and the one without it where it is not. */
function greeting(named: string, nameless: string): string {
  const without = nameless.split('\n\n');
  return named
    .split('\n\n')
    .map((paragraph, index) => {
      const other = without[index] ?? '';
      return paragraph === other
        ? write(paragraph)
        : `{% if ticket.requester.first_name != blank %}${write(paragraph)}{% else %}${write(other)}{% endif %}`;
    })
    .join('\n\n');
}

/** One macro a reply, ready to be sent to the macros endpoint one by one. It changes no status and no tags. */
export function zendesk(library: ScriptLibrary, options: ExportOptions): ExportFile[] {
  const nameless = records(library, options, false);
  const items = records(library, options).map((record, index) => ({
    macro: {
      title: `${record.title} (${record.language}${record.code.endsWith('-plain') ? ', plain' : ''})`,
      active: true,
      description: record.code,
      actions: [
        {
          field: 'comment_value',
          value: ['channel:all', greeting(record.text, nameless[index]?.text ?? record.text)],
        },
      ],
    },
  }));
  return [{ name: 'zendesk-macros.json', mediaType: 'application/json', text: json(items) }];
}
