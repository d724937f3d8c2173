/** Whether two columns stand side by side: what is folded on a phone need not be there. Asked once, when it is drawn. */
export const hasRoom = (): boolean => window.matchMedia('(min-width: 62rem)').matches;
