import type { ComponentChildren } from 'preact';
import { buildCsv } from '@/calculators/shared/csv.ts';
import { saveFile } from '../../../platform/download.ts';
import type { LogWords } from '../words.ts';

/** A cell: words for eyes, and the figure behind them under the name the result gives it. */
export interface Cell {
  text: string;
  name?: string;
  value?: string | number;
}

export interface PartTable {
  head: readonly string[];
  rows: readonly { id: string; cells: readonly Cell[] }[];
}

interface PartProps {
  id: string;
  title: string;
  /** The answer first, in sentences. */
  say: readonly string[];
  chart?: ComponentChildren;
  table: PartTable | null;
  why: string;
  words: LogWords;
  isExample: boolean;
  /** In a page of the handbook nothing is fetched and nothing saved. */
  isStill?: boolean;
  /** Headings stand a level lower inside a page of the handbook. */
  children?: ComponentChildren;
}

/** Rows on the page; the file holds all of them. */
const MOST_ROWS = 40;

export const cell = (text: string, name?: string, value?: string | number | null): Cell =>
  name === undefined || value === undefined || value === null ? { text } : { text, name, value };

/** One of the questions: sentence, chart, table, file, and why. */
export function Part(props: PartProps) {
  const { id, title, say, chart, table, why, words, isExample, isStill = false } = props;
  const { own } = words;
  const save = () => {
    if (!table) return;
    saveFile(
      `${isExample ? 'example-' : ''}dispute-log-${id}.csv`,
      'text/csv',
      buildCsv([
        ...(isExample ? [[words.common('example-mark'), words.common('example-note')]] : []),
        table.head,
        ...table.rows.map(({ cells }) => cells.map(({ text, value }) => value ?? text)),
      ]),
    );
  };
  return (
    <section class="log-part" data-id={id}>
      <h2>{title}</h2>
      {say.filter(Boolean).map((sentence) => (
        <p key={sentence} class="log-say">
          {sentence}
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
          {!isStill && (
            <button type="button" class="action" data-file="csv" onClick={save}>
              {own('csv')}
            </button>
          )}
        </details>
      )}
      <details class="log-why">
        <summary>{own('why-title')}</summary>
        <p>{why}</p>
      </details>
    </section>
  );
}
