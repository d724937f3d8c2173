import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { buildCsv } from '@/calculators/shared/csv.ts';
import { now } from '../../../platform/clock.ts';
import { saveFile } from '../../../platform/download.ts';
import { currentAddress } from '../../../platform/fragment.ts';
import { askToPersist, persistence, type Persistence } from '../../../platform/persist.ts';
import { readTextFile } from '../../../platform/read-file.ts';
import { useEscape, useSaid } from '../../../ui/use-said.ts';
import type { Desk } from '../case-desk.model.ts';
import type { DeskWords } from '../words.ts';
import { Autosave } from './Autosave.tsx';
import { logFile } from '../log-file.ts';
import { OpenLog } from './OpenLog.tsx';

interface KeepingProps {
  desk: Desk;
  words: DeskWords;
  folder: string;
}

const day = () => now().slice(0, 10);
/** A file that names itself as one of this desk and cannot be read breaks off somewhere. */
const isOurs = (text: string): boolean => /"file":\s*"amicable-case-desk"/.test(text.slice(0, 200));

/**
 * The board as rows of a file: what is shown of each case, the words of its step, and the link that brings
 * the case back when the table is pasted here.
 */
async function boardRows(desk: Desk, words: DeskWords): Promise<string[][]> {
  const isExample = desk.form.isExample.peek();
  const links = isExample ? {} : await desk.links();
  const home = currentAddress().replace(/case-desk\/.*$/, 'deadline-planner/');
  const { lines } = desk.answer.value;
  const { own } = words;
  const heads = [
    'case',
    'platform',
    'kind',
    'reason',
    'country',
    'owner',
    'stake',
    'state',
    'safe',
    'end',
    'step',
    'why',
    'by',
    'link',
  ];
  return [
    heads.map((head) => own(`csv.${head}`)),
    ...lines.map((line) => [
      `${isExample ? `${words.common('example-mark')} ` : ''}${words.title(line)}`,
      words.platform(line.platform),
      words.kind(line.flow),
      line.reason === '' ? '' : words.reason(line.reason),
      line.country,
      line.owner,
      line.stake ? `${line.stake.amount} ${line.stake.currency ?? ''}`.trim() : '',
      own(`state.${line.state}`),
      line.safeUntil ?? '',
      line.focus?.dueAt ?? '',
      line.next ? words.action(line.next) : '',
      line.next ? words.because(line.next) : '',
      line.next ? words.person(line.next.by) : '',
      links[line.id] ? home + links[line.id] : '',
    ]),
  ];
}

