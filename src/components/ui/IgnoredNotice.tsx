interface IgnoredNoticeProps {
  title: string;
  dismiss: string;
  /** Each part as it stood in the link, and why it was left out. */
  parts: readonly { key: string; raw: string; why: string }[];
  onDismiss: () => void;
}

/** Says which parts of a link could not be used; nothing where all of them could. */
export function IgnoredNotice({ title, dismiss, parts, onDismiss }: IgnoredNoticeProps) {
  if (parts.length === 0) return null;
  return (
    <div class="notice" role="status">
      <p>{title}</p>
      <ul>
        {parts.map(({ key, raw, why }) => (
          <li key={key + raw}>
            <code>
              {key}={raw.slice(0, 40)}
            </code>{' '}
            {why}
          </li>
        ))}
      </ul>
      <p class="button-row">
        <button type="button" class="action" onClick={onDismiss}>
          {dismiss}
        </button>
      </p>
    </div>
  );
}
