import type { Reply } from '@/calculators/reply-script/index.ts';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusOn } from '../../../platform/jump.ts';
import { whenSeen } from '../../../platform/seen.ts';
import type { Kept } from '../kept.model.ts';
import type { CitedRule } from '../library.ts';
import { placedLines } from '../marks.ts';
import type { ReplyScriptModel } from '../reply-script.model.ts';
import type { Words } from '../words.ts';
import { Marked } from './Marked.tsx';

interface ActionsProps {
  model: ReplyScriptModel;
  kept: Kept;
  words: Words;
}

/** Whether the situation is one of the favourites. */
export function Actions({ model, kept, words }: ActionsProps) {
  const id = model.form.input.value.situation;
  const isFavourite = kept.favourites.value.includes(id);
  return (
    <>
      <button
        type="button"
        class="action"
        aria-pressed={isFavourite}
        onClick={() => kept.toggleFavourite(id)}
      >
        {words.own(isFavourite ? 'favourite.remove' : 'favourite.add')}
      </button>
      {kept.refused.value && <span role="status">{words.own('page.refused')}</span>}
    </>
  );
}

interface AboutProps {
  reply: Reply;
  model: ReplyScriptModel;
  rules: Readonly<Record<string, CitedRule>>;
  words: Words;
  folder: string;
}

/** What stands behind a reply: how long it is, what it promises, who has read it, which rules it rests on. */
export function About({ reply, model, rules, words, folder }: AboutProps) {
  const { language, own } = words;
  const script = model.script.value;
  const here = useRef<HTMLElement>(null);
  const commits = script && model.known.commitsOf(script, language);
  const isHere = commits !== null;
  // What stands behind a situation comes once somebody gets near it.
  useLayoutEffect(
    () =>
      here.current && !isHere
        ? whenSeen(here.current, () => void model.known.loadAbout())
        : undefined,
    [script, isHere],
  );
  if (!script) return null;
  const review = model.known.library.value.parts.review[model.form.input.value.language];
  return (
    <section class="why" ref={here}>
      <h2>{own('page.about')}</h2>
      <dl class="use-when">
        <dt>{own('page.length')}</dt>
        <dd>
          <output name="length" data-value={String(reply.length)} aria-live="off">
            {own('result.length', { length: words.count(reply.length) })}
          </output>
        </dd>
        <dt>{own('page.limit')}</dt>
        <dd>
          <output
            name="limit"
            data-value={reply.limit === null ? 'null' : String(reply.limit)}
            aria-live="off"
          >
            {reply.limit === null
              ? own('page.limit-unknown')
              : own('result.length', { length: words.count(reply.limit) })}
          </output>
        </dd>
        <dt>{own('commits')}</dt>
        <dd>{commits ?? '…'}</dd>
        <dt>{own('page.review')}</dt>
        <dd>
          {own(`review.${review.status}`, { date: review.on ?? '' })}{' '}
          <a href={`/${folder}/scripts/how-written/`}>{own('page.how-written')}</a>
        </dd>
        {isHere && reply.usedRules.length > 0 && (
          <>
            <dt>{own('page.rules')}</dt>
            <dd>
              <ul class="used-rules">
                {reply.usedRules.map((id) => (
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
        <a href={`/${folder}/${script.playbook}/`}>{own('playbook')}</a>
        <a href={`/${folder}/scripts/${script.id}/`}>{own('page.all-languages')}</a>
      </p>
    </section>
  );
}

interface TextProps {
  reply: Reply;
  words: Words;
  labelOf: (variable: string) => string;
  fieldId: (path: string) => string;
}

/** The reply and its meaning, line beside line on a wide screen, line under line on a phone. */
export function Text({ reply, words, labelOf, fieldId }: TextProps) {
  const { own } = words;
  const lines = placedLines(reply.text);
  const glossLanguage = reply.gloss.some((line) => /\p{Script=Han}/u.test(line)) ? 'zh-CN' : 'en';
  const placed = (i: number) => ({
    key: i,
    style: `--row: ${i + 2}`,
    class:
      i > 0 && lines[i]?.paragraph !== lines[i - 1]?.paragraph ? 'reply-line first' : 'reply-line',
  });
  return (
    <>
      {reply.missing.length > 0 && (
        <ul class="chips missing" aria-label={own('result.missing')}>
          {reply.missing.map((name) => (
            <li key={name} data-id={name}>
              <button
                type="button"
                class="link-button"
                onClick={() => focusOn(fieldId(`vars.${name}`), true)}
              >
                {labelOf(name)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="reply">
        <span class="reply-head" aria-hidden="true">
          {own('result.text')}
        </span>
        <span class="reply-head" aria-hidden="true">
          {own('result.gloss')}
        </span>
        <output
          class="reply-text"
          name="text"
          data-value={reply.text}
          lang={reply.language}
          aria-label={own('result.text')}
          aria-live="off"
        >
          {lines.map((line, i) => (
            <span {...placed(i)}>
              <Marked
                text={line.text}
                warnings={reply.warnings}
                offset={line.start}
                labelOf={labelOf}
              />
            </span>
          ))}
        </output>
        <output
          class="reply-gloss"
          name="gloss"
          data-value={reply.gloss.join('\n')}
          lang={glossLanguage}
          aria-label={own('result.gloss')}
          aria-live="off"
        >
          {reply.lines.map((line, i) => (
            <span {...placed(i)}>
              <Marked text={line.gloss} warnings={[]} labelOf={labelOf} />
            </span>
          ))}
        </output>
      </div>
    </>
  );
}
