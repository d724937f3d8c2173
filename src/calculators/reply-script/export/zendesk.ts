import { byHand, fillGaps, json, records, type ExportFile, type ExportOptions } from './record.ts';
import type { ScriptLibrary } from '../schema.ts';

/** One macro a reply, ready to be sent to the macros endpoint one by one. It changes no status and no tags. */
export function zendesk(library: ScriptLibrary, options: ExportOptions): ExportFile[] {
  const items = records(library, options).map((record) => ({
    macro: {
      title: `${record.title} (${record.language}${record.code.endsWith('-plain') ? ', plain' : ''})`,
      active: true,
      description: record.code,
      actions: [
        {
          field: 'comment_value',
          value: [
            'channel:all',
            fillGaps(record.text, (name) =>
              name === 'buyerName' ? '{{ticket.requester.first_name}}' : byHand(name),
            ),
          ],
        },
      ],
    },
  }));
  return [{ name: 'zendesk-macros.json', mediaType: 'application/json', text: json(items) }];
}
