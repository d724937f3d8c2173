import { useMade } from '../shared/made.ts';
import { effect, useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import {
  fromCase,
  loadTemporal,
  toCase,
  type PlannerOk,
} from '@/calculators/deadline-planner/index.ts';
import { takeNames } from '@/calculators/shared/country-name.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { onAttention } from '../../platform/attention.ts';
import { choicesIn, readData } from '../../platform/embedded.ts';
import { onTick } from '../../platform/ticker.ts';
import { setTitle } from '../../platform/title.ts';
import { knownZones, ownZone } from '../../platform/zone.ts';
import { now } from '../../platform/clock.ts';
import { followMomentWords } from '../shared/arrivals.ts';
import { addMomentWords, loadEveryMomentWord, takeMomentWords } from '../shared/moment-words.ts';
import { Asleep } from '../shared/Asleep.tsx';
import { createLater } from '../shared/later.ts';
import { addressReaders, fetchReaders, hasReaders } from '../shared/readers.ts';
import { plainAt } from '../shared/time-words.ts';
import { showAnswer, ToolFrame } from '../shared/ToolFrame.tsx';
import { LATER_TEXTS, type PlannerLater, type PlannerPage } from './content.ts';
import { createPlanner, type Planner } from './deadline-planner.model.ts';
import { Advice, Lead, Notices } from './parts/Answer.tsx';
import { draw, drawn } from './drawn.ts';
import { ChartPlace } from './parts/ChartPlace.tsx';
import { Fields } from './parts/Fields.tsx';
import type { CaseFilesProps } from './parts/CaseFiles.tsx';
import { Ladder } from './parts/Ladder.tsx';
import { answerLine, createWords, standingOf } from './words.ts';

// The ladder is there at the first render, on the server and in the browser alike.
await loadTemporal();

/** Only the build draws it: in a browser it stands in the page already. */
const Built = import.meta.env.SSR ? (await import('./parts/CaseFiles.tsx')).CaseFiles : null;

export interface DeadlinePlannerProps {
  /** What the ids of this planner begin with; several may stand on one page. */
  base: string;
  language: Language;
  folder: string;
  builtOn: string;
  /** The one kind of case it is for, inside a page of the handbook. */
  flow: string | null;
}

/** Fields whose values may be written in words; moments have words of their own. */
const isFigure = (field: string) => /^(?:promisedDays|buyerCountry|workCalendar)$/.test(field);

const answered = (outcome: Planner['form']['outcome']['value']): PlannerOk | null =>
  outcome.kind === 'ok' ? outcome : null;

/** The moments of a case as a person may write them, and not as they are kept. */
const asWritten = (input: Partial<ReturnType<typeof fromCase>>) =>
  Object.fromEntries(
    (['events', 'shownDue'] as const).flatMap((part) => {
      const held = input[part];
      if (!held) return [];
      const moments = Object.entries(held).map(([name, at]) => [
        name,
        at === null ? at : plainAt(at, 'UTC'),
      ]);
      return [[part, Object.fromEntries(moments)]];
    }),
  );

const make = ({ base, language, builtOn, flow }: DeadlinePlannerProps) => {
  const data = readData<PlannerPage>(`${base}-data`);
  takeMomentWords(data.moments);
  takeNames(language, choicesIn(`${base}-buyerCountry`));
  return { data, ahead: ownZone, model: createPlanner(data, builtOn, flow) };
};

export function DeadlinePlanner(props: DeadlinePlannerProps) {
  const { base, language, folder, flow } = props;
  const embedded = flow !== null;
  const { data, model } = useMade(make, props);
  const later = useMemo(
    () =>
      createLater<PlannerLater>(data.strings, data.later, LATER_TEXTS, ({ moments }) =>
        addMomentWords(moments),
      ),
    [],
  );
  const words = useMemo(
    () => createWords(language, data.strings, () => model.form.asOf.value.slice(0, 4), later.lacks),
    [],
  );
  const zones = useSignal<readonly string[]>([]);
  const { form } = model;
  const { own } = words;
  const toolAddress = `/${folder}/tools/deadline-planner/`;
  const ruleName = (id: string) => data.rules.find((rule) => rule.id === id)?.label ?? id;
  const files: CaseFilesProps = { base, model, words, ruleName, home: toolAddress };
  const labelOf = (path: string) => {
    const [map = '', ...rest] = path.split('.');
    const id = rest.join('.');
    if (map === 'events') return words.event(id);
    return map === 'shownDue' ? words.deadline(id) : own(`field.${map}.label`);
  };

  useLayoutEffect(
    () =>
      effect(() => {
        const result = form.outcome.value;
        if (embedded || !form.isTouched.value) return;
        const next =
          result.kind === 'ok' ? result.deadlines.find((one) => one.id === result.next) : undefined;
        setTitle(
          next?.dueAt && !form.isExample.value
            ? own('view.title-next', {
                left: words.left((Date.parse(next.dueAt) - Date.parse(form.asOf.value)) / 1000),
                deadline: words.deadline(next.id),
              })
            : null,
        );
      }),
    [],
  );

  return (
    <ToolFrame
      tool="deadline-planner"
      base={base}
      form={form}
      words={words}
      hasAddress={!embedded}
      home={toolAddress}
      fetches={own('page.fetches')}
      printNeeds={{
        isHere: () => drawn.value !== null && later.isHere(),
        fetch: () => Promise.all([draw(), later.load()]),
      }}
      answered={answered}
      labelOf={labelOf}
      issueText={({ key, values }) => words.understood(key, values, model.zones.value.read)}
      leftOutText={(key, values) =>
        words.understood(
          key,
          values as Readonly<Record<string, string | number>>,
          model.zones.value.read,
        )
      }
      otherwise={(outcome) =>
        outcome.kind === 'unknown-rule'
          ? own('view.unknown-rule', { rule: ruleName(outcome.ruleId) })
          : outcome.kind === 'away'
            ? own(model.rest.state.value === 'failed' ? 'page.rest-failed' : 'page.rest-coming')
            : ''
      }
      onWake={() => {
        model.arrive(Date.parse(now()), ownZone());
        zones.value = knownZones();
        const stops = [
          fetchReaders(base),
          onAttention(base, () => void Promise.all([draw(), later.load()])),
          onTick((at) => model.tick(at, ownZone)),
          effect(model.holdWords),
          // Whoever brings a case of their own wants its reasons.
          effect(() => {
            if (!form.isExample.value) void draw();
          }),
          // Words of another language may be here only now.
          effect(() => {
            followMomentWords();
            model.recallWords();
          }),
        ];
        return () => stops.forEach((stop) => stop());
      }}
      isBusy={({ kind }) => kind === 'away' && model.rest.state.value !== 'failed'}
      isReady={() => hasReaders() && later.isHere()}
      addressNeeds={(address) => {
        const rest = model.rest.isNeededBy(address) ? model.rest.load() : undefined;
        const readers = addressReaders(address, isFigure);
        if (!rest && !readers && !model.lacksWords(address)) return undefined;
        return (async () => {
          await Promise.all([rest, readers]);
          // What no word of the page reads may be no moment at all: that is known once all words are here.
          for (const load of [later.load, loadEveryMomentWord])
            if (model.lacksWords(address)) await load();
        })();
      }}
      onOpened={() => {
        model.recallWords();
      }}
      onClear={model.clear}
      corridor={{
        fill: (one) => {
          const { flow, ...rest } = fromCase(one);
          if (flow === undefined || !data.kinds.some(({ id }) => id === flow)) return;
          // A case may know events of several kinds.
          void model.rest.load().then((came) => {
            if (came)
              model.openInput(
                { flow, ...rest, ...asWritten(rest) },
                one.name ?? one.order?.id ?? '',
              );
          });
        },
        gives: (result) => [{ id: 'dates', patch: toCase({ flow: result.flow }, result) }],
      }}
      fields={(field) => (
        <Fields
          model={model}
          words={words}
          flows={embedded ? [] : data.kinds}
          platformNames={data.platformNames}
          countries={data.countries}
          zones={zones.value}
          field={field}
          onUsed={() => showAnswer(base)}
        />
      )}
      glance={(result) => {
        const next = result.deadlines.find((one) => one.id === result.next);
        if (!next?.dueAt)
          return {
            is: 'unknown',
            word: next ? words.statusWord(next) : own('status.waiting'),
            figure: '',
          };
        const left = (Date.parse(next.dueAt) - model.clock.value) / 1000;
        const last = next.lastWorkingMoment;
        return {
          is: standingOf(next),
          word: words.statusWord(next),
          figure: words.left(left),
          more:
            last && last !== next.dueAt
              ? own('page.bar-last', { at: words.momentShort(last, result.zones.mine) })
              : words.momentShort(next.dueAt, result.zones.mine),
        };
      }}
      sentence={(result) => answerLine(words, result)}
      copied={(result) =>
        `${words.title(result.flow)}${words.colon}${answerLine(words, result)} {link}`
      }
      lead={(result) => <Lead model={model} result={result} words={words} />}
      answer={(result) => (
        <>
          <Advice result={result} words={words} folder={folder} />
          <Notices result={result} words={words} rules={data.rules} />
        </>
      )}
      actions={() =>
        embedded ? (
          <a class="action" href={toolAddress + form.permalink.value}>
            {own('page.open-full')}
          </a>
        ) : null
      }
      more={(result) => (
        <>
          <ChartPlace id={`${base}-line`} model={model} result={result} words={words} />
          <section class="planner-section">
            <h2>{own('view.deadlines')}</h2>
            <Ladder model={model} result={result} rules={data.rules} words={words} />
            <p class="muted">
              {own('page.as-of', {
                at: words.moment(result.asOf, result.zones.mine),
                zone: words.zone(result.zones.mine, result.asOf),
              })}{' '}
              <output name="asOf" data-value={result.asOf} aria-live="off" />
            </p>
          </section>
        </>
      )}
      below={
        <>
          <Asleep
            class="case-files no-print"
            lost={words.common('part-lost')}
            drawn={Built && <Built {...files} />}
            wake={async () => {
              const { CaseFiles } = await import('./parts/CaseFiles.tsx');
              return <CaseFiles {...files} />;
            }}
          />
          {!embedded && (
            // Addresses of the board that stood here lead to this line.
            <p class="many-cases muted no-print" id={`${base}-board`}>
              {own('page.many-cases')}{' '}
              <a href={`/${folder}/tools/case-desk/`}>{own('page.to-desk')}</a>
            </p>
          )}
        </>
      }
    />
  );
}
DeadlinePlanner.make = make;
