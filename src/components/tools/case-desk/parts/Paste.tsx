import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { FlowClocks, SituationFound } from '@/calculators/find-case/index.ts';
import { encode } from '@/calculators/shared/permalink.ts';
import { focusOn, follow } from '../../../platform/jump.ts';
import { whenCalm } from '../../../platform/ticker.ts';
import { Field } from '../../../ui/Field.tsx';
import { Unbroken } from '../../../ui/Unbroken.tsx';
import { scriptLink } from '../../shared/script-link.ts';
import type { CommonWords } from '../../shared/words.ts';
import { stretches, type Find, type Recognised } from '../find.model.ts';
import { Ends, openEnd, withEnds, type EndChoices } from './Ends.tsx';

/** What the box needs of its page's words, beside its own. */
export type PasteWords = CommonWords & {
  platform: (id: string | null) => string;
  /** A moment on the clock of the desk. */
  at: (iso: string) => string;
  clock: (id: string) => string;
  kind: (flow: string | null) => string;
};

interface PasteProps {
  base: string;
  folder: string;
  find: Find;
  flows: readonly (FlowClocks & { platform: string })[];
  words: PasteWords;
  /** A person made a case of it. */
  onCase: (made: Recognised) => void;
}

/** The number of an order that only exists in the workshops. */
const PRACTICE = /^\s*demo[-－–][a-z-]+\s*$/i;

const WAYS = ['page', 'reply', 'clocks'] as const;
/** One key for each way of each candidate: the block of nine letters under the left hand. */
const KEYS: readonly string[] = ['qwe', 'asd', 'zxc'];

/** The letter on the key, on a keyboard of other letters the one in its place. */
const letterOf = ({ key, code }: KeyboardEvent): string =>
  /^[a-z0-9]$/i.test(key)
    ? key.toLowerCase()
    : (/^Key([A-Z])$/.exec(code)?.[1] ?? '').toLowerCase();

/** The buyer’s language as the reply tool names it; where nobody can tell, it asks. */
const replyLanguage = (language: string | null): string =>
  language === null || language === 'zh' ? 'ask' : language === 'pt' ? 'pt-BR' : language;

/** Words that decided, in their place in the text. */
function Marked({ text, candidate }: { text: string; candidate: SituationFound }) {
  return (
    <blockquote class="find-text">
      {stretches(text, candidate.at).map((piece, i) =>
        piece.decided ? <mark key={i}>{piece.text}</mark> : piece.text,
      )}
    </blockquote>
  );
}

type Own = (key: string, values?: Readonly<Record<string, unknown>>) => string;

/** Paste what you see: a message, a page of a dispute, a row of orders. Says what it is about, and why. */
export function Paste(props: PasteProps) {
  const own: Own = (key, values) => props.words.text(`tool.find-case.${key}`, values);
  return (
    <div class="find">
      <Box base={props.base} folder={props.folder} find={props.find} own={own} />
      <Answer {...props} own={own} />
    </div>
  );
}

type BoxProps = Pick<PasteProps, 'base' | 'folder' | 'find'> & { own: Own };

/** What is typed. The answer to what was typed before does not change with each key, and is not drawn anew. */
function Box({ base, folder, find, own }: BoxProps) {
  const state = find.state.value;
  const typed = useMemo(() => whenCalm((text: string) => void find.read(text), 250), []);
  return (
    <>
      <Field wide id={`${base}-find`} label={own('page.label')} help={own('page.help')}>
        {(described) => (
          <textarea
            {...described}
            name="find"
            rows={2}
            spellcheck={false}
            value={find.text.value}
            onInput={({
              currentTarget,
              inputType,
            }: InputEvent & { currentTarget: HTMLTextAreaElement }) => {
              const { value } = currentTarget;
              find.text.value = value;
              if (inputType !== 'insertFromPaste') typed(value);
              else
                void find.read(value).then((isRead) => {
                  if (isRead) focusOn(`${base}-find-answer`);
                });
            }}
          />
        )}
      </Field>
      {PRACTICE.test(find.text.value) && (
        <p class="notice">
          <a href={`/${folder}/workshops/practice/`}>{own('page.practice')}</a>
        </p>
      )}
      <p class="muted" role="status">
        {state === 'coming'
          ? own('page.coming')
          : state === 'failed'
            ? own('page.failed')
            : state === 'too-long'
              ? own('page.too-long')
              : ''}
      </p>
    </>
  );
}

