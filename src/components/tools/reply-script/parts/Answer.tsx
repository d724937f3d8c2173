import type { Reply, ReplyResult, ScriptLibrary } from '@/calculators/reply-script/index.ts';
import { currentAddress } from '../../../platform/fragment.ts';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Standing } from '../../../ui/Standing.tsx';
import { copyId, fieldId } from '../ids.ts';
import type { Kept } from '../kept.model.ts';
import type { CitedRule } from '../library.ts';
import { placedLines } from '../marks.ts';
import type { ReplyScriptModel } from '../reply-script.model.ts';
import type { Words } from '../words.ts';
import { Marked } from './Marked.tsx';
import { Warnings } from './Warnings.tsx';

interface AnswerProps {
  model: ReplyScriptModel;
  kept: Kept;
  library: ScriptLibrary;
  rules: Readonly<Record<string, CitedRule>>;
  words: Words;
  folder: string;
  result: ReplyResult;
  labelOf: (variable: string) => string;
  said: string;
  onCopy: () => void;
}

const isReply = (result: ReplyResult): result is Reply =>
  result.kind === 'ok' || result.kind === 'incomplete';

/** The reply beside its meaning, what is missing in it, and what the guard says about it. */
export function Answer(props: AnswerProps) {
  const { model, kept, library, rules, words, folder, result, labelOf, said, onCopy } = props;
  const { language, say } = words;
  const script = model.script.value;
  const isFavourite = kept.favourites.value.includes(script.id);
  const review = library.parts.review[model.buyer.value];
  return (
    <div class="answer-card">
      {isReply(result) && <State result={result} words={words} labelOf={labelOf} />}
      {result.kind === 'out-of-scope' && (
        <>
          <Standing is="unknown" word={say('page.state.elsewhere')} />
          <p class="sentence">{script.scope?.[language] ?? say('reason.not-on-platform')}</p>
        </>
      )}
      {result.kind === 'invalid' && (
        <>
          <Standing is="close" word={say('page.state.unreadable')} />
          <p class="sentence">{say('page.invalid')}</p>
          {result.issues
            .filter(({ key }) => key.endsWith('.confirm-writing'))
            .map(({ path }) => (
              <button
                key={path}
                type="button"
                class="action"
                onClick={() => model.keepWriting(path)}
              >
                {say('page.keep-writing', { text: model.valueAt(path) })}
              </button>
            ))}
        </>
      )}
      <div class="button-row answer-actions">
        <button
          type="button"
          id={copyId}
          class="action primary"
          aria-disabled={result.kind === 'ok' ? undefined : 'true'}
          onClick={onCopy}
        >
          {say('copy')}
        </button>
        <button
          type="button"
          class="action"
          aria-pressed={isFavourite}
          onClick={() => kept.toggleFavourite(script.id)}
        >
          {say(isFavourite ? 'favourite.remove' : 'favourite.add')}
        </button>
        <CopyButton
          label={words.text('tool.common.copy-link')}
          done={words.text('tool.common.copied')}
          failed={words.text('tool.common.copy-failed')}
          text={() => currentAddress().replace(/#.*$/, '') + model.permalink.value}
        />
      </div>
      <p class="copy-answer" role="status">
        {said}
      </p>
      {isReply(result) && <Text result={result} words={words} labelOf={labelOf} />}
      {isReply(result) && (
        <dl class="figures">
          <div>
            <dt>{say('page.length')}</dt>
            <dd>
              <output name="length" data-value={String(result.length)}>
                {say('result.length', { length: words.number(result.length) })}
              </output>
            </dd>
          </div>
          <div>
            <dt>{say('page.limit')}</dt>
            <dd>
              <output
                name="limit"
                data-value={result.limit === null ? 'null' : String(result.limit)}
              >
                {result.limit === null
                  ? say('page.limit-unknown')
                  : say('result.length', { length: words.number(result.limit) })}
              </output>
            </dd>
          </div>
        </dl>
      )}
      {isReply(result) && (
        <Warnings
          text={result.text}
          warnings={result.warnings}
          rules={rules}
          words={words}
          gloss={model.gloss.value}
        />
      )}
      <dl class="use-when">
        <dt>{say('commits')}</dt>
        <dd>{script.commits[language]}</dd>
        <dt>{say('page.review')}</dt>
        <dd>
          {say(`review.${review.status}`, { date: review.on ?? '' })}{' '}
          <a href={`/${folder}/scripts/how-written/`}>{say('page.how-written')}</a>
        </dd>
        {isReply(result) && result.usedRules.length > 0 && (
          <>
            <dt>{say('page.rules')}</dt>
            <dd>
              <ul class="used-rules">
                {result.usedRules.map((id) => (
                  <li key={id} data-id={id}>
                    {rules[id] ? <a href={rules[id].address}>{rules[id].label}</a> : id}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
      <p class="button-row">
        <a href={`/${folder}/${script.playbook}/`}>{say('playbook')}</a>
        <a href={`/${folder}/scripts/${script.id}/`}>{say('page.all-languages')}</a>
      </p>
    </div>
  );
}

interface ReplyPartProps {
  result: Reply;
  words: Words;
  labelOf: (variable: string) => string;
}

/** How far the reply is, in one sentence with a figure in it. */
function State({ result, words, labelOf }: ReplyPartProps) {
  const { say } = words;
  const [is, state] = result.warnings.some(({ severity }) => severity === 'forbidden')
    ? (['over', 'forbidden'] as const)
    : result.missing.length > 0
      ? (['close', 'open'] as const)
      : result.warnings.length > 0
        ? (['close', 'advice'] as const)
        : (['clear', 'ready'] as const);
  return (
    <>
      <Standing is={is} word={say(`page.state.${state}`)} />
      <p class="sentence">
        {[
          result.missing.length > 0
            ? words.counted('page.missing', result.missing.length)
            : say('page.ready', { length: words.number(result.length) }),
          ...(result.warnings.length > 0
            ? [words.counted('page.warned', result.warnings.length)]
            : []),
        ].join(words.sentences)}
      </p>
      {result.missing.length > 0 && (
        <ul class="chips missing" aria-label={say('result.missing')}>
          {result.missing.map((name) => (
            <li key={name} data-id={name}>
              <a href={`#${fieldId(`vars.${name}`)}`}>{labelOf(name)}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The reply and its meaning, line beside line on a wide screen, line under line on a phone. */
function Text({ result, words, labelOf }: ReplyPartProps) {
  const { say } = words;
  const lines = placedLines(result.text);
  const glossLanguage = result.gloss.some((line) => /\p{Script=Han}/u.test(line)) ? 'zh-CN' : 'en';
  const placed = (i: number) => ({
    key: i,
    style: `--row: ${i + 2}`,
    class:
      i > 0 && lines[i]?.paragraph !== lines[i - 1]?.paragraph ? 'reply-line first' : 'reply-line',
  });
  return (
    <div class="reply">
      <span class="reply-head" aria-hidden="true">
        {say('result.text')}
      </span>
      <span class="reply-head" aria-hidden="true">
        {say('result.gloss')}
      </span>
      <output
        class="reply-text"
        name="text"
        data-value={result.text}
        lang={result.language}
        aria-label={say('result.text')}
        aria-live="off"
      >
        {lines.map((line, i) => (
          <span {...placed(i)}>
            <Marked
              text={line.text}
              warnings={result.warnings}
              offset={line.start}
              labelOf={labelOf}
            />
          </span>
        ))}
      </output>
      <output
        class="reply-gloss"
        name="gloss"
        data-value={result.gloss.join('\n')}
        lang={glossLanguage}
        aria-label={say('result.gloss')}
        aria-live="off"
      >
        {result.lines.map((line, i) => (
          <span {...placed(i)}>
            <Marked text={line.gloss} warnings={[]} labelOf={labelOf} />
          </span>
        ))}
      </output>
    </div>
  );
}
