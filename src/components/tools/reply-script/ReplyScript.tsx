import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { ReplyResult } from '@/calculators/reply-script/index.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { copyText } from '../../platform/clipboard.ts';
import { now } from '../../platform/clock.ts';
import { inBrowser } from '../../platform/embedded.ts';
import { onFragmentChange, readFragment, writeFragment } from '../../platform/fragment.ts';
import { focusOn, onJump } from '../../platform/jump.ts';
import { onShortcut } from '../../platform/keyboard.ts';
import { inTurns } from '../../platform/later.ts';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { IgnoredNotice } from '../../ui/IgnoredNotice.tsx';
import { copyId, fieldId, searchId } from './ids.ts';
import { createKept } from './kept.model.ts';
import { knowledgeOf } from './library.ts';
import { Answer } from './parts/Answer.tsx';
import { Check } from './parts/Check.tsx';
import { Export } from './parts/Export.tsx';
import { Form } from './parts/Form.tsx';
import { Lists } from './parts/Lists.tsx';
import { Picker } from './parts/Picker.tsx';
import { createReplyScript } from './reply-script.model.ts';
import { createWords } from './words.ts';

export interface ReplyScriptProps {
  language: Language;
  strings: Readonly<Record<string, string>>;
  platformLabels: Readonly<Record<string, string>>;
  folder: string;
  builtOn: string;
}

export function ReplyScript({
  language,
  strings,
  platformLabels,
  folder,
  builtOn,
}: ReplyScriptProps) {
  const knowledge = useMemo(() => knowledgeOf(language), []);
  const { library, rules } = knowledge;
  const model = useMemo(() => createReplyScript(language, knowledge, builtOn, !inBrowser()), []);
  const kept = useMemo(() => createKept((id) => library.scripts.has(id)), []);
  const words = useMemo(() => createWords(language, strings), []);
  const { say } = words;
  // What was said of one reply does not hold for the next.
  const said = useSignal({ of: '', words: '' });
  const tell = (message: string) => {
    said.value = { of: model.permalink.value, words: message };
  };

  const labelOf = (name: string) =>
    model.variables.value.find((variable) => variable.name === name)?.label[language] ?? name;

  useEffect(() => {
    const settings = kept.open();
    if (settings) model.applySettings(settings);
    model.open(readFragment());
    model.setAsOf(now());
    const stop = inTurns(model.guardSteps(), () => {
      model.isGuarded.value = true;
    });
    const leave = onFragmentChange(() => model.open(readFragment()));
    return () => {
      stop();
      leave();
    };
  }, []);

  // The address follows the form, but a page nobody has touched keeps the address it was opened with.
  useSignalEffect(() => {
    const link = model.permalink.value;
    if (model.touched.value) writeFragment(link);
  });

  const missingOf = (result: ReplyResult) => (result.kind === 'incomplete' ? result.missing : []);
  const onward = () => {
    const [first] = missingOf(model.outcome.value);
    focusOn(first === undefined ? copyId : fieldId(`vars.${first}`), true);
  };
  const pick = (situation: string) => {
    model.pick(situation);
    kept.used(situation);
    onward();
  };
  const copy = async (lead: boolean) => {
    model.isGuarded.value = true;
    const result = model.outcome.value;
    if (result.kind !== 'ok') {
      tell(
        result.kind === 'incomplete'
          ? say('copy.missing', { names: words.list(result.missing.map(labelOf)) })
          : say(result.kind === 'invalid' ? 'page.invalid' : 'reason.not-on-platform'),
      );
      if (lead) onward();
      return;
    }
    const done = await copyText(result.text);
    if (done) kept.used(result.situation);
    tell(
      !done
        ? words.text('tool.common.copy-failed')
        : [
            say(result.warnings.length > 0 ? 'copy.warned' : 'page.copied'),
            ...(model.isExample.value ? [say('page.copied-example')] : []),
          ].join(words.sentences),
    );
  };
  useEffect(() => onShortcut('copy-result', () => void copy(true)), []);
  useEffect(() => onShortcut('clear-message', () => tell('')), []);
  useEffect(() => onJump(() => focusOn(searchId, true)), []);
  const outcome = model.outcome.value;
  const errors =
    outcome.kind === 'invalid'
      ? outcome.issues.map(({ path, key, values }) => ({
          path,
          fieldId: fieldId(path),
          message: words.text(key, values),
        }))
      : [];
  const errorOf = (path: string) => errors.find((error) => error.path === path)?.message;

  return (
    <div class="tool-grid reply-script">
      <div class="tool-form">
        <IgnoredNotice
          title={words.text('tool.common.ignored')}
          dismiss={words.text('tool.common.dismiss')}
          parts={model.ignored.value.map(({ key, raw, why }) => ({
            key,
            raw,
            why: say(
              words.has(`tool.reply-script.ignored.${why}`)
                ? `ignored.${why}`
                : 'ignored.unreadable',
            ),
          }))}
          onDismiss={model.dismissIgnored}
        />
        <Picker model={model} kept={kept} library={library} words={words} onPick={pick} />
        <Form
          model={model}
          kept={kept}
          library={library}
          words={words}
          platformLabels={platformLabels}
          errorOf={errorOf}
          onEnter={onward}
        />
      </div>
      <section class="tool-answer" aria-label={say('page.answer')}>
        <div class="answer-column" aria-live="polite" aria-atomic="false">
          <ErrorSummary
            title={words.text('tool.common.check')}
            errors={errors}
            onFollow={(id) => focusOn(id, true)}
          />
          <Answer
            model={model}
            kept={kept}
            library={library}
            rules={rules}
            words={words}
            folder={folder}
            result={outcome}
            labelOf={labelOf}
            said={said.value.of === model.permalink.value ? said.value.words : ''}
            onCopy={() => void copy(false)}
          />
        </div>
      </section>
      <div class="tool-why reply-more">
        <Check model={model} rules={rules} words={words} platformLabels={platformLabels} />
        <Lists kept={kept} library={library} words={words} onPick={pick} />
        <Export model={model} library={library} words={words} />
      </div>
    </div>
  );
}
