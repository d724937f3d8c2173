import { useMemo } from 'preact/hooks';
import {
  explain,
  fromCase,
  toCase,
  verdict,
  type SettlementOk,
  type SettlementResult,
} from '@/calculators/settlement/index.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { now } from '../../platform/clock.ts';
import { readData } from '../../platform/embedded.ts';
import { useMade } from '../shared/made.ts';
import { ToolFrame } from '../shared/ToolFrame.tsx';
import { Overdue, Why } from '../shared/Why.tsx';
import { Answer } from './parts/Answer.tsx';
import { BreakEvens, breakEvenInShort } from './parts/BreakEvens.tsx';
import { Fields } from './parts/Fields.tsx';
import { Research } from './parts/Research.tsx';
import { Table } from './parts/Table.tsx';
import { createModel, type SettlementPage } from './settlement.model.ts';
import { createSettlementWords } from './words.ts';

interface SettlementProps {
  base: string;
  language: Language;
  folder: string;
  builtOn: string;
}

const STANDING = {
  steps: 'clear',
  'without-hold': 'close',
  nothing: 'close',
  'none-left': 'close',
  'platform-pays': 'unknown',
  'papers-not-bargaining': 'unknown',
} as const;

const kindOf = (result: SettlementOk) =>
  verdict(result)
    .messageKey.split('.')
    .at(-1)
    ?.replace('-within-price', '') as keyof typeof STANDING;

const make = ({ base, language, builtOn }: SettlementProps) => {
  const data = readData<SettlementPage>(`${base}-data`);
  return { data, model: createModel(data, language, builtOn) };
};

export function Settlement(props: SettlementProps) {
  const { base, language, folder } = props;
  const { data, model } = useMade(make, props);
  const words = useMemo(() => createSettlementWords(language, data.strings), []);
  const { form, bet } = model;
  const { own } = words;
  const isHidden = bet.isOn.value && !bet.isPlaced.value;
  const sentence = (result: SettlementOk) => words.sentence(verdict(result), result.currency);
  return (
    <ToolFrame
      tool="settlement"
      base={base}
      form={form}
      words={words}
      answered={(outcome: SettlementResult) =>
        outcome.kind === 'ok' && !isHidden ? outcome : null
      }
      otherwise={() => own(bet.isUndone.value ? 'bet.again' : 'bet.first')}
      labelOf={(path) => own(`field.${path}`)}
      leftOutText={(key, values) => words.text(key, values)}
      glance={(result) => ({
        is: STANDING[kindOf(result)],
        word: own(`badge.${kindOf(result)}`),
        before: breakEvenInShort(result, words),
        figure: own('bar', { walkAway: words.sum(result.offerLimit, result.currency) }),
      })}
      first={(result) => <BreakEvens result={result} words={words} />}
      lead={(result) => (
        <p class="lead-figure">
          <output class="lead" name="walkAway" data-value={result.walkAway} aria-live="off">
            {words.sum(result.walkAway, result.currency)}
          </output>
          <span>
            {verdict(result).messageKey.endsWith('-within-price')
              ? own('walk-away-within-price', {
                  most: words.sum(result.offerLimit, result.currency),
                })
              : own('walk-away')}
          </span>
        </p>
      )}
      sentence={sentence}
      copied={(result) =>
        `${own('title')}${words.colon}${sentence(result)} ${words.list(
          result.ladder.map((offer) => words.sum(offer, result.currency)),
        )} {link}`
      }
      corridor={{
        fill: (one) =>
          form.change({
            platform: '',
            reason: '',
            ...Object.fromEntries(
              Object.entries(fromCase(one)).map(([name, value]) => [name, String(value)]),
            ),
          }),
        gives: (result) => {
          const [first] = result.ladder;
          const offer = {
            at: now(),
            by: 'seller' as const,
            amount: first,
            currency: result.currency,
          };
          return [
            { id: 'plan', patch: toCase({}, result) },
            ...(first === undefined ? [] : [{ id: 'offer' as const, patch: { offers: [offer] } }]),
          ];
        },
      }}
      onClear={() => {
        bet.amount.value = '';
        bet.withdraw();
      }}
      fields={(field) => <Fields base={base} model={model} words={words} field={field} />}
      answer={(result) => (
        <>
          <Answer result={result} model={model} words={words} folder={folder} />
          <Overdue
            rules={data.rules}
            usedRules={result.usedRules}
            day={result.asOf.slice(0, 10)}
            words={words}
          />
        </>
      )}
      more={(result) => (
        <>
          <Table base={base} result={result} words={words} folder={folder} rules={data.rules} />
          <Research result={result} words={words} rules={data.rules} notes={data.notes} />
        </>
      )}
      why={(result) => (
        <Why
          steps={explain(result)}
          sentence={(step) => words.sentence(step, result.currency)}
          rules={data.rules}
          usedRules={result.usedRules}
          asOf={result.asOf}
          words={words}
        />
      )}
    />
  );
}
Settlement.make = make;
