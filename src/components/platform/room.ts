/** Whether two columns stand side by side: what is folded on a phone need not be there. Asked once, when it is drawn. */
export const hasRoom = (): boolean => window.matchMedia('(min-width: 62rem)').matches;

/** Moves the keyboard to an element that may be folded away, once what was just opened is drawn. */
export function focusFolded(id: string): void {
  window.requestAnimationFrame(() => {
    const element = document.getElementById(id);
    const folded = element?.closest('details');
    if (folded) folded.open = true;
    element?.focus();
  });
}
