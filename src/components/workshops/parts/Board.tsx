import type { Case, Solved } from '@/calculators/exercise/index.ts';
import { keyLines } from '../key-lines.ts';
import type { ExerciseWords } from '../words.ts';

/** A case as a room reads it: what happened, what is asked, what there is to choose from. */
export function Board({
  one,
  words,
  solved,
}: {
  one: Case;
  words: ExerciseWords;
  /** The key, once the trainer shows it. */
  solved: Solved | null;
}) {
  const { exercise, options } = one;
  return (
    <div class="board">
      <p class="example-mark">{words.own('made-up')}</p>
      <p>{words.filled(exercise.participant, one)}</p>
      <p>
        <strong>{words.of(exercise.question.prompt)}</strong>
      </p>
      {options.length > 0 && (
        <ul>
          {options.map((option) => (
            <li key={option.id}>{words.filled(option.text, one)}</li>
          ))}
        </ul>
      )}
      {solved && (
        <div class="board-key">
          <p>
            <strong>{words.own('solution')}</strong>
          </p>
          {exercise.question.type === 'order' ? (
            <ol>
              {keyLines(one, solved, words).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
          ) : (
            keyLines(one, solved, words).map((line) => (
              <p class="reply-text" key={line}>
                {line}
              </p>
            ))
          )}
          <p>{words.filled(exercise.solution, one, solved)}</p>
        </div>
      )}
    </div>
  );
}
