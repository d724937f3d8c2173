import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import {
  explain,
  SETTINGS,
  type DisputeLogOk,
  type Setting,
} from '@/calculators/dispute-log/index.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { readData } from '../../platform/embedded.ts';
import { nextTask } from '../../platform/later.ts';
import { Slice } from '../../ui/Slice.tsx';
import { Later } from '../shared/Later.tsx';
import { useMade } from '../shared/made.ts';
import { ToolFrame } from '../shared/ToolFrame.tsx';
import { Why } from '../shared/Why.tsx';
import { createModel, type DisputeLogPage, type Outcome } from './dispute-log.model.ts';
import { Causes } from './parts/Causes.tsx';
import { Changed } from './parts/Changed.tsx';
import { Clocks } from './parts/Clocks.tsx';
import { Fields } from './parts/Fields.tsx';
import { Files } from './parts/Files.tsx';
import { Fixes } from './parts/Fixes.tsx';
import { Forecast } from './parts/Forecast.tsx';
import { Groups } from './parts/Groups.tsx';
import { Kept } from './parts/Kept.tsx';
import type { PartOf } from './parts/parts.ts';
import { Unusual } from './parts/Unusual.tsx';
import { createLogWords } from './words.ts';

interface DisputeLogProps {
  base: string;
  language: Language;
  folder: string;
  builtOn: string;
}

/** A report, or settings that wait for a file. */
type Answered = DisputeLogOk | { kind: 'waiting' };

const isOk = (answer: Answered): answer is DisputeLogOk => answer.kind === 'ok';

const standsOut = ({ byOrder, groups }: DisputeLogOk) =>
  Object.values(groups).some((rows) => Array.isArray(rows) && rows.some((row) => row.standsOut)) ||
  byOrder?.chart.points.some(({ outside, outsideLaney }) =>
    byOrder.chart.uses === 'laney' ? outsideLaney : outside,
  );

const make = ({ base, language, builtOn }: DisputeLogProps) => {
  const data = readData<DisputeLogPage>(`${base}-data`);
  return { data, model: createModel(data, language, builtOn) };
};

export function DisputeLog(props: DisputeLogProps) {
  const { base, language, folder } = props;
  const { data, model } = useMade(make, props);
  const words = useMemo(() => createLogWords(language, data.strings), []);
  const { form } = model;
  const { own } = words;
  const settings = () => {
    const typed = form.input.value;
    return words.list(
      SETTINGS.filter((name) => typed[name] !== '').map((name: Setting) => {
        // A day stands in the form; a sentence with its year would only be longer.
        const label = `${name}.${typed[name]}`;
        return words.has(`tool.dispute-log.${label}`)
          ? `${own(`field.${name}`)}${words.colon}${own(label)}`
          : own(`field.${name}`);
      }),
    );
  };
  const sentence = (answer: Answered) =>
    isOk(answer)
      ? words.sentences([
          form.isExample.value ? `${own('example-log')}${words.colon}` : '',
          words.verdict(answer),
        ])
      : own('waiting', { settings: settings() });
  /** What stands may be of what was typed before. */
  const isReading = () => model.run.value.kind === 'reading';
  return (
    <ToolFrame
      tool="dispute-log"
      base={base}
      form={form}
      words={words}
      answered={(outcome: Outcome): Answered | null =>
        outcome.kind === 'ok' || (outcome.kind === 'waiting' && settings() !== '')
          ? (outcome as Answered)
          : null
      }
      otherwise={(outcome) =>
        outcome.kind === 'reading'
          ? own('reading', { percent: '' })
          : outcome.kind === 'stopped'
            ? own('refused.cancelled')
            : outcome.kind === 'lost'
              ? own('refused.lost')
              : words.common('still-needed', { fields: own('field.rows') })
      }
      labelOf={(path) => own(`field.${path.split('.').at(-1) ?? path}`)}
      pathOf={(missing) => (missing === 'rows' ? 'pasted' : missing)}
      leftOutText={(key, values) => words.text(key, values)}
      addressNeeds={model.addressNeeds}
      glance={(answer) =>
        !isOk(answer)
          ? { is: 'unknown', word: own('waiting-word'), figure: '' }
          : answer.counts.orders === null
            ? {
                is: 'unknown',
                word: own('glance.count'),
                figure: own('figure.cases', { cases: words.count(answer.counts.cases) }),
              }
            : {
                is: standsOut(answer) ? 'close' : 'clear',
                word: own(standsOut(answer) ? 'glance.close' : 'glance.clear'),
                figure: own('figure.rate', {
                  rate: words.rate(
                    (answer.counts.disputedOrders ?? 0) / Math.max(1, answer.counts.orders),
                  ),
                }),
              }
      }
      sentence={sentence}
      copied={(answer) =>
        isReading()
          ? null
          : isOk(answer)
            ? `${own('copy-of', { day: answer.asOf.slice(0, 10) })}${words.colon}${words.verdict(answer)} {link}`
            : `${own('waiting-copy', { settings: settings() })} {link}`
      }
      hasCopy={() => !isReading()}
      isBusy={isReading}
      onClear={model.clear}
      isReady={model.isReady}
      onWake={() => model.wake(base)}
      fields={(field) => <Fields base={base} model={model} words={words} field={field} />}
      answer={(answer) => (isOk(answer) ? <Files result={answer} words={words} /> : null)}
      more={(answer) =>
        isOk(answer) ? (
          <Report
            base={base}
            result={answer}
            words={words}
            folder={folder}
            classes={data.classes}
            isExample={form.isExample.value}
          />
        ) : null
      }
      why={(answer) =>
        isOk(answer) ? (
          <Why
            steps={explain(answer)}
            sentence={(step) => words.text(step.messageKey, step.values)}
            rules={[]}
            usedRules={[]}
            asOf={answer.asOf}
            words={words}
          />
        ) : null
      }
    />
  );
}
DisputeLog.make = make;

const PARTS = [Causes, Fixes, Unusual, Groups, Clocks, Forecast, Changed];

/**
 * The seven questions, one below the other. Those of somebody's own files are drawn one a task, so that
 * no key and no touch waits for all of them.
 */
function Report(props: PartOf) {
  const drawn = useSignal(props.isExample ? PARTS.length : 1);
  const now = drawn.value;
  useLayoutEffect(
    () => (now < PARTS.length ? nextTask(() => (drawn.value = now + 1)) : undefined),
    [now],
  );
  return (
    <div class="log-report">
      {PARTS.slice(0, now).map((Part, i) => (
        <Slice key={i}>
          <Later value={props}>{(latest) => <Part {...latest} />}</Later>
        </Slice>
      ))}
      {now === PARTS.length && !props.isExample && (
        <Kept result={props.result} words={props.words} />
      )}
    </div>
  );
}
