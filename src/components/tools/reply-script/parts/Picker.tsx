import { useComputed, useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { focusOn, onJump, reveal } from '../../../platform/jump.ts';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { FieldTies } from '../../shared/ToolFrame.tsx';
import type { Kept } from '../kept.model.ts';
import type { Library, Listed } from '../library.ts';
import type { ReplyScriptModel } from '../reply-script.model.ts';
import type { createSearch } from '../search.ts';
import type { Words } from '../words.ts';

interface PickerProps {
  base: string;
  field: (path: string) => FieldTies;
  model: ReplyScriptModel;
  kept: Kept;
  known: Library;
  words: Words;
  onPick: (situation: string) => void;
}

interface Row {
  script: Listed;
  /** Why it stands here: favourite, recent, often used, or its stage. */
  note: string;
}

/** Finds a situation by typing, arrows and Enter, or in the list of all. */
export function Picker({ base, model, kept, known, words, field, onPick }: PickerProps) {
  const { language, own } = words;
  const { stages } = known.library.value.parts;
  const search = useSignal<ReturnType<typeof createSearch> | null>(null);
  const fetching = useSignal<'coming' | 'failed' | null>(null);
  /** Enter was pressed before there was anything to choose from. */
  const entered = useSignal(false);
  const query = useSignal('');
  const isOpen = useSignal(false);
  const active = useSignal(0);
  const stageTitle = (script: Listed) =>
    stages.find(({ id }) => id === script.stage)?.title[language] ?? '';

  const rows = useComputed<Row[]>(() => {
    const scripts = known.situations;
    const row = (id: string, note?: string): Row[] => {
      const script = scripts.find((each) => each.id === id);
      return script ? [{ script, note: note ?? stageTitle(script) }] : [];
    };
    if (query.value.trim() !== '')
      return search.value?.(query.value).flatMap((id) => row(id)) ?? [];
    const short = [
      ...kept.favourites.value.flatMap((id) => row(id, own('favourites'))),
      ...kept.recent.value.flatMap((id) => row(id, own('recent'))),
      ...scripts.filter(({ frequent }) => frequent).flatMap(({ id }) => row(id, own('frequent'))),
    ];
    return short.filter(
      ({ script }, i) => short.findIndex((each) => each.script.id === script.id) === i,
    );
  });
  const listId = `${base}-options`;
  const optionId = (i: number) => `${listId}-${i}`;
  /** What the list shows by now; the keyboard may be ahead of what is drawn. */
  const listedNow = () => {
    const shown = isOpen.value ? rows.value : [];
    return { shown, current: Math.min(active.value, shown.length - 1) };
  };
  const { shown, current } = listedNow();

  // Whoever jumps here wants the list: with nothing typed, favourites and recent ones.
  useLayoutEffect(
    () =>
      onJump(() => {
        isOpen.value = true;
        focusOn(`${base}-search`, true);
      }),
    [],
  );
  /** Fetches what the search needs from this site, once somebody turns to it. */
  const fetchSearch = async () => {
    if (search.value || fetching.value === 'coming') return;
    fetching.value = 'coming';
    try {
      search.value = await known.loadSearch();
      fetching.value = null;
      const [first] = rows.value;
      if (entered.value && isOpen.value && first) choose(first.script.id);
    } catch {
      fetching.value = 'failed';
    }
    entered.value = false;
  };
  const choose = (id: string) => {
    isOpen.value = false;
    query.value = '';
    onPick(id);
  };
  const move = (to: number) => {
    isOpen.value = true;
    const count = rows.value.length;
    if (count === 0) return;
    active.value = (to + count) % count;
    reveal(optionId(active.value));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') move(isOpen.value ? active.value + 1 : 0);
    else if (event.key === 'ArrowUp') move(isOpen.value ? active.value - 1 : -1);
    else if (event.key === 'Escape') {
      isOpen.value = false;
      query.value = '';
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      const { shown, current } = listedNow();
      const chosen = shown[current];
      if (chosen) choose(chosen.script.id);
      else if (fetching.value === 'coming') entered.value = true;
    } else return;
    event.preventDefault();
  };

  const script = model.script.value;
  return (
    <div
      class="fields script-picker"
      onFocusIn={() => void model.expectSituations()}
      onPointerDown={() => void model.expectSituations()}
    >
      <Field wide id={`${base}-search`} label={own('search.label')} help={own('page.keys')}>
        {(described) => (
          <div class="combo">
            <input
              {...described}
              type="text"
              role="combobox"
              name="search"
              autocomplete="off"
              spellcheck={false}
              placeholder={own('search.placeholder')}
              aria-expanded={isOpen.value}
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={shown.length > 0 ? optionId(current) : undefined}
              value={query.value}
              onInput={(event) => {
                query.value = event.currentTarget.value;
                active.value = 0;
                isOpen.value = true;
                void fetchSearch();
              }}
              onFocus={() => void fetchSearch()}
              onClick={() => {
                isOpen.value = true;
              }}
              onBlur={() => {
                isOpen.value = false;
              }}
              onKeyDown={onKeyDown}
            />
            <ul
              id={listId}
              role="listbox"
              aria-label={own('field.situation')}
              hidden={shown.length === 0}
            >
              {shown.map(({ script, note }, i) => (
                <li
                  key={script.id}
                  id={optionId(i)}
                  role="option"
                  data-id={script.id}
                  aria-selected={i === current}
                  // The field would lose the keyboard before the click arrives.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => choose(script.id)}
                >
                  <span>{script.title[language]}</span>
                  <small>{note}</small>
                </li>
              ))}
            </ul>
            {isOpen.value && query.value.trim() !== '' && shown.length === 0 && (
              <span class="help" role="status">
                {own(fetching.value === null ? 'search.none' : `search.${fetching.value}`)}
              </span>
            )}
          </div>
        )}
      </Field>
      <Select
        wide
        {...field('situation')}
        label={own('field.situation')}
        value={model.form.input.value.situation}
        options={stages.flatMap((stage) =>
          known.situations
            .filter((script) => script.stage === stage.id)
            .map((script) => ({
              value: script.id,
              label: script.title[language],
              group: stage.title[language],
            })),
        )}
        onChange={onPick}
      />
      {script && (
        <dl class="use-when wide-cell">
          <dt>{own('when')}</dt>
          <dd>{script.when[language]}</dd>
          <dt>{own('whenNot')}</dt>
          <dd>{script.whenNot[language]}</dd>
        </dl>
      )}
    </div>
  );
}
