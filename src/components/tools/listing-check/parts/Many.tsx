import { useComputed, useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import {
  readTable,
  textOfFile,
  type Column,
  type ListingData,
  type ListingsOk,
  type Table,
} from '@/calculators/listing-check/index.ts';
import { nextTask } from '../../../platform/later.ts';
import { useSaid } from '../../../ui/use-said.ts';
import { keptColumns } from '../columns.ts';
import type { ListingModel } from '../listing-check.model.ts';
import { gatherCrew, type Crew, type Running } from '../many-client.ts';
import { EXAMPLE, inputOf } from '../typed.ts';
import type { ListingWords } from '../words.ts';
import { Area } from './Area.tsx';
import { Columns } from './Columns.tsx';
import { ManyFound } from './ManyFound.tsx';

interface ManyProps {
  base: string;
  model: ListingModel;
  words: ListingWords;
}

/** How often the workers check the made-up listing to get ready: what they do often enough gets quick. */
const PRACTICE = 8;

/** A table of listings: its columns, what was found in each row, and in all together. */
export function Many({ base, model, words }: ManyProps) {
  const { own } = words;
  const text = useSignal('');
  /** A file stays out of the box: to lay out a million characters in it takes longer than to check them. */
  const isFile = useSignal(false);
  const kept = useSignal(keptColumns());
  const done = useSignal<number | null>(null);
  const isRunning = useComputed(() => done.value !== null);
  const result = useSignal<ListingsOk | null>(null);
  const unreadable = useSaid();
  const running = useRef<Running | null>(null);
  const crew = useRef<Crew | null>(null);
  const crewOf = (data: ListingData) =>
    (crew.current ??= gatherCrew(
      data,
      Array.from({ length: PRACTICE }, () => inputOf(EXAMPLE)),
      model.form.asOf.peek(),
    ));
  // Whoever opens the panel still has to choose a file.
  useEffect(() => {
    const whole = model.known.whole.peek();
    if (whole) crewOf(whole.data);
    return () => crew.current?.dismiss();
  }, []);
  const table = useSignal<Table | null>(null);
  const tableOf = (raw: string, columns?: readonly Column[]) =>
    raw.trim() === '' ? null : readTable(raw, columns, kept.peek() ?? {});
  const stop = () => {
    running.current?.cancel();
    running.current = null;
    done.value = null;
  };
  /** Another table, or another reading of it: what was found is of the one before. */
  const begin = () => {
    stop();
    unreadable.value = '';
    result.value = null;
  };
  const take = (raw: string, fromFile = false) => {
    begin();
    isFile.value = fromFile;
    text.value = raw;
    if (!fromFile) {
      table.value = tableOf(raw);
      return;
    }
    table.value = null;
    // To read a long table and to draw its columns are tasks of their own.
    nextTask(() => {
      const read = tableOf(raw);
      nextTask(() => {
        if (text.peek() === raw) table.value = read;
      });
    });
  };
  const open = async (file: File) => {
    begin();
    const said = await textOfFile(file.name, new Uint8Array(await file.arrayBuffer()));
    if ('text' in said) take(said.text, true);
    else unreadable.value = own('many.unreadable', { name: file.name });
  };
  const start = () => {
    const whole = model.known.whole.value;
    const rows = table.value?.rows;
    if (!rows || !whole) return;
    const { platform, brands, language, country } = model.form.input.value;
    const shared = Object.fromEntries(
      Object.entries({ platform, brands, language, country }).filter(([, value]) => value !== ''),
    );
    done.value = 0;
    result.value = null;
    const run = crewOf(whole.data).check(
      rows.map((row) => ({ ...shared, ...row })),
      model.form.asOf.value,
      (count) => (done.value = count),
    );
    running.current = run;
    void run.result.then((all) => {
      if (running.current !== run) return;
      running.current = null;
      result.value = all;
      done.value = null;
    });
  };
  return (
    <>
      <p class="muted">{own('many.help')}</p>
      <Area
        id={`${base}-many`}
        name="many"
        label={own('many.paste')}
        value={isFile.value ? '' : text.value}
        rows={4}
        onInput={(typed) => take(typed)}
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
      {unreadable.value !== '' && (
        <p class="error" role="alert">
          {unreadable.value}
        </p>
      )}
      {table.value && table.value.headers.length > 0 && (
        <Columns
          base={base}
          table={table.value}
          kept={kept}
          words={words}
          onChoose={(columns) => {
            begin();
            table.value = tableOf(text.peek(), columns);
          }}
        />
      )}
      {table.value && (
        <p class="button-row">
          <button
            type="button"
            class="action primary"
            name="check-many"
            onClick={start}
            disabled={isRunning.value}
          >
            {own('many.check', { count: words.count(table.value.rows.length) })}
          </button>{' '}
          {isRunning.value && (
            <>
              <Done done={done} of={table.value.rows.length} label={own('many.title')} />{' '}
              <button type="button" class="action" onClick={stop}>
                {own('many.stop')}
              </button>
            </>
          )}
        </p>
      )}
      {result.value && table.value && (
        <ManyFound found={result.value} rows={table.value.rows} known={model.known} words={words} />
      )}
    </>
  );
}

interface DoneProps {
  done: ReadonlySignal<number | null>;
  of: number;
  label: string;
}

/** By itself, so that a step further draws nothing else anew. */
function Done({ done, of, label }: DoneProps) {
  return <progress aria-label={label} value={done.value ?? 0} max={of} />;
}
