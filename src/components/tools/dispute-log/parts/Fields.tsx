import { useSignal } from '@preact/signals';
import {
  COUNTED,
  DATE_ORDERS,
  DELIMITERS,
  ENCODINGS,
  FIELDS,
  PERIODS,
  ROLES,
  ZONES,
  type Role,
  type Setting,
} from '@/calculators/dispute-log/index.ts';
import { tryConnection } from '../../../platform/prove.ts';
import { Field } from '../../../ui/Field.tsx';
import { More } from '../../../ui/More.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Slice } from '../../../ui/Slice.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useEscape, useSaid } from '../../../ui/use-said.ts';
import type { FieldTies } from '../../shared/ToolFrame.tsx';
import type { DisputeLogModel } from '../dispute-log.model.ts';
import type { LogWords } from '../words.ts';

interface FieldsProps {
  base: string;
  model: DisputeLogModel;
  words: LogWords;
  field: (path: string) => FieldTies;
}

/** What parts columns, but for the tab, which nobody can type. */
const SIGNS = DELIMITERS.filter((sign) => sign.trim() !== '');

/** Files and pasted tables, how to read and count them, which column is which, and the proof that nothing leaves. */
export function Fields({ base, model, words, field }: FieldsProps) {
  const { form, files, run } = model;
  useEscape(model.refused, false);
  const { own } = words;
  const typed = form.input.value;
  const isOver = useSignal(false);
  const now = run.value;
  const change = (name: Setting | 'pasted') => (value: string) => form.change({ [name]: value });
  const choice = (
    name: Setting,
    options: readonly { value: string; label: string }[],
    empty = own('auto'),
  ) => (
    <Select
      {...field(name)}
      label={own(`field.${name}`)}
      value={typed[name]}
      options={[...(empty === '' ? [] : [{ value: '', label: empty }]), ...options]}
      onChange={change(name)}
    />
  );
  const text = (name: Setting) => (
    <TextField
      {...field(name)}
      label={own(`field.${name}`)}
      value={typed[name]}
      onInput={change(name)}
    />
  );
  const read = model.read.value;
  const tables = read?.tables ?? [];
  const headers = [...new Set(tables.flatMap((table) => table.headers))].filter(Boolean);
  const needsColumns =
    read?.result.kind === 'incomplete' &&
    read.result.missing.some((each) => each.startsWith('mapping.'));
  return (
    <>
      <Slice>
        <div
          class={isOver.value ? 'log-drop log-over' : 'log-drop'}
          onDragOver={(event) => {
            event.preventDefault();
            isOver.value = true;
          }}
          onDragLeave={() => (isOver.value = false)}
          onDrop={(event) => {
            event.preventDefault();
            isOver.value = false;
            model.add([...(event.dataTransfer?.files ?? [])]);
          }}
        >
          <p id={`${base}-drop-help`}>{own('drop')}</p>
          <label class="action log-choose">
            {own('choose')}
            <input
              id={`${base}-files`}
              type="file"
              multiple
              aria-describedby={`${base}-drop-help`}
              onChange={(event) => {
                model.add([...(event.currentTarget.files ?? [])]);
                event.currentTarget.value = '';
              }}
            />
          </label>
          {files.value.length > 0 && (
            <ul class="log-chosen">
              {files.value.map((file, i) => (
                <li key={`${file.name}-${String(i)}`} data-id={file.name}>
                  <Select
                    id={`${base}-role-${String(i)}`}
                    name={`role-${String(i)}`}
                    label={`${own('is-a')}${words.colon}${file.name}`}
                    value={file.role}
                    options={ROLES.map((role) => ({ value: role, label: own(`role.${role}`) }))}
                    onChange={(role) => model.say(i, role as Role)}
                  />
                  <button type="button" class="action" onClick={() => model.drop(i)}>
                    {own('remove')}
                  </button>
                </li>
              ))}
            </ul>
          )}
          {now.kind === 'reading' && (!now.before || now.share > 0) && (
            <p role="status">
              {own('reading', { percent: words.share(now.share) })}{' '}
              <progress max="1" value={now.share} aria-label={own('field.files')} />{' '}
              <button type="button" class="action" onClick={model.cancel}>
                {own('stop')}
              </button>
            </p>
          )}
        </div>
      </Slice>
      <Field
        id={field('pasted').id}
        label={own('field.pasted')}
        help={own('paste-help')}
        error={field('pasted').error}
      >
        {(described) => (
          <textarea
            {...described}
            name="pasted"
            rows={3}
            spellcheck={false}
            autocomplete="off"
            value={typed.pasted}
            onInput={(event) => change('pasted')(event.currentTarget.value)}
          />
        )}
      </Field>
      <Slice>
        <div class="fields">
          {choice(
            'period',
            PERIODS.map((value) => ({ value, label: own(`period.${value}`) })),
            '',
          )}
          {text('changedOn')}
          {choice(
            'zone',
            ZONES.map((value) => ({ value, label: `UTC${value}` })),
            own('zone-written'),
          )}
        </div>
      </Slice>
      <More
        label={own('more.settings')}
        inUse={
          ['asOf', 'counted', 'dateOrder', 'moneyIn', 'encoding', 'delimiter', 'headerRow'].some(
            (name) =>
              field(name).error !== undefined ||
              (typed.made === '' && typed[name as Setting] !== ''),
          ) ||
          (read?.result.kind === 'incomplete' && read.result.missing.includes('dateOrder'))
        }
      >
        <div class="fields">
          {text('asOf')}
          {choice(
            'counted',
            COUNTED.map((value) => ({ value, label: own(`counted.${value}`) })),
            '',
          )}
          {choice(
            'dateOrder',
            DATE_ORDERS.map((value) => ({ value, label: own(`dateOrder.${value}`) })),
          )}
          {text('moneyIn')}
          {choice(
            'encoding',
            ENCODINGS.map((value) => ({ value, label: value })),
          )}
          {choice('delimiter', [
            { value: 'tab', label: own('delimiter.tab') },
            ...SIGNS.map((value) => ({ value, label: value })),
          ])}
          {text('headerRow')}
        </div>
      </More>
      {tables.length > 0 && (
        <More
          label={own('more.columns')}
          inUse={needsColumns || Object.keys(model.mapping.value).length > 0}
        >
          <p class="muted">{own('columns-help')}</p>
          <div class="fields">
            {FIELDS.map((name) => {
              const known = tables.flatMap((table) => {
                const at = table.columns[name];
                return at === undefined ? [] : [table.headers[at] ?? ''];
              });
              return (
                <Select
                  key={name}
                  {...field(`mapping.${name}`)}
                  label={own(`field.${name}`)}
                  value={model.mapping.value[name] ?? known[0] ?? ''}
                  options={[
                    { value: '', label: own('none') },
                    ...headers.map((value) => ({ value, label: value })),
                  ]}
                  onChange={(value) => model.map(name, value)}
                />
              );
            })}
          </div>
          <label class="check">
            <input
              type="checkbox"
              name="remember"
              checked={model.remembers.value}
              onChange={({ currentTarget }) => {
                currentTarget.checked = model.remember(currentTarget.checked);
              }}
            />
            <span>{own('remember')}</span>
          </label>
          {model.refused.value && <p role="status">{own('keep.full')}</p>}
          {tables.map((table) => (
            <div
              key={table.name}
              class="table-scroll"
              tabIndex={0}
              role="group"
              aria-label={table.name}
            >
              <table class="log-sample">
                <thead>
                  <tr>
                    {table.headers.map((name, i) => (
                      <th key={i} scope="col">
                        {name}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {table.sample.map((cells, i) => (
                    <tr key={i}>
                      {cells.map((each, at) => (
                        <td key={at} class={each === null ? 'muted' : undefined}>
                          {each ?? own('column-unread')}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          ))}
        </More>
      )}
      <Proof words={words} proveWorker={model.proveWorker} />
    </>
  );
}

/** Privacy shown: a connection is tried from here and from where the files are, and what refused it is named. */
function Proof({ words, proveWorker }: { words: LogWords } & Pick<DisputeLogModel, 'proveWorker'>) {
  const { own } = words;
  const said = useSaid();
  const prove = async () => {
    const [{ refusedBy }, inWorker] = await Promise.all([tryConnection(), proveWorker()]);
    said.value =
      refusedBy === null
        ? own('not-proved')
        : inWorker === false
          ? own('not-proved-worker')
          : own(inWorker === null ? 'proved-page' : 'proved', { directive: refusedBy });
  };
  return (
    <div class="log-proof">
      <p class="muted">{words.sentences([own('prove-help'), own('search-off')])}</p>
      <button type="button" class="action" onClick={() => void prove()}>
        {own('prove')}
      </button>
      <p role="status" class="log-proved">
        {said.value}
      </p>
    </div>
  );
}
