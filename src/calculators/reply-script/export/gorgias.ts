import {
  byHand,
  fillGaps,
  json,
  records,
  toHtml,
  type ExportFile,
  type ExportOptions,
  type ExportRecord,
} from './record.ts';
import type { ScriptLibrary } from '../schema.ts';

/** Gorgias fixes the values of `intent`; it is left out where none of those known to us fits. */
function intent({ script }: ExportRecord): string | undefined {
  if (script.id === 'snad-damaged') return 'order/damaged';
  if (['snad-colour-size', 'snad-short', 'snad-picture'].includes(script.id)) return 'order/wrong';
  if (script.id === 'offer-return') return 'return/request';
  if (script.id === 'offer-partial-refund') return 'refund/status';
  if (['dispatched', 'delayed-en-route', 'holiday-delay'].includes(script.id))
    return 'shipping/status';
  return script.stage === 'inr' ? 'shipping/delivery-issue' : undefined;
}

/**
 * One macro a reply. Signs in names cannot be searched there, so the names have none. No condition
 * is documented, so the greeting is the one without the buyer's name.
 */
export function gorgias(library: ScriptLibrary, options: ExportOptions): ExportFile[] {
  const items = records(library, options, false).map((record) => {
    const text = fillGaps(record.text, byHand);
    const plain = record.code.endsWith('-plain') ? ' plain' : '';
    const tags = ['reply-script', record.stage].join(', ');
    const meant = intent(record);
    return {
      name: `${record.title} ${record.language}${plain}`
        .replace(/[^\p{L}\p{N} -]+/gu, ' ')
        .replace(/ {2,}/gu, ' ')
        .trim(),
      ...(meant !== undefined && { intent: meant }),
      language: new Intl.Locale(record.language).language,
      external_id: record.code,
      actions: [
        {
          name: 'setResponseText',
          title: 'Add response text',
          type: 'user',
          arguments: { body_text: text, body_html: toHtml(text) },
        },
        { name: 'addTags', title: 'Add tags', type: 'user', arguments: { tags } },
      ],
    };
  });
  return [{ name: 'gorgias-macros.json', mediaType: 'application/json', text: json(items) }];
}
