import { useSignal } from '@preact/signals';
import type { Finding, ListingsOk } from '@/calculators/listing-check/index.ts';
import { buildCsv } from '@/calculators/shared/csv.ts';
import { saveFile } from '../../../platform/download.ts';
import type { Library } from '../library.ts';
import type { ListingWords } from '../words.ts';

interface ManyFoundProps {
  found: ListingsOk;
  rows: readonly Record<string, unknown>[];
  known: Library;
  words: ListingWords;
}

interface Row {
  number: number;
  title: string;
  findings: readonly Finding[];
  problem: string | null;
}

/** Rows shown at first; a shop has thousands, and the table is for the worst of them. */
const AT_FIRST = 50;

const weight = ({ findings }: Row) =>
  findings.filter(({ severity }) => severity === 'blocks' || severity === 'claims').length;

/** What was found in many listings: by class, by reason, and in each; the worst rows first. */
export function ManyFound({ found, rows, known, words }: ManyFoundProps) {
  const { own } = words;
  const isWhole = useSignal(false);
  const labelOf = (id: string) => known.faultOf(id)?.label ?? id;
  const problemOf = (one: ListingsOk['listings'][number]) => {
    if (one.kind === 'ok') return null;
    const issue = one.kind === 'invalid' ? one.issues[0] : undefined;
    if (!issue) return own(`many.${one.kind}`);
    return `${own('many.invalid')}${words.colon}${words.text(issue.key, issue.values)}`;
  };
  const all = found.listings.map((one, i): Row => ({
    number: i + 1,
    title: String(rows[i]?.['title'] ?? ''),
    findings: one.kind === 'ok' ? one.findings : [],
    problem: problemOf(one),
  }));
  const sorted = [...all].sort(
    (a, b) => weight(b) - weight(a) || b.findings.length - a.findings.length,
  );
  const shown = isWhole.value ? sorted : sorted.slice(0, AT_FIRST);
  const save = () =>
    saveFile(
      'listing-check.csv',
      'text/csv',
      buildCsv([
        [
          own('many.row'),
          own('field.title'),
          own('many.severity'),
          own('many.fault'),
          own('many.reason'),
          own('many.words'),
          own('many.finding'),
          own('finding.repair'),
        ],
        ...all.flatMap(({ number, title, findings }) =>
          findings.map((finding) => [
            number,
            title,
            own(`severity.${finding.severity}`),
            labelOf(finding.id),
            finding.reason === null ? '' : own(`reason.${finding.reason}`),
            finding.words,
            words.finding(finding),
            finding.repair ?? '',
          ]),
        ),
      ]),
    );
  const summed = (
    title: string,
    lines: readonly { id: string; name: string; listings: number; findings: number }[],
  ) =>
    lines.length > 0 && (
      <div>
        <h3>{title}</h3>
        <ul>
          {lines.map((one) => (
            <li key={one.id} data-id={one.id}>
              {own('many.by', {
                name: one.name,
                listings: words.count(one.listings),
                findings: words.count(one.findings),
              })}
            </li>
          ))}
        </ul>
      </div>
    );
  const { summary } = found;
  return (
    <section aria-live="polite">
      <p>
        <output name="many.listings" data-value={summary.listings}>
          {own('many.summary', {
            listings: words.count(summary.listings),
            clean: words.count(summary.clean),
          })}
        </output>
      </p>
      <div class="many-sums">
        {summed(
          own('many.by-fault'),
          summary.byFault.map((one) => ({ ...one, name: labelOf(one.id) })),
        )}
        {summed(
          own('many.by-reason'),
          summary.byReason.map((one) => ({
            ...one,
            id: one.reason,
            name: words.capital(own(`reason.${one.reason}`)),
          })),
        )}
      </div>
      <p>
        <button type="button" class="action" onClick={save}>
          {own('many.csv')}
        </button>
      </p>
      <ol class="many">
        {shown.map((row) => (
          <li key={row.number} data-id={row.number} value={row.number}>
            <strong>{row.title === '' ? own('many.untitled') : row.title}</strong>
            {row.findings.length === 0 ? (
              <span class="muted"> {row.problem ?? own('badge.clear')}</span>
            ) : (
              <details>
                <summary>
                  {own('bar', { count: row.findings.length })}
                  {words.colon}
                  {words.list([...new Set(row.findings.map(({ id }) => labelOf(id)))])}
                </summary>
                <ul>
                  {row.findings.map((finding, i) => (
                    <li key={i}>
                      {own(`severity.${finding.severity}`)}
                      {words.colon}
                      {words.finding(finding)}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ol>
      {sorted.length > shown.length && (
        <p>
          <button type="button" class="action" onClick={() => (isWhole.value = true)}>
            {own('many.show-all', { count: words.count(sorted.length - shown.length) })}
          </button>
        </p>
      )}
    </section>
  );
}
