import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Finding, ListingsOk } from '@/calculators/listing-check/index.ts';
import { buildCsv } from '@/calculators/shared/csv.ts';
import { saveFile } from '../../../platform/download.ts';
import { nextTask } from '../../../platform/later.ts';
import type { Library } from '../library.ts';
import type { ListingWords } from '../words.ts';
import { keptBy, OwnOrder } from './OwnOrder.tsx';

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
  /** Why the row was not checked, or what of it was not. */
  problems: readonly string[];
  isRead: boolean;
}

/** Rows shown at first; a shop has thousands, and the table is for the worst of them. */
const AT_FIRST = 50;
/** As many of them as a window holds are drawn at once, the others in the next task. */
const AT_ONCE = 10;

const weight = ({ findings }: Row) =>
  findings.filter(({ severity }) => severity === 'blocks' || severity === 'claims').length;

/** What was found in many listings: by class, by reason, and in each; the worst rows first. */
export function ManyFound({ found, rows, known, words }: ManyFoundProps) {
  const { own } = words;
  const most = useSignal(AT_ONCE);
  useEffect(() => nextTask(() => (most.value = AT_FIRST)), []);
  const byOwn = useSignal(true);
  const labelOf = (id: string) => known.faultOf(id)?.label ?? id;
  const problemsOf = (one: ListingsOk['listings'][number]) =>
    one.kind === 'incomplete'
      ? [own('many.incomplete')]
      : (one.kind === 'ok' ? one.notRead : one.issues).map((issue) =>
          own(one.kind === 'ok' ? 'many.not-read' : 'many.invalid', { what: words.issue(issue) }),
        );
  const whole = known.whole.value;
  const kept = whole ? keptBy(whole) : null;
  const lossOf = ({ id }: Finding) => kept?.losses.get(id)?.money ?? 0;
  const costs = found.summary.byFault.some(({ id }) => kept?.losses.has(id));
  const isByOwn = costs && byOwn.value;
  const all = useMemo(
    () =>
      found.listings.map((one, i): Row => ({
        number: i + 1,
        title: String(rows[i]?.['title'] ?? ''),
        findings:
          one.kind !== 'ok'
            ? []
            : whole && kept && isByOwn
              ? whole.byOwnLoss(one.findings, kept.losses)
              : one.findings,
        problems: problemsOf(one),
        isRead: one.kind === 'ok',
      })),
    [found, rows, isByOwn],
  );
  const dearest = ({ findings }: Row) => Math.max(0, ...findings.map(lossOf));
  const sorted = useMemo(
    () =>
      [...all].sort(
        (a, b) =>
          Number(a.isRead) - Number(b.isRead) ||
          (isByOwn ? dearest(b) - dearest(a) : 0) ||
          weight(b) - weight(a) ||
          b.findings.length - a.findings.length ||
          b.problems.length - a.problems.length,
      ),
    [all],
  );
  const shown = sorted.slice(0, most.value);
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
          own('many.into'),
          own('many.repair'),
        ],
        ...all.flatMap(({ number, title, findings, problems }) => [
          ...problems.map((problem) => [number, title, '', '', '', '', problem, '', '']),
          ...findings.map((finding) => [
            number,
            title,
            own(`severity.${finding.severity}`),
            labelOf(finding.id),
            finding.reason === null ? '' : own(`reason.${finding.reason}`),
            finding.words,
            words.finding(finding),
            finding.repair ? words.part(finding.repairInto ?? finding.part) : '',
            finding.repair ?? '',
          ]),
        ]),
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
                all: words.count(found.summary.listings),
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
      {(['partly', 'unread'] as const).map(
        (name) =>
          summary[name] > 0 && (
            <p key={name}>
              <output name={`many.${name}`} data-value={summary[name]}>
                {own(`many.${name}`, { count: words.count(summary[name]) })}
              </output>
            </p>
          ),
      )}
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
      {kept && costs && <OwnOrder kept={kept} byOwn={byOwn} words={words} />}
      <ol class="many">
        {shown.map((row) => (
          <li key={row.number} data-id={row.number} value={row.number}>
            <strong>{row.title === '' ? own('many.untitled') : row.title}</strong>
            {row.problems.map((problem) => (
              <p key={problem} class="not-read">
                {problem}
              </p>
            ))}
            {row.findings.length === 0 ? (
              row.isRead && <span class="muted"> {own('badge.clear')}</span>
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
      {most.value >= AT_FIRST && sorted.length > shown.length && (
        <p>
          <button type="button" class="action" onClick={() => (most.value = sorted.length)}>
            {own('many.show-all', { count: words.count(sorted.length - shown.length) })}
          </button>
        </p>
      )}
    </section>
  );
}
