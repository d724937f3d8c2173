import type { ComponentChildren } from 'preact';

interface LeftOutNoticeProps {
  /** What it means for the page. */
  text: string;
  /** Each part as it stood in the link, and why it was left out. */
  parts: readonly { key: string; raw: string; why: string }[];
  /** Says that there are so many more. */
  more: (count: number) => string;
  /** What may be done about it. */
  children?: ComponentChildren;
}

/** A hostile link can hold thousands of parts; after these the number says enough. */
const SHOWN = 12;

/** Says which parts of a link could not be used; nothing where all of them could. */
export function LeftOutNotice({ text, parts, more, children }: LeftOutNoticeProps) {
  if (parts.length === 0) return null;
  return (
    <div class="notice left-out no-print" role="status">
      <p>{text}</p>
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
        {parts.length > SHOWN && <li>{more(parts.length - SHOWN)}</li>}
      </ul>
      {children}
    </div>
  );
}
