import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { EXAM_LENGTH, GENERATOR, PASS_FROM } from '@/calculators/exam/index.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { now } from '../platform/clock.ts';
import { replay, takeEarly } from '../platform/early.ts';
import { readData } from '../platform/embedded.ts';
import { onFragmentChange, readFragment, readQuery, writeFragment } from '../platform/fragment.ts';
import { focusOn } from '../platform/jump.ts';
import { fetchPack } from '../platform/packs.ts';
import { sessionText } from '../platform/session.ts';
import { openStore } from '../platform/storage.ts';
import { TextField } from '../ui/TextField.tsx';
import { useEscape, useStands } from '../ui/use-said.ts';
import { readCaseLink } from './case-link.ts';
import { createExam, type ExamPack } from './exam.model.ts';
import { createExamWords } from './exam-words.ts';
import { Elsewhere } from './parts/Elsewhere.tsx';
import { ExamCheck, ExamQuestion } from './parts/ExamQuestion.tsx';
import { ExamReview } from './parts/ExamReview.tsx';
import { LinkNotice } from './parts/LinkNotice.tsx';

/** What the page of the exam carries. */
export interface ExamPage {
  /** Where the pool is fetched. */
  pool: string;
  strings: Readonly<Record<string, string>>;
}

interface ExamProps {
  base: string;
  language: Language;
  folder: string;
}

/** The practice exam: thirty questions of a seed, one at a time, a review, and a certificate. */
export function Exam({ base, language, folder }: ExamProps) {
  const page = useMemo(() => readData<ExamPage>(`${base}-data`), []);
  const words = useMemo(() => createExamWords(language, page.strings), []);
  const model = useMemo(
    () =>
      createExam(() => fetchPack<ExamPack>(page.pool), now, openStore('exam'), sessionText('exam')),
    [],
  );
  const early = useMemo(() => (import.meta.env.SSR ? [] : takeEarly(base)), []);
  const isReady = useSignal(false);
  const { own } = words;
  const phase = model.phase.value;
  useEscape(model.phase, 'start', 'failed');
  useEscape(model.isTakenUp, false);

  useLayoutEffect(() => {
    const open = (...addresses: string[]) => {
      const link = readCaseLink(addresses, ['seed']);
      if (link) model.open(link);
    };
    open(readFragment(), readQuery());
    model.findKept();
    void model.takeUp().then(() => {
      replay(early);
      isReady.value = true;
    });
    return onFragmentChange(() => open(readFragment()));
  }, []);
  const change = (seed: string) => {
    model.seedText.value = seed;
    model.came.value = null;
    if (model.seed.value !== null) writeFragment(model.permalink.value);
  };
  const toQuestion = () => focusOn(`${base}-question`);

  const { waiting } = model;
  const stands = useStands(waiting.value);
  const named = waiting.value?.seed;
  const notice = named ? (
    stands && (
      <p class="notice no-print" role="status">
        {own('link-waits', { seed: named })}
      </p>
    )
  ) : (
    <LinkNotice link={waiting.value} words={words} meaning={own('link-waits-lost')} />
  );
  const takenUp = model.isTakenUp.value && (
    <p class="notice no-print" role="status">
      {own('taken-up')}
    </p>
  );
  if (phase === 'asking')
    return (
      <div class="exam" id={base}>
        {notice}
        {takenUp}
        <ExamQuestion base={base} model={model} words={words} />
      </div>
    );
  if (phase === 'check')
    return (
      <div class="exam" id={base}>
        {notice}
        {takenUp}
        <ExamCheck base={base} model={model} words={words} />
      </div>
    );
  if (phase === 'done')
    return (
      <div class="exam" id={base}>
        {notice}
        {takenUp}
        <ExamReview
          base={base}
          model={model}
          words={words}
          folder={folder}
          onRedo={() => void model.redo().then(toQuestion)}
          onAnother={() => {
            model.another();
            writeFragment(model.permalink.value);
            focusOn(`${base}-begin`);
          }}
        />
      </div>
    );
  return (
    <div class="exam" id={base}>
      <LinkNotice link={model.came.value} words={words} />
      <p>{own('lead')}</p>
      <ul>
        <li>{own('facts.length', { count: EXAM_LENGTH, needed: PASS_FROM })}</li>
        <li>{own('facts.figures')}</li>
        <li>{own('facts.no-clock')}</li>
        <li>{own('facts.not-kept')}</li>
      </ul>
      {model.kept.value && (
        <div class="notice">
          <p>
            {own('kept', {
              seed: model.kept.value.seed,
              count: Object.keys(model.kept.value.answers).length,
            })}
          </p>
          <div class="button-row">
            <button
              type="button"
              class="action"
              id={`${base}-resume`}
              onClick={() => void model.resume().then(toQuestion)}
            >
              {own('resume')}
            </button>
            <button type="button" class="action" onClick={model.forget}>
              {own('forget')}
            </button>
          </div>
        </div>
      )}
      <div class="button-row">
        <button
          type="button"
          class="action primary"
          id={`${base}-begin`}
          disabled={model.seed.value === null || phase === 'loading'}
          onClick={() => void model.begin().then(toQuestion)}
        >
          {own('begin')}
        </button>
      </div>
      <p class="muted" role="status">
        {phase === 'loading' && own('loading')}
        {phase === 'failed' && own('failed')}
      </p>
      <details class="seed-box">
        <summary>{own('seed-title', { seed: model.seed.value ?? '' })}</summary>
        <p class="muted">{own('seed-help', { generator: GENERATOR })}</p>
        <TextField
          id={`${base}-seed`}
          name="seed"
          label={own('seed')}
          value={model.seedText.value}
          error={model.seed.value === null ? own('seed-error') : undefined}
          onInput={change}
        />
      </details>
      <Elsewhere model={model} words={words} language={language} />
      <p class="muted">
        <span class="ready" role="status" data-ready={isReady.value ? '' : undefined}>
          {isReady.value ? own('ready') : ''}
        </span>
      </p>
    </div>
  );
}
