import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { causeNamed } from '@/calculators/case-desk/index.ts';
import type { Case } from '@/calculators/shared/case.ts';
import { now } from '../../../platform/clock.ts';
import { ownZone } from '../../../platform/zone.ts';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useEscape } from '../../../ui/use-said.ts';
import type { Desk, DeskPage } from '../case-desk.model.ts';
import { createFind, type Recognised } from '../find.model.ts';
import type { DeskWords } from '../words.ts';
import type { More } from '../more.ts';
import { Paste } from './Paste.tsx';
import { Rows } from './Rows.tsx';

interface FrontDoorProps {
  base: string;
  page: DeskPage;
  folder: string;
  desk: Desk;
  words: DeskWords;
  more: More;
  onOpened: () => void;
}

interface Twin {
  order: string;
  /** The case its order has. */
  first: string;
  parts: Partial<Case>;
  done: () => void;
}

/** The ways a case comes onto the desk: one by itself, many rows at once, and what the planner kept. */
export function FrontDoor({ base, page, folder, desk, words, more, onOpened }: FrontDoorProps) {
  const { own } = words;
  const find = useMemo(
    () => createFind(page.find, page.content.flows, desk.find, now, ownZone),
    [],
  );
  /** A case that waits for a word, since its order has one already. */
  const twin = useSignal<Twin | null>(null);
  useEscape(twin, null);
  const openFirst = (first: string) => {
    desk.form.isExample.value = false;
    void desk.openCase(first).then(onOpened);
  };
  const add = ({ order, parts, done }: Twin) =>
    void desk.add(order || own('door.unnamed'), parts).then((made) => {
      if (made === '') return;
      twin.value = null;
      done();
      onOpened();
    });
  /** A new case, unless its order has one: then it is asked about. */
  const put = (order: string, parts: Partial<Case>, done: () => void) => {
    const first = order === '' ? undefined : desk.caseOfOrder(order);
    if (first === undefined) add({ order, first: '', parts, done });
    else twin.value = { order, first, parts, done };
  };
  /** A case with what the text says for certain, and the cause of the situation a person chose. */
  const make = ({ flow: kind, situation, patch }: Recognised) => {
    const reason = causeNamed(situation ?? undefined, page.content.desk);
    const shape = page.flows.find((each) => each.id === kind);
    put(
      patch.order?.id ?? '',
      {
        ...patch,
        ...(reason === null ? {} : { reason }),
        ...(shape ? { flow: shape.id, platform: shape.platform } : {}),
      },
      find.clear,
    );
  };
  const id = useSignal('');
  const flow = useSignal('');
  const open = desk.door;
  const view = desk.ownView.value;
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
      <Paste
        base={base}
        folder={folder}
        find={find}
        flows={page.content.flows}
        words={words}
        onCase={make}
      />
      {find.result.value && <p class="muted keys-only">{own('board.keys')}</p>}
      {twin.value && (
        <div class="notice" role="alert" data-twin={twin.value.first}>
          <p>{own('door.twin', { order: twin.value.order })}</p>
          <p class="button-row">
            <button
              type="button"
              class="action primary"
              data-do="twin-add"
              onClick={() => {
                const { first, parts, done } = twin.value ?? {};
                if (first === undefined || !parts) return;
                twin.value = null;
                void desk.addTo(first, parts).then(() => {
                  done?.();
                  openFirst(first);
                });
              }}
            >
              {own('door.twin-add')}
            </button>
            <button
              type="button"
              class="action"
              data-do="twin-open"
              onClick={() => {
                const first = twin.value?.first;
                twin.value = null;
                if (first !== undefined) openFirst(first);
              }}
            >
              {own('door.open', { case: twin.value.order })}
            </button>
            <button
              type="button"
              class="action"
              data-do="twin-second"
              onClick={() => twin.value && add(twin.value)}
            >
              {own('door.twin-second')}
            </button>
          </p>
        </div>
      )}
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
            onClick={() => void desk.takeBack('undo', words.taken)}
          >
            {own('undo')}
          </button>
        )}
        {view?.redo && (
          <button
            type="button"
            class="action"
            data-do="redo"
            onClick={() => void desk.takeBack('redo', words.taken)}
          >
            {words.counted('tool.case-desk.redo', view.redo.count)}
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
            put(
              name,
              {
                ...(shape ? { flow: shape.id, platform: shape.platform } : {}),
                ...(name ? { order: { id: name } } : {}),
              },
              () => {
                id.value = '';
                open.value = '';
              },
            );
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
        <Rows
          base={base}
          desk={desk}
          words={words}
          more={more}
          onAdded={({ count, waits }) => {
            desk.said.value = words.sentences([
              words.counted('tool.case-desk.rows.added', count),
              waits > 0 ? words.counted('tool.case-desk.rows.wait', waits) : '',
            ]);
            if (waits === 0) open.value = '';
          }}
          onOpen={openFirst}
        />
      )}
      <p class="muted" role="status">
        {desk.said.value}
      </p>
    </section>
  );
}
