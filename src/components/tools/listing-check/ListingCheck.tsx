import { useMemo } from 'preact/hooks';
import { countOf, explain, type ListingOk } from '@/calculators/listing-check/index.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { onAttention } from '../../platform/attention.ts';
import { readData } from '../../platform/embedded.ts';
import { useMade } from '../shared/made.ts';
import { ToolFrame } from '../shared/ToolFrame.tsx';
import { Overdue, Why } from '../shared/Why.tsx';
import { createLibrary, type ListingPage } from './library.ts';
import { createListingCheck } from './listing-check.model.ts';
import { Checklist } from './parts/Checklist.tsx';
import { Fields } from './parts/Fields.tsx';
import { Findings } from './parts/Findings.tsx';
import { Limits } from './parts/Limits.tsx';
import { ManyLater } from './parts/ManyLater.tsx';
import { createListingWords } from './words.ts';

interface ListingCheckProps {
  base: string;
  language: Language;
  folder: string;
  builtOn: string;
  /** Inside a page of the handbook: the address is the page's, and the tool has a page of its own. */
  inline?: boolean;
}

const count = (result: ListingOk, severity: string) =>
  countOf(result.findings.filter((finding) => finding.severity === severity));

const standing = (result: ListingOk) =>
  count(result, 'blocks') + count(result, 'claims') > 0
    ? 'over'
    : result.findings.length > 0
      ? 'close'
      : 'clear';

const make = ({ base, language, builtOn }: ListingCheckProps) => {
  const data = readData<ListingPage>(`${base}-data`);
  const known = createLibrary(data, language);
  return { known, model: createListingCheck(known, builtOn) };
};

export function ListingCheck(props: ListingCheckProps) {
  const { base, language, folder, inline = false } = props;
  const { known, model } = useMade(make, props);
  const words = useMemo(() => createListingWords(language, known.strings, known.messages), []);
  const { form } = model;
  const { own } = words;
  const sentence = (result: ListingOk) => {
    const counts = (['blocks', 'claims', 'search', 'advice'] as const)
      .map((severity) => [severity, count(result, severity)] as const)
      .filter(([, amount]) => amount > 0)
      .map(([severity, amount]) => own(`count.${severity}`, { count: amount }));
    return counts.length === 0 ? own('clear') : own('found', { counts: words.list(counts) });
  };
  return (
    <ToolFrame
      tool="listing-check"
      base={base}
      form={form}
      words={words}
      hasAddress={!inline}
      home={inline ? `/${folder}/tools/listing-check/` : undefined}
      answered={(outcome) => (outcome.kind === 'ok' ? (outcome as ListingOk) : null)}
      labelOf={(path) => own(`field.${path}`)}
      leftOutText={(key, values) => words.text(key, values)}
      otherwise={() => own(known.hasFailed() ? 'rest-failed' : 'fetching-rest')}
      addressNeeds={model.needs}
      onWake={() => onAttention(base, () => void known.settle())}
      isBusy={({ kind }) => known.isBusy() || (kind === 'away' && !known.hasFailed())}
      isReady={known.isHere}
      fetches={own('fetches')}
      glance={(result) => ({
        is: standing(result),
        word: own(`badge.${standing(result)}`),
        figure: own('bar', { count: countOf(result.findings) }),
      })}
      lead={(result) => (
        <output
          class="unseen"
          name="findings"
          data-value={countOf(result.findings)}
          aria-live="off"
        >
          {countOf(result.findings)}
        </output>
      )}
      sentence={sentence}
      copied={(result) =>
        [
          `${own('title')}${words.colon}${sentence(result)}`,
          ...result.findings.map((finding) => `- ${words.finding(finding)}`),
          '{link}',
        ].join('\n')
      }
      fields={(field) => <Fields base={base} model={model} words={words} field={field} />}
      answer={(result) => (
        <>
          <Findings
            result={result}
            known={known}
            words={words}
            folder={folder}
            isExample={model.form.isExample.value}
          />
          <Limits result={result} rules={known.rules()} words={words} />
          <Overdue
            rules={known.rules()}
            usedRules={result.usedRules}
            day={result.asOf.slice(0, 10)}
            words={words}
          />
        </>
      )}
      more={(result) => <Checklist result={result} words={words} base={base} />}
      below={inline ? undefined : <ManyLater base={base} model={model} words={words} />}
      why={(result) => (
        <Why
          steps={explain(result)}
          sentence={({ messageKey, values }) =>
            words.text(messageKey, {
              ...values,
              ...(typeof values['platform'] === 'string'
                ? {
                    platform:
                      values['platform'] === 'other'
                        ? own('platform.other')
                        : words.text(`ui.platform.${values['platform']}`),
                    language: own(`language.${String(values['language'])}`),
                  }
                : {}),
              ...(typeof values['field'] === 'string'
                ? {
                    field: words.capital(words.part(values['field'])),
                    unit: own(`unit.${String(values['unit'])}`),
                  }
                : {}),
            })
          }
          rules={known.rules()}
          usedRules={result.usedRules}
          asOf={result.asOf}
          words={words}
        />
      )}
    />
  );
}
ListingCheck.make = make;
