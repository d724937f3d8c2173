import { replyPlatforms } from '@/calculators/reply-script/index.ts';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { CitedRule } from '../library.ts';
import type { ReplyScriptModel } from '../reply-script.model.ts';
import type { Words } from '../words.ts';
import { Marked } from './Marked.tsx';
import { Warnings } from './Warnings.tsx';

interface CheckProps {
  model: ReplyScriptModel;
  rules: Readonly<Record<string, CitedRule>>;
  words: Words;
  platformLabels: Readonly<Record<string, string>>;
}

/** A reply of one's own, read by the guard as it is typed. */
export function Check({ model, rules, words, platformLabels }: CheckProps) {
  const { text, own } = words;
  const typed = model.form.input.value;
  const result = model.ownCheck.value;
  const written = model.ownText.value;
  const forbidden =
    result.kind === 'ok'
      ? result.warnings.filter(({ severity }) => severity === 'forbidden').length
      : 0;
  return (
    <section class="reply-check" aria-labelledby="reply-guard-title">
      <h2 id="reply-guard-title">{text('tool.reply-guard.title')}</h2>
      <p class="muted">{text('tool.reply-guard.intro')}</p>
      <div class="fields">
        <Select
          id="reply-guard-platform"
          name="guard.platform"
          label={text('tool.reply-guard.field.platform')}
          value={model.ownPlatform.value ?? typed.platform}
          options={replyPlatforms.map((id) => ({
            value: id,
            label: platformLabels[id] ?? id,
          }))}
          onChange={(id) => {
            model.ownPlatform.value = replyPlatforms.find((each) => each === id) ?? null;
          }}
        />
        <Select
          id="reply-guard-language"
          name="guard.language"
          label={text('tool.reply-guard.field.language')}
          value={model.ownLanguage.value ?? typed.language}
          options={model.known.checks.languages.map((id) => ({
            value: id,
            label: own(`language.${id}`),
          }))}
          onChange={(id) => {
            model.ownLanguage.value = id;
            void model.expectOwnText();
          }}
        />
        <Field wide id="reply-guard-text" label={text('tool.reply-guard.field.text')}>
          {(described) => (
            <textarea
              {...described}
              name="guard.text"
              rows={6}
              maxLength={model.known.checks.longest}
              value={written}
              onFocus={() => void model.expectOwnText()}
              onInput={(event) => {
                model.ownText.value = event.currentTarget.value;
              }}
            />
          )}
        </Field>
      </div>
      <div aria-live="polite" class="check-answer">
        {result.kind === 'ok' && (
          <>
            <p class="sentence">
              {result.warnings.length === 0
                ? text('tool.reply-guard.result.clear')
                : text('tool.reply-guard.result.found', {
                    forbidden: words.count(forbidden),
                    advice: words.count(result.warnings.length - forbidden),
                  })}
            </p>
            {result.warnings.length > 0 && (
              <p class="checked-text">
                <Marked text={written} warnings={result.warnings} labelOf={(name) => name} />
              </p>
            )}
            <Warnings
              text={written}
              warnings={result.warnings}
              rules={rules}
              words={words}
              gloss={typed.gloss}
            />
            <p class="muted">
              <output name="guard.length" data-value={String(result.length)}>
                {own('result.length', { length: words.count(result.length) })}
              </output>{' '}
              <output
                name="guard.limit"
                data-value={result.limit === null ? 'null' : String(result.limit)}
              >
                {result.limit === null
                  ? own('result.limit.unknown')
                  : own('result.limit.known', { limit: words.count(result.limit) })}
              </output>
            </p>
          </>
        )}
        <p class="muted">{text('tool.reply-guard.explain.limits')}</p>
      </div>
    </section>
  );
}
