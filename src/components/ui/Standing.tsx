export type StandingKind = 'clear' | 'close' | 'over' | 'unknown';

/** Where something stands, told by shape, word and colour together. */
export function Standing({ is, word }: { is: StandingKind; word: string }) {
  const shape = {
    clear: <path d="M2 8.5 6 12.5 14 4" fill="none" stroke="currentColor" stroke-width="2.5" />,
    close: <path d="M8 2 15 14H1z" fill="currentColor" />,
    over: <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="currentColor" />,
    unknown: <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="2.5" />,
  }[is];
  return (
    <span class={`standing ${is}`}>
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
        {shape}
      </svg>
      {word}
    </span>
  );
}