/** What this browser keeps, and how nothing of it is lost. */
export function Keeping({ desk, words, folder }: KeepingProps) {
  const { own } = words;
  const said = useSaid();
  const asks = useSignal(false);
  useEscape(asks, false);
  useEscape(desk.preview, null);
  const how = useSignal<Persistence>('unknown');
  const view = desk.ownView.value;
  const preview = desk.preview.value;
  useLayoutEffect(() => {
    void persistence().then((found) => {
      how.value = found;
    });
  }, []);
  if (!view) return null;
  const { keeps, trouble, ways } = view;
  const count = view.lines.length;
  const save = async (isScrubbed: boolean) => {
    const text = await desk.bundle(isScrubbed);
    saveFile(
      `amicable-cases${isScrubbed ? '-scrubbed' : ''}-${day()}.json`,
      'application/json',
      text,
    );
    if (!isScrubbed) await desk.saved();
  };
  return (
    <section class="desk-section desk-keeping no-print" aria-labelledby="case-desk-keeping">
      <h2 id="case-desk-keeping">{own('keep.title')}</h2>
      {trouble && (
        <p class="notice" role="alert" data-trouble={trouble}>
          {own(`trouble.${trouble}`)}
        </p>
      )}
      {view.newer > 0 && (
        <p class="notice" data-newer="">
          {words.counted('tool.case-desk.keep.newer', view.newer)}
        </p>
      )}
      {view.unreadable > 0 && (
        <p class="notice" data-unreadable="">
          {words.counted('tool.case-desk.keep.unreadable', view.unreadable)}
        </p>
      )}
      <p>
        <output name="keeps" data-value={String(keeps)}>
          {keeps
            ? words.counted('tool.case-desk.keep.kept', count)
            : own(desk.isHolding.value ? 'keep.held' : 'keep.not-kept')}
        </output>
      </p>
      {!keeps && (
        <label class="check">
          <input
            type="checkbox"
            name="hold"
            checked={desk.isHolding.value}
            onChange={({ currentTarget }) => desk.holdHere(currentTarget.checked)}
          />
          <span>{own('keep.hold')}</span>
        </label>
      )}
      <p class="button-row">
        {!keeps && (
          <button
            type="button"
            class="action primary"
            data-do="keep"
            onClick={() =>
              void desk.keep().then(async () => {
                if (!desk.ownView.peek()?.keeps) return;
                how.value = await askToPersist();
                said.value = own(`persist.${how.value}`);
              })
            }
          >
            {own('keep.do')}
          </button>
        )}
        <button type="button" class="action" data-do="save" onClick={() => void save(false)}>
          {own('keep.save')}
        </button>
        <label class="action file-choice">
          <input
            type="file"
            name="case-file"
            accept=".json,application/json"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              currentTarget.value = '';
              if (file) void readTextFile(file).then(desk.look);
            }}
          />
          {own('keep.open')}
        </label>
        <button
          type="button"
          class="action"
          data-do="csv"
          onClick={() =>
            void boardRows(desk, words).then((rows) =>
              saveFile(`amicable-board-${day()}.csv`, 'text/csv', buildCsv(rows)),
            )
          }
        >
          {own('keep.csv')}
        </button>
        <button
          type="button"
          class="action"
          data-do="log"
          onClick={() =>
            void desk.logLines().then((lines) => {
              if (lines.length === 0) said.value = own('keep.no-log');
              else saveFile(`case-log-${day()}.csv`, 'text/csv', logFile(lines, words));
            })
          }
        >
          {own('keep.log')}
        </button>
        <OpenLog desk={desk} words={words} folder={folder} />
        <button type="button" class="action" data-do="scrub" onClick={() => void save(true)}>
          {own('keep.scrub')}
        </button>
      </p>
      {preview && (
        <div class="notice" data-preview="">
          {preview.is === null ? (
            <p>{own(isOurs(preview.text) ? 'import.broken' : 'import.none')}</p>
          ) : (
            <>
              <p>
                {own('import.changes', {
                  added: preview.is.added.length,
                  changed: preview.is.changed.length,
                  same: preview.is.same,
                })}
                {words.gap}
                {preview.is.refused > 0 && own('import.refused', { count: preview.is.refused })}
                {words.gap}
                {preview.is.newer > 0 && own('import.newer', { count: preview.is.newer })}
              </p>
              {preview.is.changed.length > 0 && (
                <ul>
                  {preview.is.changed.slice(0, 20).map(({ id, fields }) => (
                    <li key={id} data-id={id}>
                      {id}
                      {words.colon}
                      {words.list([...new Set(fields.map(words.partOf))])}
                    </li>
                  ))}
                </ul>
              )}
              <p class="button-row">
                <button
                  type="button"
                  class="action primary"
                  data-do="bring"
                  disabled={preview.is.added.length + preview.is.changed.length === 0}
                  onClick={() => void desk.bring()}
                >
                  {own('import.do')}
                </button>
                <button
                  type="button"
                  class="action"
                  onClick={() => {
                    desk.preview.value = null;
                  }}
                >
                  {own('import.leave')}
                </button>
              </p>
            </>
          )}
        </div>
      )}
      {view.beforeImport && (
        <p class="button-row">
          <button
            type="button"
            class="action"
            data-do="bring-back"
            onClick={() => void desk.bringBack()}
          >
            {own('import.back', { at: words.at(view.beforeImport) })}
          </button>
        </p>
      )}
      <p class="muted" data-saved="">
        {ways.savedAt ? own('keep.saved', { at: words.at(ways.savedAt) }) : own('keep.never-saved')}
        {keeps && `${words.gap}${own(`persist.${how.value}`)}`}
      </p>
      <Autosave desk={desk} words={words} />
      {(keeps || count > 0) && (
        <p class="button-row">
          {asks.value ? (
            <>
              <button
                type="button"
                class="action"
                data-do="forget-sure"
                onClick={() =>
                  void desk.forget().then((gone) => {
                    asks.value = false;
                    said.value =
                      gone === 'blocked'
                        ? own('trouble.blocked')
                        : words.counted('tool.case-desk.keep.gone', gone);
                  })
                }
              >
                {words.counted('tool.case-desk.keep.sure', count)}
              </button>
              <button
                type="button"
                class="action"
                onClick={() => {
                  asks.value = false;
                }}
              >
                {own('keep.not-sure')}
              </button>
            </>
          ) : (
            <button
              type="button"
              class="action"
              data-do="forget"
              onClick={() => {
                asks.value = true;
              }}
            >
              {own('keep.forget')}
            </button>
          )}
        </p>
      )}
      <p class="muted" role="status">
        {said.value}
      </p>
    </section>
  );
}
