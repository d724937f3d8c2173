import { useComputed, useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { openCase, readSeed } from '@/calculators/exercise/index.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { loadTemporal } from '@/calculators/shared/time.ts';
import { now } from '../platform/clock.ts';
import { readData } from '../platform/embedded.ts';
import { onFragmentChange, readFragment, readQuery } from '../platform/fragment.ts';
import { sessionText } from '../platform/session.ts';
import { onTick } from '../platform/ticker.ts';
import { giveWholeScreen } from '../platform/whole-screen.ts';
import { linkWindows } from '../platform/windows.ts';
import { keptFields, readCaseLink, type CaseLink } from './case-link.ts';
import { blocksOf, partsOf } from './board-parts.ts';
import { askThrough } from './doors.ts';
import { Board } from './parts/Board.tsx';
import { LinkNotice } from './parts/LinkNotice.tsx';
import { WayIn } from './parts/WayIn.tsx';
import { contentOf } from './slice-content.ts';
import {
  HELLO,
  isBeat,
  isLately,
  leftText,
  readKept,
  readStage,
  recalled,
  WHERE,
  type Stage,
} from './stage.ts';
import { keyOf, type SolvedCase, type StagePage } from './stage-page.ts';
import { useFetched, useSolving } from './use-stage.ts';
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
  /** What its own address asked for; the trainer's window counts for more as soon as it is heard. */
  const asked = useSignal<CaseLink | null>(null);
  const seed = useComputed(() => readSeed(stage.value?.seed ?? asked.value?.seed ?? '') ?? '1');
  const team = useComputed(() => stage.value?.team ?? 0);
  const place = useComputed(() => stage.value?.step ?? -1);
  const one = useComputed(() => {
    const id = page.steps[place.value]?.exercise;
    const exercise = page.exercises.find((each) => each.id === id);
    return exercise ? openCase(exercise, seed.value, team.value) : null;
  });
  const parts = useComputed(() =>
    one.value === null
      ? []
      : partsOf(
          blocksOf(
            one.value,
            words,
            stage.value?.isKeyShown ? keyOf(one.value, solved.value) : null,
          ),
        ),
  );
  const screen = useRef<HTMLDivElement | null>(null);

  useLayoutEffect(() => {
    const open = (...addresses: string[]) => {
      asked.value = readCaseLink(addresses, ['seed', ...keptFields(page.keep)]);
    };
    open(readFragment(), readQuery());
    const stopFollowing = onFragmentChange(() => open(readFragment()));
    const kept = sessionText(`projector.${page.plan}`);
    const before = readKept(kept.read());
    if (before?.plan === page.plan) stage.value = before;
    const link = linkWindows('workshop', (message) => {
      // A trainer's window that was opened again goes on where the room is.
      if (message === WHERE && stage.value) link.send(recalled(stage.value));
      const told = readStage(message);
      if (!told || told.plan !== page.plan) return;
      // A tab in the background ticks late; what it hears of is never older than this.
      heardAt.value = clock.value = Date.parse(now());
      // Of two trainers' windows, the one somebody led on with last.
      if (stage.value && told.ledAt < stage.value.ledAt) return;
      stage.value = told;
      kept.write(JSON.stringify(told));
    });
    clock.value = Date.parse(now());
    link.send(HELLO);
    let told = 0;
    const stop = onTick((at) => {
      clock.value = at;
      if (!isBeat(told, at)) return;
      told = at;
      link.send(HELLO);
    });
    return () => {
      stopFollowing();
      stop();
      link.stop();
    };
  }, []);
  useLayoutEffect(() => {
    giveWholeScreen(screen.current, stage.value !== null);
  }, [stage.value !== null]);
  const { isReady, isLost } = useFetched(page, ask, now);
  useSolving(one, solved, { ask, asOf: now, language, isReady });

  const step = page.steps[place.value];
  const isWayShown = stage.value?.isWayShown ?? true;
  const endsAt = stage.value?.endsAt ?? null;
  // Nobody in the room is to join a workshop that an unreadable address did not mean.
  const isUnknown = stage.value === null && asked.value?.isLost === true;
  const waiting = own('stage.waiting');
  const isHeard = stage.value !== null && isLately(heardAt.value, clock.value);
  const part = Math.min(stage.value?.part ?? 0, parts.value.length - 1);
  const isBoardShown = one.value !== null && !isWayShown;
  return (
    <div class="projector" id={base} ref={screen}>
      <div class="projector-top">
        <p class="projector-line" role="status" data-heard={isHeard ? '' : undefined}>
          {!isUnknown && own('stage.seed', { seed: seed.value })}
          {isBoardShown && team.value > 0 && ` · ${own('team')} ${team.value}`}
          {isBoardShown && ` · ${own('made-up')}`}
          {isBoardShown &&
            parts.value.length > 1 &&
            ` · ${own('stage.part', { part: part + 1, all: parts.value.length })}`}
          {!isHeard && isReady && (isUnknown ? capital(waiting) : ` · ${waiting}`)}
        </p>
        {endsAt !== null && <p class="stage-clock">{leftText(endsAt, clock.value)}</p>}
      </div>
      {stage.value === null && (
        <LinkNotice
          link={asked.value}
          words={words}
          meaning={isUnknown ? own('stage.lost') : undefined}
        />
      )}
      {isLost && <p role="status">{own('lost')}</p>}
      {step && <h2>{words.of(step.title)}</h2>}
      {isBoardShown && <Board blocks={parts.value[part] ?? []} words={words} />}
      {isReady && !isUnknown && !isBoardShown && (
        <WayIn page={page} seed={seed.value} words={words} forRoom />
      )}
      <span class="ready" data-ready={isReady ? '' : undefined} />
    </div>
  );
}
