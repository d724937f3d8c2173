import { summarise, type DisputeRateResult } from '@/calculators/dispute-rate/index.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { today } from '../../../platform/clock.ts';
import { currentAddress } from '../../../platform/fragment.ts';
import { printPage } from '../../../platform/print.ts';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Standing } from '../../../ui/Standing.tsx';
import type { CitedRule, DisputeRateModel } from '../dispute-rate.model.ts';
import { resultLine, type Words } from '../words.ts';
import { Levers } from './Levers.tsx';

interface AnswerProps {
  model: DisputeRateModel;
  result: DisputeRateResult;
  rules: readonly CitedRule[];
  words: Words;
  language: Language;
}

type Counted = 'headroom' | 'withdrawalsNeeded' | 'ordersNeeded';

/** The answer: one sentence with a figure in it, then the figures, then what would change them. */
export function Answer({ model, result, rules, words, language }: AnswerProps) {
  const { text } = words;
  const overdue = rules.filter(
    (rule) => result.usedRules.includes(rule.id) && rule.reviewOn < today(),
  );
  const amounts: Record<Counted, string | null> = {
    headroom: result.headroomAmount,
    withdrawalsNeeded: null,
    ordersNeeded: result.ordersNeededAmount,
  };
  const counted = (name: Counted) => {
    const value = result[name];
    const reason = result.reasons[name];
    return (
      <div>
        <dt>{text(`tool.dispute-rate.page.${name}`)}</dt>
        <dd>
          {amounts[name] !== null && (
            <output name={`${name}Amount`} data-value={amounts[name]}>
              {amounts[name]}
            </output>
          )}
          <output
            class={amounts[name] === null ? undefined : 'unseen'}
            name={name}
            data-value={value === null ? 'null' : String(value)}
          >
            {value === null ? '–' : words.count(value)}
          </output>
          {value === null && amounts[name] === null && reason && (
            <small>{text(`tool.dispute-rate.reason.${reason}`)}</small>
          )}
        </dd>
      </div>
    );
  };
  return (
    <div class="answer-card">
      <Standing is={result.standing} word={text(`tool.dispute-rate.standing.${result.standing}`)} />
      <output class="unseen" name="standing" data-value={result.standing}>
        {text(`tool.dispute-rate.standing.${result.standing}`)}
      </output>
      <p class="sentence">
        {summarise(result)
          .map((sentence) => words.sentence(sentence))
          .join(language === 'en' ? ' ' : '')}
      </p>
      <dl class="figures">
        <div>
          <dt>{text('tool.dispute-rate.page.rate')}</dt>
          <dd>
            <output name="percent" data-value={result.percent}>
              {words.share(result.percent)}
              {language === 'en' ? '\u00a0%' : '%'}
            </output>
            <small>
              <output name="rate" data-value={`${result.rate.num}/${result.rate.den}`}>
                {result.rate.num} ÷ {result.rate.den}
              </output>
            </small>
          </dd>
        </div>
        <div>
          <dt>{text('tool.dispute-rate.page.tier')}</dt>
          <dd>
            <output name="tier" data-value={result.tier ?? 'null'}>
              {result.tier === null ? '–' : words.nameOf(result.tier)}
            </output>
          </dd>
        </div>
        {counted('headroom')}
        {counted('withdrawalsNeeded')}
        {counted('ordersNeeded')}
        <div>
          <dt>{text('tool.dispute-rate.page.interval')}</dt>
          <dd>
            <output
              name="interval"
              data-value={
                result.interval ? `${result.interval.low}/${result.interval.high}` : 'null'
              }
            >
              {result.interval
                ? `${words.share(result.interval.low)}–${words.share(result.interval.high)}${language === 'en' ? '\u00a0%' : '%'}`
                : '–'}
            </output>
            <small>
              {result.interval
                ? text('tool.dispute-rate.page.interval-meaning')
                : text(`tool.dispute-rate.reason.${result.reasons.interval ?? 'not-orders'}`)}
            </small>
          </dd>
        </div>
        {result.forecast && (
          <div>
            <dt>{text('tool.dispute-rate.page.forecast')}</dt>
            <dd>
              <output name="forecast.expectedPercent" data-value={result.forecast.expectedPercent}>
                {words.share(result.forecast.expectedPercent)}
                {language === 'en' ? '\u00a0%' : '%'}
              </output>
              {result.forecast.chanceOver !== null && (
                <small>
                  {text('tool.dispute-rate.page.chance')}{' '}
                  <output name="forecast.chanceOver" data-value={result.forecast.chanceOver}>
                    {words.share(String(Number(result.forecast.chanceOver) * 100))}
                    {language === 'en' ? '\u00a0%' : '%'}
                  </output>
                </small>
              )}
            </dd>
          </div>
        )}
        {result.fee && (
          <div>
            <dt>{text('tool.dispute-rate.page.fee')}</dt>
            <dd>
              <output name="fee.total" data-value={result.fee.total ?? 'null'}>
                {result.fee.total ?? '–'}
              </output>
              <small>
                <output name="fee.percentOfPrice" data-value={result.fee.percentOfPrice}>
                  {text('tool.dispute-rate.page.fee-percent', {
                    percent: result.fee.percentOfPrice,
                  })}
                </output>
              </small>
              <small>
                {text('tool.dispute-rate.page.fee-cap')}
                {language === 'en' && ' '}
                <output name="fee.cap" data-value={result.fee.cap}>
                  {result.fee.cap}
                </output>{' '}
                {result.fee.capCurrency}
                {result.fee.capPerOrder !== null && (
                  <>
                    {' = '}
                    <output name="fee.capPerOrder" data-value={result.fee.capPerOrder}>
                      {result.fee.capPerOrder}
                    </output>
                  </>
                )}
              </small>
              {result.fee.perOrder && (
                <ol class="fee-list">
                  {result.fee.perOrder.map((charge, i) => (
                    <li key={i} data-id={String(i)}>
                      <output name="fee.perOrder" data-value={charge}>
                        {charge}
                      </output>
                    </li>
                  ))}
                </ol>
              )}
            </dd>
          </div>
        )}
      </dl>
      {overdue.length > 0 && (
        <p class="notice">
          {text('tool.common.overdue', {
            rules: overdue.map((rule) => rule.label).join(language === 'en' ? ', ' : '、'),
          })}
        </p>
      )}
      <div class="button-row answer-actions">
        <CopyButton
          primary
          label={text('tool.common.copy-result')}
          done={text('tool.common.copied')}
          failed={text('tool.common.copy-failed')}
          text={() => `${resultLine(words, result)} ${currentAddress()}`}
        />
        <CopyButton
          label={text('tool.common.copy-link')}
          done={text('tool.common.copied')}
          failed={text('tool.common.copy-failed')}
          text={() => currentAddress().replace(/#.*$/, '') + model.permalink.value}
        />
        <button type="button" class="action" onClick={printPage}>
          {text('tool.common.print')}
        </button>
      </div>
      <Levers model={model} result={result} words={words} language={language} />
    </div>
  );
}
