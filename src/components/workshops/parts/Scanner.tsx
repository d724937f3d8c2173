import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { hasCamera, readCamera, type CameraProblem } from '../../platform/camera.ts';
import { useSaid } from '../../ui/use-said.ts';
import type { ExerciseWords } from '../words.ts';

interface ScannerProps {
  words: ExerciseWords;
  /** Takes a code; false where it was there already. */
  take: (code: string) => boolean;
}

/** Codes read by a camera, where this browser gives a page one; else it says so. */
export function Scanner({ words, take }: ScannerProps) {
  const { own } = words;
  const video = useRef<HTMLVideoElement>(null);
  const stop = useRef<(() => void) | null>(null);
  const isGone = useRef(false);
  const state = useSignal<'unknown' | 'absent' | 'off' | 'starting' | 'on'>('unknown');
  const problem = useSignal<CameraProblem | null>(null);
  const said = useSaid();

  const end = () => {
    stop.current?.();
    stop.current = null;
    state.value = 'off';
    said.value = '';
  };
  useLayoutEffect(() => {
    state.value = hasCamera() ? 'off' : 'absent';
    return () => {
      isGone.current = true;
      stop.current?.();
    };
  }, []);
  const start = async () => {
    state.value = 'starting';
    problem.value = null;
    const element = video.current;
    if (!element) return;
    const begun = await readCamera(element, (code) => {
      said.value = own(take(code) ? 'collect.scan-read' : 'collect.scan-again', { code });
    });
    if ('problem' in begun) {
      problem.value = begun.problem;
      state.value = 'off';
      return;
    }
    // A camera that comes after somebody has left is given back at once.
    if (isGone.current) return begun.stop();
    stop.current = begun.stop;
    state.value = 'on';
  };

  if (state.value === 'unknown') return null;
  if (state.value === 'absent') return <p class="muted">{own('collect.scan-absent')}</p>;
  const isShown = state.value === 'starting' || state.value === 'on';
  return (
    <section class="scanner no-print">
      <div class="button-row">
        <button
          type="button"
          class="action"
          disabled={state.value === 'starting'}
          onClick={() => (state.value === 'on' ? end() : void start())}
        >
          {own(state.value === 'on' ? 'collect.scan-stop' : 'collect.scan')}
        </button>
      </div>
      {state.value === 'on' && <p class="muted">{own('collect.scan-help')}</p>}
      <video
        ref={video}
        hidden={!isShown}
        muted
        playsInline
        aria-label={own('collect.scan-view')}
      />
      <p role="status">
        {state.value === 'starting' ? own('collect.scan-starting') : said.value}
        {problem.value !== null && own(`collect.scan-${problem.value}`)}
      </p>
    </section>
  );
}
