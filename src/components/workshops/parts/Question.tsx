import type { Option } from '@/calculators/exercise/index.ts';
import { TextField } from '../../ui/TextField.tsx';
import { Field } from '../../ui/Field.tsx';
import { focusOn } from '../../platform/jump.ts';
import type { ExerciseModel } from '../exercise.model.ts';
import type { ExerciseWords } from '../words.ts';
import { Unbroken } from '../../ui/Unbroken.tsx';

interface QuestionProps {
  base: string;
  model: ExerciseModel;
  words: ExerciseWords;
  error: string | undefined;
}

/** The field or fields an answer is given in, by the type of the question. */
export function Question({ base, model, words, error }: QuestionProps) {
  const { question } = model.exercise;
  const prompt = words.of(question.prompt);
  const id = `${base}-answer`;
  const set = (value: string) => (model.typed.value = value);
  if (question.type === 'number')
    return (
      <TextField
        id={id}
        name="answer"
        label={prompt}
        value={String(model.typed.value)}
        inputMode="decimal"
        error={error}
        wide
        onInput={set}
      />
    );
  if (question.type === 'moment')
    return (
      <Field
        id={id}
        label={prompt}
        help={words.own('moment-help', { zone: question.zone })}
        error={error}
        wide
      >
        {(described) => (
          <input
            {...described}
            name="answer"
            type="text"
            autocomplete="off"
            spellcheck={false}
            placeholder="2026-11-22 19:00"
            value={String(model.typed.value)}
            onInput={(event) => set(event.currentTarget.value)}
          />
        )}
      </Field>
    );
  if (question.type === 'text')
    return (
      <Field id={id} label={prompt} help={words.own('text-help')} error={error} wide>
        {(described) => (
          <textarea
            {...described}
            name="answer"
            rows={7}
            value={String(model.typed.value)}
            onInput={(event) => set(event.currentTarget.value)}
          />
        )}
      </Field>
    );
  if (question.type === 'order')
    return <Order base={base} model={model} words={words} error={error} />;
  const isMany = question.type === 'choices';
  const chosen = model.typed.value;
  const isChosen = (option: Option) =>
    isMany ? (chosen as readonly string[]).includes(option.id) : chosen === option.id;
  const choose = (option: Option) => {
    if (!isMany) return set(option.id);
    const all = chosen as readonly string[];
    return (model.typed.value = isChosen(option)
      ? all.filter((each) => each !== option.id)
      : [...all, option.id]);
  };
  return (
    <fieldset class="options" aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{prompt}</legend>
      {isMany && <p class="muted">{words.own('choose-several')}</p>}
      {model.one.value.options.map((option, i) => (
        <label key={option.id} class="option">
          <input
            id={i === 0 ? id : undefined}
            type={isMany ? 'checkbox' : 'radio'}
            name="answer"
            value={option.id}
            checked={isChosen(option)}
            onChange={() => choose(option)}
          />
          <span>
            <Unbroken text={words.filled(option.text, model.one.value)} />
          </span>
        </label>
      ))}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

/** Steps with a button up and a button down each: no dragging is needed, and none is offered. */
function Order({ base, model, words, error }: QuestionProps) {
  const { question } = model.exercise;
  const order = model.typed.value as readonly string[];
  const options = new Map(model.one.value.options.map((option) => [option.id, option]));
  const move = (at: number, by: -1 | 1) => {
    const next = [...order];
    [next[at], next[at + by]] = [next[at + by] as string, next[at] as string];
    model.typed.value = next;
    // The button that was pressed moves with its step, and may be gone at an end.
    const end = at + by === 0 || at + by === order.length - 1;
    const other = by === 1 ? 'up' : 'down';
    focusOn(`${base}-${next[at + by] ?? ''}-${end ? other : by === 1 ? 'down' : 'up'}`);
  };
  return (
    <fieldset class="options">
      <legend id={`${base}-answer`} tabIndex={-1}>
        {words.of(question.prompt)}
      </legend>
      <ol class="order">
        {order.map((id, i) => {
          const option = options.get(id);
          const text = option ? words.filled(option.text, model.one.value) : id;
          return (
            <li key={id} data-id={id}>
              <span>
                <Unbroken text={text} />
              </span>
              <span class="order-buttons">
                {([-1, 1] as const).map((by) => (
                  <button
                    key={by}
                    type="button"
                    class="action"
                    id={`${base}-${id}-${by === 1 ? 'down' : 'up'}`}
                    disabled={i + by < 0 || i + by >= order.length}
                    aria-label={words.own(by === 1 ? 'move-down' : 'move-up', {
                      step: text,
                      place: i + 1,
                      all: order.length,
                    })}
                    onClick={() => move(i, by)}
                  >
                    <span aria-hidden="true">{by === 1 ? '↓' : '↑'}</span>
                  </button>
                ))}
              </span>
            </li>
          );
        })}
      </ol>
      {error && <p class="error">{error}</p>}
    </fieldset>
  );
}
