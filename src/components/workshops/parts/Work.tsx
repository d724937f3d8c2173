import { focusOn } from '../../platform/jump.ts';
import { TextField } from '../../ui/TextField.tsx';
import type { ExerciseModel } from '../exercise.model.ts';
import type { ExerciseWords } from '../words.ts';
import { BetGap, Solution, Verdict } from './Feedback.tsx';
import { Question } from './Question.tsx';
import { Unbroken } from '../../ui/Unbroken.tsx';

interface WorkProps {
  base: string;
  model: ExerciseModel;
  words: ExerciseWords;
  folder: string;
  /** Set where the exercise stands under a heading of its own among others. */
  isPart?: boolean;
}

/** The case, the bet, the answer, and what came of it: what a person does with one exercise. */
export function Work({ base, model, words, folder, isPart }: WorkProps) {
  const Heading = isPart ? 'h3' : 'h2';
  const { own } = words;
  const { exercise, bet, hints, isOpen } = model;
  const { question } = exercise;
  const one = model.one.value;
  const solved = model.solved.value;
  const outcome = model.outcome.value;
  const needsBet = question.type === 'number' && !bet.isPlaced.value;
  const error =
    outcome && 'issue' in outcome ? words.text(outcome.issue.key, outcome.issue.values) : undefined;
  const judgement = outcome && 'judgement' in outcome ? outcome.judgement : null;
  /** A bet and its gap make the key: they are shown once it was found or given up. */
  const isKnown = isOpen.value || judgement?.verdict === 'right';
  const check = async () => {
    await model.check();
    const found = model.outcome.value;
    focusOn(found && 'issue' in found ? `${base}-answer` : `${base}-verdict`);
  };
  return (
    <>
      <section class="case" aria-labelledby={`${base}-case`}>
        <Heading id={`${base}-case`}>{own('case')}</Heading>
        <p class="example-mark">{own('made-up')}</p>
        <p class="case-text">
          <Unbroken text={words.filled(exercise.participant, one)} />
        </p>
      </section>

      {needsBet ? (
        <form
          class="bet"
          onSubmit={(event) => {
            event.preventDefault();
            if (bet.value.value === null) return focusOn(`${base}-bet`);
            bet.isPlaced.value = true;
            focusOn(`${base}-answer`);
          }}
        >
          <p>{words.of(question.prompt)}</p>
          <TextField
            id={`${base}-bet`}
            name="bet"
            label={own('bet.label')}
            help={own('bet.help')}
            value={bet.text.value}
            inputMode="decimal"
            onInput={(value) => (bet.text.value = value)}
          />
          <div class="button-row">
            <button type="submit" class="action primary" disabled={bet.value.value === null}>
              {own('bet.place')}
            </button>
            <button
              type="button"
              class="action"
              onClick={() => {
                bet.text.value = '';
                bet.isPlaced.value = true;
                focusOn(`${base}-answer`);
              }}
            >
              {own('bet.skip')}
            </button>
          </div>
        </form>
      ) : (
        <form
          class="answer"
          onSubmit={(event) => {
            event.preventDefault();
            void check();
          }}
        >
          <Question base={base} model={model} words={words} error={error} />
          <div class="button-row">
            <button type="submit" class="action primary">
              {own('check')}
            </button>
            <button
              type="button"
              class="action"
              disabled={hints.value >= 2}
              onClick={() => (hints.value += 1)}
            >
              {own('hint', { count: Math.min(hints.value + 1, 2) })}
            </button>
            <button type="button" class="action" onClick={() => void model.showSolution()}>
              {own('show-solution')}
            </button>
          </div>
          <div class="hints" role="status">
            {exercise.hints.slice(0, hints.value).map((hint, i) => (
              <p key={i}>
                <strong>{own('hint', { count: i + 1 })}</strong> {words.of(hint)}
              </p>
            ))}
          </div>
        </form>
      )}

      <section
        class="verdict"
        id={`${base}-verdict`}
        tabIndex={-1}
        aria-label={own('verdict.title')}
        aria-live="polite"
      >
        {model.isLost.value && <p class="notice">{own('lost')}</p>}
        {(judgement || isOpen.value) && (
          <div class="answer-card">
            {judgement && <Verdict model={model} words={words} judgement={judgement} />}
            {solved && isKnown && <BetGap model={model} words={words} solved={solved} />}
            {solved && (isKnown || question.type === 'text') && (
              <Solution model={model} words={words} solved={solved} folder={folder} />
            )}
          </div>
        )}
      </section>
    </>
  );
}
