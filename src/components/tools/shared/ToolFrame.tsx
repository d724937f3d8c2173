import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import type { Case } from '@/calculators/shared/case.ts';
import type { InputIssue } from '@/calculators/shared/result.ts';
import { copyText } from '../../platform/clipboard.ts';
import { hasTurned, now, QUARTER } from '../../platform/clock.ts';
import { replay, takeEarly } from '../../platform/early.ts';
import {
  currentAddress,
  onFragmentChange,
  readFragment,
  readQuery,
  writeFragment,
} from '../../platform/fragment.ts';
import { focusOn, scrollTo, wrongIn } from '../../platform/jump.ts';
import { onCopyKey } from '../../platform/keyboard.ts';
import { nextTask } from '../../platform/later.ts';
import { untilHere } from '../../platform/once.ts';
import {
  openForPrint,
  printPage,
  printWith,
  readyForPrint,
  type PrintNeeds,
} from '../../platform/print.ts';
import { sessionText } from '../../platform/session.ts';
import { onTick, whenCalm } from '../../platform/ticker.ts';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { beforeSlices, Slice } from '../../ui/Slice.tsx';
import { Standing, type StandingKind } from '../../ui/Standing.tsx';
import { Unbroken } from '../../ui/Unbroken.tsx';
import { takenByEscape } from '../../ui/use-said.ts';
import { AnswerBar } from './AnswerBar.tsx';
import type { CaseStrip, Given } from './CaseStrip.tsx';
import { drawLater } from './drawn-later.ts';
import { FormEnd } from './FormEnd.tsx';
import { CUT, NOTHING_READ, type Form } from './form.model.ts';
import { Later } from './Later.tsx';
import { LeftOutNotice } from './LeftOutNotice.tsx';
import { Piece } from './Piece.tsx';
import type { CommonWords } from './words.ts';

/** What every outcome may be besides an answer; a tool's own results carry more. */
export type AnyOutcome =
  | { kind: 'incomplete'; missing: readonly string[] }
  | { kind: 'invalid'; issues: readonly InputIssue[] }
  | { kind: 'unknown-rule'; ruleId: string; asOf: string }
  | { kind: 'out-of-scope'; reasons: readonly string[] }
  | { kind: string };

/** The answer in one glance: where it stands, its main figure, and a word more. */
export interface Glance {
  is: StandingKind;
  word: string;
  figure: string;
  more?: string;
  /** What must be read before all of that. */
  before?: string;
}

/** A field's id, name and error: they meet by construction. */
export interface FieldTies {
  id: string;
  name: string;
  error: string | undefined;
  /** What is wrong, by its key: for a mistake that a field can be asked about. */
  issue: string | undefined;
}

