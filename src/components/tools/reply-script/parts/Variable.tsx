import {
  isNameOfSomebody,
  longestValue,
  type Variable as VariableOf,
} from '@/calculators/reply-script/index.ts';
import { Field } from '../../../ui/Field.tsx';
import { describedBy, Meaning } from '../../../ui/Meaning.tsx';
import type { FieldTies } from '../../shared/ToolFrame.tsx';
import type { ReplyScriptModel } from '../reply-script.model.ts';
import type { Words } from '../words.ts';

interface VariableProps {
  variable: VariableOf;
  model: ReplyScriptModel;
  words: Words;
  ties: FieldTies;
  /** Enter was pressed: on to the next gap. */
  onEnter: () => void;
}

/** No option has this id: it stands for words of one's own. */
const OWN = '*';

/** One field of the reply: a text, a figure, a day with a calendar beside it, or a choice. */
export function Variable({ variable, model, words, ties, onEnter }: VariableProps) {
  const { language, own } = words;
  const { name, type, options, other } = variable;
  const { id, error } = ties;
  const typed = model.form.input.value;
  const value = typed.vars[name] ?? '';
  const isOwn = typed.ownWords.includes(name);
  const hint = [variable.hint?.[language], type === 'date' ? own('page.date-help') : '']
    .filter(Boolean)
    .join(words.sentences(['', '']));
  const read = type === 'date' ? model.readDate(variable, value) : null;
  const day = read?.kind === 'day' ? read.day : '';
  // A day written as the field itself writes it needs no repeating.
  const echo = day !== '' && day !== value.trim() ? words.understoodDay(day) : undefined;
  const onPaste = (event: ClipboardEvent) => {
    const cells = (event.clipboardData?.getData('text/plain') ?? '')
      .replace(/\s*$/u, '')
      .split(/\t|\r?\n/u);
    if (cells.length < 2) return;
    event.preventDefault();
    model.fillFrom(name, cells);
    onEnter();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.isComposing) return;
    event.preventDefault();
    onEnter();
  };

  if (type === 'choice' && !isOwn)
    return (
      <Field id={id} label={variable.label[language]} help={hint} error={error}>
        {(described) => (
          <select
            {...described}
            name={`vars.${name}`}
            onKeyDown={onKeyDown}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              if (chosen === OWN) model.setOwnWords(name, true, '');
              else model.form.type(`vars.${name}`, chosen);
            }}
          >
            <option value="" selected={value === ''}>
              {own('page.choose')}
            </option>
            {options.map((option) => (
              <option key={option.id} value={option.id} selected={option.id === value}>
                {option.label[language]}
              </option>
            ))}
            {other && <option value={OWN}>{own('field.other')}</option>}
          </select>
        )}
      </Field>
    );

  return (
    <Field id={id} label={variable.label[language]} help={hint} error={error}>
      {(described) => (
        <>
          <span class="with-aside">
            <input
              {...described}
              aria-describedby={describedBy(id, described['aria-describedby'], echo)}
              type="text"
              name={`vars.${name}`}
              inputMode={type === 'money' || type === 'number' ? 'decimal' : 'text'}
              autocomplete="off"
              spellcheck={false}
              maxLength={longestValue}
              placeholder={isOwn ? own('field.other') : String(exampleOf(variable))}
              value={value}
              onFocus={() => {
                // On its way before the first word that it has to read.
                if (type === 'text' || isOwn) void model.expectOwnWords(isNameOfSomebody(variable));
              }}
              onInput={(event) => model.form.type(`vars.${name}`, event.currentTarget.value)}
              onPaste={onPaste}
              onKeyDown={onKeyDown}
            />
            {type === 'date' && (
              <input
                type="date"
                class="day-picker"
                aria-label={own('page.calendar', { field: variable.label[language] })}
                value={day}
                onChange={(event) => model.form.type(`vars.${name}`, event.currentTarget.value)}
              />
            )}
            {/\.confirm-[a-z-]+$/.test(ties.issue ?? '') && (
              <button
                type="button"
                class="action"
                onClick={() => model.keepWriting(`vars.${name}`)}
              >
                {own('page.keep-writing', { text: value })}
              </button>
            )}
            {isOwn && (
              <button
                type="button"
                class="action"
                onClick={() => model.setOwnWords(name, false, '')}
              >
                {own('page.back-to-list')}
              </button>
            )}
          </span>
          <Meaning
            id={id}
            echo={echo}
            choices={
              read?.kind === 'question'
                ? read.choices.map((choice) => ({
                    value: choice.day,
                    label: words.date(choice.day),
                  }))
                : undefined
            }
            question={words.text('tool.moment.day.which')}
            onChoose={(chosen) => model.form.type(`vars.${name}`, chosen)}
          />
        </>
      )}
    </Field>
  );
}

const exampleOf = ({ type, example }: VariableOf) => (type === 'choice' ? '' : example);
