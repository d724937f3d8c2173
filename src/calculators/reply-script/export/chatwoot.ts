import { byHand, fillGaps, json, records, type ExportFile, type ExportOptions } from './record.ts';
import type { ScriptLibrary } from '../schema.ts';

/** Chatwoot keeps a short code and a text; language and tone live in the code. */
export function chatwoot(library: ScriptLibrary, options: ExportOptions): ExportFile[] {
  const items = records(library, options).map((record) => ({
    short_code: record.code,
    content: fillGaps(record.text, (name) =>
      name === 'buyerName' ? '{{contact.first_name}}' : byHand(name),
    ),
  }));
  return [
    { name: 'chatwoot-canned-responses.json', mediaType: 'application/json', text: json(items) },
  ];
}
