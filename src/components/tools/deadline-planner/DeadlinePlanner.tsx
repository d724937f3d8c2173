import { effect, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { loadTemporal } from '@/calculators/deadline-planner/index.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import type { CapRules } from '@/calculators/transit-warning/index.ts';
import { copyText } from '../../platform/clipboard.ts';
import { now } from '../../platform/clock.ts';
import { readTextFile } from '../../platform/read-file.ts';
import { saveFile } from '../../platform/download.ts';
import {
  currentAddress,
  onFragmentChange,
  readFragment,
  writeFragment,
} from '../../platform/fragment.ts';
import { focusOn } from '../../platform/jump.ts';
import { onShortcut } from '../../platform/keyboard.ts';
import { onTick, whenCalm } from '../../platform/ticker.ts';
import { setTitle } from '../../platform/title.ts';
import { knownZones, ownZone } from '../../platform/zone.ts';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { IgnoredNotice } from '../../ui/IgnoredNotice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { openDesk } from './board-client.ts';
import { createBoard } from './board.model.ts';
import type { ExportCase } from './board-desk.ts';
import type { PlannerContent } from './content.ts';
import { createPlanner } from './deadline-planner.model.ts';
import { createKept, type Kept } from './kept.model.ts';
import { Answer } from './parts/Answer.tsx';
import { BoardPart } from './parts/Board.tsx';
import { Chart } from './parts/Chart.tsx';
import { Form } from './parts/Form.tsx';
import { KeptPart } from './parts/Kept.tsx';
import { Ladder } from './parts/Ladder.tsx';
import { Transit } from './parts/Transit.tsx';
import { answerLine, createWords } from './words.ts';

// The ladder is there at the first render, on the server and in the browser alike.
await loadTemporal();

// Everything a button will need comes with the page: nothing is asked for later.
const files = import.meta.env.SSR ? null : import('./files.ts');

/** Runs at once whenever what it reads changes, in a tab in the background as well. */
const useFollow = (then: () => void) => useLayoutEffect(() => effect(then), []);

export interface DeadlinePlannerProps {
  /** What the ids of this planner begin with; several may stand on one page. */
  base: string;
  language: Language;
  folder: string;
  content: PlannerContent;
  publishers: Readonly<Record<string, string>>;
  platformNames: Readonly<Record<string, string>>;
  caps: CapRules;
  strings: Readonly<Record<string, string>>;
  builtOn: string;
  /** The one kind of case it is for, inside a page of the handbook. */
  flow: string | null;
}

export function DeadlinePlanner(props: DeadlinePlannerProps) {
  const { base, language, folder, content, publishers, platformNames, caps, strings, builtOn } =
    props;
  const embedded = props.flow !== null;
  const model = useMemo(() => createPlanner({ language, content, builtOn, flow: props.flow }), []);
  const words = useMemo(() => createWords(language, strings), []);
  const board = useMemo(createBoard, []);
  const kept = useMemo(createKept, []);
  const zones = useSignal<readonly string[]>([]);
  const announced = useSignal('');
  const touched = useRef(false);

  const fieldId = (path: string) => `${base}-${path.replaceAll('.', '-')}`;
  const toolAddress = `/${folder}/tools/deadline-planner/`;
  const countries = useMemo(() => [...model.data.calendars.keys()], []);
  const client = useMemo(
    () =>
      embedded || import.meta.env.SSR
        ? null
        : openDesk({
            type: 'open',
            content,
          }),
    [],
  );
  const ruleName = (id: string) => content.rules.find((rule) => rule.id === id)?.title ?? id;

  // With the first render, not a frame later: nobody should read the time of the build as now.
  useLayoutEffect(() => {
    model.arrive(Date.parse(now()), ownZone());
    zones.value = knownZones();
    if (!embedded) {
      model.open(readFragment());
      kept.refresh();
    }
    touched.current = !model.isExample.value;
    const stopTicking = onTick(model.tick);
    const stopFollowing = embedded
      ? () => undefined
      : onFragmentChange(() => model.open(readFragment()));
    if (client) board.connect(client);
    return () => {
      stopTicking();
      stopFollowing();
      client?.close();
    };
  }, []);

  // The address follows the form, but a page nobody has touched keeps the address it was opened with.
  useFollow(() => {
    const link = model.permalink.value;
    if (embedded || (model.isExample.value && !touched.current)) return;
    touched.current = true;
    writeFragment(link);
  });

  useFollow(() => {
    const result = model.outcome.value;
    if (embedded || (model.isExample.value && !touched.current)) return;
    const next =
      result.kind === 'ok' ? result.deadlines.find((one) => one.id === result.next) : undefined;
    setTitle(
      next?.dueAt && !model.isExample.value
        ? words.own('view.title-next', {
            left: words.left((Date.parse(next.dueAt) - Date.parse(model.asOf.value)) / 1000),
            deadline: words.deadline(next.id),
          })
        : null,
    );
  });

  const readBoard = useMemo(
    () =>
      whenCalm(() => {
        const { workCalendar, workHours } = model.settings.peek();
        void board.read(
          now(),
          {
            myZone: model.myZone.peek(),
            ...(workCalendar ? { workCalendar } : {}),
            ...(workHours ? { workHours } : {}),
          },
          model.flow.peek().platform,
        );
      }),
    [],
  );
  useFollow(() => {
    // Whatever the rows are read with: a change of it reads them anew.
    void [model.settings.value, model.myZone.value, model.flow.value, board.chosen.value];
    if (board.text.value.trim()) readBoard();
  });
  useFollow(() => {
    void board.judge(model.asOf.value);
  });

  useEffect(
    () =>
      embedded
        ? undefined
        : onShortcut('copy-result', () => {
            const result = model.outcome.value;
            if (result.kind !== 'ok') return;
            void copyText(answerLine(words, result)).then((done) => {
              announced.value = words.text(done ? 'tool.common.copied' : 'tool.common.copy-failed');
            });
          }),
    [],
  );
  useEffect(
    () =>
      onShortcut('clear-message', () => {
        announced.value = '';
        model.used.value = null;
      }),
    [],
  );

  const own = words.own;
  const outcome = model.outcome.value;
  const errors =
    outcome.kind === 'invalid'
      ? outcome.issues.map((issue) => ({
          path: issue.path,
          fieldId: fieldId(issue.path),
          message: words.understood(issue.key, issue.values, model.readZone.value),
        }))
      : [];
  const errorOf = (path: string) => errors.find((error) => error.path === path)?.message;

  const stampName = () => now().slice(0, 10);
  const saveCalendar = async (cases: readonly ExportCase[], name: string) => {
    const { calendarOf } = await (files ?? import('./files.ts'));
    const address = new URL(toolAddress, currentAddress()).href;
    saveFile(
      `${name}-${stampName()}.ics`,
      'text/calendar',
      calendarOf(cases, { words, ruleName, address, stamp: now() }),
    );
  };
  const saveTable = async (cases: readonly ExportCase[], name: string) => {
    const { tableOf } = await (files ?? import('./files.ts'));
    const address = new URL(toolAddress, currentAddress()).href;
    saveFile(
      `${name}-${stampName()}.csv`,
      'text/csv',
      tableOf(cases, { words, ruleName, address }),
    );
  };
  const thisCase = (): ExportCase[] => {
    const result = model.outcome.value;
    return result.kind === 'ok' ? [{ id: model.caseName.value.trim(), note: '', result }] : [];
  };
  const keepCase = () => {
    const at = now();
    const name = model.caseName.value.trim() || words.title(model.flow.value.id);
    kept.keep({
      key: `case:${model.caseName.value.trim() || at}`,
      kind: 'case',
      name,
      keptAt: at,
      value: model.permalink.value,
      pastedAt: at,
    });
  };
  const keepBoard = () => {
    const at = now();
    kept.keep({
      key: 'board',
      kind: 'board',
      name: String(board.view.value?.counts.all ?? 0),
      keptAt: at,
      value: board.text.value,
      pastedAt: board.pastedAt.value,
    });
  };
  const openKept = (record: Kept) => {
    if (record.kind === 'board') board.setText(record.value, record.pastedAt);
    else {
      model.open(record.value);
      model.caseName.value = record.key === `case:${record.keptAt}` ? '' : record.name;
    }
  };

  return (
    <div class="tool-grid deadline-planner" data-embedded={embedded ? '' : undefined}>
      <div class="tool-form">
        {embedded && <p class="planner-for">{words.title(model.flow.value.id)}</p>}
        <IgnoredNotice
          title={words.text('tool.common.ignored')}
          dismiss={words.text('tool.common.dismiss')}
          parts={model.ignored.value.map(({ key, raw, messageKey, values }) => ({
            key,
            raw,
            why: words.understood(messageKey, values, model.readZone.value),
          }))}
          onDismiss={model.dismissIgnored}
        />
        <Form
          model={model}
          words={words}
          flows={embedded ? [] : content.flows.map(({ id, platform }) => ({ id, platform }))}
          platformNames={platformNames}
          countries={countries}
          zones={zones.value}
          fieldId={fieldId}
          errorOf={errorOf}
        />
      </div>
      <section
        class="tool-answer"
        aria-label={embedded ? words.title(model.flow.value.id) : own('page.answer')}
      >
        <ErrorSummary
          title={words.text('tool.common.check')}
          errors={errors}
          onFollow={(id) => focusOn(id, true)}
        />
        {outcome.kind === 'unknown-rule' && (
          <div class="answer-card">
            <p class="sentence">{own('view.unknown-rule', { rule: ruleName(outcome.ruleId) })}</p>
          </div>
        )}
        {outcome.kind === 'ok' && (
          <>
            <Answer
              model={model}
              result={outcome}
              rules={content.rules}
              words={words}
              folder={folder}
              toolAddress={toolAddress}
              embedded={embedded}
            />
            <p class="muted" role="status">
              {announced.value}
            </p>
          </>
        )}
      </section>
      {outcome.kind === 'ok' && (
        <div class="tool-why planner-wide">
          <Chart id={`${base}-line`} model={model} result={outcome} words={words} />
          <section class="planner-section">
            <h2>{own('view.deadlines')}</h2>
            <Ladder
              model={model}
              result={outcome}
              rules={content.rules}
              publishers={publishers}
              words={words}
            />
            <p class="muted">
              {own('page.as-of', {
                at: words.moment(outcome.asOf, outcome.zones.mine),
                zone: words.zone(outcome.zones.mine, outcome.asOf),
              })}{' '}
              <output name="asOf" data-value={outcome.asOf} aria-live="off" />
            </p>
          </section>
          <section class="planner-section files">
            <h2>{own('page.files')}</h2>
            <div class="fields">
              <TextField
                id={fieldId('case')}
                name="case"
                label={own('page.case-name')}
                help={own('page.case-name-help')}
                value={model.caseName.value}
                onInput={(value) => {
                  model.caseName.value = value;
                }}
              />
            </div>
            <div class="button-row">
              <button
                type="button"
                class="action"
                data-file="ics"
                onClick={() => saveCalendar(thisCase(), 'case')}
              >
                {own('file.download.ics')}
              </button>
              <button
                type="button"
                class="action"
                data-file="csv"
                onClick={() => saveTable(thisCase(), 'case')}
              >
                {own('file.download.csv')}
              </button>
              {!embedded && (
                <button type="button" class="action" data-keep="case" onClick={keepCase}>
                  {own('board.keep')}
                </button>
              )}
            </div>
            <p class="muted">{own('file.hint')}</p>
          </section>
        </div>
      )}
      {!embedded && (
        <div class="tool-why planner-wide">
          <BoardPart
            board={board}
            words={words}
            mine={model.myZone.value}
            clock={model.now}
            fieldId={fieldId}
            example={() => exampleRows(model.now.value)}
            onOpen={(line) => {
              model.openInput(line.input, line.id);
            }}
            onKeep={keepBoard}
            onCalendar={async () => saveCalendar(await board.cases(), 'board')}
            onTable={async () => saveTable(await board.cases(), 'board')}
          />
          <KeptPart
            kept={kept}
            words={words}
            mine={model.myZone.value}
            onOpen={openKept}
            onExport={() =>
              saveFile(
                `amicable-deadlines-${stampName()}.json`,
                'application/json',
                kept.exported(),
              )
            }
            onImport={(file) => void readTextFile(file).then(kept.import)}
          />
          <Transit
            model={model}
            words={words}
            rules={content.rules}
            caps={caps}
            countries={countries}
            folder={folder}
            fieldId={fieldId}
          />
        </div>
      )}
    </div>
  );
}

/** Made-up rows that show what the board reads. */
function exampleRows(now: number): string {
  const hoursAgo = (hours: number) =>
    new Date(Math.floor((now - hours * 3_600_000) / 60_000) * 60_000)
      .toISOString()
      .slice(0, 16)
      .replace('T', ' ');
  return [
    `A-1001\taliexpress.snad-classic\t${hoursAgo(70)} UTC\tBR`,
    `A-1002\taliexpress.cancel-request\t${hoursAgo(52)} UTC\tES`,
    `O-2001\tozon.realfbs-return\t${hoursAgo(9)} UTC\tRU`,
    'A-1003\taliexpress.inr\t1d 6h left\tFR',
  ].join('\n');
}
