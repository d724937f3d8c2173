/**
 * Stands as the first thing in a tool's element and runs while the page still loads: it marks each field
 * that is typed into, for {@link takeEarly} to find. A tool that has not started after a quarter of a minute says
 * so, in the words it has for browsers without scripts, until it does.
 */
export const MARK_EARLY = `<script>{
const own = document.currentScript, tool = own.parentElement;
tool.addEventListener('input', (e) => e.target.setAttribute('data-early', ''));
setTimeout(() => {
  if (tool.querySelector('astro-island[ssr]')) {
    const p = Object.assign(document.createElement('p'), {
      className: 'notice',
      role: 'alert',
      textContent: own.nextElementSibling.textContent.replace(/<.*?>/g, ''),
    });
    own.after(p);
    tool.addEventListener('astro:hydrate', () => p.remove(), true);
  }
}, 15e3);
}</script>`;

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
/** A field a person was quicker with than the page, and what it held then. */
export type Early = readonly [field: Control, value: string | boolean];

/** A part of a tool that wakes later than the rest. */
export const ASLEEP = 'asleep';

const isTick = (field: Control): field is HTMLInputElement => field.type === 'checkbox';

/**
 * What a person typed, chose or ticked before the page was ready, to be taken before the first drawing
 * puts its own values in the fields. A value a browser restored by itself is no word of anybody and
 * is not taken; nor is a chosen file, which nobody can put back.
 *
 * @param id of an element of the tool: every field of the whole tool is looked at.
 */
export function takeEarly(id: string): Early[] {
  const root = document.getElementById(id)?.closest('.tool');
  return root ? takeEarlyIn(root, `.${ASLEEP} *`) : [];
}

/** The same of a part of a tool; what stands in `besides` is left for those who wake it. */
export function takeEarlyIn(root: Element, besides = ':not(*)'): Early[] {
  const fields = [...root.querySelectorAll<Control>(`[data-early]:not(${besides})`)];
  return fields.flatMap((field): Early[] => {
    field.removeAttribute('data-early');
    if (field.type === 'file') return [];
    return [[field, isTick(field) ? field.checked : field.value]];
  });
}

/** Does with each field what the person did, so that its own handler hears of it. */
export function replay(early: readonly Early[]): void {
  for (const [field, value] of early) {
    if (isTick(field)) {
      // The first drawing leaves a tick as it stands; its handler hears of it by the press.
      field.checked = !value;
      field.click();
      continue;
    }
    field.value = String(value);
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
  }
}
