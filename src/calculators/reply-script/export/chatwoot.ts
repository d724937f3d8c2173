import { byHand, fillGaps, json, records, type ExportFile, type ExportOptions } from './record.ts';
import type { ScriptLibrary } from '../schema.ts';

/**
 * Chatwoot keeps a short code and a text; language and tone live in the code. It knows no condition,
 * and its field for the name is empty where the name is unknown: "Hello ,". So the greeting has none.
 */
export function chatwoot(library: ScriptLibrary, options: ExportOptions): ExportFile[] {
  const items = records(library, options, false).map((record) => ({
    short_code: record.code,
    content: fillGaps(record.text, byHand),
  }));
  return [
    { name: 'chatwoot-canned-responses.json', mediaType: 'application/json', text: json(items) },
  ];
}
