import { useMemo } from 'preact/hooks';
import { explain, MOTIVES, type MotivesOk } from '@/calculators/buyer-motives/index.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { now } from '../../platform/clock.ts';
import { readData } from '../../platform/embedded.ts';
import { More } from '../../ui/More.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useMade } from '../shared/made.ts';
import { ToolFrame } from '../shared/ToolFrame.tsx';
import { Overdue, Why } from '../shared/Why.tsx';
import { createBuyerMotives, type MotivesPage } from './buyer-motives.model.ts';
import { Chart, ToDo } from './parts/Answer.tsx';
import { Signs } from './parts/Signs.tsx';
import { createMotiveWords } from './words.ts';

interface BuyerMotivesProps {
  base: string;
  language: Language;
  folder: string;
  builtOn: string;
}

const STANDING = { 'good-faith': 'clear', open: 'close', passed: 'over' } as const;

const answered = (outcome: { kind: string }) =>
  outcome.kind === 'ok' ? (outcome as MotivesOk) : null;

/** Something is wrong with the shares themselves. */
const problems = (outcome: { kind: string; issues?: readonly { path: string }[] }) =>
  outcome.issues?.some(({ path }) => path.startsWith('priors')) === true;

const make = ({ base, language, builtOn }: BuyerMotivesProps) => {
  const data = readData<MotivesPage>(`${base}-data`);
  return { data, model: createBuyerMotives(data, language, builtOn) };
};

export function BuyerMotives(props: BuyerMotivesProps) {
  const { base, language, folder } = props;
  const { data, model } = useMade(make, props);
  const { form } = model;
  const words = useMemo(() => createMotiveWords(data, language, model.bands, model.offered), []);
  const { own } = words;
  const ends = ({ posterior: { well } }: MotivesOk) => ({
    low: words.brief(well.low.percent),
    high: words.brief(well.high.percent),
  });
  const isOne = (result: MotivesOk) => {
    const { low, high } = ends(result);
    return low === high;
  };
  const sentence = (result: MotivesOk) =>
    result.counted.length === 0 && result.standing === 'good-faith'
      ? own('sentence.none', { low: ends(result).low })
      : own(`sentence.${result.standing}`, ends(result));
  const typed = form.input.value;
  return (
    <ToolFrame
      tool="buyer-motives"
      base={base}
      form={form}
      words={words}
      answered={answered}
      labelOf={(path) => own(`field.${path}`)}
      leftOutText={(key, values) => words.text(key, values)}
      otherwise={(outcome) =>
        outcome.kind === 'waiting'
          ? own(outcome.hasFailed ? 'words-failed' : 'words-coming')
          : 'ruleId' in outcome
            ? words.common('unknown-rule', {
                rule: outcome.ruleId,
                date: outcome.asOf.slice(0, 10),
              })
            : ''
      }
      glance={(result) => ({
        is: STANDING[result.standing],
        word: own(`badge.${result.standing}`),
        figure: isOne(result)
          ? own('bar-one', { low: ends(result).low })
          : own('bar', {
              low: Number(result.posterior.well.low.percent).toFixed(2),
              high: ends(result).high,
            }),
      })}
      addressNeeds={model.addressNeeds}
      fetches={own('fetches-words')}
      sentence={sentence}
      corridor={{
        fill: model.fill,
        // A guess about what moves somebody is not written into their file; what is done next is.
        gives: ({ approach: [first] }) => {
          if (!first) return [];
          const { ask, offer } = words.texts(first);
          const note = { at: now(), text: own('case-note', { ask, offer }) };
          return [
            {
              id: 'step',
              patch: { notes: [note] },
              words: { give: own('case-give'), gave: own('case-gave') },
            },
          ];
        },
      }}
      copied={(result) => `${own('title')}${words.colon}${sentence(result)} {link}`}
      fields={(field) => {
        const all = field('priors');
        return (
          <>
            <Signs model={model} words={words} field={field} folder={folder} />
            <More
              label={own('priors-more')}
              inUse={
                problems(form.outcome.value) || answered(form.outcome.value)?.ownPriors === true
              }
            >
              <div id={all.id} tabIndex={-1} role="group" aria-label={own('field.priors')}>
                <p class="muted">{own('priors-note')}</p>
                {all.error && (
                  <p class="error" id={`${all.id}-error`}>
                    {all.error}
                  </p>
                )}
                <div class="fields">
                  {MOTIVES.map((motive) => (
                    <TextField
                      key={motive}
                      {...field(`priors.${motive}`)}
                      label={words.motive(motive)}
                      value={typed.priors[motive]}
                      inputMode="decimal"
                      onInput={(share) =>
                        form.change((mine) => ({
                          ...mine,
                          priors: { ...mine.priors, [motive]: share },
                        }))
                      }
                    />
                  ))}
                </div>
              </div>
            </More>
          </>
        );
      }}
      answer={(result) => (
        <>
          <ToDo result={result} words={words} folder={folder} />
          <Overdue
            rules={data.rules}
            usedRules={result.usedRules}
            day={result.asOf.slice(0, 10)}
            words={words}
          />
        </>
      )}
      more={(result) => <Chart result={result} words={words} />}
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
BuyerMotives.make = make;
