export interface MeaningProps {
  /** Id of the field it belongs to. */
  id: string;
  /** What was understood, in words. */
  echo?: string | undefined;
  /** The meanings a text can have, to choose one of. */
  choices?: { label: string; value: string }[] | undefined;
  /** Name of the group of choices, for a screen reader. */
  question?: string | undefined;
  onChoose?: ((value: string) => void) | undefined;
}

/** What a field's `aria-describedby` holds once its meaning is said underneath. */
export const describedBy = (id: string, others: string | undefined, echo: string | undefined) =>
  [others, echo && `${id}-echo`].filter(Boolean).join(' ') || undefined;

/** What was understood of a text, under its field; or what it can mean, to choose from. */
export function Meaning({ id, echo, choices = [], question, onChoose }: MeaningProps) {
  return (
    <>
      {echo && (
        <span class="echo" id={`${id}-echo`}>
          {echo}
        </span>
      )}
      {choices.length > 0 && (
        <span class="choices" role="group" aria-label={question}>
          {choices.map((choice) => (
            <button
              key={choice.value}
              type="button"
              class="action"
              data-choice={choice.value}
              onClick={() => onChoose?.(choice.value)}
            >
              {choice.label}
            </button>
          ))}
        </span>
      )}
    </>
  );
}
