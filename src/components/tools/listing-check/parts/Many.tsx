import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import {
  COLUMNS,
  readTable,
  textOfFile,
  type Column,
  type ListingsOk,
} from '@/calculators/listing-check/index.ts';
import { buildCsv } from '@/calculators/shared/csv.ts';
import { saveFile } from '../../../platform/download.ts';
import { Select } from '../../../ui/Select.tsx';
import type { ListingModel } from '../listing-check.model.ts';
import { checkMany, type Running } from '../many-client.ts';
import type { ListingWords } from '../words.ts';
import { Area } from './Area.tsx';

interface ManyProps {
  base: string;
  model: ListingModel;
  words: ListingWords;
  labelOf: (fault: string) => string;
}

/** Rows shown at first; a shop has thousands, and the table is for the worst of them. */
const AT_FIRST = 50;

/** A table of listings: its columns, what was found in each row, and in all together. */
export function Many({ base, model, words, labelOf }: ManyProps) {
  const { own } = words;
  const text = useSignal('');
  const chosen = useSignal<readonly Column[] | undefined>(undefined);
  const done = useSignal<number | null>(null);
  const result = useSignal<ListingsOk | null>(null);
  const isWhole = useSignal(false);
  const unreadable = useSignal<string | null>(null);
  const running = useRef<Running | null>(null);
  const table = useMemo(
    () => (text.value.trim() === '' ? null : readTable(text.value, chosen.value)),
    [text.value, chosen.value],
  );
  const take = (raw: string) => {
    running.current?.cancel();
    text.value = raw;
    unreadable.value = null;
    chosen.value = undefined;
    result.value = null;
    done.value = null;
  };
  const open = async (file: File) => {
    const read = await textOfFile(file.name, new Uint8Array(await file.arrayBuffer()));
    if ('text' in read) take(read.text);
    else unreadable.value = own('many.unreadable', { name: file.name });
  };
  const start = () => {
    if (!table) return;
    const typed = model.form.input.value;
    const shared = { platform: typed.platform, brands: typed.brands, language: typed.language };
    const given = Object.fromEntries(Object.entries(shared).filter(([, value]) => value !== ''));
    done.value = 0;
    result.value = null;
    const run = checkMany(
      table.rows.map((row) => ({ ...given, ...row })),
      model.data,
      model.form.asOf.value,
      (count) => (done.value = count),
    );
    running.current = run;
    void run.result.then((all) => {
      if (running.current !== run) return;
      result.value = all;
      done.value = null;
    });
  };
  const stop = () => {
    running.current?.cancel();
    running.current = null;
    done.value = null;
  };
  const found = result.value;
  const rows = found
    ? found.listings.map((one, i) => ({
        number: i + 1,
        title: String(table?.rows[i]?.['title'] ?? ''),
        findings: one.kind === 'ok' ? one.findings : [],
        problem: one.kind === 'ok' ? null : own(`many.${one.kind}`),
      }))
    : [];
  const shown = isWhole.value ? rows : rows.slice(0, AT_FIRST);
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
          own('many.words'),
          own('many.finding'),
          own('finding.repair'),
        ],
        ...rows.flatMap((row) =>
          row.findings.map((finding) => [
            row.number,
            row.title,
            own(`severity.${finding.severity}`),
            labelOf(finding.id),
            finding.words,
            words.finding(finding),
            finding.repair ?? '',
          ]),
        ),
      ]),
    );
  return (
    <>
      <p class="muted">{own('many.help')}</p>
      <Area
        id={`${base}-many`}
        name="many"
        label={own('many.paste')}
        value={text.value}
        rows={4}
        onInput={take}
      />
      <p>
        <label>
          {own('many.file')}{' '}
          <input
            type="file"
            name="many-file"
            accept=".csv,.tsv,.txt,.xlsx,text/csv"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) void open(file);
            }}
          />
        </label>
      </p>
      {unreadable.value !== null && (
        <p class="error" role="alert">
          {unreadable.value}
        </p>
      )}
      {table && table.headers.length > 0 && (
        <div class="fields columns">
          {table.headers.map((header, i) => (
            <Select
              key={`${i}.${header}`}
              id={`${base}-column-${i}`}
              name={`column.${i}`}
              label={header === '' ? own('many.unnamed', { number: i + 1 }) : header}
              value={table.columns[i] ?? 'none'}
              options={COLUMNS.map((value) => ({ value, label: own(`column.${value}`) }))}
              onChange={(value) => {
                const next = [...table.columns];
                next[i] = value as Column;
                chosen.value = next;
              }}
            />
          ))}
        </div>
      )}
      {table && (
        <p>
          <button type="button" class="action" onClick={start} disabled={done.value !== null}>
            {own('many.check', { count: words.count(table.rows.length) })}
          </button>{' '}
          {done.value !== null && (
            <>
              <progress value={done.value} max={table.rows.length} />{' '}
              <button type="button" class="action" onClick={stop}>
                {own('many.stop')}
              </button>
            </>
          )}
        </p>
      )}
      {found && (
        <section aria-live="polite">
          <p>
            <output name="many.listings" data-value={found.summary.listings}>
              {own('many.summary', {
                listings: words.count(found.summary.listings),
                clean: words.count(found.summary.clean),
              })}
            </output>
          </p>
          <ul>
            {found.summary.byFault.map((one) => (
              <li key={one.id} data-id={one.id}>
                {own('many.by-fault', {
                  fault: labelOf(one.id),
                  listings: words.count(one.listings),
                })}
              </li>
            ))}
          </ul>
          <p>
            <button type="button" class="action" onClick={save}>
              {own('many.csv')}
            </button>
          </p>
          <ol class="many">
            {shown.map((row) => (
              <li key={row.number} data-id={row.number} value={row.number}>
                <strong>{row.title === '' ? own('many.untitled') : row.title}</strong>{' '}
                {row.problem ??
                  (row.findings.length === 0
                    ? own('badge.clear')
                    : words.list(row.findings.slice(0, 3).map((one) => labelOf(one.id))))}
              </li>
            ))}
          </ol>
          {rows.length > shown.length && (
            <p>
              <button type="button" class="action" onClick={() => (isWhole.value = true)}>
                {own('show-all', { count: rows.length - shown.length })}
              </button>
            </p>
          )}
        </section>
      )}
    </>
  );
}
