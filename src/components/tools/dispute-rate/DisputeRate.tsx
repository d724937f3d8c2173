import { useMemo } from 'preact/hooks';
import {
  COMMON_FIELDS,
  explain,
  fromCase,
  standingKey,
  type DisputeRateResult,
} from '@/calculators/dispute-rate/index.ts';
import type { InputIssue } from '@/calculators/shared/result.ts';
import { mend } from '@/calculators/shared/permalink.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { onAttention } from '../../platform/attention.ts';
import { readData } from '../../platform/embedded.ts';
import { createLater } from '../shared/later.ts';
import { addressReaders, fetchReaders, hasReaders } from '../shared/readers.ts';
import { useMade } from '../shared/made.ts';
import { ToolFrame } from '../shared/ToolFrame.tsx';
import { Why } from '../shared/Why.tsx';
import { createDisputeRate, type Answered } from './dispute-rate.model.ts';
import { citedOf, LATER_TEXTS, type DisputeRateData, type DisputeRateLater } from './sent.ts';
import { Answer, Lead } from './parts/Answer.tsx';
import { Fields } from './parts/Fields.tsx';
import { Levers } from './parts/Levers.tsx';
import { createWords, resultLine } from './words.ts';

interface DisputeRateProps {
  base: string;
  language: Language;
  builtOn: string;
}

const answered = (outcome: { kind: string }) =>
  outcome.kind === 'ok' ? (outcome as Answered) : null;

const make = ({ base, language, builtOn }: DisputeRateProps) => {
  const data = readData<DisputeRateData>(`${base}-data`);
  const rules = citedOf(data);
  /** A metric that is not here yet is chosen once it is. */
  const fetchAndChoose = async (id: string) => {
    if ((await later.load()) && model.knows(id)) model.form.choose({ metric: id });
  };
  const model = createDisputeRate(
    data.metrics,
    rules,
    language,
    builtOn,
    (id) => void fetchAndChoose(id),
  );
  const later = createLater<DisputeRateLater>(data.strings, data.later, LATER_TEXTS, (pack) => {
    const more = citedOf({ ...pack, rulebook: data.rulebook });
    model.add(pack.metrics, more);
    rules.push(...more.filter(({ id }) => rules.every((rule) => rule.id !== id)));
  });
  return { data, rules, model, later };
};

export function DisputeRate(props: DisputeRateProps) {
  const { base, language } = props;
  const { data, rules, model, later } = useMade(make, props);
  const { form, metric } = model;
  /** What may be chosen stands in an address by its id, and needs no reader. */
  const options = useMemo(
    () =>
      new Set(
        data.metrics.flatMap(({ terms }) =>
          terms.flatMap(({ options }) => options.map(({ id }) => id)),
        ),
      ),
    [],
  );
  const words = useMemo(
    () =>
      createWords(
        language,
        data.strings,
        () => metric.value,
        () =>
          answered(form.outcome.value)?.result.lines.flatMap((line) => line.percent ?? []) ?? [],
        later.lacks,
      ),
    [],
  );
  /** Words for an answer drawn a moment later: the form may stand at another metric by then. */
  const wordsOf = (result: DisputeRateResult) =>
    createWords(
      language,
      data.strings,
      () => model.metricOf(result.metric),
      () => result.lines.flatMap((line) => line.percent ?? []),
      later.lacks,
    );
  const labelOf = (path: string) => {
    const name = path.split('.')[0] ?? '';
    return (
      metric.value.terms.find((term) => term.id === name)?.label[language] ??
      ((COMMON_FIELDS as readonly string[]).includes(name) || name === 'metric'
        ? words.own(`field.${name}`)
        : name)
    );
  };
  const ruleName = (id: string) => rules.find((rule) => rule.id === id)?.label ?? id;

  return (
    <ToolFrame
      tool="dispute-rate"
      base={base}
      form={form}
      words={words}
      answered={answered}
      labelOf={labelOf}
      issueText={({ key, values }) => words.sentence({ messageKey: key, values })}
      leftOutText={(why, values) => {
        if (why === 'unknown-metric' && later.hasFailed()) return words.own('page.rest-failed');
        if (words.has(`tool.dispute-rate.ignored.${why}`)) return words.own(`ignored.${why}`);
        // A figure that cannot be read is told in the words its field would use.
        return words.has(why)
          ? words.sentence({ messageKey: why, values: values as InputIssue['values'] })
          : words.common('ignored-unreadable');
      }}
      otherwise={(outcome) =>
        outcome.kind === 'unknown-rule'
          ? words.common('unknown-rule', {
              rule: ruleName(outcome.ruleId),
              date: outcome.asOf.slice(0, 10),
            })
          : ''
      }
      onWake={() => {
        const stops = [fetchReaders(base), onAttention(base, () => void later.load())];
        return () => stops.forEach((stop) => stop());
      }}
      isReady={() => hasReaders() && later.isHere()}
      addressNeeds={(address) => {
        const named = new URLSearchParams(mend(address)?.replace(/^#\?/, '')).get('metric');
        const rest = named !== null && !model.knows(named) ? later.load() : undefined;
        const readers = addressReaders(
          address,
          (field, value) => field !== 'metric' && !options.has(value),
        );
        return rest || readers ? Promise.all([rest, readers]) : undefined;
      }}
      fetches={words.own('page.fetches')}
      corridor={{
        // Which rate a case weighs on: that of its reason, else the first of its platform. The counts are the
        // shop’s, so the fields are empty; made-up ones beside a real case would be taken for the shop’s.
        fill: (one) => {
          const wished = fromCase(one).metric ?? '';
          const ids = [wished, wished.split('-')[0] ?? ''];
          const ofPlatform = data.kinds.find((metric) => metric.platform === one.platform)?.id;
          const found =
            ids.find((id) => data.kinds.some((metric) => metric.id === id)) ?? ofPlatform;
          if (found) model.choose(found);
          model.form.clear();
        },
        gives: () => [],
      }}
      glance={({ result }) => ({
        is: result.standing,
        word: words.own(standingKey(result)),
        figure: words.sharePercent(result.percent),
        more: `${result.rate.num} ÷ ${result.rate.den}`,
      })}
      sentence={({ result }) => words.summary(result)}
      copied={({ result }) => `${resultLine(words, result)} {link}`}
      fields={(field) => (
        <Fields
          model={model}
          metrics={data.kinds}
          platformNames={data.platformNames}
          words={words}
          field={field}
          labelOf={labelOf}
          hasFailed={later.hasFailed()}
        />
      )}
      lead={({ result }) => <Lead result={result} words={words} />}
      answer={({ result }) => <Answer result={result} rules={rules} words={words} />}
      more={(answer) => <Levers model={model} answer={answer} words={words} />}
      why={({ result }) => (
        <Why
          steps={explain(result)}
          sentence={wordsOf(result).sentence}
          rules={rules}
          usedRules={result.usedRules}
          asOf={result.asOf}
          words={words}
        />
      )}
    />
  );
}
DisputeRate.make = make;
