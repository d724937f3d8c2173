import { STAGES, type Asked } from '@/calculators/exam/index.ts';
import { findValue, type Language } from '@/calculators/shared/rule.ts';
import { formatFigure } from '@/format-rule.ts';
import { printPart } from '../../platform/print.ts';
import { Standing } from '../../ui/Standing.tsx';
import type { ExamModel, Filter } from '../exam.model.ts';
import type { ExamWords } from '../exam-words.ts';
import { Certificate } from './Certificate.tsx';

interface ReviewProps {
  base: string;
  model: ExamModel;
  words: ExamWords;
  folder: string;
  onRedo: () => void;
  onAnother: () => void;
}

const FILTERS: readonly Filter[] = ['all', 'wrong', 'right'];

/** What an exam came to: the verdict, the stages, and every question under the page that teaches it. */
export function ExamReview({ base, model, words, folder, onRedo, onAnother }: ReviewProps) {
  const { own } = words;
  const { right, of, needed, passed } = model.judged.value;
  const asked = model.asked.value;
  const isRedo = model.isRedo.value;
  const filter = model.filter.value;
  const shown = asked.filter(
    (one) => filter === 'all' || model.isRight(one) === (filter === 'right'),
  );
  const pages = [...new Set(shown.map(({ playbook }) => playbook))];
  const missed = of - right;
  return (
    <>
      <section class="answer-card" aria-live="polite">
        <h2 id={`${base}-outcome`} tabIndex={-1}>
          {own(isRedo ? 'outcome-redo' : 'outcome')}
        </h2>
        {!isRedo && (
          <Standing is={passed ? 'clear' : 'over'} word={own(passed ? 'passed' : 'failed-exam')} />
        )}
        <p class="sentence">
          <output name="right" data-value={right}>
            {own('right-of', { right, of })}
          </output>
        </p>
        {!isRedo && <p>{own('needed', { needed })}</p>}
        {!isRedo && <Stages asked={asked} model={model} words={words} />}
        <div class="button-row">
          {missed > 0 && (
            <button type="button" class="action primary" onClick={onRedo}>
              {words.counted('tool.exam.redo', missed)}
            </button>
          )}
          <button type="button" class="action" onClick={onAnother}>
            {own('another')}
          </button>
          <button type="button" class="action" onClick={() => printPart('review')}>
            {own('print-review')}
          </button>
        </div>
        {missed > 0 && <p class="muted no-print">{own('redo-help')}</p>}
      </section>
      {passed && <Certificate base={base} model={model} words={words} />}
      <section class="review">
        <h2>{own('review')}</h2>
        <fieldset class="filter no-print">
          <legend>{own('show')}</legend>
          {FILTERS.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="filter"
                value={each}
                checked={filter === each}
                onChange={() => (model.filter.value = each)}
              />
              <span>
                {own(`filter.${each}`, {
                  count: each === 'all' ? of : each === 'right' ? right : missed,
                })}
              </span>
            </label>
          ))}
        </fieldset>
        {shown.length === 0 && <p>{own('none-here')}</p>}
        {pages.map((playbook) => (
          <section key={playbook} class="page-group">
            <h3>
              <a href={`/${folder}/${playbook}/`}>{model.pack.value?.pages[playbook]}</a>
            </h3>
            {shown
              .filter((one) => one.playbook === playbook)
              .map((one) => (
                <Reviewed key={one.id} one={one} model={model} words={words} />
              ))}
          </section>
        ))}
      </section>
    </>
  );
}

/** Right answers by stage, so that one sees where to read. */
function Stages({
  asked,
  model,
  words,
}: {
  asked: readonly Asked[];
  model: ExamModel;
  words: ExamWords;
}) {
  return (
    <table class="stages">
      <caption>{words.own('by-stage')}</caption>
      <tbody>
        {STAGES.map((stage) => {
          const of = asked.filter((one) => one.stage === stage);
          return (
            <tr key={stage}>
              <th scope="row">{words.own(`stage.${stage}`)}</th>
              <td>
                {words.own('right-short', {
                  right: of.filter(model.isRight).length,
                  of: of.length,
                })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** One question with the own answer, the right one, why, and the rules it rests on. */
function Reviewed({ one, model, words }: { one: Asked; model: ExamModel; words: ExamWords }) {
  const { own } = words;
  const chosen = model.answers.value[one.id];
  const isRight = model.isRight(one);
  const mistake = one.options.find(({ letter }) => letter === chosen)?.wrong;
  const { question } = one;
  return (
    <article class="reviewed" data-id={one.id} data-right={isRight}>
      <Standing
        is={isRight ? 'clear' : chosen ? 'over' : 'unknown'}
        word={own(isRight ? 'was-right' : chosen ? 'was-wrong' : 'was-open')}
      />
      {question.case && <p>{words.of(question.case, one)}</p>}
      <p class="asked">{words.of(question.ask, one)}</p>
      <ol class="reviewed-options" type="A">
        {one.options.map(({ letter, text }) => (
          <li key={letter} data-key={letter === one.key ? '' : undefined}>
            {words.of(text, one)}{' '}
            {letter === one.key && <strong class="mark">{own('key-mark')}</strong>}
            {letter === chosen && letter !== one.key && (
              <strong class="mark">{own('chosen-mark')}</strong>
            )}
          </li>
        ))}
      </ol>
      {mistake && <p class="mistake">{words.of(mistake.why, one)}</p>}
      <p>{words.of(question.explain, one)}</p>
      <RuleLinks one={one} model={model} words={words} />
    </article>
  );
}

function RuleLinks({ one, model, words }: { one: Asked; model: ExamModel; words: ExamWords }) {
  const language: Language = words.language;
  const pack = model.pack.value;
  return (
    <ul class="rule-links">
      {one.rules.flatMap((id) => {
        const rule = pack?.slice.rules[id];
        if (!rule) return [];
        const found = findValue(rule.values, model.asOf.value);
        const value = found.kind === 'known' ? found.value.value : true;
        return [
          <li key={id}>
            <a href={pack.addresses[id]}>{rule.label[language]}</a>
            {value !== true && `${words.colon}${formatFigure(language, value, rule.unit)}`}
            {rule.rivals.length > 0 && words.own('disputed')}
          </li>,
        ];
      })}
    </ul>
  );
}
