import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import {
  MOST_MINUTES,
  MOST_STEPS,
  OTHER_STEPS,
  otherStep,
  readMinutes,
} from '@/calculators/exercise/index.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { copyText } from '../platform/clipboard.ts';
import { readData } from '../platform/embedded.ts';
import {
  currentAddress,
  onFragmentChange,
  readFragment,
  readQuery,
  writeFragment,
} from '../platform/fragment.ts';
import { focusOn } from '../platform/jump.ts';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useSaid, useStands } from '../ui/use-said.ts';
import { keptFields, readCaseLink, type CaseLink } from './case-link.ts';
import { createComposer } from './compose.model.ts';
import type { ListedExercise } from './own-page.ts';
import { LinkNotice } from './parts/LinkNotice.tsx';
import { createExerciseWords } from './words.ts';

/** An exercise by what a list of them says of it. */
interface Listed extends ListedExercise {
  id: string;
  title: string;
  kind: string;
}

/** What the page carries: of each exercise only what a list shows. */
export interface ComposePage {
  exercises: readonly Listed[];
  strings: Readonly<Record<string, string>>;
}

interface ComposeProps {
  base: string;
  language: Language;
  folder: string;
}

const PAGES = ['trainer', 'run', 'handout', 'projector'] as const;

/** A plan of one's own: exercises and other steps in an order, and the pages that run it. */
export function Compose({ base, language, folder }: ComposeProps) {
  const page = useMemo(() => readData<ComposePage>(`${base}-data`), []);
  const words = useMemo(() => createExerciseWords(language, page.strings), []);
  const model = useMemo(() => createComposer(page.exercises), []);
  const { own } = words;
  const chosen = useSignal('');
  const said = useSaid();
  const asked = useSignal<CaseLink | null>(null);
  const isReady = useSignal(false);
  const { steps } = model;
  const permalink = model.permalink.value;
  const leftOut = model.leftOut.value;
  const tells = useStands(leftOut.length > 0 ? leftOut : null);

  useLayoutEffect(() => {
    const open = (...addresses: string[]) => {
      const link = readCaseLink(addresses, keptFields({}));
      if (link === null) return;
      asked.value = link;
      addresses.some(model.open);
    };
    open(readFragment(), readQuery());
    model.readKept();
    isReady.value = true;
    return onFragmentChange(() => open(readFragment()));
  }, []);
  const change = (then: () => void) => {
    then();
    said.value = '';
    asked.value = null;
    model.leftOut.value = [];
    writeFragment(model.permalink.value);
  };
  const titleOf = (mark: string) => {
    const other = otherStep(mark);
    return other
      ? own(`own.step.${other}`)
      : (page.exercises.find((each) => each.mark === mark)?.title ?? mark);
  };
  const free = page.exercises.filter((each) => !steps.value.some(({ mark }) => mark === each.mark));
  const options = [
    { value: '', label: own('own.choose') },
    ...Object.entries(OTHER_STEPS).map(([value, step]) => ({
      value,
      label: own(`own.step.${step}`),
      group: own('own.others'),
    })),
    ...free.map(({ mark, title, minutes, kind }) => ({
      value: mark,
      label: own('own.entry', { title, minutes }),
      group: kind,
    })),
  ];
  const add = () =>
    change(() => {
      model.add(chosen.value);
      chosen.value = '';
      focusOn(`${base}-add`);
    });
  const move = (at: number, by: -1 | 1) => {
    change(() => model.move(at, by));
    const isEnd = at + by === 0 || at + by === steps.value.length - 1;
    // The button that was pressed moves with its step, and may be gone at an end.
    focusOn(`${base}-${at + by}-${isEnd === (by === 1) ? 'up' : 'down'}`);
  };
  return (
    <div class="exercise compose" id={base}>
      <LinkNotice link={asked.value} words={words} />
      {leftOut.length > 0 && tells && (
        <p class="notice" role="alert">
          {own('own.left-out', { parts: words.list(leftOut) })}
        </p>
      )}
      <TextField
        id={`${base}-name`}
        name="name"
        label={own('own.name')}
        help={own('own.name-help')}
        value={model.name.value}
        wide
        onInput={(value) => change(() => (model.name.value = value))}
      />
      <div class="fields">
        <Select
          id={`${base}-add`}
          name="add"
          label={own('own.add')}
          value={chosen.value}
          options={options}
          wide
          onChange={(value) => (chosen.value = value)}
        />
        <button
          type="button"
          class="action"
          disabled={chosen.value === '' || model.isFull.value}
          onClick={add}
        >
          {own('own.add-button')}
        </button>
      </div>
      {model.isFull.value && <p>{own('own.full', { most: MOST_STEPS })}</p>}
      <ol class="order">
        {steps.value.map(({ mark, minutes }, i) => {
          const title = titleOf(mark);
          const isWrong = readMinutes(minutes) === null;
          const place = { step: title, place: i + 1, all: steps.value.length };
          return (
            <li key={`${mark}-${i}`} data-id={mark}>
              <span>
                {title}
                {isWrong && (
                  <span class="error" id={`${base}-${i}-error`}>
                    {own('own.minutes-error', { most: MOST_MINUTES })}
                  </span>
                )}
              </span>
              <label class="step-minutes">
                <input
                  type="text"
                  inputMode="numeric"
                  name={`minutes-${i}`}
                  aria-label={own('own.minutes-of', { step: title })}
                  aria-invalid={isWrong ? 'true' : undefined}
                  aria-describedby={isWrong ? `${base}-${i}-error` : undefined}
                  value={minutes}
                  onInput={(event) => {
                    const { value } = event.currentTarget;
                    change(() => model.changeMinutes(i, value));
                  }}
                />
                <span aria-hidden="true">{own('own.minutes-unit')}</span>
              </label>
              <span class="order-buttons">
                {([-1, 1] as const).map((by) => (
                  <button
                    key={by}
                    type="button"
                    class="action"
                    id={`${base}-${i}-${by === 1 ? 'down' : 'up'}`}
                    disabled={i + by < 0 || i + by >= steps.value.length}
                    aria-label={own(by === 1 ? 'move-down' : 'move-up', place)}
                    onClick={() => move(i, by)}
                  >
                    <span aria-hidden="true">{by === 1 ? '↓' : '↑'}</span>
                  </button>
                ))}
                <button
                  type="button"
                  class="action"
                  aria-label={own('own.remove', { step: title })}
                  onClick={() => {
                    change(() => model.remove(i));
                    focusOn(`${base}-add`);
                  }}
                >
                  <span aria-hidden="true">×</span>
                </button>
              </span>
            </li>
          );
        })}
      </ol>
      <p role="status">
        {steps.value.length === 0 ? (
          own('own.empty')
        ) : (
          <output name="minutes" data-value={model.minutes.value} aria-live="off">
            {own('own.sum', { steps: steps.value.length, minutes: model.minutes.value })}
          </output>
        )}
      </p>
      {model.isSound.value && (
        <section aria-labelledby={`${base}-pages`}>
          <h2 id={`${base}-pages`}>{own('own.pages')}</h2>
          <ul>
            {PAGES.map((kind) => (
              <li key={kind}>
                <a href={`/${folder}/workshops/own/${kind}/${permalink}`}>
                  {own(`own.page.${kind}`)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class="button-row">
        <button
          type="button"
          class="action"
          disabled={!model.isSound.value}
          onClick={() =>
            void copyText(currentAddress().replace(/[?#].*$/, '') + permalink).then(
              (done) => (said.value = words.common(done ? 'copied' : 'copy-failed')),
            )
          }
        >
          {words.common('copy-link')}
        </button>
        <button
          type="button"
          class="action"
          disabled={!model.isSound.value}
          onClick={() => {
            model.keep();
            said.value = own(model.refused.value ? 'own.not-kept' : 'own.kept');
          }}
        >
          {own('own.keep')}
        </button>
      </div>
      <p class="muted" role="status">
        {said.value}
      </p>
      {model.kept.value.length > 0 && (
        <section aria-labelledby={`${base}-kept`}>
          <h2 id={`${base}-kept`}>{own('own.kept-title')}</h2>
          <ul class="kept-plans">
            {model.kept.value.map(({ address, plan }) => {
              const title = plan.name === '' ? own('own.untitled') : plan.name;
              return (
                <li key={address}>
                  <a href={`/${folder}/workshops/own/${address}`}>
                    {own('own.kept-entry', { name: title, steps: plan.steps.length })}
                  </a>{' '}
                  <button
                    type="button"
                    class="action"
                    aria-label={own('own.forget-one', { name: title })}
                    onClick={() => model.forget(address)}
                  >
                    {own('own.forget')}
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      <span class="ready" data-ready={isReady.value ? '' : undefined} />
    </div>
  );
}