/** The situations it may be about, with their ways, and what else was recognised. */
function Answer({ base, folder, find, flows, words, onCase, own }: PasteProps & { own: Own }) {
  const result = find.result.value;
  const chosen = result?.candidates[find.at.value] ?? null;
  const choices = useSignal<EndChoices>({});
  const isMissing = useSignal(false);
  const made = find.recognised(chosen);
  /** A case of it, once it is said which clock each of its ends is. */
  const make = () => {
    const open = openEnd(made, choices.value);
    isMissing.value = open >= 0;
    if (open >= 0) focusOn(`${base}-end-${open}`);
    else onCase(withEnds(made, choices.value));
  };
  const links = (candidate: SituationFound) => {
    const { playbook } = find.situation(candidate.situation);
    const [platform] = result?.platforms ?? [];
    return {
      page: `/${folder}/${playbook}/`,
      reply: scriptLink(folder, candidate.situation, {
        ...(platform ? { platform } : {}),
        language: replyLanguage(result?.language ?? null),
      }),
      clocks: `/${folder}/tools/deadline-planner/${candidate.flow ? encode({ flow: candidate.flow }) : ''}`,
    };
  };
  const choose = (i: number) => {
    if (!result?.candidates[i]) return;
    find.at.value = i;
    focusOn(`${base}-find-${i}`);
  };
  /** One key each: each way of each candidate, the candidate, the ways of the chosen one, a case of it. */
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !result) return;
    // Letters in a list choose in that list.
    if (event.target instanceof HTMLSelectElement) return;
    const key = letterOf(event);
    const row = KEYS.findIndex((keys) => keys.includes(key));
    const own = { p: 'page', r: 'reply', t: 'clocks' }[key];
    if (/^[1-3]$/.test(key)) choose(Number(key) - 1);
    else if (result.candidates[row])
      follow(`${base}-find-${row}-${WAYS[KEYS[row]?.indexOf(key) ?? 0]}`);
    else if (own) follow(`${base}-find-${find.at.value}-${own}`);
    else if (key === 'm') make();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  if (!result) return null;
  return (
    <div
      id={`${base}-find-answer`}
      class="find-answer"
      role="group"
      aria-label={own('page.answer')}
      tabIndex={-1}
      onKeyDown={onKey}
    >
      {result.why !== null && (
        <p class="notice">
          <output name="why" data-value={result.why}>
            {own(`explain.none.${result.why}`)}
          </output>
        </p>
      )}
      {result.candidates.length > 0 && (
        <>
          <p class="muted keys-only">{own('page.keys')}</p>
          <ol class="find-candidates">
            {result.candidates.map((candidate, i) => {
              const to = links(candidate);
              const { title } = find.situation(candidate.situation);
              return (
                <li key={candidate.situation} data-id={candidate.situation}>
                  <button
                    type="button"
                    class="find-candidate"
                    id={`${base}-find-${i}`}
                    aria-pressed={i === find.at.value}
                    onClick={() => choose(i)}
                  >
                    <kbd>{i + 1}</kbd> <strong>{title}</strong>
                  </button>
                  <p class="muted">
                    <output name="score" data-value={String(candidate.score)}>
                      {own('page.points', { count: candidate.score })}
                    </output>
                    {words.colon}
                    {candidate.words.map((word, n) => (
                      <>
                        {n > 0 && ' · '}
                        <mark key={n}>{word}</mark>
                      </>
                    ))}
                  </p>
                  <p class="find-links">
                    {WAYS.map((way, n) => (
                      <a
                        key={way}
                        id={`${base}-find-${i}-${way}`}
                        href={to[way]}
                        aria-label={`${own(`page.to-${way}`)}${words.colon}${title}`}
                        aria-keyshortcuts={KEYS[i]?.[n]}
                      >
                        {own(`page.to-${way}`)} <kbd class="keys-only">{KEYS[i]?.[n]}</kbd>
                      </a>
                    ))}
                  </p>
                </li>
              );
            })}
          </ol>
          {chosen && <Marked text={find.answered.value} candidate={chosen} />}
          <p class="muted">{own('explain.limits')}</p>
        </>
      )}
      <Echo find={find} words={words} own={own} />
      <Ends
        base={base}
        made={made}
        flows={flows}
        choices={choices.value}
        isMissing={isMissing.value}
        words={words}
        onChoose={(key, value) => {
          choices.value = { ...choices.value, [key]: value };
        }}
      />
      <p class="muted">{own('page.kept')}</p>
      <p class="button-row">
        <button type="button" class="action primary" data-do="make-case" onClick={make}>
          {chosen ? own('page.make') : own('page.make-plain')}
        </button>
        <button type="button" class="action" onClick={find.clear}>
          {own('page.clear')}
        </button>
      </p>
    </div>
  );
}

interface EchoProps {
  find: Find;
  words: PasteWords;
  own: Own;
}

/** What else was recognised, as it was written and as it was understood. */
function Echo({ find, words, own }: EchoProps) {
  const named = useMemo(
    () => new Intl.DisplayNames([words.language], { type: 'language' }),
    [words.language],
  );
  const result = find.result.value;
  if (!result) return null;
  const { language } = result;
  const rows: [name: string, values: readonly { value: string; shown: string }[]][] = [
    [
      'language',
      [
        {
          value: language ?? '',
          shown: language === null ? own('page.language-open') : (named.of(language) ?? language),
        },
      ],
    ],
    ['orderIds', result.orderIds.map((id) => ({ value: id, shown: id }))],
    ['tracking', result.tracking.map((id) => ({ value: id, shown: id }))],
    ['platforms', result.platforms.map((id) => ({ value: id, shown: words.platform(id) }))],
    [
      'amounts',
      result.amounts.map(({ text, value, currency }) => ({
        value: value === null ? '' : `${value} ${currency ?? ''}`.trim(),
        shown:
          value === null
            ? own('page.amount-unclear', { text })
            : currency === null
              ? own('page.currency-unclear', { text })
              : text,
      })),
    ],
    [
      'moments',
      result.moments.map(({ text, at, kind, question, end }) => ({
        value: at ?? '',
        shown:
          question !== null || at === null
            ? own('page.moment-unclear', { text })
            : own(
                kind === 'due'
                  ? 'page.moment-due'
                  : end === null
                    ? 'page.moment'
                    : 'page.moment-end',
                { text, at: words.at(at), word: end ?? '' },
              ),
      })),
    ],
  ];
  const told = rows.filter(([, values]) => values.length > 0);
  if (told.length === 0) return null;
  return (
    <dl class="find-echo">
      {told.map(([name, values]) => (
        <div key={name}>
          <dt>{own(`page.echo.${name}`)}</dt>
          {values.map(({ value, shown }, i) => (
            <dd key={i}>
              <output name={name} data-value={value}>
                <Unbroken text={shown} />
              </output>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
