/** Keys that work anywhere on a tool's page. Ctrl or ⌘ with Enter copies the main result; Escape clears a message. */
export function onShortcut(what: 'copy-result' | 'clear-message', then: () => void): () => void {
  const listen = (event: KeyboardEvent) => {
    const wanted =
      what === 'copy-result'
        ? event.key === 'Enter' && (event.ctrlKey || event.metaKey)
        : event.key === 'Escape';
    if (!wanted) return;
    if (what === 'copy-result') event.preventDefault();
    then();
  };
  window.addEventListener('keydown', listen);
  return () => window.removeEventListener('keydown', listen);
}
