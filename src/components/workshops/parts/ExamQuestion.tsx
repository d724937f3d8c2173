import { focusOn } from '../../platform/jump.ts';
import type { ExamModel } from '../exam.model.ts';
import type { ExamWords } from '../exam-words.ts';
import { Unbroken } from '../../ui/Unbroken.tsx';

interface PartProps {
  base: string;
  model: ExamModel;
  words: ExamWords;
}

/** One question: where one is, the case, four options, and the way on. */
export function ExamQuestion({ base, model, words }: PartProps) {
  const { own } = words;
  const [at, asked] = [model.at.value, model.asked.value];
  const one = asked[at];
  if (!one) return null;
  const { question } = one;
  const chosen = model.answers.value[one.id];
  const again = model.again.value.get(one.id);
  const go = (to: number) => {
    model.go(to);
    focusOn(`${base}-question`);
  };
  const on = () => {
    if (at + 1 < asked.length) return go(at + 1);
    model.phase.value = 'check';
    focusOn(`${base}-check`);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        on();
      }}
    >
      <h2 id={`${base}-question`} tabIndex={-1}>
        {own(model.isRedo.value ? 'redo-place' : 'place', { place: at + 1, all: asked.length })}
      </h2>
      <p class="muted">
        {own(`stage.${one.stage}`)} · {own(`platform.${one.platform}`)}
      </p>
      {again && (
        <p class="muted" data-again={again}>
          {own(`again.${again}`)}
        </p>
      )}
      {question.case && (
        <p class="case-text" id={`${base}-case`}>
          <Unbroken text={words.of(question.case, one)} />
        </p>
      )}
      <fieldset
        class="options"
        key={one.id}
        data-id={one.id}
        aria-describedby={question.case && `${base}-case`}
      >
        <legend>{words.of(question.ask, one)}</legend>
        {one.options.map(({ letter, text }) => (
          <label key={letter} class="option">
            <input
              type="radio"
              name="answer"
              value={letter}
              checked={chosen === letter}
              onChange={() => model.choose(one, letter)}
            />
            <span>
              <b>{letter}</b> {words.of(text, one)}
            </span>
          </label>
        ))}
      </fieldset>
      <div class="button-row">
        <button type="button" class="action" disabled={at === 0} onClick={() => go(at - 1)}>
          {own('back')}
        </button>
        <button type="submit" class="action primary">
          {own(at + 1 === asked.length ? 'to-check' : chosen ? 'next' : 'skip')}
        </button>
      </div>
      <p class="muted">{own('no-network')}</p>
      {!model.isRedo.value && (
        <label class="keep">
          <input
            type="checkbox"
            name="keep"
            checked={model.isKeeping.value}
            onChange={(event) => model.setKeeping(event.currentTarget.checked)}
          />
          <span>
            {own('keep')} {!model.couldKeep.value && <strong>{own('keep-refused')}</strong>}
          </span>
        </label>
      )}
      <details class="places">
        <summary>
          {own('answered', { count: Object.keys(model.answers.value).length, all: asked.length })}
        </summary>
        <Places base={base} model={model} words={words} />
      </details>
    </form>
  );
}

/** A button for every question, which says whether it has an answer. */
function Places({ base, model, words }: PartProps) {
  return (
    <ol class="place-list">
      {model.asked.value.map((one, i) => {
        const letter = model.answers.value[one.id];
        return (
          <li key={one.id}>
            <button
              type="button"
              class="action"
              aria-current={
                model.phase.value === 'asking' && model.at.value === i ? 'step' : undefined
              }
              aria-label={
                letter
                  ? words.own('go-answered', { place: i + 1, letter })
                  : words.own('go-open', { place: i + 1 })
              }
              onClick={() => {
                model.go(i);
                focusOn(`${base}-question`);
              }}
            >
              {i + 1} {letter ?? '–'}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** What was answered, before it counts. */
export function ExamCheck({ base, model, words }: PartProps) {
  const { own } = words;
  const open = model.judged.value.unanswered.length;
  return (
    <section class="check">
      <h2 id={`${base}-check`} tabIndex={-1}>
        {own('check')}
      </h2>
      <p>{open === 0 ? own('check-all') : words.counted('tool.exam.check-open', open)}</p>
      <Places base={base} model={model} words={words} />
      <div class="button-row">
        <button
          type="button"
          class="action"
          onClick={() => {
            model.phase.value = 'asking';
            focusOn(`${base}-question`);
          }}
        >
          {own('back')}
        </button>
        <button
          type="button"
          class="action primary"
          onClick={() => {
            model.finish();
            focusOn(`${base}-outcome`);
          }}
        >
          {own('finish')}
        </button>
      </div>
    </section>
  );
}
