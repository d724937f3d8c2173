import * as z from 'zod/mini';
import { decode, type Decoded, type FieldDecoder, type Why } from '../shared/permalink.ts';
import { inputSchema } from './fields.ts';
import type { Metric } from './metric.ts';

/**
 * Fields from a fragment, as text, ready for a form and for `parse`. What does not belong to the
 * metric or cannot be read is in `ignored`, with a reason that the interface texts know under
 * `tool.dispute-rate.ignored.<why>`, or `why` is itself the key of the sentence a form would show. Never throws.
 */
export function decodeInput(fragment: string, metrics: ReadonlyMap<string, Metric>): Decoded {
  const metricField: FieldDecoder = {
    kind: 'one',
    parse: (raw) => (metrics.has(raw) ? { value: raw } : { why: 'unknown-metric' }),
  };
  const metric = metrics.get(String(decode(fragment, { metric: metricField }).input['metric']));
  if (!metric) return decode(fragment, { metric: metricField });
  const shape = inputSchema(metric).shape as Readonly<Record<string, z.ZodMiniType>>;
  const lists = new Set(
    metric.terms.filter((term) => term.kind === 'money-list').map((term) => term.id),
  );
  const choices = new Set(
    metric.terms.filter((term) => term.kind === 'choice').map((term) => term.id),
  );
  const fields = Object.entries(shape).map(([name, schema]): [string, FieldDecoder] => [
    name,
    {
      kind: lists.has(name) ? 'list' : 'one',
      parse: (raw) => {
        const result = z.safeParse(schema, raw);
        // A choice is shown in a list, so it goes there by its id, however it was written.
        if (result.success) return { value: choices.has(name) ? String(result.data) : raw };
        const issue = result.error.issues[0] as { message: string; params?: Why['values'] };
        return { why: issue.message, values: issue.params };
      },
    },
  ]);
  return decode(fragment, { ...Object.fromEntries(fields), metric: metricField });
}
