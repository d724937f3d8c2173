import { useMemo } from 'preact/hooks';
import { countryInSentence, countryName, takeNames } from '@/calculators/shared/country-name.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import {
  explain,
  fromCase,
  loadTemporal,
  toCase,
  verdictSentence,
  type StepValue,
  type TransitOk,
} from '@/calculators/transit-warning/index.ts';
import { choicesIn, readData } from '../../platform/embedded.ts';
import { DateField } from '../../ui/DateField.tsx';
import { More } from '../../ui/More.tsx';
import { Select } from '../../ui/Select.tsx';
import { Slice } from '../../ui/Slice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { loadEveryMomentWord, takeMomentWords } from '../shared/moment-words.ts';
import { createTimeWords } from '../shared/time-words.ts';
import { useMade } from '../shared/made.ts';
import { ToolFrame } from '../shared/ToolFrame.tsx';
import { Overdue, Why } from '../shared/Why.tsx';
import { createWords } from '../shared/words.ts';
import { Verdict } from './parts/Verdict.tsx';
import { createTransitWarning, type TransitPage } from './transit-warning.model.ts';

// Days are counted at the first render, on the server and in the browser alike.
await loadTemporal();

interface TransitWarningProps {
  base: string;
  language: Language;
  folder: string;
  builtOn: string;
}

const STANDING = {
  clear: 'clear',
  holds: 'clear',
  'at-risk': 'close',
  broken: 'over',
  unknown: 'unknown',
} as const;

const answered = (outcome: { kind: string }) =>
  outcome.kind === 'ok' ? (outcome as TransitOk) : null;

const make = ({ base, language, builtOn }: TransitWarningProps) => {
  const data = readData<TransitPage>(`${base}-data`);
  takeMomentWords(data.moments);
  const shown = choicesIn(`${base}-country`);
  takeNames(language, shown);
  return { data, shown, model: createTransitWarning(data, language, builtOn) };
};

export function TransitWarning(props: TransitWarningProps) {
  const { base, language, folder } = props;
  const { data, shown, model } = useMade(make, props);
  const { form } = model;
  const words = useMemo(() => {
    const common = createWords('transit-warning', language, data.strings);
    const times = createTimeWords(language, () => form.asOf.value.slice(0, 4));
    const country = (code: string) => countryName(code, language);
    const inSentence = (code: string) => countryInSentence(code, language);
    const show = (value: StepValue) => {
      if (typeof value !== 'object') return value;
      if ('dates' in value) return common.list(value.dates.map(times.date));
      if ('country' in value) return inSentence(value.country);
      return common.list(value.texts.map((text) => text[language]));
    };
    return {
      ...common,
      ...times,
      country,
      inSentence,
      sentence: (step: { messageKey: string; values: Readonly<Record<string, StepValue>> }) =>
        common.text(
          step.messageKey,
          Object.fromEntries(
            Object.entries(step.values).map(([name, value]) => [name, show(value)]),
          ),
        ),
    };
  }, []);
  const { own } = words;
  // The page has them in their order: to compare names takes the engine longer than all else on the form.
  const countries = useMemo(
    () =>
      shown.length > 0
        ? shown.map(([value, label]) => ({ value, label }))
        : [...model.data.calendars.keys()]
            .map((code) => ({ value: code, label: words.country(code) }))
            .sort((a, b) => a.label.localeCompare(b.label, language)),
    [],
  );
  const typed = form.input.value;
  const days = model.dispatchDays();
  const [day, ...others] = days;
  const sentence = (result: TransitOk) => words.sentence(verdictSentence(result));
  return (
    <ToolFrame
      tool="transit-warning"
      base={base}
      form={form}
      words={words}
      answered={answered}
      labelOf={(path) => own(`field.${path}.label`)}
      leftOutText={(key, values) => words.text(key, values)}
      // What no word of the page reads may be no day at all: that is known once all words are here.
      addressNeeds={(address) => (model.lacksWords(address) ? loadEveryMomentWord() : undefined)}
      corridor={{
        fill: (one) =>
          form.change(
            Object.fromEntries(
              Object.entries(fromCase(one)).map(([name, value]) => [name, String(value)]),
            ),
          ),
        gives: (result) => {
          const patch = toCase({}, result);
          return patch.order ? [{ id: 'dates', patch }] : [];
        },
      }}
      glance={(result) => ({
        is: STANDING[result.verdict],
        word: own(`badge.${result.verdict}`),
        figure: own('bar', { date: words.date(result.promisedDate) }),
      })}
      sentence={sentence}
      copied={(result) =>
        `${own('title')}${words.colon}${sentence(result)} ${own('promised', {
          date: words.date(result.promisedDate),
          days: result.promisedDays,
        })} {link}`
      }
      fields={(field) => (
        <>
          <Slice>
            <div class="fields">
              <DateField
                {...field('dispatchDate')}
                label={own('field.dispatchDate.label')}
                help={own('field.dispatchDate.hint')}
                value={typed.dispatchDate}
                echo={
                  day !== undefined && others.length === 0 && day !== typed.dispatchDate.trim()
                    ? words.text('tool.moment.day.understood', { date: words.date(day) })
                    : undefined
                }
                choices={
                  others.length > 0
                    ? days.map((value) => ({ value, label: words.date(value) }))
                    : undefined
                }
                question={words.text('tool.moment.day.which')}
                onInput={(dispatchDate) => form.change({ dispatchDate })}
                onChoose={(dispatchDate) => form.change({ dispatchDate })}
              />
              <Select
                {...field('country')}
                label={own('field.country.label')}
                value={typed.country}
                options={[{ value: '', label: own('choose') }, ...countries]}
                onChange={(country) => form.change({ country })}
              />
              <TextField
                {...field('promisedDays')}
                label={own('field.promisedDays.label')}
                help={own('field.promisedDays.hint')}
                value={typed.promisedDays}
                inputMode="numeric"
                onInput={(promisedDays) => form.change({ promisedDays })}
              />
              <TextField
                {...field('usualDays')}
                label={own('field.usualDays.label')}
                help={own('field.usualDays.hint')}
                value={typed.usualDays}
                inputMode="numeric"
                onInput={(usualDays) => form.change({ usualDays })}
              />
            </div>
          </Slice>
          <More
            label={own('more')}
            inUse={typed.origin !== 'CN' || typed.asOf !== '' || field('asOf').error !== undefined}
          >
            <div class="fields">
              <Select
                {...field('origin')}
                label={own('field.origin.label')}
                value={typed.origin}
                options={countries}
                onChange={(origin) => form.change({ origin })}
              />
              <TextField
                {...field('asOf')}
                label={own('field.asOf.label')}
                help={own('field.asOf.hint')}
                value={typed.asOf}
                onInput={(asOf) => form.change({ asOf })}
              />
            </div>
          </More>
        </>
      )}
      answer={(result) => (
        <>
          <Verdict result={result} words={words} folder={folder} />
          <Overdue
            rules={data.rules}
            usedRules={result.usedRules}
            day={result.asOf.slice(0, 10)}
            words={words}
          />
        </>
      )}
      why={(result) => (
        <Why
          steps={explain(result)}
          sentence={words.sentence}
          rules={data.rules}
          usedRules={result.usedRules}
          asOf={result.asOf}
          words={words}
        />
      )}
    />
  );
}
TransitWarning.make = make;