interface ToolFrameProps<Input extends object, Outcome extends AnyOutcome, Answered> {
  /** The tool's slug, for its own styles. */
  tool: string;
  /** The id of the whole; ids of fields begin with it, so several tools may stand on one page. */
  base: string;
  form: Form<Input, Outcome>;
  words: CommonWords;
  /** Which outcomes are answers to show. */
  answered: (outcome: Outcome) => Answered | null;
  labelOf: (path: string) => string;
  /** The field of something missing, where it is called otherwise. */
  pathOf?: (missing: string) => string;
  /** A mistake in words; the issue's own key where a tool says nothing else. */
  issueText?: (issue: InputIssue) => string;
  /** Why a part of an address was left out, in words. */
  leftOutText: (why: string, values: Readonly<Record<string, unknown>>) => string;
  /** Other reasons than a wrong or a missing field why there is no answer, in words. */
  otherwise?: (outcome: Outcome) => string;
  fields: (field: (path: string) => FieldTies) => ComponentChildren;
  glance: (answer: Answered) => Glance;
  /** The answer as a sentence or two: said aloud after a pause, and the head of the answer. */
  sentence: (answer: Answered) => string;
  /** What the copy button and its key put on the clipboard; null where there is nothing to send yet. */
  copied: (answer: Answered) => string | null;
  /** Is there anything to copy? Asked with every key, where putting the text together takes its time. */
  hasCopy?: (answer: Answered) => boolean;
  copyLabel?: string;
  /** What must be known before the answer says how it stands. */
  first?: (answer: Answered) => ComponentChildren;
  /** The one large figure, before the sentence. */
  lead?: (answer: Answered) => ComponentChildren;
  /** Under the sentence. */
  answer: (answer: Answered) => ComponentChildren;
  /** A long answer is copied before it is read to its end. */
  actionsFirst?: boolean;
  /** Beside copy, link and print. */
  actions?: (answer: Answered) => ComponentChildren;
  /** Below form and answer, as wide as the page: charts, levers, ladders. */
  more?: (answer: Answered) => ComponentChildren;
  why?: (answer: Answered) => ComponentChildren;
  /** What stands there whatever the outcome. */
  below?: ComponentChildren;
  /** Whether the address follows the form; not inside a page of the handbook. */
  hasAddress?: boolean;
  /** The address of the tool's own page, where this one is not it. */
  home?: string;
  /** What must be fetched before this address can be read; it is read then, whatever came. */
  addressNeeds?: (address: string) => Promise<unknown> | undefined;
  /** An address was read. */
  onOpened?: () => void;
  onCopied?: () => void;
  /** Whether all has arrived that filling in and computing need; what a tool's own script brings has. */
  isReady?: () => boolean;
  /** What is said once it has, where the tool fetches more later on. */
  ready?: string;
  /** Whether what this outcome waits for, or anything else the form needs, is on its way. */
  isBusy?: (outcome: Outcome) => boolean;
  /** What the tool fetches later from this site, and on which action, in words. */
  fetches?: string;
  /** What belongs on paper and is fetched only when somebody gets near it. */
  printNeeds?: PrintNeeds;
  /** How a case of the desk fills this tool, and what an answer gives back to it. */
  corridor?: {
    fill: (one: Case) => void;
    gives: (answer: Answered) => readonly Given[];
  };
  /** The form was emptied: what a tool holds beside it goes too. */
  onClear?: () => void;
  /** The page is read now and its address not yet: for clocks, stored ways, and what follows them. */
  onWake?: () => (() => void) | undefined;
}

const answerId = (base: string) => `${base}-answer`;

/** Leads eyes and keyboard to the answer, after a step that changed it as a whole. */
export const showAnswer = (base: string) => {
  focusOn(answerId(base));
  scrollTo(answerId(base));
};

/**
 * The frame all tools stand in: form, parts of an address that were left out, mistakes, answer or why
 * there is none, copy, link, print, reasons. It owns what surrounds an answer, never what it says.
 */
