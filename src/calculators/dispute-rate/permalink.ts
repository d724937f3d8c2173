import { decode, type Decoded, type FieldDecoder } from '../shared/permalink.ts';
import { READER_COMING } from '../shared/reader-coming.ts';
import { readersOf, type Refusal } from './fields.ts';
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
  if (!metric) {
    const decoded = decode(fragment, { metric: metricField });
    const isNamed = decoded.ignored.some(({ key }) => key === 'metric');
    const isField = (key: string) =>
      [...metrics.values()].some((one) => Object.hasOwn(readersOf(one), key));
    // Which rate a figure belongs to is not guessed from its name.
    const ignored = decoded.ignored.map((part) =>
      !isNamed && part.why === 'unknown' && isField(part.key)
        ? { ...part, why: 'no-metric' }
        : part,
    );
    return { ...decoded, ignored };
  }
  const lists = new Set(
    metric.terms.filter((term) => term.kind === 'money-list').map((term) => term.id),
  );
  const choices = new Set(
    metric.terms.filter((term) => term.kind === 'choice').map((term) => term.id),
  );
  const fields = Object.entries(readersOf(metric)).map(([name, read]): [string, FieldDecoder] => [
    name,
    {
      kind: lists.has(name) ? 'list' : 'one',
      parse: (raw) => {
        const refusals: Refusal[] = [];
        const value = read(raw, refusals);
        const [first] = refusals;
        // What waits for a reader stands in its field until that is here.
        if (first?.key === READER_COMING) return { value: raw };
        if (first) return { why: first.key, values: first.values };
        // A choice is shown in a list, so it goes there by its id, however it was written.
        return { value: choices.has(name) ? String(value) : raw };
      },
    },
  ]);
  return decode(fragment, { ...Object.fromEntries(fields), metric: metricField });
}
