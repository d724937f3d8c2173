/** Ctrl or ⌘ with Enter, anywhere on a page, copies the main result. */
export function onCopyKey(then: () => void): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    then();
  };
  window.addEventListener('keydown', listen);
  return () => window.removeEventListener('keydown', listen);
}

/**
 * Escape takes messages away, all of them: what came of a press, of a link or of coming back, and questions nobody
 * has to answer. What holds for as long as something is so (a wrong field, what is kept here) is no message. While a
 * dialog lies over the page Escape closes that.
 */
export function onEscape(take: () => void): () => void {
  const listen = ({ key }: KeyboardEvent) => {
    if (key === 'Escape' && !document.querySelector('dialog[open]')) take();
  };
  window.addEventListener('keydown', listen);
  return () => window.removeEventListener('keydown', listen);
}

/** The same for a line of text that no component draws. */
export const emptyOnEscape = (line: HTMLElement) => onEscape(() => (line.textContent = ''));

/** Is what happens right now that somebody types into a field of such a part? */
export function isTyping(within: string): boolean {
  const { type, target } = window.event ?? {};
  return type === 'input' && target instanceof Element && target.closest(within) !== null;
}