export function ToolFrame<Input extends object, Outcome extends AnyOutcome, Answered>(
  props: ToolFrameProps<Input, Outcome, Answered>,
) {
  const { base, form, words, hasAddress = true } = props;
  const said = useSignal<{ of: Input | null; words: string }>({ of: null, words: '' });
  const spoken = useSignal('');
  const isAwake = useSignal(false);
  /** An address waits for what reads it. */
  const isOpening = useSignal(false);
  /** A case of the desk is open here, and the address does not carry it. */
  const isOfCase = useSignal(false);
  const cameEmpty = useSignal(false);
  const isCaseLost = useSignal(false);
  /** What a case brings is fetched where one is open in this tab. */
  const strip = useSignal<{ Strip: typeof CaseStrip } | null>(null);
  const early = useMemo(() => {
    if (import.meta.env.SSR) return [];
    const all = takeEarly(base);
    beforeSlices(() => all.push(...takeEarly(base)));
    return all;
  }, []);
  const fieldId = (path: string) => `${base}-${path.replaceAll('.', '-')}`;
  const home = () => new URL(props.home ?? '', currentAddress()).href.replace(/[?#].*$/, '');
  const link = () => home() + form.permalink.peek();

  const wake = () => {
    form.wake(now());
    const stop = props.onWake?.();
    // As it came: what is typed while it waits may write another.
    const [fragment, query] = [readFragment(), readQuery()];
    let stopStrip: (() => void) | undefined;
    const begin = () => {
      cameEmpty.value = hasAddress && !form.open(fragment) && !form.open(query);
      if (hasAddress && props.corridor && sessionText('case').read() !== '') {
        isOfCase.value = cameEmpty.value;
        stopStrip = untilHere(
          async () => {
            strip.value = { Strip: (await import('./CaseStrip.tsx')).CaseStrip };
            isCaseLost.value = false;
          },
          () => {
            isOfCase.value = false;
            isCaseLost.value = true;
          },
        );
      }
      props.onOpened?.();
      // What is typed while an address waits goes over what the address says.
      replay([...early, ...takeEarly(base)]);
      isAwake.value = true;
      isOpening.value = false;
    };
    const needed = hasAddress && props.addressNeeds?.(fragment || query);
    if (needed) {
      isOpening.value = true;
      void needed.then(begin);
    } else begin();
    // A page that stayed open, or slept, or whose clock was set, answers by the time it is: each day from its beginning.
    const stopClock = onTick((at) => {
      if (hasTurned(Date.parse(form.asOf.peek()), at, QUARTER)) form.pass(now());
    });
    const stopPrint = openForPrint(base);
    const stopFetching = props.printNeeds && readyForPrint(props.printNeeds);
    const stopFollowing = hasAddress
      ? onFragmentChange(() => {
          const follow = () => {
            // A jump inside the page must not cost the case its place in the address.
            if (form.open(readFragment())) props.onOpened?.();
            else if (form.isTouched.value && !isOfCase.value) writeFragment(form.permalink.value);
          };
          const lacking = props.addressNeeds?.(readFragment());
          if (lacking) void lacking.then(follow);
          else follow();
        })
      : () => undefined;
    return () => {
      stop?.();
      stopClock();
      stopPrint();
      stopStrip?.();
      stopFetching?.();
      stopFollowing();
    };
  };
  // The next task, not a frame later: nobody should read the time of the build as now. What stands below the
  // answer is awake by then.
  useLayoutEffect(() => {
    let stop: (() => void) | undefined;
    const cancel = nextTask(() => drawLater(() => (stop = wake())));
    return () => {
      cancel();
      stop?.();
    };
  }, []);

  // Looked at before its answer: that it is another one is enough to draw anew, and nothing is answered sooner.
  const input = form.input.value;
  const outcome = form.outcome.value;
  const answer = props.answered(outcome);
  const mayWrite = hasAddress && form.isTouched.value && !isOfCase.value;
  // No key waits for the address: writing it takes a browser as long as all the rest.
  useLayoutEffect(
    () => (mayWrite ? nextTask(() => writeFragment(form.permalink.peek())) : undefined),
    [input, outcome, mayWrite],
  );

  const issueText = props.issueText ?? ((issue: InputIssue) => words.text(issue.key, issue.values));
  const errors =
    outcome.kind === 'invalid' && 'issues' in outcome
      ? outcome.issues.map((issue) => ({
          path: issue.path,
          key: issue.key,
          fieldId: fieldId(issue.path),
          message: issueText(issue),
        }))
      : [];
  const missing = outcome.kind === 'incomplete' && 'missing' in outcome ? [...outcome.missing] : [];
  const ties = (path: string): FieldTies => {
    const error = errors.find((each) => each.path === path);
    return { id: fieldId(path), name: path, error: error?.message, issue: error?.key };
  };
  const otherwise = answer === null && errors.length === 0 && missing.length === 0;
  const sentence =
    answer !== null
      ? props.sentence(answer)
      : missing.length > 0
        ? words.common('still-needed', { fields: words.list(missing.map(props.labelOf)) })
        : otherwise
          ? (props.otherwise?.(outcome) ?? '')
          : '';

  // A screen reader hears what came of it once the typing rests, not every key.
  const speak = useMemo(() => whenCalm((text: string) => (spoken.value = text), 700), []);
  const before = answer === null ? undefined : props.glance(answer).before;
  const toSay = errors[0]
    ? `${words.common('check')}${words.colon}${errors[0].message}`
    : before === undefined
      ? sentence
      : words.sentences([before, sentence]);
  useLayoutEffect(() => {
    if (form.isTouched.value) speak(toSay);
  }, [toSay]);

  const firstProblem = () =>
    errors[0]?.fieldId ?? (missing[0] && fieldId(props.pathOf?.(missing[0]) ?? missing[0]));
  const marked = (text: string) =>
    form.isExample.value ? `${words.common('example-mark')} ${text}` : text;
  const tell = (text: string) => {
    said.value = { of: form.input.peek(), words: text };
  };
  const hasCopy = answer !== null && (props.hasCopy?.(answer) ?? props.copied(answer) !== null);
  const textToCopy = () => {
    const text = answer === null ? null : props.copied(answer);
    return text === null ? null : marked(text.replace('{link}', link()));
  };
  /** @param wrong a field that is to be looked at before anything is copied. */
  const copy = async (wrong?: string) => {
    const text = wrong ? null : textToCopy();
    const problem = wrong ?? firstProblem();
    if (text !== null) {
      const done = await copyText(text);
      tell(words.common(done ? 'copied' : 'copy-failed'));
      if (done) props.onCopied?.();
    } else if (problem) {
      tell(words.common('first-problem'));
      focusOn(problem, true);
    }
  };
  /** What a link carries, by the names of its fields: of a case somebody should know before sending it. */
  const carried = () =>
    [...new URLSearchParams(form.permalink.peek().replace(/^#\?/, '')).keys()]
      .filter((key) => key !== 'v')
      .map(props.labelOf);
  const copyLink = async () => {
    tell(words.common((await copyText(link())) ? 'copied' : 'copy-failed'));
  };
  useLayoutEffect(() => {
    const stops = [
      onCopyKey(() => copyNow.current?.()),
      takenByEscape(() => {
        tell('');
        form.dismiss();
      }),
      // What a key asks is answered in a task of its own, before what follows that key is drawn.
      form.input.subscribe(() => void nextTask(() => form.outcome.peek())),
    ];
    return () => stops.forEach((stop) => stop());
  }, []);
  const copyNow = useMemo<{ current?: () => unknown }>(() => ({}), []);
  // A part may have a form of its own, whose mistakes the outcome does not name.
  copyNow.current = () => copy(wrongIn(base));

  const print = () => (props.printNeeds ? void printWith(props.printNeeds) : printPage());
  const glance = answer === null ? null : props.glance(answer);
  // Where the standing itself says that this is an example, it is said once.
  const saysSo =
    glance?.word.toLowerCase() === words.common('example-word').toLowerCase() &&
    form.isExample.value;
  const copyLabel = props.copyLabel ?? words.common('copy-result');
  const problems = errors.length + missing.length;
  const Strip = strip.value?.Strip;
  return (
    <div
      class={`tool-frame ${props.tool}`}
      data-embedded={hasAddress ? undefined : ''}
      aria-busy={isOpening.value || props.isBusy?.(outcome) ? 'true' : undefined}
    >
      {isCaseLost.value && (
        <p class="notice no-print" role="status">
          {words.common('case-not.here')}
        </p>
      )}
      {Strip && props.corridor && (
        <Strip
          words={words}
          fill={props.corridor.fill}
          mayFill={cameEmpty.value}
          gives={answer !== null && !form.isExample.value ? props.corridor.gives(answer) : []}
          onCase={(isOpen) => {
            isOfCase.value = isOpen;
          }}
        />
      )}
      <div class="tool-grid" id={base}>
        <div class="tool-form">
          <LeftOutNotice
            text={words.common(
              form.isLost.value ? 'ignored-all' : form.isCut.value ? 'ignored-cut' : 'ignored',
            )}
            parts={form.leftOut.value.map(({ key, raw, why, values = {} }) => ({
              key,
              raw,
              why: why === NOTHING_READ || why === CUT ? '' : props.leftOutText(why, values),
            }))}
            more={(count) => words.common('ignored-more', { count: words.count(count) })}
          >
            <p class="button-row">
              <button
                type="button"
                class="action"
                onClick={() => {
                  form.dismiss();
                  focusOn(answerId(base));
                }}
              >
                {words.common('dismiss')}
              </button>
            </p>
          </LeftOutNotice>
          {props.fields(ties)}
          <FormEnd
            words={words}
            isReady={isAwake.value && (props.isReady?.() ?? true)}
            ready={props.ready}
            fetches={props.fetches}
            onClear={() => {
              form.clear();
              props.onClear?.();
            }}
            onExample={() => {
              form.showExample();
              props.onClear?.();
            }}
          />
          <Slice>
            <AnswerBar
              glance={glance}
              sentence={sentence}
              isExample={form.isExample.value && !saysSo}
              words={words}
              problems={problems}
              copyLabel={copyLabel}
              onShow={() => showAnswer(base)}
              onProblem={() => {
                const first = firstProblem();
                if (first) focusOn(first, true);
                else showAnswer(base);
              }}
              onCopy={hasCopy ? () => void copy() : null}
            />
          </Slice>
        </div>
        <Slice>
          <section
            class="tool-answer"
            id={answerId(base)}
            tabIndex={-1}
            aria-labelledby={`${base}-answer-title`}
          >
            <h2 class="unseen" id={`${base}-answer-title`}>
              {words.common('answer')}
            </h2>
            <p class="unseen" role="status" aria-live="polite">
              {spoken.value}
            </p>
            <ErrorSummary
              title={words.common('check')}
              errors={errors}
              onFollow={(id) => focusOn(id, true)}
            />
            {(answer !== null || sentence !== '') && (
              <div class="answer-card">
                {form.isExample.value && <p class="example-mark">{words.common('example-note')}</p>}
                {answer !== null && props.first?.(answer)}
                {glance && !saysSo && <Standing is={glance.is} word={glance.word} />}
                {answer !== null && props.lead?.(answer)}
                <p class="sentence">
                  <Unbroken text={sentence} />
                </p>
                {answer !== null && (
                  <>
                    {!props.actionsFirst && props.answer(answer)}
                    <div class="button-row answer-actions">
                      <button
                        type="button"
                        class="action primary"
                        id={`${base}-copy`}
                        aria-disabled={hasCopy ? undefined : 'true'}
                        onClick={() => void copy()}
                      >
                        {copyLabel}
                      </button>
                      <button type="button" class="action" onClick={() => void copyLink()}>
                        {words.common('copy-link')}
                      </button>
                      <button type="button" class="action" onClick={print}>
                        {words.common('print')}
                      </button>
                      {props.actions?.(answer)}
                    </div>
                    {Strip && isOfCase.value && !form.isExample.value && (
                      <p class="muted no-print" data-carries="">
                        {words.common('link-carries', { fields: words.list(carried()) })}
                      </p>
                    )}
                    {props.actionsFirst && props.answer(answer)}
                  </>
                )}
                <p class="muted copy-answer" role="status">
                  {said.value.of === input ? said.value.words : ''}
                </p>
              </div>
            )}
          </section>
        </Slice>
      </div>
      {answer !== null && props.more && (
        <Piece class="tool-more" value={answer}>
          {props.more}
        </Piece>
      )}
      {answer !== null && props.why && (
        <Piece class="tool-why" value={answer}>
          {props.why}
        </Piece>
      )}
      {answer !== null && isAwake.value && props.printNeeds?.isHere() === false && (
        <p class="print-only notice">{words.common('print-lacks')}</p>
      )}
      {answer !== null && (
        <p class="print-only">
          {form.isExample.value && `${words.common('example-mark')} `}
          <Later value={input}>{() => (import.meta.env.SSR ? '' : link())}</Later>
        </p>
      )}
      {props.below}
    </div>
  );
}
