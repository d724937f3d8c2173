interface ErrorSummaryProps {
  title: string;
  errors: { fieldId: string; message: string }[];
  /** Leads to the field. The address is not touched: it holds what the person typed. */
  onFollow: (fieldId: string) => void;
}

/** Every mistake in one place, each leading to its field. What came of a key is said elsewhere. */
export function ErrorSummary({ title, errors, onFollow }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <div class="error-summary">
      <h2>{title}</h2>
      <ul>
        {errors.map(({ fieldId, message }) => (
          <li key={fieldId}>
            <a
              href={`#${fieldId}`}
              onClick={(event) => {
                event.preventDefault();
                onFollow(fieldId);
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
