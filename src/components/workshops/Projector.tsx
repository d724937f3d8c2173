import { useComputed, useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { openCase, readSeed, solve, type Solved } from '@/calculators/exercise/index.ts';
import { encode } from '@/calculators/shared/permalink.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { loadTemporal } from '@/calculators/shared/time.ts';
import { now } from '../platform/clock.ts';
import { readData } from '../platform/embedded.ts';
import { currentAddress } from '../platform/fragment.ts';
import { onTick } from '../platform/ticker.ts';
import { linkWindows } from '../platform/windows.ts';
import { askThrough } from './doors.ts';
import { Board } from './parts/Board.tsx';
import { Qr } from './Qr.tsx';
import { contentOf } from './slice-content.ts';
import { BEAT, HELLO, leftText, readStage, SILENT_AFTER, type Stage } from './stage.ts';
import { fetchTools, type StagePage } from './stage-page.ts';
import { createExerciseWords } from './words.ts';

await loadTemporal();

interface ProjectorProps {
  base: string;
  language: Language;
}

/** What the room sees. The trainer's window decides; until it is heard of, the way to take part stands here. */
export function Projector({ base, language }: ProjectorProps) {
  const page = useMemo(() => readData<StagePage>(`${base}-data`), []);
  const words = useMemo(() => createExerciseWords(language, page.strings), []);
  const ask = useMemo(() => askThrough(contentOf(page.slice)), []);
  const { own } = words;
  const stage = useSignal<Stage | null>(null);
  const heardAt = useSignal(0);
  const clock = useSignal(0);
  const solved = useSignal<Solved | null>(null);
  const isReady = useSignal(false);
  const seed = useComputed(() => readSeed(stage.value?.seed ?? '') ?? '1');
  const place = useComputed(() => stage.value?.step ?? -1);
  const one = useComputed(() => {
    const id = page.steps[place.value]?.exercise;
    const exercise = page.exercises.find((each) => each.id === id);
    return exercise ? openCase(exercise, seed.value, 0) : null;
  });

  useLayoutEffect(() => {
    const link = linkWindows('workshop', (message) => {
      const told = readStage(message);
      if (!told || told.plan !== page.plan) return;
      // A tab in the background ticks late; what it hears of is never older than this.
      heardAt.value = clock.value = Date.parse(now());
      stage.value = told;
    });
    clock.value = Date.parse(now());
    link.send(HELLO);
    let told = 0;
    const stop = onTick((at) => {
      clock.value = at;
      if (at - told < BEAT) return;
      told = at;
      link.send(HELLO);
    });
    void Promise.all([import('uqr'), fetchTools(page, ask, now())]).then(
      () => (isReady.value = true),
    );
    return () => {
      stop();
      link.stop();
    };
  }, []);
  useLayoutEffect(() => {
    const of = one.value;
    solved.value = null;
    if (of)
      void solve(of, ask, now()).then((found) => {
        if (of === one.value) solved.value = found;
      });
  }, [one.value]);

  const step = page.steps[place.value];
  const endsAt = stage.value?.endsAt ?? null;
  const isHeard = stage.value !== null && clock.value - heardAt.value < SILENT_AFTER;
  const address = import.meta.env.SSR
    ? ''
    : `${new URL('../run/', currentAddress()).href}${encode({ seed: seed.value })}`;
  return (
    <div class="projector" id={base}>
      <p class="projector-line" role="status" data-heard={isHeard ? '' : undefined}>
        {own('stage.seed', { seed: seed.value })}
        {!isHeard && isReady.value && ` · ${own('stage.waiting')}`}
      </p>
      {step ? (
        <>
          <h2>{words.of(step.title)}</h2>
          {endsAt !== null && <p class="stage-clock">{leftText(endsAt, clock.value)}</p>}
          {one.value && (
            <Board
              one={one.value}
              words={words}
              solved={stage.value?.isKeyShown ? solved.value : null}
            />
          )}
        </>
      ) : null}
      {isReady.value && !one.value && (
        <section class="join">
          <p>{own('stage.join')}</p>
          <Qr text={address} label={own('stage.join-qr')} />
          <p class="join-address">{address}</p>
        </section>
      )}
      <span class="ready" data-ready={isReady.value ? '' : undefined} />
    </div>
  );
}
