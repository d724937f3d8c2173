import { options } from 'preact';

/** Makes a change and draws what hangs on it before this returns, for what cannot wait: paper, for one. */
export function drawNow(change: () => void): void {
  const later = options.debounceRendering;
  options.debounceRendering = (draw) => draw();
  try {
    change();
  } finally {
    if (later) options.debounceRendering = later;
    else delete options.debounceRendering;
  }
}
