import { useSignal, type Signal } from '@preact/signals';
import { COLUMNS, headerKey, type Column, type Table } from '@/calculators/listing-check/index.ts';
import { Select } from '../../../ui/Select.tsx';
import { useEscape } from '../../../ui/use-said.ts';
import { forgetColumns, keepColumns, keptColumns } from '../columns.ts';
import type { ListingWords } from '../words.ts';

interface ColumnsProps {
  base: string;
  table: Table;
  /** What was said before of columns with such headers; null where nothing is to be remembered. */
  kept: Signal<Readonly<Record<string, Column>> | null>;
  onChoose: (columns: readonly Column[]) => void;
  words: ListingWords;
}

/** What each column of a table is taken for, to be corrected; remembered on this device on request. */
export function Columns({ base, table, kept, onChoose, words }: ColumnsProps) {
  const { own } = words;
  const saidOf = (columns: readonly Column[]) =>
    Object.fromEntries(
      table.headers.flatMap((header, i) => {
        const column = columns[i];
        return header.trim() === '' || column === undefined ? [] : [[headerKey(header), column]];
      }),
    );
  const isRefused = useSignal(false);
  useEscape(isRefused, false);
  const keep = (columns: readonly Column[]) => {
    isRefused.value = !keepColumns(saidOf(columns));
    kept.value = isRefused.value ? null : keptColumns();
  };
  return (
    <fieldset class="columns">
      <legend>{own('many.columns')}</legend>
      <div class="fields">
        {table.headers.map((header, i) => (
          <Select
            key={`${i}.${header}`}
            id={`${base}-column-${i}`}
            name={`column.${i}`}
            label={header.trim() === '' ? own('many.unnamed', { number: i + 1 }) : header}
            value={table.columns[i] ?? 'none'}
            options={COLUMNS.map((value) => ({ value, label: own(`column.${value}`) }))}
            onChange={(value) => {
              const next = table.columns.map((column, at) =>
                at === i ? (value as Column) : column,
              );
              onChoose(next);
              if (kept.value !== null) keep(next);
            }}
          />
        ))}
      </div>
      <p class="ticks">
        <label>
          <input
            type="checkbox"
            name="keep-columns"
            checked={kept.value !== null}
            onChange={({ currentTarget }) => {
              if (currentTarget.checked) keep(table.columns);
              else {
                forgetColumns();
                kept.value = null;
              }
              currentTarget.checked = kept.value !== null;
            }}
          />{' '}
          {own('many.keep-columns')}
        </label>
      </p>
      {isRefused.value && <p role="status">{own('many.not-kept')}</p>}
    </fieldset>
  );
}
