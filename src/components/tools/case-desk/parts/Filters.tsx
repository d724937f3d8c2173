import { Select } from '../../../ui/Select.tsx';
import type { FieldTies } from '../../shared/ToolFrame.tsx';
import { STATES, type Desk } from '../case-desk.model.ts';
import { COLUMNS } from '../ways.ts';
import type { Line } from '../work/view.ts';
import type { DeskWords } from '../words.ts';
import { HeldInput } from './HeldInput.tsx';

interface FiltersProps {
  base: string;
  desk: Desk;
  words: DeskWords;
  field: (path: string) => FieldTies;
}

/** Which cases the board shows, in which columns, and the hours everything is judged by. */
export function Filters({ base, desk, words, field }: FiltersProps) {
  const { own } = words;
  const { form } = desk;
  const { view } = desk.answer.value;
  const { ways } = view;
  const typed = form.input.value;
  const distinct = (of: (line: Line) => string | null, chosen: string) => {
    const values = new Set([chosen]);
    for (const line of lines) values.add(of(line) ?? '');
    values.delete('');
    return [...values].sort();
  };
  const options = (values: readonly string[], word: (value: string) => string) => [
    { value: '', label: own('filter.all') },
    ...values.map((value) => ({ value, label: word(value) })),
  ];
  const { lines } = view;
  const isMade = form.isExample.value;
  return (
    <>
      <div class="fields desk-filters">
        <Select
          {...field('state')}
          label={own('filter.state')}
          value={typed.state}
          options={options(STATES, (state) => own(`state.${state}`))}
          onChange={(state) => form.choose({ state })}
        />
        <Select
          {...field('platform')}
          label={own('filter.platform')}
          value={typed.platform}
          options={options(
            distinct(({ platform }) => platform, typed.platform),
            words.platform,
          )}
          onChange={(platform) => form.choose({ platform })}
        />
        <Select
          {...field('reason')}
          label={own('filter.reason')}
          value={typed.reason}
          options={options(
            distinct(({ reason }) => reason, typed.reason),
            words.reason,
          )}
          onChange={(reason) => form.choose({ reason })}
        />
        <Select
          {...field('owner')}
          label={own('filter.owner')}
          value={typed.owner}
          options={options(
            distinct(({ owner }) => owner, typed.owner),
            (name) => name,
          )}
          onChange={(owner) => form.choose({ owner })}
        />
      </div>
      <details class="more">
        <summary>{own('ways.title')}</summary>
        <div class="desk-ways">
          <fieldset class="group">
            <legend>{own('ways.columns')}</legend>
            {COLUMNS.map((column) => (
              <label key={column} class="check">
                <input
                  type="checkbox"
                  checked={ways.columns.includes(column)}
                  disabled={isMade}
                  onChange={({ currentTarget }) =>
                    void desk.setWays({
                      columns: COLUMNS.filter((each) =>
                        each === column ? currentTarget.checked : ways.columns.includes(each),
                      ),
                    })
                  }
                />
                {own(`column.${column}`)}
              </label>
            ))}
          </fieldset>
          {(['me', 'myZone', 'workHours', 'workCalendar'] as const).map((name) => (
            <WayField key={name} base={base} name={name} desk={desk} words={words} />
          ))}
          <p class="muted">{own('ways.kept')}</p>
        </div>
      </details>
    </>
  );
}

/** A setting is taken once it is written to its end, not key by key: every case is judged by it. */
function WayField({
  base,
  name,
  desk,
  words,
}: {
  base: string;
  name: 'me' | 'myZone' | 'workHours' | 'workCalendar';
  desk: Desk;
  words: DeskWords;
}) {
  const view = desk.ownView.value;
  const isWrong = view?.wrong.includes(name) ?? false;
  const held = view?.ways[name] ?? '';
  const id = `${base}-way-${name}`;
  return (
    <div class="field" data-invalid={isWrong ? '' : undefined}>
      <label for={id}>{words.own(`ways.${name}`)}</label>
      <HeldInput
        id={id}
        name={`way.${name}`}
        held={held}
        isWrong={isWrong}
        describedBy={isWrong ? `${id}-error` : `${id}-help`}
        onTake={async (value) => {
          if (desk.isReady.peek()) await desk.setWays({ [name]: value });
        }}
      />
      {isWrong && (
        <span class="error" id={`${id}-error`}>
          {words.own('ways.wrong')}
        </span>
      )}
      <span class="help" id={`${id}-help`}>
        {words.own(`ways.${name}.help`)}
      </span>
    </div>
  );
}
