import { Standing } from '../../ui/Standing.tsx';
import type { Glance } from './ToolFrame.tsx';
import type { CommonWords } from './words.ts';

interface AnswerBarProps {
  glance: Glance | null;
  /** What is said instead where there is no answer yet. */
  sentence: string;
  isExample: boolean;
  words: CommonWords;
  /** How many fields are wrong or missing. */
  problems: number;
  copyLabel: string;
  onShow: () => void;
  onProblem: () => void;
  /** Null where there is nothing to copy. */
  onCopy: (() => void) | null;
}

/**
 * The answer at a glance, at the foot of the screen for as long as the form is on it: on a phone the
 * answer itself lies below. One tap leads to it.
 */
export function AnswerBar(props: AnswerBarProps) {
  const { glance, words, problems } = props;
  return (
    <div class="answer-bar no-print">
      <button type="button" class="bar-answer" onClick={glance ? props.onShow : props.onProblem}>
        {glance ? (
          <>
            {glance.before && <span class="bar-more">{glance.before}</span>}
            <Standing is={glance.is} word={glance.word} />
            <strong>{glance.figure}</strong>
            {glance.more && <span class="bar-more">{glance.more}</span>}
            {props.isExample && <span class="bar-more">{words.common('example-word')}</span>}
            <span class="unseen"> {words.common('to-answer')}</span>
          </>
        ) : (
          <span class="bar-sentence">
            {problems > 0 ? words.counted('tool.common.problems', problems) : props.sentence}
          </span>
        )}
      </button>
      {props.onCopy ? (
        <button type="button" class="action primary" onClick={props.onCopy}>
          {words.common('copy')}
        </button>
      ) : (
        problems > 0 && (
          <button type="button" class="action" onClick={props.onProblem}>
            {words.common('go-there')}
          </button>
        )
      )}
    </div>
  );
}
