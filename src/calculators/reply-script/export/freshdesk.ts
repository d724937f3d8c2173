import {
  byHand,
  fillGaps,
  json,
  records,
  toHtml,
  type ExportFile,
  type ExportOptions,
} from './record.ts';
import type { ScriptLibrary } from '../schema.ts';

/** The body of one bulk request; every agent sees the replies. No field for the buyer's name is documented, so it stays a gap. */
export function freshdesk(library: ScriptLibrary, options: ExportOptions): ExportFile[] {
  const canned_responses = records(library, options).map((record) => ({
    title: `${record.title} (${record.language}${record.code.endsWith('-plain') ? ', plain' : ''})`,
    content_html: `<div>${toHtml(fillGaps(record.text, byHand))}</div>`,
    folder_id: options.folderId ?? 1,
    visibility: 0,
  }));
  return [
    {
      name: 'freshdesk-canned-responses.json',
      mediaType: 'application/json',
      text: json({ canned_responses }),
    },
  ];
}
