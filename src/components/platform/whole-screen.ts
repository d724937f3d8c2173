/**
 * Lets one element have the whole window: what stands around it is neither seen nor reached, by the rules
 * for `data-whole-screen`. Of its own window, which may be one that another page draws in.
 */
export function giveWholeScreen(element: Element | null, isGiven: boolean): void {
  element?.ownerDocument.documentElement.toggleAttribute('data-whole-screen', isGiven);
}
