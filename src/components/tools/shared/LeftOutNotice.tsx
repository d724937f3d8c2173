import type { CommonWords } from './words.ts';

interface LeftOutNoticeProps {
  words: CommonWords;
  /** Nothing of the link could be used. */
  isLost: boolean;
  /** Each part as it stood in the link, and why it was left out. */
  parts: readonly { key: string; raw: string; why: string }[];
  onDismiss: () => void;
}

/** A hostile link can hold thousands of parts; after these the number says enough. */
const SHOWN = 12;

/** Says which parts of a link could not be used; nothing where all of them could. */
export function LeftOutNotice({ words, isLost, parts, onDismiss }: LeftOutNoticeProps) {
  if (parts.length === 0) return null;
  return (
    <div class="notice" role="status">
      <p>{words.common(isLost ? 'ignored-all' : 'ignored')}</p>
      <ul>
        {parts.slice(0, SHOWN).map(({ key, raw, why }) => (
          <li key={key + raw}>
            <code>
              {key}
              {key !== '' && raw !== '' && '='}
              {raw.slice(0, 40)}
            </code>{' '}
            {why}
          </li>
        ))}
        {parts.length > SHOWN && (
          <li>{words.common('ignored-more', { count: words.count(parts.length - SHOWN) })}</li>
        )}
      </ul>
      <p class="button-row">
        <button type="button" class="action" onClick={onDismiss}>
          {words.common('dismiss')}
        </button>
      </p>
    </div>
  );
}
