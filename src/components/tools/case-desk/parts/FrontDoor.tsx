import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { now } from '../../../platform/clock.ts';
import { ownZone } from '../../../platform/zone.ts';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { Desk, DeskPage } from '../case-desk.model.ts';
import { createFind, type Recognised } from '../find.model.ts';
import type { DeskWords } from '../words.ts';
import { Paste } from './Paste.tsx';

interface FrontDoorProps {
  base: string;
  page: DeskPage;
  folder: string;
  desk: Desk;
  words: DeskWords;
  onOpened: () => void;
}

/** The ways a case comes onto the desk: one by itself, many rows at once, and what the planner kept. */
export function FrontDoor({ base, page, folder, desk, words, onOpened }: FrontDoorProps) {
  const { own } = words;
  const find = useMemo(() => createFind(page.find, now, ownZone), []);
  /** A case with what the text says for certain, and the situation a person chose. */
  const make = ({ flow: kind, patch }: Recognised) => {
    const shape = page.flows.find((each) => each.id === kind);
    void desk
      .add(patch.order?.id ?? own('door.unnamed'), {
        ...patch,
        ...(shape ? { flow: shape.id, platform: shape.platform } : {}),
      })
      .then((made) => {
        if (made === '') return;
        find.clear();
        onOpened();
      });
  };
  const id = useSignal('');
  const flow = useSignal('');
  const open = useSignal<'' | 'one' | 'rows'>('');
  const view = desk.ownView.value;
  const read = desk.rowsRead.value;
  const platform = desk.form.input.value.platform;
  const old = view?.old ?? { cases: 0, boards: 0 };
  const kinds = page.flows.map((each) => ({
    value: each.id,
    label: words.kind(each.id),
    group: words.platform(each.platform),
  }));
  const toggle = (which: 'one' | 'rows') => {
    open.value = open.value === which ? '' : which;
  };
  return (
    <section class="desk-door no-print" aria-label={own('door.title')}>
      {old.cases + old.boards > 0 && (
        <div class="notice" data-old="">
          <p>{own('old.found', { cases: old.cases, boards: old.boards })}</p>
          <p class="button-row">
            <button
              type="button"
              class="action primary"
              onClick={() =>
                void desk.takeIn().then(({ count, unread }) => {
                  desk.said.value = own(unread > 0 ? 'old.taken-some' : 'old.taken', {
                    count,
                    unread,
                  });
                })
              }
            >
              {own('old.take')}
            </button>
          </p>
        </div>
      )}
      <Paste base={base} folder={folder} find={find} words={words} onCase={make} />
      <div class="button-row">
        <button
          type="button"
          class="action"
          aria-expanded={open.value === 'one'}
          onClick={() => toggle('one')}
        >
          {own('door.one')}
        </button>
        <button
          type="button"
          class="action"
          aria-expanded={open.value === 'rows'}
          onClick={() => toggle('rows')}
        >
          {own('door.rows')}
        </button>
        {view?.undo && (
          <button
            type="button"
            class="action"
            data-do="undo"
            onClick={() =>
              void desk.undo().then((isUndone) => {
                desk.said.value = own(isUndone ? 'undo.done' : 'undo.changed');
              })
            }
          >
            {own('undo')}
          </button>
        )}
      </div>
      {open.value === 'one' && (
        <form
          class="fields desk-new"
          onSubmit={(event) => {
            event.preventDefault();
            const name = id.value.trim();
            const shape = page.flows.find((each) => each.id === flow.value);
            void desk
              .add(name || own('door.unnamed'), {
                ...(shape ? { flow: shape.id, platform: shape.platform } : {}),
                ...(name ? { order: { id: name } } : {}),
              })
              .then(() => {
                id.value = '';
                open.value = '';
                onOpened();
              });
          }}
        >
          <Field id={`${base}-new-id`} label={own('field.order.id')}>
            {(described) => (
              <input
                {...described}
                name="new.id"
                type="text"
                autocomplete="off"
                spellcheck={false}
                value={id.value}
                onInput={({ currentTarget }) => {
                  id.value = currentTarget.value;
                }}
              />
            )}
          </Field>
          <Select
            id={`${base}-new-flow`}
            name="new.flow"
            label={own('field.flow')}
            value={flow.value}
            options={[{ value: '', label: own('field.later') }, ...kinds]}
            onChange={(value) => {
              flow.value = value;
            }}
          />
          <p class="button-row">
            <button type="submit" class="action primary">
              {own('door.make')}
            </button>
          </p>
        </form>
      )}
      {open.value === 'rows' && (
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
            {read && read.errors.length > 0 && (
              <div class="notice">
                <p>{words.counted('tool.case-desk.rows.bad', read.errors.length)}</p>
                <ul>
                  {read.errors.slice(0, 50).map((error) => (
                    <li key={error.line} data-line={String(error.line)}>
                      {own('rows.line', { line: error.line })} <code>{error.text}</code>
                    </li>
                  ))}
                </ul>
              </div>
            )}
          </div>
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
              onClick={() =>
                void desk.addRows(platform).then((count) => {
                  desk.said.value = words.counted('tool.case-desk.rows.added', count);
                  open.value = '';
                })
              }
            >
              {own('rows.add')}
            </button>
          </p>
        </div>
      )}
      <p class="muted" role="status">
        {desk.said.value}
      </p>
    </section>
  );
}
