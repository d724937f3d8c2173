import { effect, useComputed, useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import {
  encodeResults,
  LONGEST_TAG,
  readTag,
  SHEETS,
  type CodedPlan,
  type Exercise,
} from '@/calculators/exercise/index.ts';
import { encode, type PermalinkValue } from '@/calculators/shared/permalink.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { loadTemporal } from '@/calculators/shared/time.ts';
import { copyText } from '../platform/clipboard.ts';
import { anyNumber } from '../platform/chance.ts';
import { now } from '../platform/clock.ts';
import { readData } from '../platform/embedded.ts';
import { onFragmentChange, readFragment, readQuery, writeFragment } from '../platform/fragment.ts';
import { focusOn } from '../platform/jump.ts';
import { untilHere } from '../platform/once.ts';
import { sessionText } from '../platform/session.ts';
import { TextField } from '../ui/TextField.tsx';
import { useEscape, useSaid } from '../ui/use-said.ts';
import { keptFields, readCaseLink, type CaseLink } from './case-link.ts';
import { createModel } from './exercise.model.ts';
import { isBlank, readSheet, type KeptSheet } from './kept-work.ts';
import { LinkNotice } from './parts/LinkNotice.tsx';
import { Work } from './parts/Work.tsx';
import { fetchQr, Qr } from './Qr.tsx';
import type { Slice } from './slice-content.ts';
import { createExerciseWords } from './words.ts';

await loadTemporal();

/** What the page of a session carries. */
export interface SessionPage {
  plan: { id: string; letter: string | null };
  exercises: readonly Exercise[];
  slice: Slice;
  strings: Readonly<Record<string, string>>;
  /** What the address carries beside seed and team. */
  keep?: Readonly<Record<string, PermalinkValue>>;
}

interface SessionProps {
  base: string;
  /** A plan that did not travel in the page. */
  page?: SessionPage;
  language: Language;
  folder: string;
  builtOn: string;
}

/** All exercises of a plan one after another, and the code that takes the answers to the trainer. */
export function Session({ base, language, folder, builtOn, page: given }: SessionProps) {
  const page = useMemo(() => given ?? readData<SessionPage>(`${base}-data`), []);
  const words = useMemo(() => createExerciseWords(language, page.strings), []);
  const models = useMemo(
    () =>
      page.exercises.map((exercise) =>
        createModel({ exercise, slice: page.slice, strings: page.strings }, builtOn, language),
      ),
    [],
  );
  const plan: CodedPlan = { ...page.plan, exercises: page.exercises };
  const { own } = words;
  const sheet = useSignal(0);
  const kept = sessionText(`session.${page.plan.id}`);
  const isTakenUp = useSignal(false);
  useEscape(isTakenUp, false);
  /** Nothing is written to the store of the tab before it was read. */
  const isRead = useSignal(false);
  const at = useSignal(0);
  const tagText = useSignal('');
  const isReady = useSignal(false);
  const isLost = useSignal(false);
  const said = useSaid();
  const asked = useSignal<CaseLink | null>(null);
  const [lead] = models;
  const tag = useComputed(() => readTag(tagText.value));
  const code = useComputed(() =>
    encodeResults(
      plan,
      lead?.read.value.team ?? 0,
      tag.value ?? '',
      models.map(({ first }) => first.value),
      sheet.value,
    ),
  );
  const permalink = useComputed(() => {
    const { seed = '', team = 0 } = lead?.read.value ?? {};
    return encode({ ...page.keep, seed, ...(team > 0 ? { team } : {}) });
  });

  useLayoutEffect(() => {
    const open = (...addresses: string[]) => {
      const link = readCaseLink(addresses, ['seed', 'team', ...keptFields(page.keep)]);
      if (link === null) return;
      asked.value = link;
      for (const model of models) model.open(link);
    };
    open(readFragment(), readQuery());
    sheet.value = anyNumber(SHEETS);
    const wake = async () => {
      await Promise.all([fetchQr(), ...models.map((model) => model.wake(now()))]);
      if (!isRead.peek()) await takeUp();
      isRead.value = isReady.value = true;
    };
    const stops = [
      // What is typed is kept from there on, whether or not the rest comes.
      untilHere(wake, () => {
        isRead.value = isLost.value = true;
      }),
      onFragmentChange(() => open(readFragment())),
    ];
    return () => stops.forEach((stop) => stop());
  }, []);
  /** What was typed in this tab before it was loaded again. An address that asks for another case goes before it. */
  const takeUp = async () => {
    const before = readSheet(kept.read());
    if (!before || isBlank(before)) return;
    const taken = await Promise.all(
      models.map((model) => {
        const work = before.works[model.exercise.id];
        return work && model.kept.value === null ? model.takeUp(work) : false;
      }),
    );
    if (!taken.includes(true) && before.tag === '') return;
    sheet.value = before.sheet % SHEETS;
    at.value = Math.min(before.at, models.length);
    tagText.value = before.tag;
    isTakenUp.value = true;
  };
  const keep = () => {
    const now: KeptSheet = {
      at: at.value,
      tag: tagText.value,
      sheet: sheet.value,
      works: Object.fromEntries(
        models.flatMap(({ exercise, kept: work }) =>
          work.value ? [[exercise.id, work.value]] : [],
        ),
      ),
    };
    if (isRead.value) kept.write(isBlank(now) ? '' : JSON.stringify(now));
  };
  // At once: `useSignalEffect` waits for a frame, and a tab can be left before it comes.
  useLayoutEffect(() => effect(keep), []);
  const change = (then: (model: (typeof models)[number]) => void) => {
    asked.value = null;
    models.forEach(then);
    writeFragment(permalink.value);
  };
  const go = (to: number) => {
    at.value = to;
    focusOn(`${base}-step`);
  };

  const { length } = models;
  const model = models[at.value];
  const done = models.filter(({ first }) => first.value !== null).length;
  const groups = code.value.split('-');
  return (
    <div class="exercise session" id={base}>
      <LinkNotice link={asked.value} words={words} />
      {isTakenUp.value && (
        <div class="notice no-print" role="status">
          <p>{own('kept.taken-up')}</p>
          <div class="button-row">
            <button
              type="button"
              class="action"
              onClick={() => {
                for (const each of models) each.restart();
                at.value = 0;
                tagText.value = '';
                sheet.value = anyNumber(SHEETS);
                isTakenUp.value = false;
                focusOn(`${base}-step`);
              }}
            >
              {own('kept.forget')}
            </button>
          </div>
        </div>
      )}
      <details class="seed-box" open={at.value === 0}>
        <summary>
          {own('seed-title', {
            seed: lead?.read.value.seed ?? '',
            team: lead?.read.value.team ?? 0,
          })}
        </summary>
        <p class="muted">{own('seed-help')}</p>
        <div class="fields">
          <TextField
            id={`${base}-seed`}
            name="seed"
            label={own('seed')}
            value={lead?.seedText.value ?? ''}
            error={lead?.seed.value === null ? own('seed-error') : undefined}
            onInput={(value) => change((each) => each.changeSeed(value))}
          />
          <TextField
            id={`${base}-team`}
            name="team"
            label={own('team')}
            help={own('team-help')}
            value={lead?.teamText.value ?? ''}
            inputMode="numeric"
            error={lead?.team.value === null ? own('team-error') : undefined}
            onInput={(value) => change((each) => each.changeTeam(value))}
          />
        </div>
      </details>
      <h2 id={`${base}-step`} tabIndex={-1}>
        {model
          ? own('session.step', {
              place: at.value + 1,
              all: length,
              title: words.of(model.exercise.title),
            })
          : own('session.end')}
      </h2>
      {model ? (
        <Work
          key={model.exercise.id}
          base={`${base}-${model.exercise.id}`}
          model={model}
          words={words}
          folder={folder}
          isPart
        />
      ) : (
        <section class="session-end">
          <p>{own('session.done', { done, all: length })}</p>
          <TextField
            id={`${base}-tag`}
            name="tag"
            label={own('session.tag')}
            help={own('session.tag-help', { most: LONGEST_TAG })}
            value={tagText.value}
            error={tag.value === null ? own('session.tag-error', { most: LONGEST_TAG }) : undefined}
            onInput={(value) => (tagText.value = value)}
          />
          <p>{own('session.code-help')}</p>
          <p class="code-line">
            <output name="code" data-value={code.value} aria-live="off">
              {groups.map((group, i) => (
                <span key={i}>{group}</span>
              ))}
            </output>
          </p>
          <Qr text={code.value} label={own('session.qr')} lost={own('session.qr-lost')} />
          <div class="button-row">
            <button
              type="button"
              class="action primary"
              onClick={() =>
                void copyText(code.value).then(
                  (copied) => (said.value = words.common(copied ? 'copied' : 'copy-failed')),
                )
              }
            >
              {own('session.copy')}
            </button>
          </div>
          <p class="muted" role="status">
            {said.value}
          </p>
        </section>
      )}
      <div class="button-row">
        <button
          type="button"
          class="action"
          disabled={at.value === 0}
          onClick={() => go(at.value - 1)}
        >
          {own('session.back')}
        </button>
        {model && (
          <button type="button" class="action primary" onClick={() => go(at.value + 1)}>
            {own(at.value + 1 === length ? 'session.to-code' : 'session.next')}
          </button>
        )}
      </div>
      <p class="muted">
        <span class="ready" role="status" data-ready={isReady.value ? '' : undefined}>
          {isReady.value ? own('session.ready') : isLost.value ? own('lost') : ''}
        </span>
      </p>
    </div>
  );
}
