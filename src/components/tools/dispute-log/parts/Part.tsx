import type { ComponentChildren } from 'preact';
import { buildCsv } from '@/calculators/shared/csv.ts';
import { saveFile } from '../../../platform/download.ts';
import { printAlone } from '../../../platform/print.ts';
import type { LogWords } from '../words.ts';
import { Unbroken } from '../../../ui/Unbroken.tsx';

/** A cell: words for eyes, and the figure behind them under the name the result gives it. */
export interface Cell {
  text: string;
  name?: string;
  value?: string | number;
}

export interface PartTable {
  head: readonly string[];
  rows: readonly TableRow[];
  /** All of them for the file, where the page shows only some. */
  all?: () => readonly TableRow[];
}

interface TableRow {
  id: string;
  cells: readonly Cell[];
}

interface PartProps {
  id: string;
  title: string;
  /** The answer first, in sentences. */
  say: readonly string[];
  chart?: ComponentChildren;
  table: PartTable | null;
  why: string;
  /** The page of the handbook that helps, and what it is called; none inside a page of the handbook. */
  help?: { page: string; title: string };
  words: LogWords;
  /** Folder of the page's language, for links. */
  folder: string;
  isExample: boolean;
  /** In a page of the handbook nothing is fetched and nothing saved. */
  isStill?: boolean;
  /** Headings stand a level lower inside a page of the handbook. */
  children?: ComponentChildren;
}

/** Rows on the page; the file holds all of them. */
export const MOST_ROWS = 40;

export const cell = (text: string, name?: string, value?: string | number | null): Cell =>
  name === undefined || value === undefined || value === null ? { text } : { text, name, value };

/** One of the questions: sentence, chart, table, file, print, why, and the page that helps. */
export function Part(props: PartProps) {
  const {
    id,
    title,
    say,
    chart,
    table,
    why,
    help,
    words,
    folder,
    isExample,
    isStill = false,
  } = props;
  const { own } = words;
  const save = () => {
    if (!table) return;
    saveFile(
      `${isExample ? 'example-' : ''}dispute-log-${id}.csv`,
      'text/csv',
      buildCsv([
        ...(isExample ? [[words.common('example-mark'), words.common('example-note')]] : []),
        table.head,
        ...(table.all?.() ?? table.rows).map(({ cells }) =>
          cells.map(({ text, value }) => value ?? text),
        ),
      ]),
    );
  };
  return (
    <section class="log-part" id={isStill ? undefined : `log-part-${id}`} data-id={id}>
      <h2>{title}</h2>
      {say.filter(Boolean).map((sentence) => (
        <p key={sentence} class="log-say">
          <Unbroken text={sentence} />
        </p>
      ))}
      {chart}
      {props.children}
      {table && table.rows.length > 0 && (
        <details class="log-table">
          <summary>{own('table')}</summary>
          <div class="table-scroll" tabIndex={0} role="group" aria-label={title}>
            <table>
              <thead>
                <tr>
                  {table.head.map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.slice(0, MOST_ROWS).map((row) => (
                  <tr key={row.id} data-id={row.id}>
                    {row.cells.map(({ text, name, value }, i) => (
                      <td key={i}>
                        {name === undefined ? (
                          text
                        ) : (
                          <output name={name} data-value={value} aria-live="off">
                            {text}
                          </output>
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
      <details class="log-why">
        <summary>{own('why-title')}</summary>
        <p>{why}</p>
      </details>
      {!isStill && help && (
        <p>
          <a href={`/${folder}/${help.page}/`}>{own('see-page', { page: help.title })}</a>
        </p>
      )}
      {!isStill && (
        <div class="button-row">
          {table && table.rows.length > 0 && (
            <button type="button" class="action" data-file="csv" onClick={save}>
              {own('csv')}
            </button>
          )}
          <button
            type="button"
            class="action"
            data-print={id}
            onClick={() => printAlone(`log-part-${id}`)}
          >
            {own('print-part')}
          </button>
        </div>
      )}
    </section>
  );
}
