import { useComputed, useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { openCase, readSeed, solve } from '@/calculators/exercise/index.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { loadTemporal } from '@/calculators/shared/time.ts';
import { now } from '../platform/clock.ts';
import { readData } from '../platform/embedded.ts';
import { onFragmentChange, readFragment, readQuery } from '../platform/fragment.ts';
import { onTick } from '../platform/ticker.ts';
import { linkWindows } from '../platform/windows.ts';
import { keptFields, readCaseLink, type CaseLink } from './case-link.ts';
import { askThrough } from './doors.ts';
import { Board } from './parts/Board.tsx';
import { LinkNotice } from './parts/LinkNotice.tsx';
import { WayIn } from './parts/WayIn.tsx';
import { contentOf } from './slice-content.ts';
import { BEAT, HELLO, leftText, readStage, SILENT_AFTER, type Stage } from './stage.ts';
import { fetchTools, keyOf, type SolvedCase, type StagePage } from './stage-page.ts';
import { createExerciseWords } from './words.ts';

await loadTemporal();

interface ProjectorProps {
  base: string;
  /** A plan that did not travel in the page. */
  page?: StagePage;
  language: Language;
}

/** As the first word of a line. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What the room sees. The trainer's window decides; until it is heard of, the way to take part stands here. */
export function Projector({ base, language, page: given }: ProjectorProps) {
  const page = useMemo(() => given ?? readData<StagePage>(`${base}-data`), []);
  const words = useMemo(() => createExerciseWords(language, page.strings), []);
  const ask = useMemo(() => askThrough(contentOf(page.slice)), []);
  const { own } = words;
  const stage = useSignal<Stage | null>(null);
  const heardAt = useSignal(0);
  const clock = useSignal(0);
  const solved = useSignal<SolvedCase | null>(null);
  const isReady = useSignal(false);
  /** What its own address asked for; the trainer's window counts for more as soon as it is heard. */
  const asked = useSignal<CaseLink | null>(null);
  const seed = useComputed(() => readSeed(stage.value?.seed ?? asked.value?.seed ?? '') ?? '1');
  const place = useComputed(() => stage.value?.step ?? -1);
  const one = useComputed(() => {
    const id = page.steps[place.value]?.exercise;
    const exercise = page.exercises.find((each) => each.id === id);
    return exercise ? openCase(exercise, seed.value, 0) : null;
  });

  useLayoutEffect(() => {
    const open = (...addresses: string[]) => {
      asked.value = readCaseLink(addresses, ['seed', ...keptFields(page.keep)]);
    };
    open(readFragment(), readQuery());
    const stopFollowing = onFragmentChange(() => open(readFragment()));
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
      stopFollowing();
      stop();
      link.stop();
    };
  }, []);
  useLayoutEffect(() => {
    const of = one.value;
    solved.value = null;
    if (of)
      void solve(of, ask, now()).then((found) => {
        if (of === one.value) solved.value = { of, found };
      });
  }, [one.value]);

  const step = page.steps[place.value];
  const isWayShown = stage.value?.isWayShown ?? true;
  const endsAt = stage.value?.endsAt ?? null;
  // Nobody in the room is to join a workshop that an unreadable address did not mean.
  const isUnknown = stage.value === null && asked.value?.isLost === true;
  const waiting = own('stage.waiting');
  const isHeard = stage.value !== null && clock.value - heardAt.value < SILENT_AFTER;
  return (
    <div class="projector" id={base}>
      <p class="projector-line" role="status" data-heard={isHeard ? '' : undefined}>
        {!isUnknown && own('stage.seed', { seed: seed.value })}
        {!isHeard && isReady.value && (isUnknown ? capital(waiting) : ` · ${waiting}`)}
      </p>
      {stage.value === null && (
        <LinkNotice
          link={asked.value}
          words={words}
          meaning={isUnknown ? own('stage.lost') : undefined}
        />
      )}
      {step ? (
        <>
          <h2>{words.of(step.title)}</h2>
          {endsAt !== null && <p class="stage-clock">{leftText(endsAt, clock.value)}</p>}
          {one.value && !isWayShown && (
            <Board
              one={one.value}
              words={words}
              solved={stage.value?.isKeyShown ? keyOf(one.value, solved.value) : null}
            />
          )}
        </>
      ) : null}
      {isReady.value && !isUnknown && (isWayShown || !one.value) && (
        <WayIn page={page} seed={seed.value} words={words} />
      )}
      <span class="ready" data-ready={isReady.value ? '' : undefined} />
    </div>
  );
}
