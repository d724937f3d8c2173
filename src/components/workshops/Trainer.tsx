import { useComputed, useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { openCase, readSeed, readTeam } from '@/calculators/exercise/index.ts';
import { encode } from '@/calculators/shared/permalink.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { loadTemporal } from '@/calculators/shared/time.ts';
import { now } from '../platform/clock.ts';
import { readData } from '../platform/embedded.ts';
import { onFragmentChange, readFragment, readQuery, writeFragment } from '../platform/fragment.ts';
import { sessionText } from '../platform/session.ts';
import { after, onTick } from '../platform/ticker.ts';
import { linkWindows, type WindowLink } from '../platform/windows.ts';
import { TextField } from '../ui/TextField.tsx';
import { useEscape } from '../ui/use-said.ts';
import { blocksOf, keyPart, partsOf } from './board-parts.ts';
import { keptFields, readCaseLink, type CaseLink } from './case-link.ts';
import { askThrough } from './doors.ts';
import { Board } from './parts/Board.tsx';
import { LinkNotice } from './parts/LinkNotice.tsx';
import { MoreWindows } from './parts/MoreWindows.tsx';
import { contentOf } from './slice-content.ts';
import { keyOf, type SolvedCase, type StagePage } from './stage-page.ts';
import {
  ASKS_FOR,
  HELLO,
  isBeat,
  isLately,
  leftText,
  readKept,
  readRecalled,
  readStage,
  WHERE,
  type Stage,
} from './stage.ts';
import { useFetched, useSolving } from './use-stage.ts';
import { createExerciseWords } from './words.ts';

await loadTemporal();

interface TrainerProps {
  base: string;
  /** A plan that did not travel in the page. */
  page?: StagePage;
  language: Language;
  builtOn: string;
}

/** The trainer's own window: what to say, the key, a clock that can be left off, and what the room sees. */
export function Trainer({ base, language, builtOn, page: given }: TrainerProps) {
  const page = useMemo(() => given ?? readData<StagePage>(`${base}-data`), []);
  const words = useMemo(() => createExerciseWords(language, page.strings), []);
  const ask = useMemo(() => askThrough(contentOf(page.slice)), []);
  const { own } = words;
  const step = useSignal(0);
  const part = useSignal(0);
  /** When somebody last led on, here or in another window of the same plan; 0 before anybody did. */
  const ledAt = useSignal(0);
  /** Whether this window knows where the workshop stands; until then it says nothing to the room. */
  const isSettled = useSignal(false);
  const isTakenUp = useSignal(false);
  useEscape(isTakenUp, false);
  const seedText = useSignal('1');
  const isKeyShown = useSignal(false);
  // A plan may begin with a case: people have to get in first.
  const isWayShown = useSignal(true);
  const endsAt = useSignal<number | null>(null);
  const clock = useSignal(0);
  const heardAt = useSignal(0);
  const asOf = useSignal(builtOn);
  const solved = useSignal<SolvedCase | null>(null);
  const asked = useSignal<CaseLink | null>(null);
  const link = useRef<WindowLink | null>(null);

  const seed = useComputed(() => readSeed(seedText.value));
  const lastSeed = useSignal('1');
  const teamText = useSignal('');
  const team = useComputed(() => (teamText.value.trim() === '' ? 0 : readTeam(teamText.value)));
  const lastTeam = useSignal(0);
  const current = page.steps[step.value];
  const one = useComputed(() => {
    const id = page.steps[step.value]?.exercise;
    const exercise = page.exercises.find((each) => each.id === id);
    return exercise ? openCase(exercise, lastSeed.value, lastTeam.value) : null;
  });
  const stage = (): Stage => ({
    plan: page.plan,
    step: step.value,
    part: part.value,
    seed: lastSeed.value,
    team: lastTeam.value,
    isKeyShown: isKeyShown.value,
    isWayShown: isWayShown.value,
    endsAt: endsAt.value,
    ledAt: ledAt.value,
  });
  const kept = sessionText(`trainer.${page.plan}`);
  const tell = () => {
    if (!isSettled.value) return;
    link.current?.send(stage());
    kept.write(JSON.stringify(stage()));
  };
  /** Goes where the workshop stands, if somebody led it there later than this window did. */
  const follow = (told: Stage | null) => {
    if (!told || told.plan !== page.plan || told.ledAt <= ledAt.value) return;
    const at = page.steps[told.step] ? told.step : 0;
    isTakenUp.value ||= !isSettled.value && (at > 0 || told.part > 0 || !told.isWayShown);
    [step.value, part.value, ledAt.value] = [at, told.part, told.ledAt];
    [isKeyShown.value, isWayShown.value] = [told.isKeyShown, told.isWayShown];
    endsAt.value = told.endsAt;
    if (told.team !== lastTeam.value) {
      lastTeam.value = told.team;
      teamText.value = told.team > 0 ? String(told.team) : '';
    }
    const seedTold = readSeed(told.seed);
    if (seedTold === null || seedTold === lastSeed.value) return;
    seedText.value = lastSeed.value = seedTold;
    writeFragment(encode({ ...page.keep, seed: seedTold }));
  };

  useLayoutEffect(() => {
    const open = (...addresses: string[]) => {
      const found = readCaseLink(addresses, ['seed', ...keptFields(page.keep)]);
      if (found === null) return;
      asked.value = found;
      if (found.seed === null) return;
      seedText.value = found.seed;
      lastSeed.value = found.seed;
    };
    open(readFragment(), readQuery());
    asOf.value = now();
    // A link to other numbers, opened in the same tab, is no reload.
    const before = readKept(kept.read());
    const wanted = asked.value?.seed ?? null;
    if (wanted === null || wanted === before?.seed) follow(before);
    const opened = linkWindows('workshop', (message) => {
      if (message === HELLO) {
        heardAt.value = clock.value = Date.parse(now());
        tell();
      } else if (message === WHERE) tell();
      else follow(readStage(message) ?? readRecalled(message));
    });
    link.current = opened;
    opened.send(WHERE);
    const callOff = after(ASKS_FOR, () => {
      isSettled.value = true;
      // Two windows that begin at once would else have equal claims.
      ledAt.value ||= Date.parse(now());
      tell();
    });
    let told = 0;
    const stop = onTick((at) => {
      clock.value = at;
      if (!isBeat(told, at)) return;
      told = at;
      tell();
    });
    const stopFollowing = onFragmentChange(() => change(() => open(readFragment())));
    return () => {
      stopFollowing();
      stop();
      callOff();
      opened.stop();
    };
  }, []);
  const { isReady, isLost } = useFetched(page, ask, () => asOf.value);
  useSolving(one, solved, { ask, asOf: () => asOf.value, language, isReady });
  useLayoutEffect(tell, [one.value]);
  const change = (then: () => void) => {
    clock.value = Date.parse(now());
    // Later than all that was led before, whatever the clock of this machine did meanwhile.
    ledAt.value = Math.max(clock.value, ledAt.value + 1);
    then();
    tell();
  };
  const start = (at: number) => {
    step.value = at;
    part.value = 0;
    isKeyShown.value = false;
    isWayShown.value = false;
    endsAt.value = null;
  };
  const parts = useComputed(() => {
    if (one.value === null) return [];
    const key = isKeyShown.value ? keyOf(one.value, solved.value) : null;
    return partsOf(blocksOf(one.value, words, key));
  });
  /** Parts of this step the room is led through; one where it sees all of it, or no case. */
  const all = isWayShown.value ? 1 : Math.max(parts.value.length, 1);
  const seen = Math.min(part.value, all - 1);
  const go = (by: 1 | -1) =>
    change(() => {
      if (seen + by >= 0 && seen + by < all) part.value = seen + by;
      else start(step.value + by);
    });

  const isThere = isLately(heardAt.value, clock.value);
  const next = page.steps[step.value + 1];
  return (
    <div class="exercise trainer" id={base}>
      <LinkNotice link={asked.value} words={words} />
      <div class="fields">
        <TextField
          id={`${base}-seed`}
          name="seed"
          label={own('seed')}
          help={own('seed-help')}
          value={seedText.value}
          error={seed.value === null ? own('seed-error') : undefined}
          onInput={(value) =>
            change(() => {
              seedText.value = value;
              if (seed.value === null) return;
              lastSeed.value = seed.value;
              asked.value = null;
              writeFragment(encode({ ...page.keep, seed: seed.value }));
            })
          }
        />
        <TextField
          id={`${base}-team`}
          name="team"
          label={own('stage.team')}
          help={own('team-help')}
          value={teamText.value}
          inputMode="numeric"
          error={team.value === null ? own('team-error') : undefined}
          onInput={(value) =>
            change(() => {
              teamText.value = value;
              if (team.value !== null) lastTeam.value = team.value;
            })
          }
        />
      </div>
      {isTakenUp.value && (
        <div class="notice" role="status">
          <p>{own('stage.taken-up', { place: step.value + 1, seed: lastSeed.value })}</p>
          <div class="button-row">
            <button
              type="button"
              class="action"
              onClick={() =>
                change(() => {
                  start(0);
                  isWayShown.value = true;
                  isTakenUp.value = false;
                })
              }
            >
              {own('stage.from-start')}
            </button>
          </div>
        </div>
      )}
      <p>
        <a
          href={`../projector/${page.keep ? encode(page.keep) : ''}`}
          target="_blank"
          rel="noopener"
        >
          {own('stage.open-projector')}
        </a>{' '}
        <span role="status" data-projector={isThere ? '' : undefined}>
          {own(isThere ? 'stage.there' : 'stage.not-there')}
        </span>
      </p>
      <MoreWindows
        page={page}
        seed={lastSeed.value}
        words={words}
        language={language}
        isReady={isReady}
      />
      {current && (
        <section aria-labelledby={`${base}-step`}>
          <h2 id={`${base}-step`}>
            {own('stage.step', {
              place: step.value + 1,
              all: page.steps.length,
              title: words.of(current.title),
            })}
          </h2>
          <p class="stage-clock">
            {endsAt.value === null
              ? own('stage.minutes', { minutes: current.minutes })
              : leftText(endsAt.value, clock.value)}
          </p>
          <div class="button-row">
            <button
              type="button"
              class="action"
              disabled={!isSettled.value || (step.value === 0 && seen === 0)}
              onClick={() => go(-1)}
            >
              {own('session.back')}
            </button>
            <button
              type="button"
              class="action primary"
              disabled={!isSettled.value || (!next && seen + 1 >= all)}
              onClick={() => go(1)}
            >
              {seen + 1 < all ? own('stage.next-part', { part: seen + 2, all }) : own('stage.next')}
            </button>
            <button
              type="button"
              class="action"
              disabled={!isSettled.value}
              onClick={() =>
                change(() => {
                  endsAt.value =
                    endsAt.value === null ? Date.parse(now()) + current.minutes * 60_000 : null;
                })
              }
            >
              {own(endsAt.value === null ? 'stage.start-clock' : 'stage.stop-clock')}
            </button>
            {one.value && (
              <button
                type="button"
                class="action"
                aria-pressed={isWayShown.value}
                disabled={!isSettled.value}
                onClick={() =>
                  change(() => {
                    isWayShown.value = !isWayShown.value;
                    part.value = 0;
                  })
                }
              >
                {own(isWayShown.value ? 'stage.hide-way' : 'stage.show-way')}
              </button>
            )}
            {one.value && (
              <button
                type="button"
                class="action"
                aria-pressed={isKeyShown.value}
                disabled={!isSettled.value}
                onClick={() =>
                  change(() => {
                    isKeyShown.value = !isKeyShown.value;
                    isWayShown.value = false;
                    part.value = isKeyShown.value ? keyPart(parts.value) : 0;
                  })
                }
              >
                {own(isKeyShown.value ? 'stage.hide-key' : 'stage.show-key')}
              </button>
            )}
          </div>
          {all > 1 && (
            <p class="muted" role="status">
              {own('stage.room-sees', { part: seen + 1, all })}
            </p>
          )}
          {current.say && <p>{words.of(current.say)}</p>}
          {current.stuck && (
            <p>
              <strong>{own('stage.stuck')}</strong> {words.of(current.stuck)}
            </p>
          )}
          {one.value && (
            <>
              <p>{words.of(one.value.exercise.trainer)}</p>
              <Board
                blocks={blocksOf(one.value, words, keyOf(one.value, solved.value))}
                words={words}
              />
            </>
          )}
          {next && <p class="muted">{own('stage.then', { title: words.of(next.title) })}</p>}
        </section>
      )}
      <p class="muted">
        <span class="ready" role="status" data-ready={isReady && isSettled.value ? '' : undefined}>
          {isReady && isSettled.value ? own('session.ready') : isLost ? own('lost') : ''}
        </span>
      </p>
    </div>
  );
}
