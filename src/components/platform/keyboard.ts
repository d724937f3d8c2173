/**
 * Keys that work anywhere on a page. Ctrl or ⌘ with Enter copies the main result; Escape clears messages, unless
 * something lies over the page: then it closes that.
 */
export function onShortcut(what: 'copy-result' | 'clear-message', then: () => void): () => void {
  const listen = (event: KeyboardEvent) => {
    const wanted =
      what === 'copy-result'
        ? event.key === 'Enter' && (event.ctrlKey || event.metaKey)
        : event.key === 'Escape' && !document.querySelector('dialog[open]');
    if (!wanted) return;
    if (what === 'copy-result') event.preventDefault();
    then();
  };
  window.addEventListener('keydown', listen);
  return () => window.removeEventListener('keydown', listen);
}
