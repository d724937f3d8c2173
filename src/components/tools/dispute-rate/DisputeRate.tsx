import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { COMMON_FIELDS, type Metric } from '@/calculators/dispute-rate/index.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { now } from '../../platform/clock.ts';
import {
  currentAddress,
  onFragmentChange,
  readFragment,
  writeFragment,
} from '../../platform/fragment.ts';
import { onShortcut } from '../../platform/keyboard.ts';
import { copyText } from '../../platform/clipboard.ts';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { IgnoredNotice } from '../../ui/IgnoredNotice.tsx';
import { Answer } from './parts/Answer.tsx';
import { Form } from './parts/Form.tsx';
import { Why } from './parts/Why.tsx';
import { createDisputeRate, type CitedRule } from './dispute-rate.model.ts';
import { createWords, resultLine } from './words.ts';

export interface DisputeRateProps {
  language: Language;
  metrics: readonly Metric[];
  rules: readonly CitedRule[];
  platformNames: Readonly<Record<string, string>>;
  strings: Readonly<Record<string, string>>;
  builtOn: string;
  alone: boolean;
}

export const fieldId = (name: string) => `dispute-rate-${name}`;

export function DisputeRate(props: DisputeRateProps) {
  const { language, metrics, rules, platformNames, strings, builtOn } = props;
  const model = useMemo(() => createDisputeRate({ language, metrics, rules, builtOn }), []);
  const words = useMemo(
    () =>
      createWords(
        language,
        strings,
        () => model.metric.value,
        () => {
          const outcome = model.outcome.value;
          return outcome.kind === 'ok'
            ? outcome.result.lines.flatMap((line) => line.percent ?? [])
            : [];
        },
      ),
    [],
  );
  const touched = useRef(false);
  const announced = useSignal('');
  const address = useSignal('');

  useEffect(() => {
    model.open(readFragment());
    model.asOf.value = now();
    touched.current = !model.isExample.value;
    return onFragmentChange(() => model.open(readFragment()));
  }, []);

  // The address follows the form, but a page nobody has touched keeps the address it was opened with.
  useSignalEffect(() => {
    const link = model.permalink.value;
    address.value = currentAddress().replace(/#.*$/, '') + link;
    if (model.isExample.value && !touched.current) return;
    touched.current = true;
    writeFragment(link);
  });

  const outcome = model.outcome.value;
  const metric = model.metric.value;
  const label = (name: string) =>
    metric.terms.find((term) => term.id === name)?.label[language] ??
    ((COMMON_FIELDS as readonly string[]).includes(name) || name === 'metric'
      ? words.text(`tool.dispute-rate.field.${name}`)
      : name);
  const errors =
    outcome.kind === 'invalid'
      ? outcome.issues.map((issue) => {
          const name = issue.path.split('.')[0] ?? '';
          return {
            name,
            fieldId: fieldId(name),
            message: words.sentence({ messageKey: issue.key, values: issue.values }),
          };
        })
      : [];
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;

  useEffect(
    () =>
      onShortcut('copy-result', () => {
        const now = model.outcome.value;
        if (now.kind !== 'ok') return;
        const line = resultLine(words, now.result);
        void copyText(line).then((done) => {
          announced.value = words.text(done ? 'tool.common.copied' : 'tool.common.copy-failed');
        });
      }),
    [],
  );

  return (
    <div class="tool-grid">
      <div class="tool-form">
        <IgnoredNotice
          title={words.text('tool.common.ignored')}
          dismiss={words.text('tool.common.dismiss')}
          parts={model.ignored.value.map(({ key, raw, why }) => ({
            key,
            raw,
            why:
              strings[`tool.dispute-rate.ignored.${why}`] ??
              words.text('tool.dispute-rate.ignored.unreadable'),
          }))}
          onDismiss={model.dismissIgnored}
        />
        <Form
          model={model}
          metrics={metrics}
          platformNames={platformNames}
          language={language}
          words={words}
          errorOf={errorOf}
          label={label}
        />
      </div>
      <section class="tool-answer" aria-label={words.text('tool.dispute-rate.page.answer')}>
        <div aria-live="polite" aria-atomic="false">
          <ErrorSummary title={words.text('tool.common.check')} errors={errors} />
          {outcome.kind === 'incomplete' && (
            <div class="answer-card">
              <p class="sentence">
                {words.text('tool.dispute-rate.page.incomplete', {
                  fields: outcome.missing.map(label).join(language === 'en' ? ', ' : '、'),
                })}
              </p>
            </div>
          )}
          {outcome.kind === 'unknown-rule' && (
            <div class="answer-card">
              <p class="sentence">
                {words.text('tool.dispute-rate.page.unknown-rule', {
                  rule: rules.find((rule) => rule.id === outcome.ruleId)?.label ?? outcome.ruleId,
                  date: outcome.asOf.slice(0, 10),
                })}
              </p>
            </div>
          )}
          {outcome.kind === 'ok' && (
            <Answer
              model={model}
              result={outcome.result}
              rules={rules}
              words={words}
              language={language}
            />
          )}
        </div>
        <p class="muted" role="status">
          {announced.value}
        </p>
      </section>
      {outcome.kind === 'ok' && (
        <div class="tool-why">
          <Why
            result={outcome.result}
            rules={rules}
            words={words}
            language={language}
            address={address.value}
          />
        </div>
      )}
    </div>
  );
}
