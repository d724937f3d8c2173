/**
 * Stands as the first thing in a tool's element and runs while the page still loads: it marks each field
 * that is typed into, for {@link typedEarly} to find.
 */
export const MARK_EARLY =
  "<script>document.currentScript.parentElement.addEventListener('input',(e)=>e.target.setAttribute('data-early',''))</script>";

/**
 * What a person typed before the page was ready, by the names of the fields. The page marks each field
 * that is typed into until then; a value a browser restored by itself is no word
 * of anybody and is not taken.
 *
 * @param id of the element the tool lives in.
 */
export function typedEarly(id: string): readonly (readonly [name: string, value: string])[] {
  const root = document.getElementById(id);
  if (!root) return [];
  const fields = root.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
    '[data-early]',
  );
  return [...fields].map((field) => {
    field.removeAttribute('data-early');
    const isTick = field instanceof HTMLInputElement && field.type === 'checkbox';
    return [field.name, isTick ? String(field.checked) : field.value] as const;
  });
}
