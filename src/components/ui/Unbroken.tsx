/** What must not be parted at the end of a line: moments, days, ranges, figures with their unit. */
const WHOLE =
  /(?:\d{4}-\d{2}-\d{2}(?:[ \u00a0]\d{2}:\d{2})?|(?:\d{4}年)?\d{1,2}月\d{1,2}日(?: 周.)?(?: \d{2}:\d{2})?|(?:[A-Z][a-z]{2} )?\d{1,2} [A-Z][a-z]{2}(?: \d{4})?(?:, \d{2}:\d{2})?|\d[\d.,]*(?:–\d[\d.,]*)?[ \u00a0]?%)/gu;

/** A sentence taken apart into what may break at the end of a line and what must not, in order. */
export function parted(text: string): (string | { whole: string })[] {
  const parts: (string | { whole: string })[] = [];
  let end = 0;
  for (const match of text.matchAll(WHOLE)) {
    parts.push(text.slice(end, match.index), { whole: match[0] });
    end = match.index + match[0].length;
  }
  parts.push(text.slice(end));
  return parts.filter((part) => part !== '');
}

/** A sentence whose moments and figures stay on one line each. */
export function Unbroken({ text }: { text: string }) {
  return (
    <>
      {parted(text).map((part, i) =>
        typeof part === 'string' ? (
          part
        ) : (
          <span key={i} class="nowrap">
            {part.whole}
          </span>
        ),
      )}
    </>
  );
}
