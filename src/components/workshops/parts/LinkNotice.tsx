import type { CommonWords } from '../../tools/shared/words.ts';
import type { CaseLink } from '../case-link.ts';

interface LinkNoticeProps {
  /** The address the page was opened with; null where it asked for nothing. */
  link: CaseLink | null;
  /** With the texts under `tool.exercise.link.`. */
  words: CommonWords;
  /** What it means for the page, where that is not its case. */
  meaning?: string;
}

/** A hostile link can hold thousands of parts; after these the number says enough. */
const SHOWN = 12;

/** Says that a case is not, or not in all, the one a link was about; nothing where it is. */
export function LinkNotice({ link, words, meaning }: LinkNoticeProps) {
  if (link === null || link.leftOut.length === 0) return null;
  const { leftOut, isLost } = link;
  const text = (key: string) => words.text(`tool.exercise.link.${key}`);
  return (
    <div class="notice link-notice no-print" role="status">
      <p>{meaning ?? text(isLost ? 'lost' : 'some')}</p>
      <ul>
        {leftOut.slice(0, SHOWN).map(({ key, raw, why }) => (
          <li key={key + raw}>
            <code>
              {key}
              {key !== '' && raw !== '' && '='}
              {raw.slice(0, 40)}
            </code>
            {words.colon}
            {text(why)}
          </li>
        ))}
        {leftOut.length > SHOWN && (
          <li>
            {words.text('tool.exercise.link.more', { count: words.count(leftOut.length - SHOWN) })}
          </li>
        )}
      </ul>
    </div>
  );
}
