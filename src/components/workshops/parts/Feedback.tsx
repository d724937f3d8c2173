import type { Judgement, Solved } from '@/calculators/exercise/index.ts';
import { subtract, fromDecimal, toDecimal } from '@/calculators/shared/exact.ts';
import { encode, type PermalinkValue } from '@/calculators/shared/permalink.ts';
import { Standing } from '../../ui/Standing.tsx';
import { compareTexts, type Run } from '../difference.ts';
import type { ExerciseModel } from '../exercise.model.ts';
import { keyLines } from '../key-lines.ts';
import { toolPageOf } from '../tool-page.ts';
import type { ExerciseWords } from '../words.ts';
import { Unbroken } from '../../ui/Unbroken.tsx';

const STANDING = { right: 'clear', near: 'close', wrong: 'over' } as const;

interface PartProps {
  model: ExerciseModel;
  words: ExerciseWords;
}

/** What an answer came to: the verdict, the name of the mistake, and what is said of each option. */
export function Verdict({ model, words, judgement }: PartProps & { judgement: Judgement }) {
  const textOf = (id: string) => {
    const option = model.one.value.options.find((each) => each.id === id);
    return option ? words.filled(option.text, model.one.value) : id;
  };
  const { verdict, mistake, gap, options, text } = judgement;
  return (
    <>
      <output name="verdict" data-value={verdict} aria-live="off">
        <Standing is={STANDING[verdict]} word={words.own(`verdict.${verdict}`)} />
      </output>
      {mistake && (
        <p class="sentence">
          <output name="mistake" data-value={mistake.id} aria-live="off">
            {words.of(mistake.says)}
          </output>
        </p>
      )}
      {!mistake && verdict !== 'right' && options.length + text.length === 0 && (
        <p class="sentence">{words.own('not-known')}</p>
      )}
      {gap !== null && verdict !== 'right' && <p>{gapText(model, words, gap)}</p>}
      {options.length > 0 && (
        <ul>
          {options.map(({ id, is, says }) => (
            <li key={id} data-id={id}>
              <strong>{words.own(`option.${is}`)}</strong> {textOf(id)} —{' '}
              {words.filled(says, model.one.value)}
            </li>
          ))}
        </ul>
      )}
      {text.length > 0 && (
        <ul>
          {text.map(({ is, message, instead, value }, i) => (
            <li key={i}>
              {is === 'not-named'
                ? words.own('not-named', { value: value ?? '' })
                : is === 'no-reply'
                  ? words.own('no-reply')
                  : words.sentences([message ?? '', instead ?? ''])}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** How far off an answer is; only its side while the key may still be found, since answer and gap make the key. */
function gapText(model: ExerciseModel, words: ExerciseWords, gap: string): string {
  const isBelow = gap.startsWith('-');
  const isMoment = model.exercise.question.type === 'moment';
  if (!model.isOpen.value)
    return words.own(
      isMoment ? (isBelow ? 'gap.early' : 'gap.late') : isBelow ? 'gap.low' : 'gap.high',
    );
  return isMoment
    ? words.own(isBelow ? 'gap.earlier' : 'gap.later', {
        hours: words.count(Math.abs(Number(gap)) / 60),
      })
    : words.own(isBelow ? 'gap.below' : 'gap.above', {
        gap: toDecimal(fromDecimal(gap.replace('-', '')), 2),
      });
}

/** The bet beside what it was about. */
export function BetGap({ model, words, solved }: PartProps & { solved: Solved }) {
  const { value, text } = model.bet;
  if (value.value === null || typeof solved.key === 'object') return null;
  const off = subtract(value.value, fromDecimal(String(solved.key)));
  const gap = toDecimal(off, 2);
  return (
    <p class="bet-gap">
      {words.own(
        Number(gap) === 0 ? 'bet.exact' : gap.startsWith('-') ? 'bet.below' : 'bet.above',
        { bet: text.value.trim(), gap: gap.replace('-', '') },
      )}
    </p>
  );
}

const runs = (parts: readonly Run[]) =>
  parts.map(({ text, own }, i) =>
    own ? <mark key={i}>{text}</mark> : <span key={i}>{text}</span>,
  );

/** The worked solution: the key, how it comes about, and the tool that computed it. */
export function Solution({
  model,
  words,
  solved,
  folder,
}: PartProps & { solved: Solved; folder: string }) {
  const { exercise } = model;
  const opens = toolPageOf(solved.asked);
  const own = String(model.answered.value);
  const keys = keyLines(model.one.value, solved, words);
  return (
    <section class="solution">
      <h3>{words.own('solution')}</h3>
      {exercise.question.type === 'text' ? (
        <Compare own={own} better={String(solved.key)} words={words} />
      ) : (
        <>
          <output
            name="key"
            data-value={typeof solved.key === 'object' ? solved.key.join(' ') : solved.key}
            aria-live="off"
          >
            {keys.length === 1 ? (
              <strong>{keys[0]}</strong>
            ) : exercise.question.type === 'order' ? (
              <ol>
                {keys.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ol>
            ) : (
              <ul>
                {keys.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            )}
          </output>
        </>
      )}
      <p>
        <Unbroken text={words.filled(exercise.solution, model.one.value, solved)} />
      </p>
      {opens && (
        <p>
          <a
            href={`/${folder}/tools/${opens.tool}/${encode(opens.input as Record<string, PermalinkValue>)}`}
          >
            {words.own('open-in-tool', { tool: words.text(`tool.${opens.tool}.title`) })}
          </a>
        </p>
      )}
      <p>
        <a href={`/${folder}/${exercise.playbook}/`}>{words.own('playbook')}</a>
      </p>
    </section>
  );
}

/** One's own text beside the better one, with what only one of them says marked. */
function Compare({ own, better, words }: { own: string; better: string; words: ExerciseWords }) {
  const { one, other } = compareTexts(own, better);
  return (
    <div class="side-by-side">
      {own !== '' && (
        <section>
          <h4>{words.own('own-text')}</h4>
          <p class="reply-text">{runs(one)}</p>
        </section>
      )}
      <section>
        <h4>{words.own('better-text')}</h4>
        <p class="reply-text">{own === '' ? better : runs(other)}</p>
      </section>
    </div>
  );
}
