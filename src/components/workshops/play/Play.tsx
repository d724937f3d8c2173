import { useComputed, useSignal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import type { Language } from '@/calculators/shared/rule.ts';
import { copyText } from '../../platform/clipboard.ts';
import { readData } from '../../platform/embedded.ts';
import { onFragmentChange, readFragment, readQuery } from '../../platform/fragment.ts';
import { focusOn } from '../../platform/jump.ts';
import { printPage } from '../../platform/print.ts';
import { createWords, type CommonWords } from '../../tools/shared/words.ts';
import { Standing } from '../../ui/Standing.tsx';
import { useEscape, useSaid } from '../../ui/use-said.ts';
import { choicesAt, type Move, type State } from './graph.ts';
import type { PlayPage, PageStep } from './page.ts';
import { recount, type Turn } from './recount.ts';

interface PlayProps {
  base: string;
  language: Language;
}

const DAY = 24;
const MARK = { good: 'clear', mixed: 'close', bad: 'over' } as const;
/** From broken off to trusting. */
const TONES = ['lost', 'angry', 'tense', 'even', 'calmer', 'open', 'trusting'] as const;
const toneOf = (tone: number) => TONES[tone + 3] ?? 'even';

/** A made-up case that is played: what was written, what can be done now, and in the end why. */
export function Play({ base, language }: PlayProps) {
  const page = useMemo(() => readData<PlayPage>(`${base}-data`), []);
  const words = useMemo(() => createWords('play', language, page.strings), []);
  const { own } = words;
  const moves = useSignal<readonly Move[]>([]);
  const chosen = useSignal<readonly string[]>([]);
  const said = useSaid();
  const isReady = useSignal(false);
  const story = useComputed(() => recount(page.graph, moves.value));
  const notice = useSignal<ComponentChild>(null);
  useLayoutEffect(() => {
    /** A play has one case, so an address can ask it for nothing: what one holds is said. */
    const open = (...addresses: string[]) => {
      if (addresses.every((address) => address === '')) return;
      const meaning = words.text('tool.exercise.link.play');
      void Promise.all([import('../case-link.ts'), import('../parts/LinkNotice.tsx')]).then(
        ([{ readCaseLink }, { LinkNotice }]) => {
          const link = readCaseLink(addresses, []);
          notice.value = link && <LinkNotice link={link} words={words} meaning={meaning} />;
        },
        () => {
          // What it means is known without what lists the parts.
          notice.value = (
            <p class="notice no-print" role="status">
              {meaning}
            </p>
          );
        },
      );
    };
    open(readFragment(), readQuery());
    isReady.value = true;
    return onFragmentChange(() => open(readFragment()));
  }, []);
  useEscape(notice, null);

  const { lines, turns, state } = story.value;
  const node = page.graph.nodes[state.node];
  const go = (next: readonly Move[]) => {
    moves.value = next;
    chosen.value = [];
    said.value = '';
    focusOn(`${base}-now`);
  };
  const lastSaid = lines.map(({ who }) => who !== 'you').lastIndexOf(true);

  return (
    <div class="play" id={base} data-node={state.node}>
      {notice.value}
      <ol class="talk">
        {lines.map(({ who, text, hours }, i) => (
          <li
            key={i}
            class={who}
            id={i === lastSaid ? `${base}-now` : undefined}
            tabIndex={i === lastSaid ? -1 : undefined}
          >
            <p class="who">
              <strong>{own(`who.${who}`)}</strong>{' '}
              <span>{own('day', { day: Math.floor(hours / DAY) + 1 })}</span>
            </p>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      {node?.end ? (
        <End {...{ base, page, words, turns, state }} onAgain={go} />
      ) : (
        <section class="now no-print" aria-labelledby={`${base}-ask`}>
          <p class="muted">
            {own('status', {
              day: Math.floor(state.hours / DAY) + 1,
              tone: own(`tone.${toneOf(state.tone)}`),
            })}
          </p>
          <h2 id={`${base}-ask`}>{own(node?.pieces ? 'ask-evidence' : 'ask')}</h2>
          {node?.pieces ? (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                go([...moves.value, chosen.value]);
              }}
            >
              <fieldset class="pieces">
                <legend>{own('choose-several')}</legend>
                {node.pieces.map(({ id, text }) => (
                  <label key={id} class="option">
                    <input
                      type="checkbox"
                      name="piece"
                      value={id}
                      checked={chosen.value.includes(id)}
                      onChange={() =>
                        (chosen.value = chosen.value.includes(id)
                          ? chosen.value.filter((each) => each !== id)
                          : [...chosen.value, id])
                      }
                    />
                    <span>{text}</span>
                  </label>
                ))}
              </fieldset>
              <button type="submit" class="action primary">
                {own('hand-in')}
              </button>
            </form>
          ) : (
            <ul class="choices">
              {choicesAt<PageStep>(page.graph, state).map((step) => (
                <li key={`${state.node}/${step.id}`}>
                  <button
                    type="button"
                    class="choice"
                    data-id={step.id}
                    onClick={() => go([...moves.value, step.id])}
                  >
                    <span class="choice-kind">{own(step.act ? 'kind.act' : 'kind.write')}</span>
                    <span>{step.says}</span>
                    {step.cost !== null && (
                      <span class="choice-cost">
                        {own('costs', { amount: step.cost, currency: page.currency })}
                      </span>
                    )}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      <div class="button-row">
        {moves.value.length > 0 && (
          <button type="button" class="action" onClick={() => go([])}>
            {own('again')}
          </button>
        )}
        <button
          type="button"
          class="action"
          onClick={() =>
            void copyText(transcript(page, words, story.value)).then(
              (done) => (said.value = words.common(done ? 'copied' : 'copy-failed')),
            )
          }
        >
          {own('copy')}
        </button>
        <button type="button" class="action" onClick={printPage}>
          {words.common('print')}
        </button>
      </div>
      <p class="muted no-print">
        <span role="status">{said.value}</span>{' '}
        <span class="ready" role="status" data-ready={isReady.value ? '' : undefined}>
          {isReady.value ? own('ready') : ''}
        </span>
      </p>
    </div>
  );
}

const dash = ({ language }: CommonWords) => (language === 'en' ? ' — ' : '——');

interface EndProps {
  base: string;
  page: PlayPage;
  words: CommonWords;
  turns: readonly Turn[];
  state: State;
  onAgain: (moves: readonly Move[]) => void;
}

/** What came of it, what was behind it, and why each turn was good or bad. */
function End({ base, page, words, turns, state, onAgain }: EndProps) {
  const { own } = words;
  const end = page.graph.nodes[state.node]?.end;
  if (!end) return null;
  const { spread } = page;
  const rate = page.rate?.[end.claim] ?? null;
  const money = (amount: string | number) =>
    own('money', {
      amount:
        typeof amount === 'number' ? amount.toFixed(end.cost.split('.')[1]?.length ?? 0) : amount,
      currency: page.currency,
    });
  return (
    <section class="outcome" aria-labelledby={`${base}-end`}>
      <div class="answer-card">
        <h2 id={`${base}-end`}>{own('end')}</h2>
        <p class="sentence">
          <output name="result" data-value={end.result} aria-live="off">
            {own(`result.${end.result}`)}
          </output>
        </p>
        <dl class="scores">
          <div>
            <dt>{own('score.cost')}</dt>
            <dd>
              <output name="cost" data-value={end.cost} aria-live="off">
                {money(end.cost)}
              </output>
              <small>
                {own('spread', { best: money(spread.cost[0]), worst: money(spread.cost[1]) })}
              </small>
            </dd>
          </div>
          <div>
            <dt>{own('score.rate')}</dt>
            <dd>
              {rate ? (
                <>
                  <output name="rate" data-value={rate.percent} aria-live="off">
                    {words.percent(rate.shown)}
                  </output>
                  <small>
                    {words.sentences([
                      own(`claim.${end.claim}`),
                      rate.line ? own('line', { line: rate.line }) : '',
                    ])}
                  </small>
                </>
              ) : (
                <small>{own('no-rate')}</small>
              )}
            </dd>
          </div>
          <div>
            <dt>{own('score.hours')}</dt>
            <dd>
              <output name="hours" data-value={state.hours} aria-live="off">
                {state.hours < DAY
                  ? words.counted('tool.play.hours', state.hours)
                  : words.counted('tool.play.days', Math.round((state.hours / DAY) * 10) / 10)}
              </output>
              <small>{words.counted('tool.play.turns', turns.length)}</small>
            </dd>
          </div>
          <div>
            <dt>{own('score.tone')}</dt>
            <dd>
              <output name="tone" data-value={state.tone} aria-live="off">
                {own(`tone.${toneOf(state.tone)}`)}
              </output>
              <small>
                {own('spread', {
                  best: own(`tone.${toneOf(spread.tone[0])}`),
                  worst: own(`tone.${toneOf(spread.tone[1])}`),
                })}
              </small>
            </dd>
          </div>
        </dl>
      </div>
      <h3>{own('behind')}</h3>
      <p>
        <strong>{own('behind-line', { motive: page.motive, cause: page.cause })}</strong>
      </p>
      <p>{page.reveal}</p>
      <h3>{own('comments')}</h3>
      <ol class="comments">
        {turns.map((turn, i) => (
          <li key={i} data-turn={turn.id}>
            <Comment {...{ page, words, turn }} />
            <button
              type="button"
              class="action no-print"
              onClick={() => onAgain(turns.slice(0, i).map((each) => each.move))}
            >
              {own('from-here', { turn: i + 1 })}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Why one turn was good or bad, with what it rests on. */
function Comment({ page, words, turn }: { page: PlayPage; words: CommonWords; turn: Turn }) {
  const { own } = words;
  const { step, node, decision, chosen } = turn;
  const links = (all: readonly number[]) =>
    all
      .flatMap((at) => page.links[at] ?? [])
      .map(({ label, href }) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ));
  if (step)
    return (
      <>
        <p>
          <Standing is={MARK[step.is]} word={own(`is.${step.is}`)} />
        </p>
        <blockquote>{step.says}</blockquote>
        <p>{step.why}</p>
        {step.forbidden && <p class="error">{own('forbidden')}</p>}
        {step.warned !== null && <p>{own('guard', { message: step.warned })}</p>}
        <ul class="sources">{links(step.links)}</ul>
      </>
    );
  return (
    <>
      <p>
        <strong>{own('evidence')}</strong>
        {words.language === 'en' && ' '}
        {decision?.why}
      </p>
      <ul>
        {node.pieces?.map(({ id, text, counts, why, links: cited }) => (
          <li key={id} data-id={id}>
            <strong>
              {own(`piece.${chosen.includes(id) ? 'in' : 'out'}.${counts ? 'counts' : 'idle'}`)}
            </strong>{' '}
            {text}
            {dash(words)}
            {why}
            {cited.length > 0 && <ul class="sources">{links(cited)}</ul>}
          </li>
        ))}
      </ul>
      <ul class="sources">{links(decision?.links ?? [])}</ul>
    </>
  );
}

/** What was written, as plain text that says what it is. */
function transcript(
  page: PlayPage,
  words: CommonWords,
  { lines, turns, state }: ReturnType<typeof recount>,
): string {
  const { own } = words;
  const end = page.graph.nodes[state.node]?.end;
  return [
    page.title + dash(words) + own('made-up'),
    '',
    ...lines.map(
      ({ who, text, hours }) =>
        `${own('day', { day: Math.floor(hours / DAY) + 1 })} · ${own(`who.${who}`)}${words.colon}${text}`,
    ),
    ...(end
      ? [
          '',
          own(`result.${end.result}`),
          `${own('score.cost')}${words.colon}${end.cost} ${page.currency}`,
          ...(page.rate
            ? [`${own('score.rate')}${words.colon}${words.percent(page.rate[end.claim].shown)}`]
            : []),
          own('behind-line', { motive: page.motive, cause: page.cause }),
          '',
          ...turns.flatMap(({ step, decision }, i) =>
            step
              ? [`${i + 1}. ${own(`is.${step.is}`)}${words.colon}${step.why}`]
              : [`${i + 1}. ${words.sentences([own('evidence'), decision?.why ?? ''])}`],
          ),
        ]
      : []),
    '',
  ].join('\n');
}
