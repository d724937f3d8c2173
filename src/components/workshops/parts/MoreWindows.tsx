import { useSignal } from '@preact/signals';
import { render } from 'preact';
import type { Language } from '@/calculators/shared/rule.ts';
import { openPlainWindow } from '../../platform/plain-window.ts';
import { Projector } from '../Projector.tsx';
import type { StagePage } from '../stage-page.ts';
import type { ExerciseWords } from '../words.ts';
import { WayIn } from './WayIn.tsx';

interface MoreWindowsProps {
  page: StagePage;
  seed: string;
  words: ExerciseWords;
  language: Language;
  isReady: boolean;
}

/** How people take part, for the trainer, and a projector that the trainer's own page draws. */
export function MoreWindows({ page, seed, words, language, isReady }: MoreWindowsProps) {
  const { own } = words;
  const isRefused = useSignal(false);
  return (
    <details class="stage-more">
      <summary>{own('stage.more')}</summary>
      <p>{own('stage.plain-help')}</p>
      <div class="button-row">
        <button
          type="button"
          class="action"
          onClick={() => {
            const paper = openPlainWindow('amicable-projector', own('stage.plain-title'));
            isRefused.value = paper === null;
            if (paper) render(<Projector base="plain" language={language} page={page} />, paper);
          }}
        >
          {own('stage.open-plain')}
        </button>
      </div>
      {isRefused.value && <p class="error">{own('stage.plain-refused')}</p>}
      {isReady && <WayIn page={page} seed={seed} words={words} />}
    </details>
  );
}
