import { useLayoutEffect } from 'preact/hooks';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { Desk } from '../case-desk.model.ts';
import type { More } from '../more.ts';
import type { DeskWords } from '../words.ts';

interface RowsProps {
  base: string;
  desk: Desk;
  words: DeskWords;
  more: More;
  /** So many are on the board, and so many rows wait here. */
  onAdded: (added: { count: number; waits: number }) => void;
  onOpen: (id: string) => void;
}

/** More lines than this are no longer read by anybody. */
const MOST_NAMED = 100;

/** Many cases at once: rows of a table, what was understood of each, and what cannot be read. */
export function Rows({ base, desk, words, more, onAdded, onOpen }: RowsProps) {
  const { own } = words;
  const read = desk.rowsRead.value;
  const platform = desk.form.input.value.platform;
  const hasWords = more.state.value === 'here';
  useLayoutEffect(() => void more.load(), []);
  useLayoutEffect(() => void desk.chosePlatform(platform), [platform]);

  // Rows that wait for a choice below are no mistakes.
  const asked = new Set(read?.questions.flatMap(({ lines }) => lines));
  const bad = read?.errors.filter(({ line }) => !asked.has(line)) ?? [];

  const named = (
    lines: readonly {
      line: number;
      text: string;
      key: string;
      values: Readonly<Record<string, string | number>>;
    }[],
  ) => (
    <ul>
      {lines.slice(0, MOST_NAMED).map(({ line, text, key, values }) => (
        <li key={`${line} ${key}`} data-line={String(line)}>
          {own('rows.line', { line })}
          {words.gap}
          {hasWords && more.reason(key, values)} <code>{text}</code>
        </li>
      ))}
    </ul>
  );
  return (
    <div class="desk-paste">
      <Field wide id={`${base}-rows`} label={own('rows.label')} help={own('rows.help')}>
        {(described) => (
          <textarea
            {...described}
            name="rows"
            rows={4}
            spellcheck={false}
            value={desk.rowsText.value}
            onInput={({ currentTarget }) => void desk.setRows(currentTarget.value, platform)}
          />
        )}
      </Field>
      <div aria-live="polite">
        {read && (
          <p>
            <output name="rows" data-value={String(read.count)}>
              {words.counted('tool.case-desk.rows.read', read.count)}
            </output>
          </p>
        )}
        {asked.size > 0 && <p>{words.counted('tool.case-desk.rows.asked', asked.size)}</p>}
        {bad.length > 0 && (
          <div class="notice" data-rows="errors">
            <p>{words.counted('tool.case-desk.rows.bad', bad.length)}</p>
            {named(bad)}
          </div>
        )}
        {read && read.there.length > 0 && (
          <div class="notice" data-rows="there">
            <p>{words.counted('tool.case-desk.rows.there', read.there.length)}</p>
            <ul>
              {read.there.slice(0, MOST_NAMED).map(({ line, order, id }) => (
                <li key={line} data-line={String(line)}>
                  {own('rows.line', { line })}
                  {words.gap}
                  <button type="button" class="action" onClick={() => onOpen(id)}>
                    {own('door.open', { case: order })}
                  </button>
                </li>
              ))}
            </ul>
            <p class="button-row">
              <button
                type="button"
                class="action"
                data-do="rows-there"
                onClick={() => void desk.addRows(platform, true).then(onAdded)}
              >
                {own('rows.to-there')}
              </button>
            </p>
          </div>
        )}
        {read && read.notices.length > 0 && (
          <div class="notice" data-rows="notices">
            <p>{own('rows.notices')}</p>
            {named(read.notices)}
          </div>
        )}
      </div>
      {hasWords && read && read.understood.length > 0 && (
        <details class="more">
          <summary>{own('rows.understood')}</summary>
          <ul>
            {read.understood.map(({ line, id, flow, understood }) => (
              <li key={line}>
                {own('rows.line', { line })} {id} · {words.kind(flow)}
                {understood && (
                  <>
                    <br />
                    <span class="muted">
                      {more.reason(understood.messageKey, understood.values)}
                    </span>
                  </>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {read?.questions.map((question) => (
        <Select
          key={question.name}
          id={`${base}-kind-${question.lines[0] ?? 0}`}
          name={`kind.${question.name}`}
          label={own('rows.which', { name: question.name })}
          value=""
          options={[
            { value: '', label: own('field.later') },
            ...question.flows.map((each) => ({ value: each, label: words.kind(each) })),
          ]}
          onChange={(value) => {
            if (value) void desk.choose(question.name, value, platform);
          }}
        />
      ))}
      <p class="button-row">
        <button
          type="button"
          class="action primary"
          disabled={!read || read.count === 0}
          onClick={() => void desk.addRows(platform).then(onAdded)}
        >
          {own('rows.add')}
        </button>
      </p>
    </div>
  );
}
